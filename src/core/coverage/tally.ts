import {
  coverageRules,
  socialSurveyStaffThreshold,
  surveyStaffThreshold,
} from '../regulations/coverage-rules';
import { legalColumns } from './thresholds-data';
import type { CoverageColumn, CoverageDefinitions, CoverageTally, CoverageUnit } from './types';
import { builtAs, hasCountedWork } from './unit-state';
import type { BuiltAs } from './unit-state';

export const emptyTally: CoverageTally = {
  units: 0,
  ownCommittee: 0,
  ownGeneralBranch: 0,
  ownBranch: 0,
  joint: 0,
  jointWithThree: 0,
  jointBranches: 0,
  shouldBuildNone: 0,
  fewMembersNone: 0,
  noMembersNone: 0,
  membersUnknownNone: 0,
  workCovered: 0,
  blank: 0,
  shouldBuild: 0,
  shouldBuildOwn: 0,
  ownBelowThree: 0,
  canJoinNone: 0,
  withMembers: 0,
  withMembersBuilt: 0,
  instructedNone: 0,
  staff10: 0,
  staff10Built: 0,
  staff30: 0,
  staff30Built: 0,
  staffSurvey: 0,
  staffSurveyBuilt: 0,
  staff50: 0,
  staff50WithMembers: 0,
  staff50NoMembers: 0,
  staff100: 0,
  staff100Built: 0,
  membersUnknown: 0,
  staffUnknown: 0,
  excluded: 0,
};

export const tallyKeys = Object.keys(emptyTally) as readonly (keyof CoverageTally)[];

const three = coverageRules['ORG-3'].threshold ?? 0;
const fifty = coverageRules['STAFF-50'].threshold ?? 0;
const hundred = coverageRules['STAFF-100'].threshold ?? 0;

const flag = (condition: boolean): number => (condition ? 1 : 0);

function memberPart(unit: CoverageUnit, built: BuiltAs): Partial<CoverageTally> {
  const { members, formalMembers: formal } = unit;
  const isOwn = built !== 'none' && built !== 'joint';
  const hasThree = formal !== undefined && formal >= three;
  const hasMembers = members !== undefined && members > 0;
  return {
    jointWithThree: flag(built === 'joint' && hasThree),
    shouldBuild: flag(hasThree),
    shouldBuildOwn: flag(hasThree && isOwn),
    ownBelowThree: flag(isOwn && formal !== undefined && formal < three),
    withMembers: flag(hasMembers),
    withMembersBuilt: flag(hasMembers && built !== 'none'),
    membersUnknown: flag(formal === undefined),
  };
}

function nonePart(unit: CoverageUnit, definitions: CoverageDefinitions): Partial<CoverageTally> {
  const { members, formalMembers: formal } = unit;
  const hasWork = hasCountedWork(unit, definitions);
  const isJudged = members !== undefined && formal !== undefined;
  return {
    shouldBuildNone: flag(isJudged && formal >= three),
    fewMembersNone: flag(isJudged && members > 0 && formal < three),
    noMembersNone: flag(isJudged && members === 0),
    membersUnknownNone: flag(!isJudged),
    canJoinNone: flag(isJudged && formal >= 1 && formal < three),
    workCovered: flag(hasWork),
    blank: flag(!hasWork),
    instructedNone: flag(unit.links.includes('instructor')),
  };
}

/** 社会组织 in the sense of the survey: associations, foundations and service bodies. */
export const socialColumns: ReadonlySet<CoverageUnit['column']> = new Set([
  'association',
  'serviceBody',
]);

function staffPart(
  unit: CoverageUnit,
  built: BuiltAs,
  { socialStaff }: CoverageDefinitions,
): Partial<CoverageTally> {
  const staff = unit.staff;
  if (staff === undefined) return { staffUnknown: 1 };
  const isBuilt = built !== 'none';
  const survey = socialColumns.has(unit.column) ? socialStaff : surveyStaffThreshold;
  const hasMembers = unit.members !== undefined && unit.members > 0;
  return {
    staff10: flag(staff >= surveyStaffThreshold),
    staff10Built: flag(staff >= surveyStaffThreshold && isBuilt),
    staff30: flag(staff >= socialSurveyStaffThreshold),
    staff30Built: flag(staff >= socialSurveyStaffThreshold && isBuilt),
    staffSurvey: flag(staff >= survey),
    staffSurveyBuilt: flag(staff >= survey && isBuilt),
    staff50: flag(staff >= fifty),
    staff50WithMembers: flag(staff >= fifty && hasMembers),
    staff50NoMembers: flag(staff >= fifty && unit.members === 0),
    staff100: flag(staff >= hundred),
    staff100Built: flag(staff >= hundred && isBuilt),
  };
}

/** What one unit adds to the count of its cell: the reference reading of rules §4.4. */
export function tallyUnit(
  unit: CoverageUnit,
  definitions: CoverageDefinitions,
): Partial<CoverageTally> {
  if (unit.exclusion !== undefined) return { excluded: 1 };
  const built = builtAs(unit.covers);
  return {
    units: 1,
    ...(built === 'none' ? nonePart(unit, definitions) : { [built]: 1 }),
    jointBranches: built === 'joint' ? unit.leads : 0,
    ...memberPart(unit, built),
    ...staffPart(unit, built, definitions),
  };
}

/** Sum of two tallies, count by count. */
export function addTally(left: CoverageTally, right: Partial<CoverageTally>): CoverageTally {
  const sums: Record<keyof CoverageTally, number> = { ...left };
  for (const key of tallyKeys) sums[key] += right[key] ?? 0;
  return sums;
}

/** Counts of any set of units; sums of counts, so a total is never an average of rates. */
export function tallyUnits(
  units: readonly CoverageUnit[],
  definitions: CoverageDefinitions,
): CoverageTally {
  const sums: Record<keyof CoverageTally, number> = { ...emptyTally };
  for (const unit of units) {
    const part = tallyUnit(unit, definitions);
    for (const key of tallyKeys) sums[key] += part[key] ?? 0;
  }
  return sums;
}

/** Whether a unit belongs to a column; `legal` = 法人单位合计. */
export function isInColumn(unit: Pick<CoverageUnit, 'column'>, column: CoverageColumn): boolean {
  return column === 'legal' ? legalColumns.includes(unit.column) : unit.column === column;
}

export const ownUnits = (tally: CoverageTally): number =>
  tally.ownCommittee + tally.ownGeneralBranch + tally.ownBranch;
export const builtUnits = (tally: CoverageTally): number => ownUnits(tally) + tally.joint;
export const noneUnits = (tally: CoverageTally): number => tally.units - builtUnits(tally);
