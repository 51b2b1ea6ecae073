import type { CalendarDate } from '../calendar/calendar-date';
import { coverageIndicators, exclusionCounts } from './indicators';
import { joinUnits } from './join-units';
import { partyOrganizationGaps } from './party-organization-gaps';
import { cellTally, countBoard, packUnits } from './packed-units';
import type { CoverageBoard } from './packed-units';
import { isInColumn } from './tally';
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

/** Every gap of the ledger on the day: party organisations first, then units, in the order of the records. */
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
    ...units.flatMap((unit) => unitGaps(unit, question.definitions)),
  ];
}

/** Joins, counts and judges the whole ledger as of a day (rules §4). */
export function evaluateCoverage(
  records: CoverageRecords,
  asOf: CalendarDate,
  definitions: CoverageDefinitions,
): CoverageEvaluation {
  const units = joinUnits(records, asOf);
  const streetIds = records.areas.filter(({ level }) => level === 'street').map(({ id }) => id);
  const board = countBoard(packUnits(units, streetIds), definitions);
  const tallies = { legal: cellTally(board, 'legal'), site: cellTally(board, 'site') };
  return {
    asOf,
    units,
    states: coverageStates(units, definitions),
    board,
    tallies,
    indicators: coverageIndicators(tallies, definitions),
    exclusions: exclusionCounts(units.filter((unit) => isInColumn(unit, 'legal'))),
    gaps: coverageGaps(records, units, { asOf, definitions }),
  };
}
