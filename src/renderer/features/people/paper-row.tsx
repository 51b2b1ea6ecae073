import type { ReactNode } from 'react';
import { isBadTypedDate, readTypedDate } from '../../lib/typed-date';
import { isBadPages, type PaperDraft } from './papers-draft';

type Props = {
  readonly draft: PaperDraft;
  readonly isFirstOfStep: boolean;
  readonly onChange: (patch: Partial<PaperDraft>) => void;
};

const states: Readonly<Record<Exclude<PaperDraft['state'], ''>, string>> = {
  original: '原件',
  copy: '复印件',
  absent: '缺',
};

export function PaperRow({ draft, isFirstOfStep, onChange }: Props) {
  const { kind } = draft;
  return (
    <tr className={draft.state === 'absent' ? 'is-absent' : ''}>
      <td className="muted">{isFirstOfStep ? (draft.step ?? '其他') : ''}</td>
      <td>
        {kind} {draft.form !== undefined && <span className="muted small">{draft.form}</span>}
      </td>
      <td>
        <Choice
          label={`${kind}：存有`}
          value={draft.state}
          onChange={(state) => onChange({ state })}
        >
          {Object.entries(states).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Choice>
      </td>
      <td>
        <input
          className="is-pages"
          aria-label={`${kind}：页数`}
          inputMode="numeric"
          value={draft.pages}
          aria-invalid={isBadPages(draft)}
          onChange={(event) => onChange({ pages: event.target.value })}
        />
      </td>
      <td>
        <input
          aria-label={`${kind}：存放处`}
          value={draft.storedAt}
          maxLength={60}
          onChange={(event) => onChange({ storedAt: event.target.value })}
        />
      </td>
      <td>
        <YesNo
          label={`${kind}：签名`}
          value={draft.isSigned}
          onChange={(isSigned) => onChange({ isSigned })}
        />
      </td>
      <td>
        <YesNo
          label={`${kind}：盖章`}
          value={draft.isSealed}
          onChange={(isSealed) => onChange({ isSealed })}
        />
      </td>
      <td>
        <input
          className="is-date"
          aria-label={`${kind}：落款日期`}
          value={draft.datedOn}
          aria-invalid={isBadTypedDate(draft.datedOn)}
          onChange={(event) => onChange({ datedOn: event.target.value })}
          onBlur={() => onChange({ datedOn: readTypedDate(draft.datedOn) })}
        />
      </td>
    </tr>
  );
}

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/** Nothing chosen means that nobody has looked yet, which is neither there nor missing. */
function Choice<Value extends string>({
  label,
  value,
  onChange,
  children,
}: ChoiceProps<Value> & { readonly children: ReactNode }) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as Value)}
    >
      <option value="">—</option>
      {children}
    </select>
  );
}

export function YesNo(props: ChoiceProps<PaperDraft['isSigned']>) {
  return (
    <Choice {...props}>
      <option value="yes">有</option>
      <option value="no">无</option>
    </Choice>
  );
}
