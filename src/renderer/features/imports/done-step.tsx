import { useState } from 'react';
import { StatusMark } from '../../components/status-mark';
import { useNavigation } from '../../lib/navigation';
import type { Committed } from './plan-step';
import { UndoImport } from './undo-import';

export type DoneStepProps = {
  readonly committed: Committed;
  readonly fileName: string;
  readonly onAgain: () => void;
};

export function DoneStep({ committed, fileName, onAgain }: DoneStepProps) {
  const { go } = useNavigation();
  const [isUndone, setUndone] = useState(false);
  return (
    <div className="import-done" role="status">
      {isUndone ? (
        <StatusMark kind="info">已作废，账本回到导入以前的样子。</StatusMark>
      ) : (
        <StatusMark kind="done">
          已导入 {committed.rows} 行，来自 {fileName}，已写入账本。
        </StatusMark>
      )}
      <div className="form-acts">
        <button type="button" className="button" onClick={() => go({ page: 'coverage' })}>
          看两个覆盖
        </button>
        <button type="button" className="button" onClick={onAgain}>
          再导入一个
        </button>
        {!isUndone && (
          <UndoImport
            changeId={committed.changeId}
            fileName={fileName}
            onUndone={() => setUndone(true)}
          />
        )}
      </div>
    </div>
  );
}
