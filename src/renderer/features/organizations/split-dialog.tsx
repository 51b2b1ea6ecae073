import { useState } from 'react';
import type { OrganizationView } from '../../../contract/coverage';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import type { Organization } from '../../../core/records/organization';
import { FactDateInput } from '../../components/fact-date-input';
import { FormDialog } from '../../components/form-dialog';
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
  readonly view: OrganizationView;
  readonly onDone: (founded: string) => void;
  readonly onClose: () => void;
};

type CoversProps = {
  readonly coveredBy: OrganizationView['coveredBy'];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
};

/** All stay with the old unit; which of them cover the new one too is asked, never assumed. */
function CoversQuestion({ coveredBy, chosen, onChoose }: CoversProps) {
  if (coveredBy.length === 0) return null;
  const toggle = (id: string) =>
    onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <fieldset className="split-covers">
      <legend>哪个党组织也覆盖新单位？</legend>
      {coveredBy.map(({ id, name, form, isOwn }) =>
        isOwn ? (
          <p key={id} className="small muted">
            {name}（{form}）留在原单位；要覆盖两家，先在党组织页改建为联合党支部。
          </p>
        ) : (
          <label key={id} className="check">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            {name}（{form}）
          </label>
        ),
      )}
    </fieldset>
  );
}

type CountsProps = {
  readonly record: Organization;
  readonly numbers: Partial<Record<Counted, string>>;
  readonly onNumbers: (numbers: Partial<Record<Counted, string>>) => void;
};

function CountFields({ record, numbers, onNumbers }: CountsProps) {
  return (Object.keys(counted) as Counted[])
    .filter((field) => record[field] !== undefined)
    .map((field) => (
      <label key={field} className="field">
        <span>
          分出的{counted[field]}（原 {record[field]}）
        </span>
        <input
          inputMode="numeric"
          value={numbers[field] ?? ''}
          onChange={({ target }) => onNumbers({ ...numbers, [field]: target.value })}
        />
      </label>
    ));
}

type TextProps = {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
};

function TextField({ label, value, onText }: TextProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input value={value} maxLength={400} onChange={({ target }) => onText(target.value)} />
    </label>
  );
}

/** 分立: a new unit from a day on; what is counted is divided between the two. */
export function SplitDialog({ view, onDone, onClose }: Props) {
  const { record, coveredBy } = view;
  const [day, setDay] = useState('');
  const [words, setWords] = useState({ reason: '', name: '', creditCode: '' });
  const [numbers, setNumbers] = useState<Partial<Record<Counted, string>>>({});
  const [covers, setCovers] = useState<readonly string[]>([]);
  const act = useAct();
  const typed = readTypedDate(day);
  const on = isCalendarDate(typed) ? typed : undefined;
  const filled = Object.entries(numbers).filter(([, text]) => text.trim() !== '');
  const isNumeric = filled.every(([, text]) => /^\d{1,7}$/.test(text.trim()));
  const isNamed = words.reason.trim() !== '' && words.name.trim() !== '';
  const save = async () => {
    if (on === undefined) return;
    const counts = Object.fromEntries(filled.map(([field, text]) => [field, Number(text)]));
    const input = { id: record.id, on, ...words, counts, covers: [...covers] };
    const saved = await act.run(() => askVault('organizations.split', input));
    if (saved !== undefined) onDone(saved.founded);
  };
  const text = (label: string, field: keyof typeof words) => (
    <TextField
      label={label}
      value={words[field]}
      onText={(next) => setWords({ ...words, [field]: next })}
    />
  );
  return (
    <FormDialog
      label="拆分单位"
      title={`从${record.name}分出新单位`}
      hint="新单位从这一天起计入；分出去的人数从原单位减去，不重复计算。地址、行业等沿用原单位，可再改。"
      saveWords="拆分单位"
      dropWords="先不拆分"
      isReady={on !== undefined && isNamed && isNumeric}
      act={act}
      onSave={save}
      onClose={onClose}
    >
      <div className="form-grid">
        {text('新单位名称（必填）', 'name')}
        {text('统一社会信用代码', 'creditCode')}
        <FactDateInput id="split-on" label="成立日期（必填）" value={day} onChange={setDay} />
        {text('依据（必填）', 'reason')}
        <CountFields record={record} numbers={numbers} onNumbers={setNumbers} />
      </div>
      <CoversQuestion coveredBy={coveredBy} chosen={covers} onChoose={setCovers} />
    </FormDialog>
  );
}
