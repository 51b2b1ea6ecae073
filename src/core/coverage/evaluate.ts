import type { CalendarDate } from '../calendar/calendar-date';
import { streetIdsOf } from './area-tree';
import { coverageIndicators, exclusionCounts } from './indicators';
import { instructorGaps } from './instructor-gaps';
import { joinUnits } from './join-units';
import { partyOrganizationGaps } from './party-organization-gaps';
import { cellTally, countBoard, packUnits } from './packed-units';
import type { CoverageBoard } from './packed-units';
import { reachOf } from './reach';
import type {
  CoverageDefinitions,
  CoverageGap,
  CoverageRecords,
  CoverageState,
  CoverageTally,
  CoverageUnit,
  ExclusionCount,
  Indicator,
} from './types';
import { unitGaps } from './unit-gaps';
import { coverageState } from './unit-state';

/** Everything coverage says of a ledger on one day: the reference, straight from the records. */
export interface CoverageEvaluation {
  readonly asOf: CalendarDate;
  readonly units: readonly CoverageUnit[];
  readonly states: ReadonlyMap<string, CoverageState>;
  /** Counts by street and column: `cellTally(board, column, areaId)` answers for any cell. */
  readonly board: CoverageBoard;
  readonly tallies: { readonly legal: CoverageTally; readonly site: CoverageTally };
  readonly indicators: readonly Indicator[];
  /** Legal units that count in no denominator, by reason. */
  readonly exclusions: readonly ExclusionCount[];
  readonly gaps: readonly CoverageGap[];
}

/** State of every unit on the day; a unit stands in exactly one. */
export function coverageStates(
  units: readonly CoverageUnit[],
  definitions: CoverageDefinitions,
): Map<string, CoverageState> {
  return new Map(units.map((unit) => [unit.id, coverageState(unit, definitions)]));
}

/** Every gap on the day: party organisations first, then instructors, then units, each in the order of the records. */
export function coverageGaps(
  records: CoverageRecords,
  units: readonly CoverageUnit[],
  question: { readonly asOf: CalendarDate; readonly definitions: CoverageDefinitions },
): CoverageGap[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  return [
    ...records.partyOrganizations.flatMap((party) =>
      partyOrganizationGaps(party, unitById, question.asOf),
    ),
    ...records.instructors.flatMap((each) => instructorGaps(each, unitById, question.asOf)),
    ...units.flatMap((unit) => unitGaps(unit, question)),
  ];
}

/** What of an evaluation is at hand already, because it was kept up by edits. */
export interface KeptCoverage {
  readonly board?: CoverageBoard;
  readonly units?: () => readonly CoverageUnit[];
  readonly states?: () => ReadonlyMap<string, CoverageState>;
  readonly gaps?: () => readonly CoverageGap[];
}

/**
 * Joins, counts and judges the whole ledger as of a day (rules §4). What a figure does not need is not
 * reckoned: with a `board` that was kept up by edits, indicators and cells read no record at all.
 */
export function evaluateCoverage(
  records: CoverageRecords,
  asOf: CalendarDate,
  definitions: CoverageDefinitions,
  kept: KeptCoverage = {},
): CoverageEvaluation {
  const units = once(kept.units ?? (() => joinUnits(records, asOf, reachOf(records))));
  const board = once(
    () => kept.board ?? countBoard(packUnits(units(), streetIdsOf(records.areas)), definitions),
  );
  const tallies = once(() => ({
    legal: cellTally(board(), 'legal'),
    site: cellTally(board(), 'site'),
  }));
  const states = once(kept.states ?? (() => coverageStates(units(), definitions)));
  const gaps = once(kept.gaps ?? (() => coverageGaps(records, units(), { asOf, definitions })));
  const exclusions = once(() => exclusionCounts(units()));
  return {
    asOf,
    get units() {
      return units();
    },
    get states() {
      return states();
    },
    get board() {
      return board();
    },
    get tallies() {
      return tallies();
    },
    get indicators() {
      return coverageIndicators(tallies(), definitions);
    },
    get exclusions() {
      return exclusions();
    },
    get gaps() {
      return gaps();
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
