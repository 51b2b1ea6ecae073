import { useState } from 'react';
import { isCalendarDate, type CalendarDate } from '../../core/calendar/calendar-date';
import { readTypedDate } from '../lib/typed-date';
import './as-of-choice.css';

type Props = {
  readonly asOf: CalendarDate | undefined;
  readonly today: CalendarDate;
  readonly onChange: (asOf: CalendarDate | undefined) => void;
};

/** Any past day may be asked: covers, assignments, founding and status are dated facts. */
export function AsOfChoice({ asOf, today, onChange }: Props) {
  const [typed, setTyped] = useState<string>(asOf ?? '');
  const take = () => {
    const read = readTypedDate(typed);
    if (read === '') onChange(undefined);
    else if (isCalendarDate(read) && read <= today) onChange(read === today ? undefined : read);
  };
  const read = readTypedDate(typed);
  const isBad = read !== '' && (!isCalendarDate(read) || read > today);
  return (
    <form
      className="as-of-choice"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <label>
        截至
        <input
          value={typed}
          placeholder={today}
          aria-invalid={isBad}
          aria-label="统计截至哪一天"
          onChange={({ target }) => setTyped(target.value)}
          onBlur={take}
        />
      </label>
      {asOf !== undefined && (
        <button
          type="button"
          className="link"
          onClick={() => {
            setTyped('');
            onChange(undefined);
          }}
        >
          回到今天
        </button>
      )}
    </form>
  );
}
