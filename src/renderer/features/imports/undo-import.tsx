import { useState } from 'react';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';

export type UndoImportProps = {
  readonly changeId: string;
  /** Names the import for those who hear the button only. */
  readonly fileName: string;
  readonly onUndone: () => void;
};

/** Two presses, because everything the import wrote goes at once. */
export function UndoImport({ changeId, fileName, onUndone }: UndoImportProps) {
  const [isAsked, setAsked] = useState(false);
  const { isBusy, failure, run } = useAct();
  const undo = async () => {
    const undone = await run(() => askVault('history.undo', { changeId }));
    if (undone !== undefined) onUndone();
  };
  if (!isAsked) {
    return (
      <button
        type="button"
        className="button"
        aria-label={`作废导入：${fileName}`}
        onClick={() => setAsked(true)}
      >
        作废导入
      </button>
    );
  }
  return (
    <span className="import-undo">
      <FailureBanner failure={failure} />
      <span>导入写入的内容会全部撤回，之后手工改过的保留。</span>
      <button
        type="button"
        className="button is-primary"
        disabled={isBusy}
        onClick={() => void undo()}
      >
        {isBusy ? '正在作废…' : '确认作废导入'}
      </button>
      <button type="button" className="button" disabled={isBusy} onClick={() => setAsked(false)}>
        保留导入
      </button>
    </span>
  );
}
