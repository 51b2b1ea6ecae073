import { useState } from 'react';
import { roles, roleWords, type Role } from '../../../core/records/roles';
import { estimateStrength } from '../../../core/passphrase/estimate';
import { FailureBanner, InfoBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Who can open the ledger: everybody with a passphrase of their own, so that the record says who it was. */
export function PeopleAndKeys() {
  const { data } = useVaultQuery('slots.list', {});
  const { isBusy, failure, run } = useAct();
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th>姓名</th>
            <th>角色</th>
            <th>增加时间</th>
            <th>最近一次解锁</th>
            <th>怎样解锁</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {data?.map(({ id, user, role, addedAt, lastUse, isMine, hasKeyFile }) => (
            <tr key={id}>
              <td>
                {user}
                {isMine && <span className="muted">（本人）</span>}
              </td>
              <td>{roleWords[role]}</td>
              <td>{addedAt || '建账时'}</td>
              <td>{lastUse || '—'}</td>
              <td>{hasKeyFile ? '口令和密钥文件' : '口令'}</td>
              <td>
                {!isMine && (
                  <button
                    type="button"
                    className="link"
                    disabled={isBusy}
                    onClick={() => void run(() => askVault('slots.remove', { id }))}
                  >
                    移除
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data?.length === 1 && (
        <InfoBanner>
          现在只有一个人能解锁：请再增加一人，或者把恢复单密封后交单位保管，免得人员变动或忘记口令后打不开。
        </InfoBanner>
      )}
      <FailureBanner failure={failure} />
      <AddPerson />
      <p className="small muted">
        角色由本程序把关，不是加密隔离：每个人的口令打开的是同一份数据。被移除的人如果留有旧的文件副本，旧口令仍能打开那份副本。
      </p>
    </>
  );
}

function AddPerson() {
  const [user, setUser] = useState('');
  const [role, setRole] = useState<Role>('clerk');
  const [passphrase, setPassphrase] = useState('');
  const { isBusy, failure, run } = useAct();
  const strength = estimateStrength(passphrase);
  async function add(): Promise<void> {
    const added = await run(() =>
      askVault('slots.add', { user, role, passphrase: bytesOf(passphrase) }),
    );
    if (added === undefined) return;
    setUser('');
    setPassphrase('');
  }
  return (
    <>
      <div className="form-grid">
        <div className="field">
          <label htmlFor="slot-user">增加一人：姓名</label>
          <input id="slot-user" value={user} onChange={(event) => setUser(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor="slot-role">角色</label>
          <select
            id="slot-role"
            value={role}
            onChange={(event) => setRole(event.target.value as Role)}
          >
            {roles.map((each) => (
              <option key={each} value={each}>
                {roleWords[each]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="slot-passphrase">请本人设一句口令</label>
          <input
            id="slot-passphrase"
            type="password"
            autoComplete="off"
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        </div>
      </div>
      {passphrase !== '' && <p className="small">{strength.reason}</p>}
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button"
          disabled={user.trim() === '' || !strength.isEnough || isBusy}
          onClick={() => void add()}
        >
          {isBusy ? '正在增加…' : '增加此人'}
        </button>
      </div>
    </>
  );
}
