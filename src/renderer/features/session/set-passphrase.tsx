import { useState } from 'react';
import type { RecoveryProof as RecoveryProofKind } from '../../../contract/session';
import { estimateStrength } from '../../../core/passphrase/estimate';
import { FailureBanner } from '../../components/notices';
import { RecoveryProof } from '../../components/recovery-proof';
import { RecoverySheet } from '../../components/recovery-sheet';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { PassphraseFields } from './passphrase-fields';

type Prepared = {
  readonly ledgerNumber: string;
  readonly groups: readonly string[];
  readonly today: string;
};

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Passphrase first, then the recovery sheet; nothing is written before the code is on paper, on a medium or typed back. */
export function SetPassphrase({ onCreated }: { onCreated: () => void }) {
  const [value, setValue] = useState('');
  const [again, setAgain] = useState('');
  const [prepared, setPrepared] = useState<Prepared>();
  const [isByHand, setByHand] = useState(false);
  const { isBusy, failure, run } = useAct();
  const isReady = value === again && estimateStrength(value).isEnough;

  async function prepare(): Promise<void> {
    const status = await askVault('session.status', {});
    const made = await run(() => askVault('session.prepare', { passphrase: bytesOf(value) }));
    if (made !== undefined)
      setPrepared({
        ledgerNumber: made.ledgerNumber,
        groups: made.recoveryGroups,
        today: status.ok ? status.value.today : '',
      });
  }

  async function create(proof: RecoveryProofKind): Promise<void> {
    const created = await run(() => askVault('session.create', { proof }));
    if (created !== undefined) onCreated();
  }

  return (
    <div className="session-columns">
      <div>
        <h1 className="session-title">先给账本设一个口令</h1>
        <p className="muted">账本用它加密。把四五个互不相干的词连成一句，好记，也难猜。</p>
        {prepared === undefined ? (
          <>
            <PassphraseFields
              value={value}
              again={again}
              onChange={(next, nextAgain) => {
                setValue(next);
                setAgain(nextAgain);
              }}
            />
            <p className="session-note">
              <b>下一步先打印恢复单，再建账本。</b>
              <br />
              忘记口令时，只有恢复单能打开账本；两样都没有，数据无法找回。
            </p>
            <button
              type="button"
              className="button is-primary is-large"
              disabled={!isReady || isBusy}
              onClick={() => void prepare()}
            >
              {isBusy ? '正在准备恢复单…' : '准备恢复单'}
            </button>
          </>
        ) : (
          <RecoveryProof
            pending="账本尚未建立"
            typedAct="核对并建立账本"
            isBusy={isBusy}
            onByHand={() => setByHand(true)}
            onProof={create}
          />
        )}
        <FailureBanner failure={failure} />
      </div>
      <div>
        <h2>恢复单的样子</h2>
        <p className="muted small">打印两份，装封后交两人分别保管。拿到它等于拿到口令。</p>
        <RecoverySheet
          ledgerNumber={prepared?.ledgerNumber ?? '尚未编号'}
          groups={prepared?.groups ?? []}
          isShown={isByHand}
          today={prepared?.today ?? ''}
        />
        <StatusMark kind="unknown">{prepared === undefined ? '尚未准备' : '尚未留存'}</StatusMark>
      </div>
    </div>
  );
}
