import type { Ref } from 'react';

/** One field whose text is never shown. */
export function Secret({
  id,
  label,
  value,
  onChange,
  ref,
}: {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLInputElement>;
}) {
  return (
    <div className="field">
      <label htmlFor={`passphrase-${id}`}>{label}</label>
      <input
        ref={ref}
        id={`passphrase-${id}`}
        type="password"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
