import { useEffect, useState } from 'react';
import type { Attestation } from '../../../contract/attestation';
import type { BackupDifference, BackupSource } from '../../../contract/vault-care';
import { AttestDialog } from '../../components/attest-dialog';
import { FailureBanner, Loading } from '../../components/notices';
import { Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';

/** Nothing goes back before the difference was on screen; the step back is one act and can be undone. */
export function RestorePanel({ source, onClose }: { source: BackupSource; onClose: () => void }) {
  const [difference, setDifference] = useState<BackupDifference>();
  const [recoveryCode, setCode] = useState('');
  const [restored, setRestored] = useState<number>();
  const [isAsking, setAsking] = useState(false);
  const { isBusy, failure, run, setFailure } = useAct();
  const chosen = { source, ...(recoveryCode === '' ? {} : { recoveryCode }) };

  const compare = async () => setDifference(await run(() => askVault('backups.compare', chosen)));
  useEffect(() => {
    void askVault('backups.compare', { source }).then((answer) => {
      if (answer.ok) setDifference(answer.value);
      else if (source.kind === 'shelf') setFailure(answer.failure);
    });
  }, [source, setFailure]);

  async function restore(against: number, attestation: Attestation): Promise<void> {
    const done = await run(() => askVault('backups.restore', { ...chosen, against, attestation }));
    if (done !== undefined) setRestored(done.records);
  }

  if (restored !== undefined)
    return (
      <Section title="恢复">
        <p role="status">
          <StatusMark kind="done">
            已恢复 {restored} 条记录。恢复前的状态另有一份备份，也可以在变更记录里撤销这一步。
          </StatusMark>
        </p>
        <button type="button" className="button" onClick={onClose}>
          知道了
        </button>
      </Section>
    );
  return (
    <Section title="恢复前先看差异">
      {difference === undefined ? (
        source.kind === 'file' ? (
          <div className="field">
            <label htmlFor="backup-code">恢复码（别的账本或旧账本的备份需要）</label>
            <input
              id="backup-code"
              autoComplete="off"
              value={recoveryCode}
              onChange={(event) => setCode(event.target.value)}
            />
          </div>
        ) : (
          failure === undefined && <Loading words="正在逐条比较" />
        )
      ) : (
        <DifferenceWords difference={difference} />
      )}
      {!isAsking && <FailureBanner failure={failure} />}
      <div className="form-acts">
        {difference === undefined && source.kind === 'file' && (
          <button
            type="button"
            className="button is-primary"
            disabled={isBusy}
            onClick={() => void compare()}
          >
            查看差异
          </button>
        )}
        {difference !== undefined && (
          <button
            type="button"
            className="button is-primary"
            disabled={isBusy || difference.tables.length === 0}
            onClick={() => setAsking(true)}
          >
            恢复到这份备份
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          不恢复
        </button>
      </div>
      {isAsking && difference !== undefined && (
        <AttestDialog
          title={`恢复到 ${difference.madeAt} 的备份`}
          hint="先给现在的账本做一份备份，再整体恢复；这一步可以在变更记录里撤销。"
          reasons={['误操作，退回之前', '数据损坏，找回内容', '恢复演练']}
          doWords="恢复"
          act={{ isBusy, failure }}
          onAttest={(attestation) => restore(difference.against, attestation)}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  );
}

function DifferenceWords({ difference }: { difference: BackupDifference }) {
  const { madeAt, unitName, isSameLedger, lostPeople, operations, tables } = difference;
  return (
    <>
      <p>
        将回到 <b>{madeAt}</b>
        {isSameLedger ? '' : `（另一册账本：${unitName}）`}，少 <b>{lostPeople}</b> 人{' '}
        <b>{operations}</b> 条操作。设置和口令不变。
      </p>
      {tables.length === 0 ? (
        <p className="muted">与现在的账本没有差异，不需要恢复。</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th>类别</th>
              <th className="num">将没有</th>
              <th className="num">将变回</th>
              <th className="num">将找回</th>
            </tr>
          </thead>
          <tbody>
            {tables.map(({ words, lost, changed, returned }) => (
              <tr key={words}>
                <td>{words}</td>
                <td className="num">{lost}</td>
                <td className="num">{changed}</td>
                <td className="num">{returned}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
