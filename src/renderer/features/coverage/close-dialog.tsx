import { useEffect, useRef, useState } from 'react';
import type { GapTaskView } from '../../../contract/coverage';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';

type Props = { readonly task: GapTaskView; readonly onClose: () => void };

/** 动态销号: on written evidence, or because the gap is no longer found. */
export function CloseDialog({ task, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [evidence, setEvidence] = useState('');
  const { isBusy, failure, run } = useAct();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const isGone = task.state === 'vanished';
  const isReady = !isBusy && (isGone || evidence.trim() !== '');
  const save = async () => {
    if (!isReady) return;
    const saved = await run(() => askVault('coverage.closeTask', { id: task.id, evidence }));
    if (saved !== undefined) onClose();
  };
  return (
    <dialog className="dialog" ref={dialog} aria-label="任务销号" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => onFormKey(event, () => void save())}
      >
        <h2>
          {task.subjectName} • {task.title}
        </h2>
        <p className="small muted">
          {isGone
            ? '按今天的登记，这项缺口已经没有了，可以直接销号。'
            : '按今天的登记，这项缺口还在；要销号须写明依据，例如批复文号、核实记录。'}
        </p>
        <label className="field">
          <span>{isGone ? '销号依据（可不填）' : '销号依据（必填）'}</span>
          <textarea
            rows={4}
            maxLength={4000}
            value={evidence}
            autoFocus
            onChange={({ target }) => setEvidence(target.value)}
          />
        </label>
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button type="submit" className="button is-primary" disabled={!isReady}>
            {isBusy ? '正在保存…' : '销号'}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            先不销号
          </button>
        </div>
      </form>
    </dialog>
  );
}
