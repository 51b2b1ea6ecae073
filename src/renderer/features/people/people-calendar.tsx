import type { PersonFilter } from '../../../contract/people';
import type { CalendarDay } from '../../../contract/people-views';
import type { CalendarDate, CalendarMonth } from '../../../core/calendar/calendar-date';
import { toDayNumber, weekdayOf } from '../../../core/calendar/day-number';
import { FailureBanner, Loading } from '../../components/notices';
import { useVaultQuery } from '../../lib/use-vault-query';
import { monthAfter, monthOf, monthWords } from './months';

type Props = {
  readonly filter: PersonFilter;
  readonly month: CalendarMonth;
  readonly today: CalendarDate;
  readonly selected: CalendarDate | undefined;
  readonly onMonth: (month: CalendarMonth) => void;
  readonly onSelect: (on: CalendarDate) => void;
};

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** What falls due when? */
export function PeopleCalendar({ filter, month, today, selected, onMonth, onSelect }: Props) {
  const { data, failure } = useVaultQuery('people.calendar', { filter, month });
  const first = data?.days[0];
  return (
    <section className="calendar" aria-label="到期日历">
      <div className="calendar-head">
        <button type="button" className="button" onClick={() => onMonth(monthAfter(month, -1))}>
          上月
        </button>
        <h2>{monthWords(month)}</h2>
        <button type="button" className="button" onClick={() => onMonth(monthAfter(month, 1))}>
          下月
        </button>
        <button type="button" className="link" onClick={() => onMonth(monthOf(today))}>
          回到本月
        </button>
        <span className="muted small">
          {data === undefined ? '' : `${data.total} 件到期`}
          {data?.isProvisional === true ? '，当年放假安排未公布，休息日暂算' : ''}
        </span>
      </div>
      <FailureBanner failure={failure} />
      {data === undefined || first === undefined ? (
        failure === undefined && <Loading />
      ) : (
        <div className="calendar-grid">
          {weekdays.map((day) => (
            <span key={day} className="calendar-weekday">
              {day}
            </span>
          ))}
          {data.days.map((day, index) => (
            <DayCell
              key={day.on}
              day={day}
              column={index === 0 ? weekdayOf(toDayNumber(first.on)) : undefined}
              today={today}
              isSelected={day.on === selected}
              onSelect={onSelect}
            />
          ))}
        </div>
      )}
    </section>
  );
}

type CellProps = {
  readonly day: CalendarDay;
  readonly column: number | undefined;
  readonly today: CalendarDate;
  readonly isSelected: boolean;
  readonly onSelect: (on: CalendarDate) => void;
};

function DayCell({ day, column, today, isSelected, onSelect }: CellProps) {
  const isToday = day.on === today;
  const marks = [
    'calendar-day',
    day.isWorkingDay ? '' : 'is-rest',
    isToday ? 'is-today' : '',
    day.on < today ? 'is-past' : '',
  ].filter(Boolean);
  return (
    <button
      type="button"
      className={marks.join(' ')}
      style={column === undefined ? {} : { gridColumnStart: column }}
      aria-pressed={isSelected}
      aria-label={`${day.on}，${day.total} 件${day.on < today && day.total > 0 ? '，已超期' : ''}`}
      onClick={() => onSelect(day.on)}
    >
      <span className="calendar-number">
        {Number(day.on.slice(8))}
        {isToday ? ' 今天' : ''}
      </span>
      {day.items.map((item) => (
        <span key={item.key} className="calendar-item">
          {item.subjectName} {item.title}
          {item.bound === 'notBefore' ? '（起）' : ''}
        </span>
      ))}
      {day.total > day.items.length && (
        <span className="calendar-more">还有 {day.total - day.items.length} 件</span>
      )}
    </button>
  );
}
