import { useState } from 'react';
import type { RecoveryProof as Proof } from '../../contract/session';
import { askShell } from '../lib/desk';

const sheetPaper = { paper: 'A4', isLandscape: false } as const;

type Props = {
  /** What has not happened yet while the sheet is not safe: 账本尚未建立. */
  readonly pending: string;
  /** The act once the code was typed back: 核对并建立账本. */
  readonly typedAct: string;
  readonly isBusy: boolean;
  /** Copying by hand needs the code on the screen. */
  readonly onByHand: () => void;
  readonly onProof: (proof: Proof) => Promise<void>;
};

/** The recovery sheet must be on paper, on a medium, or copied and typed back before anything depends on it. */
export function RecoveryProof({ pending, typedAct, isBusy, onByHand, onProof }: Props) {
  const [isByHand, setByHand] = useState(false);
  const [typed, setTyped] = useState('');
  const [remark, setRemark] = useState('');

  async function print(): Promise<void> {
    const result = await askShell('shell.print', sheetPaper);
    if (result.ok && result.value.status === 'printed') await onProof({ kind: 'printed' });
    else
      setRemark(
        result.ok && result.value.status === 'noPrinter'
          ? '本机没有打印机。可以另存到 U 盘，或手抄后输入一遍。'
          : `没有打印，${pending}。`,
      );
  }

  async function save(): Promise<void> {
    const result = await askShell('shell.savePdf', { suggestedName: '恢复单', ...sheetPaper });
    if (result.ok && result.value.status === 'saved') await onProof({ kind: 'saved' });
    else setRemark(result.ok ? `没有保存，${pending}。` : result.failure.message);
  }

  return (
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
        onClick={() => {
          setByHand(true);
          onByHand();
        }}
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
            onClick={() => void onProof({ kind: 'typed', code: typed })}
          >
            {typedAct}
          </button>
        </div>
      )}
      {remark !== '' && <p role="status">{remark}</p>}
    </div>
  );
}
