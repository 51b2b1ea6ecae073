import type { CoverageBlock, CoverageFigures } from './coverage-figures';
import { ownForm } from './enum-data';
import type { FieldId } from './fields-data';
import { fullMembersOf, isNone, isOperating } from './organization-checks';
import { listOf, numberOf, textOf, valueOf, type RowDraft } from './row-draft';
import { thresholds } from './thresholds';

/** Counts units of the rows that passed; rejected and skipped rows are nowhere in it. */
export function coverageOf(drafts: readonly RowDraft[]): CoverageBlock {
  return {
    total: figuresOf(drafts),
    byTown: figuresBy(drafts, 'town'),
    byKind: figuresBy(drafts, 'socialKind'),
    hasStatusColumn: drafts.some((draft) => draft.fields.has('operatingStatus')),
  };
}

function figuresBy(
  drafts: readonly RowDraft[],
  field: FieldId,
): ReadonlyMap<string, CoverageFigures> {
  const groups = new Map<string, RowDraft[]>();
  for (const draft of drafts) {
    const value = textOf(draft, field);
    if (value === undefined) continue;
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [draft]);
    else group.push(draft);
  }
  return new Map([...groups].map(([value, group]) => [value, figuresOf(group)]));
}

function figuresOf(drafts: readonly RowDraft[]): CoverageFigures {
  const active = drafts.filter((draft) => isOperating(textOf(draft, 'operatingStatus')));
  const count = (...tests: ((draft: RowDraft) => boolean)[]) =>
    active.filter((draft) => tests.every((test) => test(draft))).length;
  const built = count(isBuilt);
  const sole = count(isBuilt, isSole);
  const shouldBuild = count(isLargeEnough);
  const shouldBuilt = count(isLargeEnough, isBuilt);
  const workCovered = count(hasWork);
  const smallActive = count(hasSmallStaff);
  const smallBuilt = count(hasSmallStaff, isBuilt);
  return {
    validRows: drafts.length,
    active: active.length,
    built,
    sole,
    joint: built - sole,
    organizationCoverage: percent(built, active.length),
    soleRate: percent(sole, active.length),
    shouldBuild,
    shouldBuilt,
    shouldBuildRate: percent(shouldBuilt, shouldBuild),
    shouldNotBuilt: shouldBuild - shouldBuilt,
    workCovered,
    workCoverage: percent(workCovered, active.length),
    canJointNotBuilt: count((draft) => !isBuilt(draft), hasFewMembers),
    largeWithoutMember: count(hasLargeStaff, (draft) => numberOf(draft, 'memberCount') === 0),
    smallActive,
    smallBuilt,
    smallOrganizationCoverage: percent(smallBuilt, smallActive),
  };
}

/** Two decimals, `null` over nothing. */
function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 100;
}

function isBuilt(draft: RowDraft): boolean {
  return valueOf(draft, 'hasPartyOrganization') === true || isInJointBranch(draft);
}

function isInJointBranch(draft: RowDraft): boolean {
  return !isNone(textOf(draft, 'jointBranchName'));
}

/** An organisation counts as shared only where its form says so. */
function isSole(draft: RowDraft): boolean {
  const form = textOf(draft, 'partyOrganizationForm');
  if (form !== undefined) return form === ownForm;
  if (isInJointBranch(draft)) return false;
  const words = ['partyOrganizationLevel', 'partyOrganizationName'] as const;
  return !words.some((field) => (textOf(draft, field) ?? '').includes('联合'));
}

function isLargeEnough(draft: RowDraft): boolean {
  return (fullMembersOf(draft) ?? 0) >= thresholds.fullMembersToBuild.value;
}

function hasFewMembers(draft: RowDraft): boolean {
  const members = fullMembersOf(draft) ?? 0;
  return members >= 1 && members < thresholds.fullMembersToBuild.value;
}

function hasWork(draft: RowDraft): boolean {
  if (isBuilt(draft) || textOf(draft, 'instructorName') !== undefined) return true;
  const links = ['hasInstructor', 'hasUnion', 'hasYouthLeague'] as const;
  const listed = (listOf(draft, 'massOrganizations') ?? []).some((name) => /工会|团/.test(name));
  return listed || links.some((field) => valueOf(draft, field) === true);
}

function hasSmallStaff(draft: RowDraft): boolean {
  return (numberOf(draft, 'staffCount') ?? 0) >= thresholds.smallStaff.value;
}

function hasLargeStaff(draft: RowDraft): boolean {
  return (numberOf(draft, 'staffCount') ?? 0) >= thresholds.largeStaff.value;
}

/** How each figure is meant, word for word as the survey defines it. */
export const coverageDefinitions = {
  active: '经营状态=正常（实体运营）',
  org_coverage_pct: '(单独+联合组建企业数)/active（C-DEF-1）',
  sole_rate_pct: '单独组建/active（C-DEF-2）',
  should_build: '正式党员(党员数-预备)≥3',
  should_not_built: 'should_build 且未建',
  work_coverage_pct: '(已建 或 有指导员 或 有工会 或 有团组织)/active（C-DEF-5）',
  can_joint_not_built: '未建且正式党员1–2名',
  'staff10_*': '从业人员≥10 的子集（“三有”口径的人数条件）',
} as const;
