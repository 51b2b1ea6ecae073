import { useEffect, useRef, useState } from 'react';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import type { Organization } from '../../../core/records/organization';
import { FactDateInput } from '../../components/fact-date-input';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { readTypedDate } from '../../lib/typed-date';
import { useAct } from '../../lib/use-act';

const counted = {
  staff: '从业人员',
  members: '党员（关系在本单位）',
  probationaryMembers: '其中预备党员',
} as const;
type Counted = keyof typeof counted;

type Props = {
  readonly record: Organization;
  readonly onDone: (founded: string) => void;
  readonly onClose: () => void;
};

/** 分立: a new unit from a day on; what is counted is divided between the two. */
export function SplitDialog({ record, onDone, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [name, setName] = useState('');
  const [creditCode, setCreditCode] = useState('');
  const [numbers, setNumbers] = useState<Partial<Record<Counted, string>>>({});
  const { isBusy, failure, run } = useAct();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const typed = readTypedDate(day);
  const on = isCalendarDate(typed) ? typed : undefined;
  const filled = Object.entries(numbers).filter(([, text]) => text.trim() !== '');
  const isNumeric = filled.every(([, text]) => /^\d{1,7}$/.test(text.trim()));
  const isReady =
    !isBusy && on !== undefined && reason.trim() !== '' && name.trim() !== '' && isNumeric;
  const save = async () => {
    if (!isReady || on === undefined) return;
    const counts = Object.fromEntries(filled.map(([field, text]) => [field, Number(text)]));
    const saved = await run(() =>
      askVault('organizations.split', { id: record.id, on, reason, name, creditCode, counts }),
    );
    if (saved !== undefined) onDone(saved.founded);
  };
  const text = (label: string, value: string, onText: (next: string) => void) => (
    <label className="field">
      <span>{label}</span>
      <input value={value} maxLength={400} onChange={({ target }) => onText(target.value)} />
    </label>
  );
  return (
    <dialog className="dialog" ref={dialog} aria-label="拆分单位" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h2>从{record.name}分出新单位</h2>
        <p className="small muted">
          新单位从这一天起计入；分出去的人数从原单位减去，不重复计算。地址、行业等沿用原单位，可再改。
        </p>
        <div className="form-grid">
          {text('新单位名称（必填）', name, setName)}
          {text('统一社会信用代码', creditCode, setCreditCode)}
          <FactDateInput id="split-on" label="成立日期（必填）" value={day} onChange={setDay} />
          {text('依据（必填）', reason, setReason)}
          {(Object.keys(counted) as Counted[])
            .filter((field) => record[field] !== undefined)
            .map((field) => (
              <label key={field} className="field">
                <span>
                  分出的{counted[field]}（原 {record[field]}）
                </span>
                <input
                  inputMode="numeric"
                  value={numbers[field] ?? ''}
                  onChange={({ target }) => setNumbers({ ...numbers, [field]: target.value })}
                />
              </label>
            ))}
        </div>
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button type="submit" className="button is-primary" disabled={!isReady}>
            {isBusy ? '正在保存…' : '拆分单位'}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            先不拆分
          </button>
        </div>
      </form>
    </dialog>
  );
}
