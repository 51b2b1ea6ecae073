import { useId, type ReactNode } from 'react';

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** Said below the field when what stands in it cannot be saved. */
  readonly problem?: string | undefined;
};

function Problem({ id, words }: { readonly id: string; readonly words: string | undefined }) {
  return words === undefined ? null : (
    <span className="field-error" id={id}>
      {words}
    </span>
  );
}

export function InputField({ label, value, onChange, placeholder, problem }: FieldProps) {
  const id = useId();
  return (
    <label className="field">
      <span>{label}</span>
      <input
        value={value}
        maxLength={400}
        placeholder={placeholder}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : id}
        onChange={({ target }) => onChange(target.value)}
      />
      <Problem id={id} words={problem} />
    </label>
  );
}

export function AreaField({ label, value, onChange, placeholder }: FieldProps) {
  return (
    <label className="field is-wide">
      <span>{label}</span>
      <textarea
        rows={3}
        value={value}
        maxLength={4000}
        placeholder={placeholder}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

export type Options = readonly (readonly [value: string, words: string])[];

export function ChoiceField({
  label,
  value,
  onChange,
  options,
}: Omit<FieldProps, 'placeholder' | 'problem'> & { readonly options: Options }) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

export function CheckField({
  checked,
  onChange,
  children,
}: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="check-field">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      {children}
    </label>
  );
}

/** One underlined word of a filter sentence. */
export function FilterWord({
  label,
  all,
  value,
  options,
  onPick,
}: {
  readonly label: string;
  readonly all: string;
  readonly value: string | undefined;
  readonly options: Options;
  readonly onPick: (value: string | undefined) => void;
}) {
  return (
    <label>
      {label}：
      <select value={value ?? ''} onChange={({ target }) => onPick(target.value || undefined)}>
        <option value="">{all}</option>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The words of a filter sentence that are typed. */
export function FilterText({
  label,
  value,
  placeholder,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly placeholder: string;
  readonly onChange: (value: string | undefined) => void;
}) {
  return (
    <label>
      {label}：
      <input
        type="search"
        value={value ?? ''}
        maxLength={60}
        placeholder={placeholder}
        onChange={({ target }) => onChange(target.value || undefined)}
      />
    </label>
  );
}
