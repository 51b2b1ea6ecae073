import { daysInMonth } from '../calendar/calendar-date';
import type { CalendarDate } from '../calendar/calendar-date';
import { indicatorById } from './indicators';
import { joinUnits } from './join-units';
import { cellTally, countBoard, packUnits } from './packed-units';
import type { CoverageDefinitions, CoverageRecords, IndicatorId, TrendPoint } from './types';

/**
 * The last days of the `months` months up to today; the current month ends today.
 * @example monthEnds('2026-11-23', 2) //=> ['2026-10-31', '2026-11-23']
 */
export function monthEnds(today: CalendarDate, months: number): CalendarDate[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  return Array.from({ length: months }, (_, index) => {
    const back = months - 1 - index;
    if (back === 0) return today;
    const serial = year * 12 + (month - 1) - back;
    return lastDayOf(Math.floor(serial / 12), (serial % 12) + 1);
  });
}

function lastDayOf(year: number, month: number): CalendarDate {
  const text = `${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`;
  return text as CalendarDate;
}

/**
 * An indicator at past month ends, by asking the effective-dated records for each day anew. Head-counts
 * and operating status are known as of now only; founding, covers and assignments are known by date.
 */
export function trendByMonth(
  records: CoverageRecords,
  question: {
    readonly indicator: IndicatorId;
    readonly today: CalendarDate;
    readonly months: number;
    readonly definitions: CoverageDefinitions;
  },
): TrendPoint[] {
  const { indicator: id, today, months, definitions } = question;
  const column = id === 'siteCoverage' || id === 'siteWorkCoverage' ? 'site' : 'legal';
  return monthEnds(today, months).map((monthEnd) => {
    const board = countBoard(packUnits(joinUnits(records, monthEnd), []), definitions);
    const figure = indicatorById(id, cellTally(board, column), definitions);
    return {
      monthEnd,
      percent: figure?.percent ?? null,
      numerator: figure?.numerator ?? 0,
      denominator: figure?.denominator ?? 0,
    };
  });
}
