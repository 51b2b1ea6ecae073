import { isCalendarMonth } from '../../core/calendar/calendar-date';
import { isBadTypedDate, readTypedDate } from '../lib/typed-date';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A fact's date as typed; put into our form when the field is left. */
export function FactDateInput({ id, label, value, onChange }: Props) {
  // What can be read as a day is no mistake while it is being typed, and nothing jumps when the field is left.
  const isBad = isBadTypedDate(value);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        value={value}
        placeholder="2026-05-18"
        aria-invalid={isBad}
        aria-describedby={isBad ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => onChange(readTypedDate(value))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onChange(readTypedDate(value));
        }}
      />
      {isBad && (
        <span id={`${id}-error`} className="field-error">
          没有这一天。写作 2026-05-18；只知年月写 2026-05。
        </span>
      )}
      {isCalendarMonth(value) && <span className="muted small">只到年月，按日的期限无法判断</span>}
    </div>
  );
}
