import { useState } from 'react';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { FactDateInput } from '../../components/fact-date-input';
import { ModalDialog } from '../../components/modal-dialog';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';
import { AddedFields, NumberFields, SeverityField, TextField } from './entry-fields';
import { actWords } from './entry-words';
import { draftOf, entryOf, type EntryDraft, type EntrySubject } from './entry-draft';

type Props = {
  readonly subject: EntrySubject;
  readonly facts: readonly { readonly name: string; readonly words: string }[];
  readonly today: CalendarDate;
  readonly onClose: () => void;
};

/** Since when, on which paper, and with which numbers; loosening is refused by the vault with words. */
export function EntryDialog({ subject, facts, today, onClose }: Props) {
  const [draft, setDraft] = useState<EntryDraft>(() => {
    const made = draftOf(subject);
    return made.from === '' ? { ...made, from: today } : made;
  });
  const { isBusy, failure, run } = useAct();
  const entry = entryOf(subject, draft);
  const change = (patch: Partial<EntryDraft>) => setDraft({ ...draft, ...patch });
  const words = subject.line === undefined ? actWords[subject.act] : '修改';

  async function save(): Promise<void> {
    if (entry === undefined || isBusy) return;
    const place = subject.line === undefined ? {} : { index: subject.line.index };
    const saved = await run(() => askVault('overlay.saveEntry', { entry, ...place }));
    if (saved !== undefined) onClose();
  }

  return (
    <ModalDialog
      name={`${words}：${subject.rule?.title ?? (draft.title || '本地规则')}`}
      hint={subject.rule?.text ?? '两个时间之间的期限，只由本地规定。'}
      onClose={onClose}
    >
      <form
        aria-label="地方口径一条"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => onFormKey(event, () => void save())}
      >
        <div className="form-grid">
          {subject.act === 'add' && (
            <AddedFields
              draft={draft}
              facts={facts}
              isNew={subject.line === undefined}
              onChange={change}
            />
          )}
          <FactDateInput
            id="entry-from"
            label="启用日"
            value={draft.from}
            onChange={(from) => change({ from })}
          />
          <FactDateInput
            id="entry-until"
            label="停用日（一直有效则不填）"
            value={draft.until}
            onChange={(until) => change({ until })}
          />
          <TextField
            id="entry-source"
            label="依据文件和文号"
            value={draft.source}
            onChange={(source) => change({ source })}
          />
          <NumberFields numbers={subject.rule?.numbers ?? []} draft={draft} onChange={change} />
          {subject.act !== 'tighten' && <SeverityField draft={draft} onChange={change} />}
          <TextField
            id="entry-lead"
            label="提前几天提醒（可不填）"
            value={draft.leadDays}
            onChange={(leadDays) => change({ leadDays })}
          />
        </div>
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button
            type="button"
            className="button is-primary"
            disabled={entry === undefined || isBusy}
            onClick={() => void save()}
          >
            {isBusy ? '正在保存…' : '保存这一条'}
          </button>
          <button type="button" className="button" onClick={onClose}>
            先不保存
          </button>
          {entry === undefined && (
            <span className="muted small">启用日和依据文件必填，口径才有出处。</span>
          )}
        </div>
      </form>
    </ModalDialog>
  );
}
