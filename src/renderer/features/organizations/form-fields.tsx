import { useId } from 'react';
import type { textFields } from './organization-draft';
import { countFields, type OrganizationDraft } from './organization-draft';

export type FieldProps = {
  readonly draft: OrganizationDraft;
  readonly onChange: (draft: OrganizationDraft) => void;
};

export type TextFieldProps = FieldProps & {
  readonly field: (typeof textFields)[number];
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

export type SelectFieldProps = FieldProps & {
  readonly field: 'kind' | 'status' | 'areaId';
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

const countLabels: Readonly<Record<(typeof countFields)[number], string>> = {
  staff: '从业人员',
  staffUnder35: '其中 35 岁以下',
  members: '党员（组织关系在本单位）',
  probationaryMembers: '其中预备党员',
  membersElsewhere: '党员（关系未转入）',
};

export type CountFieldsProps = FieldProps & { readonly invalid: readonly string[] };

export function CountFields({ draft, onChange, invalid }: CountFieldsProps) {
  const errors = useId();
  return countFields.map((field) => {
    const isInvalid = invalid.includes(field);
    const errorId = `${errors}-${field}`;
    return (
      <label key={field} className="field">
        <span>{countLabels[field]}</span>
        <input
          value={draft[field]}
          inputMode="numeric"
          aria-invalid={isInvalid}
          aria-describedby={isInvalid ? errorId : undefined}
          onChange={({ target }) => onChange({ ...draft, [field]: target.value })}
        />
        {isInvalid && (
          <span className="field-error" id={errorId}>
            请填整数，不详就空着
          </span>
        )}
      </label>
    );
  });
}
