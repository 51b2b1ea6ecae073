import { useEffect, useRef, useState } from 'react';
import type { DueItem } from '../../../contract/common';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import { FactDateInput } from '../../components/fact-date-input';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { readTypedDate } from '../../lib/typed-date';
import { useAct } from '../../lib/use-act';

export type PutOff = Pick<DueItem, 'key' | 'dueOn' | 'subjectName' | 'title'>;
type Props = { readonly item: PutOff; readonly onClose: () => void };

/** Puts a reminder off to a day, with the reason on record; the deadline does not move. */
export function SnoozeDialog({ item, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const { isBusy, failure, run } = useAct();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);

  const typed = readTypedDate(day);
  const until = isCalendarDate(typed) ? typed : undefined;
  const isReady = until !== undefined && reason.trim() !== '' && !isBusy;
  async function save(): Promise<void> {
    if (!isReady || until === undefined) return;
    const { key, dueOn } = item;
    const saved = await run(() =>
      askVault('snoozes.add', { key, dueOn, until, reason: reason.trim() }),
    );
    if (saved !== undefined) onClose();
  }

  return (
    <dialog className="dialog snooze-dialog" ref={dialog} aria-label="暂缓提醒" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => onFormKey(event, () => void save())}
      >
        <h2>暂缓提醒</h2>
        <p>
          {item.subjectName}　{item.title}，期限 {item.dueOn}
        </p>
        <p className="small muted">只是不在待办里列出，期限不变；到了所填日期会重新列出。</p>
        <div className="form-grid">
          <FactDateInput id="snooze-until" label="到哪一天再提醒" value={day} onChange={setDay} />
          <label className="field">
            <span>原因</span>
            <input
              value={reason}
              maxLength={200}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        </div>
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button type="submit" className="button is-primary" disabled={!isReady}>
            {isBusy ? '正在保存…' : '暂缓提醒'}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            不暂缓
          </button>
        </div>
      </form>
    </dialog>
  );
}
