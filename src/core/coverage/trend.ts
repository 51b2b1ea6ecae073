import { daysInMonth } from '../calendar/calendar-date';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Organization } from '../records/organization';
import { turnsOfUnit } from './horizon';
import { indicatorRules } from './indicator-data';
import { indicatorById } from './indicators';
import { joinForFigures } from './join-units';
import { addToBin, binOf, cellTally, countBoard, emptyBoardLike, packUnits } from './packed-units';
import type { CoverageBoard } from './packed-units';
import type { Reach } from './reach';
import type { CoverageDefinitions, IndicatorId, TrendPoint } from './types';

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
 * Every indicator at past month ends, kept: each unit counts in one bin a month, and an edit finds the bins
 * of the units it touches anew. Head-counts are known as of now only; founding, status, covers and
 * assignments are known by date.
 */
export class LiveTrend {
  readonly #months: readonly CalendarDate[];
  readonly #boards: readonly CoverageBoard[];
  /** Bins of each unit, month by month. */
  readonly #bins = new Map<string, readonly number[]>();
  readonly #waiting: Set<string>;

  constructor(
    unitIds: Iterable<string>,
    private readonly reach: Reach,
    question: {
      readonly today: CalendarDate;
      readonly months: number;
      readonly definitions: CoverageDefinitions;
    },
  ) {
    this.#months = monthEnds(question.today, question.months);
    this.#waiting = new Set(unitIds);
    const first = countBoard(packUnits([], []), question.definitions);
    this.#boards = this.#months.map(() => emptyBoardLike(first));
  }

  /** Units still to be looked at before the figures hold. */
  get waiting(): number {
    return this.#waiting.size;
  }

  touch(unitId: string): void {
    this.#waiting.add(unitId);
  }

  /** Looks at waiting units until none is left or time is up; false = some are left. */
  catchUp(
    unitById: (id: string) => Organization | undefined,
    isTimeUp: () => boolean = () => false,
  ): boolean {
    for (const id of this.#waiting) {
      this.#waiting.delete(id);
      this.#recount(id, unitById(id));
      if (isTimeUp()) break;
    }
    return this.#waiting.size === 0;
  }

  points(id: IndicatorId): TrendPoint[] {
    const over = indicatorRules.find((rule) => rule.id === id)?.over ?? 'legal';
    return this.#months.map((monthEnd, month) => {
      const board = this.#boards[month];
      const figure = board && indicatorById(id, cellTally(board, over), board.definitions);
      return {
        monthEnd,
        percent: figure?.percent ?? null,
        numerator: figure?.numerator ?? 0,
        denominator: figure?.denominator ?? 0,
      };
    });
  }

  #recount(id: string, unit: Organization | undefined): void {
    this.#count(this.#bins.get(id), -1);
    this.#bins.delete(id);
    if (unit === undefined) return;
    const bins = this.#binsOf(unit);
    this.#count(bins, 1);
    this.#bins.set(id, bins);
  }

  #count(bins: readonly number[] | undefined, sign: 1 | -1): void {
    this.#boards.forEach((board, month) => {
      const bin = bins?.[month];
      if (bin !== undefined && bin !== noBin) addToBin(board, bin, sign);
    });
  }

  /** From month to month a unit is joined anew only where something dated lies between. */
  #binsOf(unit: Organization): number[] {
    const turns = turnsOfUnit(unit, this.reach);
    let [bin, before] = [noBin, ''];
    return this.#months.map((day, month) => {
      const hasTurned = turns.some((turn) => turn !== undefined && turn > before && turn <= day);
      if (month === 0 || hasTurned) bin = this.#binOn(unit, day);
      before = day;
      return bin;
    });
  }

  #binOn(unit: Organization, day: CalendarDate): number {
    const joined = joinForFigures(unit, day, this.reach);
    const [board] = this.#boards;
    return joined === undefined || board === undefined ? noBin : binOf(board, joined);
  }
}

/** Not in the register on that day. */
const noBin = -1;
