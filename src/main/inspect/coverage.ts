import { readFileSync } from 'node:fs';
import type { CalendarDate } from '../../core/calendar/calendar-date';
import { builtUnits, isInColumn, tallyUnits } from '../../core/coverage/tally';
import { evaluateCoverage } from '../../core/coverage/evaluate';
import { percentOf } from '../../core/coverage/percent';
import { studyFigures } from '../../core/coverage/study-figures';
import type { StudyFigureValue } from '../../core/coverage/study-figures';
import { defaultDefinitions, exclusionWords } from '../../core/coverage/thresholds-data';
import type {
  CoverageDefinitions,
  CoverageGap,
  CoverageUnit,
  GapSeverity,
} from '../../core/coverage/types';
import { recordsOfCoverageFile } from './coverage-records';
import { UnusableInput } from './unusable-input';

/** What `inspect -- coverage` prints (inspect.md); fields beyond the documented ones only ever join. */
export interface CoverageReport {
  readonly asOf: CalendarDate;
  readonly indicators: readonly StudyFigureValue[];
  readonly states: readonly {
    readonly id: string;
    readonly state: string;
    readonly reason?: string;
  }[];
  readonly gaps: readonly InspectedGap[];
  readonly byArea: readonly {
    readonly area: string;
    readonly indicators: readonly StudyFigureValue[];
  }[];
}

interface InspectedGap {
  readonly rule: string;
  readonly organizationId?: string;
  readonly partyOrganizationId?: string;
  readonly severity: GapSeverity;
  readonly message: string;
}

/**
 * The units a figure is over: legal units. A list that holds none (only sites, only sole traders) asks about
 * those it holds (rules §4.4, "units of the chosen kind").
 */
function chosenUnits(units: readonly CoverageUnit[]): readonly CoverageUnit[] {
  const legal = units.filter((unit) => isInColumn(unit, 'legal'));
  return legal.length === 0 ? units : legal;
}

function siteFigures(
  units: readonly CoverageUnit[],
  definitions: CoverageDefinitions,
): StudyFigureValue[] {
  const tally = tallyUnits(
    units.filter((unit) => isInColumn(unit, 'site')),
    definitions,
  );
  const rate = (id: string, numerator: number): StudyFigureValue => ({
    id,
    numerator,
    denominator: tally.units,
    percent: percentOf(numerator, tally.units),
  });
  return [
    rate('site_org_coverage_pct', builtUnits(tally)),
    rate('site_work_coverage_pct', builtUnits(tally) + tally.workCovered),
  ];
}

function figuresByArea(
  units: readonly CoverageUnit[],
  definitions: CoverageDefinitions,
): CoverageReport['byArea'] {
  const areas = [...new Set(units.map((unit) => unit.areaId ?? ''))].filter((area) => area !== '');
  return areas.map((area) => ({
    area,
    indicators: studyFigures(
      tallyUnits(
        units.filter((unit) => unit.areaId === area),
        definitions,
      ),
    ),
  }));
}

function inspectedGap(gap: CoverageGap): InspectedGap {
  const { rule, severity, reason: message } = gap;
  return gap.subject === 'organization'
    ? { rule, organizationId: gap.subjectId, severity, message }
    : { rule, partyOrganizationId: gap.subjectId, severity, message };
}

/** `inspect -- coverage`: figures, states and gaps of a list of units (docs/inspect.md). */
export function inspectCoverageFile(file: string, today: CalendarDate): CoverageReport {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UnusableInput(`读不出 ${file}：不是 JSON 文件，或文件不存在。`);
  }
  return inspectCoverage(json, { today });
}

/** The same for parsed input; by the same core as the desk. Throws `UnusableInput`. */
export function inspectCoverage(
  json: unknown,
  { today }: { readonly today: CalendarDate },
): CoverageReport {
  const definitions = defaultDefinitions;
  const { units, states, gaps } = evaluateCoverage(recordsOfCoverageFile(json), today, definitions);
  const chosen = chosenUnits(units);
  return {
    asOf: today,
    indicators: [
      ...studyFigures(tallyUnits(chosen, definitions)),
      ...siteFigures(units, definitions),
    ],
    states: units.map((unit) => ({
      id: unit.id,
      state: states.get(unit.id) ?? 'blank',
      ...(unit.exclusion === undefined ? {} : { reason: exclusionWords[unit.exclusion] }),
    })),
    // A reminder is not a gap yet: terms that end soon are left to the desk's own lists.
    gaps: gaps.filter((gap) => gap.status !== 'dueSoon').map(inspectedGap),
    byArea: figuresByArea(chosen, definitions),
  };
}
