import { useId } from 'react';
import { FactDateInput } from '../../components/fact-date-input';
import type {
  choiceFields,
  countFields,
  dayFields,
  DraftField,
  flagFields,
  OrganizationDraft,
  textFields,
} from './organization-draft';

export type FieldProps = {
  readonly draft: OrganizationDraft;
  readonly onChange: (draft: OrganizationDraft) => void;
};

export type TextFieldProps = FieldProps & {
  readonly field: (typeof textFields)[number] | 'head.name' | 'head.phone';
  readonly label: string;
  readonly isRequired?: boolean;
};

export function TextField({ draft, onChange, field, label, isRequired = false }: TextFieldProps) {
  return (
    <label className="field">
      <span>{isRequired ? `${label}（必填）` : label}</span>
      <input
        value={draft[field]}
        maxLength={400}
        required={isRequired}
        onChange={({ target }) => onChange({ ...draft, [field]: target.value })}
      />
    </label>
  );
}

type DayFieldProps = FieldProps & {
  readonly field: (typeof dayFields)[number];
  readonly label: string;
};

export function DayField({ draft, onChange, field, label }: DayFieldProps) {
  const id = useId();
  return (
    <FactDateInput
      id={id}
      label={label}
      value={draft[field]}
      onChange={(value) => onChange({ ...draft, [field]: value })}
    />
  );
}

export type SelectFieldProps = FieldProps & {
  readonly field: (typeof choiceFields)[number];
  readonly label: string;
  readonly options: readonly (readonly [value: string, words: string])[];
};

export function SelectField({ draft, onChange, field, label, options }: SelectFieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={draft[field]}
        onChange={({ target }) => onChange({ ...draft, [field]: target.value })}
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

type FlagFieldProps = FieldProps & {
  readonly field:
    | (typeof flagFields)[number]
    | Extract<DraftField, `mass.${string}` | 'head.isPartyMember' | 'head.isSecretary'>;
  readonly label: string;
};

/** Yes, no, or nobody said: what is not known is never a no. */
export function FlagField({ draft, onChange, field, label }: FlagFieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={draft[field]}
        onChange={({ target }) => onChange({ ...draft, [field]: target.value })}
      >
        <option value="">不详</option>
        <option value="yes">是</option>
        <option value="no">否</option>
      </select>
    </label>
  );
}

export type CountFieldsProps = FieldProps & {
  readonly fields: readonly (readonly [
    field: (typeof countFields)[number] | Extract<DraftField, `group.${string}`>,
    label: string,
  ])[];
  readonly invalid: readonly DraftField[];
};

export function CountFields({ draft, onChange, fields, invalid }: CountFieldsProps) {
  const errors = useId();
  return fields.map(([field, label]) => {
    const isInvalid = invalid.includes(field);
    const errorId = `${errors}-${field}`;
    return (
      <label key={field} className="field">
        <span>{label}</span>
        <input
          value={draft[field]}
          inputMode={field === 'staff' ? 'text' : 'numeric'}
          aria-invalid={isInvalid}
          aria-describedby={isInvalid ? errorId : undefined}
          onChange={({ target }) => onChange({ ...draft, [field]: target.value })}
        />
        {isInvalid && (
          <span className="field-error" id={errorId}>
            请填整数，约数写“约30”，不详就空着
          </span>
        )}
      </label>
    );
  });
}
