import { useState } from 'react';
import { estimateStrength } from '../../../core/passphrase/estimate';
import { FailureBanner } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { askShell, askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { PassphraseFields } from './passphrase-fields';
import { RecoverySheet } from './recovery-sheet';

type Prepared = {
  readonly ledgerNumber: string;
  readonly groups: readonly string[];
  readonly today: string;
};
type Proof = { kind: 'printed' } | { kind: 'saved' } | { kind: 'typed'; code: string };

const bytesOf = (text: string) => new TextEncoder().encode(text);
const sheetPaper = { paper: 'A4', isLandscape: false } as const;

/** Passphrase first, then the recovery sheet; nothing is written before the code is on paper, on a medium or typed back. */
export function SetPassphrase({ onCreated }: { onCreated: () => void }) {
  const [value, setValue] = useState('');
  const [again, setAgain] = useState('');
  const [prepared, setPrepared] = useState<Prepared>();
  const [isByHand, setByHand] = useState(false);
  const [typed, setTyped] = useState('');
  const [remark, setRemark] = useState('');
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

  async function create(proof: Proof): Promise<void> {
    const created = await run(() => askVault('session.create', { proof }));
    if (created !== undefined) onCreated();
  }

  async function print(): Promise<void> {
    const result = await askShell('shell.print', sheetPaper);
    if (result.ok && result.value.status === 'printed') await create({ kind: 'printed' });
    else
      setRemark(
        result.ok && result.value.status === 'noPrinter'
          ? '本机没有打印机。可以另存到 U 盘，或手抄后输入一遍。'
          : '没有打印，账本尚未建立。',
      );
  }

  async function save(): Promise<void> {
    const result = await askShell('shell.savePdf', { suggestedName: '恢复单', ...sheetPaper });
    if (result.ok && result.value.status === 'saved') await create({ kind: 'saved' });
    else setRemark(result.ok ? '没有保存，账本尚未建立。' : result.failure.message);
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
          <div className="session-proof">
            <p>
              <b>把恢复单留下来，三种办法选一种：</b>
            </p>
            <button
              type="button"
              className="button is-primary is-large"
              disabled={isBusy}
              onClick={() => void print()}
            >
              打印恢复单并继续
            </button>
            <button
              type="button"
              className="button is-large"
              disabled={isBusy}
              onClick={() => void save()}
            >
              另存到 U 盘并继续
            </button>
            <button
              type="button"
              className="button is-large"
              disabled={isBusy}
              onClick={() => setByHand(true)}
            >
              手抄后输入一遍
            </button>
            {isByHand && (
              <div className="field is-large">
                <label htmlFor="recovery-typed">照恢复单输入六组恢复码</label>
                <input
                  id="recovery-typed"
                  value={typed}
                  autoComplete="off"
                  onChange={(event) => setTyped(event.target.value)}
                />
                <button
                  type="button"
                  className="button"
                  disabled={typed === '' || isBusy}
                  onClick={() => void create({ kind: 'typed', code: typed })}
                >
                  核对并建立账本
                </button>
              </div>
            )}
            {remark !== '' && <p role="status">{remark}</p>}
          </div>
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
