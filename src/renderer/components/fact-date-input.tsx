import { isCalendarDate, isCalendarMonth } from '../../core/calendar/calendar-date';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/**
 * The ways people write a day, as our one way; a month stays a month.
 * @example readTypedDate('2026.5.8') //=> '2026-05-08'
 */
export function readTypedDate(text: string): string {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/日$/, '')
    .replaceAll(/[年月./]/g, '-')
    .replace(/-$/, '');
  const packed = /^(\d{4})(\d{2})(\d{2})?$/.exec(plain);
  const parts =
    packed === null ? plain.split('-') : packed.slice(1).filter((part) => part !== undefined);
  const joined = parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-');
  return isCalendarDate(joined) || isCalendarMonth(joined) ? joined : text.trim();
}

/** A fact's date as typed; put into our form when the field is left. */
export function FactDateInput({ id, label, value, onChange }: Props) {
  const isBad = value !== '' && !isCalendarDate(value) && !isCalendarMonth(value);
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
