import { useState } from 'react';
import type { Attestation } from '../../../contract/attestation';
import type { SlotView } from '../../../contract/vault-care';
import { roles, roleWords, type Role } from '../../../core/records/roles';
import { estimateStrength } from '../../../core/passphrase/estimate';
import { AttestDialog } from '../../components/attest-dialog';
import { InfoBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Who can open the ledger: everybody with a passphrase of their own, so that the record says who it was. */
export function PeopleAndKeys() {
  const { data } = useVaultQuery('slots.list', {});
  const [leaving, setLeaving] = useState<SlotView>();
  const act = useAct();
  async function remove(id: string, attestation: Attestation): Promise<void> {
    const removed = await act.run(() => askVault('slots.remove', { id, attestation }));
    if (removed !== undefined) setLeaving(undefined);
  }
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
          {data?.map((slot) => (
            <tr key={slot.id}>
              <td>
                {slot.user}
                {slot.isMine && <span className="muted">（本人）</span>}
              </td>
              <td>{roleWords[slot.role]}</td>
              <td>{slot.addedAt || '建账时'}</td>
              <td>{slot.lastUse || '—'}</td>
              <td>{slot.hasKeyFile ? '口令和密钥文件' : '口令'}</td>
              <td>
                {!slot.isMine && (
                  <button type="button" className="link" onClick={() => setLeaving(slot)}>
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
      {leaving !== undefined && (
        <AttestDialog
          title={`移除${leaving.user}`}
          hint="移除后，这个人的口令不能再打开这册账本；已经记下的操作仍在这个人名下。"
          reasons={['已离岗', '岗位调整', '口令可能泄露']}
          doWords="移除"
          act={act}
          onAttest={(attestation) => remove(leaving.id, attestation)}
          onClose={() => setLeaving(undefined)}
        />
      )}
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
  const [isAsking, setAsking] = useState(false);
  const act = useAct();
  const strength = estimateStrength(passphrase);
  async function add(attestation: Attestation): Promise<void> {
    const added = await act.run(() =>
      askVault('slots.add', { user, role, passphrase: bytesOf(passphrase), attestation }),
    );
    if (added === undefined) return;
    setAsking(false);
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
      {isAsking && (
        <AttestDialog
          title={`增加${user.trim()}为${roleWords[role]}`}
          hint="从此这个人用自己的口令就能打开整册账本。"
          reasons={['新到岗', '增加复核人员', '临时代班']}
          doWords="增加"
          act={act}
          onAttest={add}
          onClose={() => setAsking(false)}
        />
      )}
      <div className="form-acts">
        <button
          type="button"
          className="button"
          disabled={user.trim() === '' || !strength.isEnough}
          onClick={() => setAsking(true)}
        >
          增加此人
        </button>
      </div>
    </>
  );
}
