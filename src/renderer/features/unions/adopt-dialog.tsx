import { useEffect, useRef, useState } from 'react';
import type { VaultInput } from '../../../contract/channels';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import { FactDateInput } from '../../components/fact-date-input';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { readTypedDate } from '../../lib/typed-date';
import { useAct } from '../../lib/use-act';

export type PlanInput = VaultInput<'unions.letter'>;
type Props = {
  readonly plan: PlanInput;
  readonly onDone: (tasks: number) => void;
  readonly onClose: () => void;
};

/** Whose task it is and by when; the plan becomes tasks in one change. */
export function AdoptDialog({ plan, onDone, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [owner, setOwner] = useState('');
  const [day, setDay] = useState('');
  const { isBusy, failure, run } = useAct();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const typed = readTypedDate(day);
  const dueOn = isCalendarDate(typed) ? typed : undefined;
  const isReady = owner.trim() !== '' && dueOn !== undefined && !isBusy;
  const save = async () => {
    if (!isReady || dueOn === undefined) return;
    const saved = await run(() =>
      askVault('unions.adopt', { ...plan, owner: owner.trim(), dueOn }),
    );
    if (saved !== undefined) onDone(saved.tasks);
  };
  return (
    <dialog className="dialog" ref={dialog} aria-label="转为任务" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => onFormKey(event, () => void save())}
      >
        <h2>转为任务</h2>
        <p className="small muted">每个拟建支部一项任务；覆盖率在批复登记之后才会变化。</p>
        <div className="form-grid">
          <label className="field">
            <span>责任人</span>
            <input
              value={owner}
              maxLength={60}
              autoFocus
              onChange={({ target }) => setOwner(target.value)}
            />
          </label>
          <FactDateInput id="adopt-due" label="办结期限" value={day} onChange={setDay} />
        </div>
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button type="submit" className="button is-primary" disabled={!isReady}>
            {isBusy ? '正在保存…' : '转为任务'}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            先不转
          </button>
        </div>
      </form>
    </dialog>
  );
}
