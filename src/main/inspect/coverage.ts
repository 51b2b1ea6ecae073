import { readFileSync } from 'node:fs';
import type { CalendarDate } from '../../core/calendar/calendar-date';
import { builtUnits, isInColumn, tallyUnits } from '../../core/coverage/tally';
import { evaluateCoverage } from '../../core/coverage/evaluate';
import { percentOf } from '../../core/coverage/percent';
import { coverageDoubts } from '../../core/coverage/doubts';
import type { Doubt } from '../../core/coverage/doubts';
import { setupSuggestion } from '../../core/coverage/setup-suggestion';
import { transferRate } from '../../core/coverage/transfer-rate';
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
  readonly byKind: readonly {
    readonly kind: string;
    readonly indicators: readonly StudyFigureValue[];
  }[];
  /** What each unit without an organisation could set up; a suggestion, never a verdict. */
  readonly suggestions: readonly InspectedSuggestion[];
  readonly doubts: readonly Doubt[];
}

interface InspectedSuggestion {
  readonly id: string;
  readonly formalMembers: number;
  readonly level: string;
  readonly needsCommittee: boolean;
  readonly isManual: boolean;
  readonly message: string;
}

interface InspectedGap {
  readonly rule: string;
  readonly organizationId?: string;
  readonly partyOrganizationId?: string;
  readonly severity: GapSeverity;
  /** manual: the law's wording or the file's facts leave it to a person. */
  readonly status: CoverageGap['status'];
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

function figuresByKind(
  units: readonly CoverageUnit[],
  definitions: CoverageDefinitions,
): CoverageReport['byKind'] {
  return [...new Set(units.map(({ kind }) => kind))].map((kind) => ({
    kind,
    indicators: studyFigures(
      tallyUnits(
        units.filter((unit) => unit.kind === kind),
        definitions,
      ),
    ),
  }));
}

function suggestionsFor(units: readonly CoverageUnit[]): InspectedSuggestion[] {
  return units.flatMap(({ id, exclusion, formalMembers }) => {
    if (exclusion !== undefined || formalMembers === undefined || formalMembers === 0) return [];
    const { words: message, ...suggestion } = setupSuggestion(formalMembers);
    return [{ id, formalMembers, ...suggestion, message }];
  });
}

/** 关系转接率 over members (not units): those whose 组织关系 is in the unit, of all who work there. */
function transferFigures(units: readonly CoverageUnit[]): StudyFigureValue[] {
  const { here, elsewhere } = transferRate(units);
  return [
    { id: 'members_total', numerator: here + elsewhere, denominator: 0, percent: null },
    { id: 'members_elsewhere', numerator: elsewhere, denominator: 0, percent: null },
    {
      id: 'transfer_rate_pct',
      numerator: here,
      denominator: here + elsewhere,
      percent: percentOf(here, here + elsewhere),
    },
  ];
}

function inspectedGap(gap: CoverageGap): InspectedGap {
  const { rule, severity, status, reason: message } = gap;
  return gap.subject === 'organization'
    ? { rule, organizationId: gap.subjectId, severity, status, message }
    : { rule, partyOrganizationId: gap.subjectId, severity, status, message };
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
  const records = recordsOfCoverageFile(json);
  const { units, states, gaps } = evaluateCoverage(records, today, definitions);
  const chosen = chosenUnits(units);
  return {
    asOf: today,
    indicators: [
      ...studyFigures(tallyUnits(chosen, definitions)),
      ...siteFigures(units, definitions),
      ...transferFigures(chosen),
    ],
    states: units.map((unit) => ({
      id: unit.id,
      state: states.get(unit.id) ?? 'blank',
      ...(unit.exclusion === undefined ? {} : { reason: exclusionWords[unit.exclusion] }),
    })),
    // A reminder is not a gap yet: terms that end soon are left to the desk's own lists.
    // Such a file names no instructors, only units that have one: there is nobody to count a load for.
    gaps: gaps
      .filter(({ status, subject }) => status !== 'dueSoon' && subject !== 'instructor')
      .map(inspectedGap),
    byArea: figuresByArea(chosen, definitions),
    byKind: figuresByKind(units, definitions),
    suggestions: suggestionsFor(units),
    // Every unit of such a file is without a code: that is the format, not a doubt.
    doubts: coverageDoubts(records, today).filter(({ code }) => code !== 'NO-CREDIT-CODE'),
  };
}
