import { percentOf } from './percent';
import { builtUnits, noneUnits, ownUnits, tallyUnits } from './tally';
import type { CoverageDefinitions, CoverageTally, CoverageUnit } from './types';

/*
 * The figures of a 摸排 sheet under the names other people's checks use (F09, inspect.md). A figure is a
 * count, or a rate of two counts; ids ending in _pct are rates.
 */
interface StudyFigure {
  readonly id: string;
  readonly numerator: (tally: CoverageTally) => number;
  readonly denominator?: (tally: CoverageTally) => number;
}

const active = (tally: CoverageTally): number => tally.units;
const shouldBuilt = (tally: CoverageTally): number => tally.shouldBuildOwn + tally.jointWithThree;
const workCovered = (tally: CoverageTally): number => builtUnits(tally) + tally.workCovered;

const figures: readonly StudyFigure[] = [
  { id: 'valid_rows', numerator: (tally) => tally.units + tally.excluded },
  { id: 'active', numerator: active },
  { id: 'built', numerator: builtUnits },
  { id: 'sole', numerator: ownUnits },
  { id: 'joint', numerator: (tally) => tally.joint },
  { id: 'org_coverage_pct', numerator: builtUnits, denominator: active },
  { id: 'sole_rate_pct', numerator: ownUnits, denominator: active },
  { id: 'should_build', numerator: (tally) => tally.shouldBuild },
  { id: 'should_built', numerator: shouldBuilt },
  {
    id: 'should_build_rate_pct',
    numerator: shouldBuilt,
    denominator: (tally) => tally.shouldBuild,
  },
  { id: 'should_not_built', numerator: (tally) => tally.shouldBuildNone },
  { id: 'work_covered', numerator: workCovered },
  { id: 'work_coverage_pct', numerator: workCovered, denominator: active },
  { id: 'can_joint_not_built', numerator: (tally) => tally.canJoinNone },
  { id: 'staff50_no_member', numerator: (tally) => tally.staff50NoMembers },
  { id: 'staff10_active', numerator: (tally) => tally.staff10 },
  { id: 'staff10_built', numerator: (tally) => tally.staff10Built },
  {
    id: 'staff10_org_coverage_pct',
    numerator: (tally) => tally.staff10Built,
    denominator: (tally) => tally.staff10,
  },
];

/** Beside F09's names: what rules §4.4 asks for and the sheet's own block leaves out. */
const furtherFigures: readonly StudyFigure[] = [
  { id: 'not_built', numerator: noneUnits },
  { id: 'blank', numerator: (tally) => tally.blank },
  { id: 'few_members_not_built', numerator: (tally) => tally.fewMembersNone },
  { id: 'no_members_not_built', numerator: (tally) => tally.noMembersNone },
  { id: 'sole_below_three', numerator: (tally) => tally.ownBelowThree },
  { id: 'joint_branches', numerator: (tally) => tally.jointBranches },
  { id: 'staff30_active', numerator: (tally) => tally.staff30 },
  { id: 'staff30_built', numerator: (tally) => tally.staff30Built },
  { id: 'staff50_active', numerator: (tally) => tally.staff50 },
  { id: 'staff100_active', numerator: (tally) => tally.staff100 },
  { id: 'staff100_not_built', numerator: (tally) => tally.staff100 - tally.staff100Built },
  { id: 'excluded', numerator: (tally) => tally.excluded },
  { id: 'members_unknown', numerator: (tally) => tally.membersUnknown },
  { id: 'staff_unknown', numerator: (tally) => tally.staffUnknown },
  {
    id: 'staff30_org_coverage_pct',
    numerator: (tally) => tally.staff30Built,
    denominator: (tally) => tally.staff30,
  },
  {
    id: 'should_build_sole_rate_pct',
    numerator: (tally) => tally.shouldBuildOwn,
    denominator: (tally) => tally.shouldBuild,
  },
  {
    id: 'with_members_rate_pct',
    numerator: (tally) => tally.withMembersBuilt,
    denominator: (tally) => tally.withMembers,
  },
  {
    id: 'staff50_with_members_pct',
    numerator: (tally) => tally.staff50WithMembers,
    denominator: (tally) => tally.staff50,
  },
  {
    id: 'staff100_built_pct',
    numerator: (tally) => tally.staff100Built,
    denominator: (tally) => tally.staff100,
  },
  {
    id: 'not_built_work_coverage_pct',
    numerator: (tally) => tally.workCovered,
    denominator: noneUnits,
  },
  { id: 'instructor_rate_pct', numerator: (tally) => tally.instructedNone, denominator: noneUnits },
];

/** One figure: a count has denominator 0 and no percent, for it is not a rate. */
export interface StudyFigureValue {
  readonly id: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number | null;
}

function evaluate(figure: StudyFigure, tally: CoverageTally): StudyFigureValue {
  const numerator = figure.numerator(tally);
  const denominator = figure.denominator?.(tally) ?? 0;
  return { id: figure.id, numerator, denominator, percent: percentOf(numerator, denominator) };
}

/** Every figure of a tally, F09's names first. */
export function studyFigures(tally: CoverageTally): StudyFigureValue[] {
  return [...figures, ...furtherFigures].map((figure) => evaluate(figure, tally));
}

/** F09's `coverage.total` shape: one number per name (rates with two places, null without denominator). */
export function studyBlock(
  units: readonly CoverageUnit[],
  definitions: CoverageDefinitions,
): Record<string, number | null> {
  const tally = tallyUnits(units, definitions);
  return Object.fromEntries(
    figures
      .map((figure) => ({ figure, value: evaluate(figure, tally) }))
      .map(({ figure, value }) => [
        value.id,
        figure.denominator === undefined ? value.numerator : value.percent,
      ]),
  );
}
