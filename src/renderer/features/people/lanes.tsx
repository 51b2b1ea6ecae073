import type { StepView } from '../../../contract/people';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import { civilOf, fromDayNumber, toDayNumber } from '../../../core/calendar/day-number';
import { useVaultQuery } from '../../lib/use-vault-query';

const width = 720;
const left = 76;
const rowHeight = 26;
const margin = 20;
/** A band that begins nearer to the edge carries its words on its left. */
const labelRoom = 190;

type Band = {
  readonly step: StepView;
  readonly from: number;
  readonly until: number;
  readonly extended: number | undefined;
  readonly words: string;
  /** Practice, dashed. */
  readonly isReference: boolean;
};

/** The open stage on a true time scale: what happened, what the law allows, what local practice suggests. */
export function Lanes({
  steps,
  onExplain,
}: {
  steps: readonly StepView[];
  onExplain: (rule: string) => void;
}) {
  const status = useVaultQuery('session.status', {});
  const today = status.data === undefined ? undefined : toDayNumber(status.data.today);
  const points = steps.flatMap((step) =>
    step.actual.filter(isCalendarDate).map((on) => ({ step, day: toDayNumber(on) })),
  );
  const legal = steps.flatMap((step) => bandOf(step));
  const reference = steps.flatMap((step) => referenceOf(step));
  const bands = [...legal, ...reference];
  const days = [
    ...points.map(({ day }) => day),
    ...bands.flatMap(({ from, until, extended }) => [from, until, extended ?? until]),
    ...(today === undefined ? [] : [today]),
  ];
  if (bands.length === 0 || days.length < 2) return null;
  const first = Math.min(...days) - margin;
  const last = Math.max(...days) + margin * 3;
  const x = (day: number) => left + ((day - first) / (last - first)) * (width - left - 8);
  const height = 56 + bands.length * rowHeight + 24;
  return (
    <svg
      className="lanes"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`时间带：${bands.map(({ step, words }) => `第 ${step.step} 步${words}`).join('，')}`}
    >
      {monthsBetween(first, last).map((day) => (
        <g key={day}>
          <line x1={x(day)} x2={x(day)} y1={0} y2={height - 18} className="lane-month" />
          {(today === undefined || Math.abs(x(today) - x(day)) > 34) && (
            <text x={x(day)} y={height - 4} className="lane-small" textAnchor="middle">
              {monthWords(day)}
            </text>
          )}
        </g>
      ))}
      <text x={0} y={26} className="lane-name">
        实际
      </text>
      {points.map(({ step, day }, index) => (
        <g key={`${step.step}/${day}/${index}`}>
          <circle
            cx={x(day)}
            cy={26}
            r={9}
            className={step.status === 'breached' ? 'lane-point is-bad' : 'lane-point'}
          />
          <text x={x(day)} y={30} textAnchor="middle" className="lane-number">
            {step.step}
          </text>
          <text x={x(day)} y={index % 2 === 0 ? 12 : 48} textAnchor="middle" className="lane-small">
            {step.caption} {fromDayNumber(day).slice(5)}
          </text>
        </g>
      ))}
      {legal.length > 0 && (
        <text x={0} y={72} className="lane-name">
          法定
        </text>
      )}
      {reference.length > 0 && (
        <text x={0} y={72 + legal.length * rowHeight} className="lane-name">
          参考
        </text>
      )}
      {bands.map((band, index) => (
        <LaneBand
          key={`${band.step.step}/${band.words}`}
          band={band}
          x={x}
          y={58 + index * rowHeight}
          onExplain={onExplain}
        />
      ))}
      {today !== undefined && (
        <g>
          <line x1={x(today)} x2={x(today)} y1={0} y2={height - 18} className="lane-today" />
          <text x={x(today)} y={height - 4} textAnchor="middle" className="lane-today-word">
            今天
          </text>
        </g>
      )}
    </svg>
  );
}

function bandOf(step: StepView): Band[] {
  const { earliestOn, latestOn, extendedUntil, referenceOn } = step;
  if (latestOn === undefined && (earliestOn === undefined || referenceOn !== undefined)) return [];
  const from = toDayNumber((earliestOn ?? latestOn) as CalendarDate);
  const until = toDayNumber((latestOn ?? earliestOn) as CalendarDate);
  return [
    {
      step,
      from,
      until: Math.max(until, from),
      extended: extendedUntil === undefined ? undefined : toDayNumber(extendedUntil),
      words: latestOn === undefined ? `最早 ${earliestOn ?? ''}` : `最晚 ${latestOn}`,
      isReference: false,
    },
  ];
}

function referenceOf(step: StepView): Band[] {
  const { earliestOn, referenceOn } = step;
  if (referenceOn === undefined) return [];
  const until = toDayNumber(referenceOn);
  const from = earliestOn === undefined ? until : Math.min(toDayNumber(earliestOn), until);
  const words = `参考 ${referenceOn}`;
  return [{ step, from, until, extended: undefined, words, isReference: true }];
}

function LaneBand({
  band,
  x,
  y,
  onExplain,
}: {
  band: Band;
  x: (day: number) => number;
  y: number;
  onExplain: (rule: string) => void;
}) {
  const { step, from, until, extended, words } = band;
  const { rule } = step;
  const isLate = x(from) > width - labelRoom;
  return (
    <g onClick={() => rule !== undefined && onExplain(rule)} className="lane-band-group">
      {extended !== undefined && (
        <rect
          x={x(until)}
          y={y}
          width={Math.max(2, x(extended) - x(until))}
          height={20}
          className="lane-band is-extended"
        />
      )}
      <rect
        x={x(from)}
        y={y}
        width={Math.max(3, x(until) - x(from))}
        height={20}
        className={bandClass(band)}
      />
      <text
        x={isLate ? x(from) - 6 : x(from) + 6}
        y={y + 14}
        textAnchor={isLate ? 'end' : 'start'}
        className="lane-small is-ink"
      >
        {step.step} {step.caption}　{words}
      </text>
    </g>
  );
}

function bandClass({ step, isReference }: Band): string {
  if (isReference) return 'lane-band is-reference';
  return step.status === 'due' || step.status === 'overdue' ? 'lane-band is-near' : 'lane-band';
}

function monthsBetween(first: number, last: number): number[] {
  const every = last - first > 500 ? 3 : 1;
  const months: number[] = [];
  for (let day = first; day <= last; day += 1) {
    const civil = civilOf(day);
    if (civil.day === 1 && (civil.month - 1) % every === 0) months.push(day);
  }
  return months;
}

function monthWords(day: number): string {
  const { year, month } = civilOf(day);
  return month === 1 ? `${year}年1月` : `${month}月`;
}
