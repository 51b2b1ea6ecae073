import { useEffect, useRef, useState } from 'react';
import type { GapView } from '../../../contract/coverage';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import { FactDateInput } from '../../components/fact-date-input';
import { readTypedDate } from '../../lib/typed-date';
import { CitationTag } from '../../components/citation-tag';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';

export type AssignDialogProps = {
  readonly gap: GapView;
  /** How many wait behind this one. */
  readonly remaining: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Gives one gap an owner and a day; saved only when the vault has answered. */
export function AssignDialog({ gap, remaining, onDone, onClose }: AssignDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [owner, setOwner] = useState(gap.owner ?? '');
  const [day, setDay] = useState<string>(gap.dueOn ?? '');
  const { isBusy, failure, run } = useAct();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);

  const typed = readTypedDate(day);
  const dueOn = isCalendarDate(typed) ? typed : undefined;
  const isReady = owner.trim() !== '' && dueOn !== undefined && !isBusy;
  const save = async () => {
    if (!isReady || dueOn === undefined) return;
    const { rule, subject, subjectId } = gap;
    const saved = await run(() =>
      askVault('coverage.assignGap', { rule, subject, subjectId, owner: owner.trim(), dueOn }),
    );
    if (saved !== undefined) onDone();
  };

  return (
    <dialog className="dialog assign-dialog" ref={dialog} aria-label="分派缺口" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => onFormKey(event, () => void save())}
      >
        <h2>
          {gap.subjectName} • {gap.title}
        </h2>
        <p>{gap.reason}</p>
        <p className="small muted">
          建议：{gap.suggestedAct}　<CitationTag citation={gap.citation} />
        </p>
        <div className="form-grid">
          <label className="field">
            <span>责任人</span>
            <input
              value={owner}
              maxLength={60}
              autoFocus
              onChange={(event) => setOwner(event.target.value)}
            />
          </label>
          <FactDateInput id="assign-due" label="办结期限" value={day} onChange={setDay} />
        </div>
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button type="submit" className="button is-primary" disabled={!isReady}>
            {isBusy
              ? '正在保存…'
              : remaining > 0
                ? `分派，看下一项（还有 ${remaining} 项）`
                : '分派'}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            先不分派
          </button>
        </div>
      </form>
    </dialog>
  );
}
