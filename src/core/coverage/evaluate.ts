import type { CalendarDate } from '../calendar/calendar-date';
import { coverageIndicators, exclusionCounts } from './indicators';
import { joinUnits } from './join-units';
import { partyOrganizationGaps } from './party-organization-gaps';
import { isInColumn, tallyUnits } from './tally';
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
  const legal = units.filter((unit) => isInColumn(unit, 'legal'));
  const sites = units.filter((unit) => isInColumn(unit, 'site'));
  const tallies = {
    legal: tallyUnits(legal, definitions),
    site: tallyUnits(sites, definitions),
  };
  return {
    asOf,
    units,
    states: coverageStates(units, definitions),
    tallies,
    indicators: coverageIndicators(tallies, definitions),
    exclusions: exclusionCounts(legal),
    gaps: coverageGaps(records, units, { asOf, definitions }),
  };
}
