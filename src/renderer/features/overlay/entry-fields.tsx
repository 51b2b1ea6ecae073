import type { OverlayNumber } from '../../../contract/overlay';
import { unitWords, type EntryDraft } from './entry-draft';

type Change = { readonly onChange: (patch: Partial<EntryDraft>) => void };

export function TextField({
  id,
  label,
  value,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

const wayWords = { lower: '不大于', higher: '不小于', any: '建议' } as const;

/** The numbers of a known rule, each beside its national size and the way that is stricter. */
export function NumberFields({
  numbers,
  draft,
  onChange,
}: Change & { readonly numbers: readonly OverlayNumber[]; readonly draft: EntryDraft }) {
  return numbers.map(({ name, words, unit, value, way }) => (
    <TextField
      key={name}
      id={`entry-number-${name}`}
      label={`${words}（${[wayWords[way], value, unitWords[unit]].join(' ').trim()}）`}
      value={draft.numbers[name] ?? ''}
      onChange={(text) => onChange({ numbers: { ...draft.numbers, [name]: text } })}
    />
  ));
}

export function SeverityField({ draft, onChange }: Change & { readonly draft: EntryDraft }) {
  return (
    <div className="field">
      <label htmlFor="entry-severity">级别</label>
      <select
        id="entry-severity"
        value={draft.severity}
        onChange={(event) => onChange({ severity: event.target.value as EntryDraft['severity'] })}
      >
        <option value="SOFT">需核实</option>
        <option value="INFO">只提示</option>
      </select>
    </div>
  );
}

const units = ['months', 'days', 'workingDays'] as const;

/** A rule of the district's own: its name and the two facts it stands between. */
export function AddedFields({
  draft,
  facts,
  isNew,
  onChange,
}: Change & {
  readonly draft: EntryDraft;
  readonly facts: readonly { readonly name: string; readonly words: string }[];
  readonly isNew: boolean;
}) {
  return (
    <>
      <TextField
        id="entry-title"
        label="规则名称"
        value={draft.title}
        onChange={(title) => onChange({ title })}
      />
      <div className="field">
        <label htmlFor="entry-code">编号（LOCAL- 之后）</label>
        <input
          id="entry-code"
          value={draft.code}
          disabled={!isNew}
          maxLength={30}
          onChange={(event) => onChange({ code: event.target.value })}
        />
      </div>
      <FactField id="begins" label="从" facts={facts} draft={draft} onChange={onChange} />
      <FactField id="ends" label="到" facts={facts} draft={draft} onChange={onChange} />
      <div className="field">
        <label htmlFor="entry-bound">要求</label>
        <select
          id="entry-bound"
          value={draft.bound}
          onChange={(event) => onChange({ bound: event.target.value as EntryDraft['bound'] })}
        >
          <option value="noLaterThan">不超过</option>
          <option value="notBefore">至少满</option>
        </select>
      </div>
      <TextField
        id="entry-size"
        label="期限"
        value={draft.numbers['offset'] ?? ''}
        onChange={(offset) => onChange({ numbers: { ...draft.numbers, offset } })}
      />
      <div className="field">
        <label htmlFor="entry-unit">单位</label>
        <select
          id="entry-unit"
          value={draft.unit}
          onChange={(event) => onChange({ unit: event.target.value as EntryDraft['unit'] })}
        >
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {unitWords[unit]}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

function FactField({
  id,
  label,
  facts,
  draft,
  onChange,
}: Change & {
  readonly id: 'begins' | 'ends';
  readonly label: string;
  readonly facts: readonly { readonly name: string; readonly words: string }[];
  readonly draft: EntryDraft;
}) {
  return (
    <div className="field">
      <label htmlFor={`entry-${id}`}>{label}</label>
      <select
        id={`entry-${id}`}
        value={draft[id]}
        onChange={(event) => onChange({ [id]: event.target.value })}
      >
        <option value="">请选择</option>
        {facts.map(({ name, words }) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
