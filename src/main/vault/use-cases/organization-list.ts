import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import type { OrganizationFilter, OrganizationRow } from '../../../contract/coverage';
import { isInColumn } from '../../../core/coverage/tally';
import { coverageRules, surveyStaffThreshold } from '../../../core/regulations/coverage-rules';
import { columnOfKind, exclusionWords } from '../../../core/coverage/thresholds-data';
import type {
  CoverageColumn,
  CoverageRuleId,
  CoverageState,
  CoverageUnit,
} from '../../../core/coverage/types';
import type { Organization } from '../../../core/records/organization';
import { initialsOf } from '../columns/people-columns';
import type { Desk } from './desk';
import { unplacedId } from './coverage';
import { areaWithin, streetName } from './gap-views';

const stateWords: Readonly<Record<CoverageState, string>> = {
  own: '单独建立党组织',
  joint: '联合党支部覆盖',
  workCovered: '未建，已有党的工作',
  blank: '工作覆盖空白',
  excluded: '不计入分母',
};

/** The unit's place in 两个覆盖, or why it is in no denominator. */
export function stateWordsOf(state: CoverageState, unit: CoverageUnit | undefined): string {
  return unit?.exclusion === undefined
    ? stateWords[state]
    : `不计入：${exclusionWords[unit.exclusion]}`;
}

type Look = {
  readonly organization: Organization;
  readonly unit: CoverageUnit | undefined;
  readonly state: CoverageState;
};
type Test = (look: Look) => boolean;

export function listOrganizations(
  desk: Desk,
  { filter, sort, range }: VaultInput<'organizations.list'>,
): Result<VaultOutput<'organizations.list'>> {
  const { units, states } = desk.coverage();
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const tests = testsOf(desk, filter);
  const found = desk.reference.organizations
    .all()
    .map((organization): Look => ({
      organization,
      unit: unitById.get(organization.id),
      state: states.get(organization.id) ?? 'excluded',
    }))
    .filter((look) => tests.every((test) => test(look)));
  found.sort(compareBy(desk, sort.by));
  if (sort.descending) found.reverse();
  const rows = found
    .slice(range.offset, range.offset + range.limit)
    .map((look) => rowView(desk, look));
  return { ok: true, value: { rows, total: found.length } };
}

function testsOf(desk: Desk, filter: OrganizationFilter): Test[] {
  const tests: Test[] = [];
  const text = filter.text?.trim().toLowerCase();
  if (text)
    tests.push(
      ({ organization }) =>
        organization.name.includes(text) ||
        initialsOf(organization.name).includes(text) ||
        (organization.creditCode?.toLowerCase().includes(text) ?? false),
    );
  if (filter.kinds?.length)
    tests.push(({ organization }) => filter.kinds?.includes(organization.kind) === true);
  if (filter.column !== undefined)
    tests.push(({ organization }) =>
      isInColumn({ column: columnOfKind[organization.kind] }, filter.column as CoverageColumn),
    );
  if (filter.areaId === unplacedId)
    tests.push(({ organization }) => organization.areaId === undefined);
  else if (filter.areaId !== undefined && filter.areaId !== 'all') {
    const within = areaWithin(desk, filter.areaId);
    tests.push(({ organization }) => within.has(organization.areaId ?? ''));
  }
  if (filter.headquartersId !== undefined)
    tests.push(
      ({ organization }) => (organization.headquartersId ?? 'none') === filter.headquartersId,
    );
  if (filter.states?.length) tests.push(({ state }) => filter.states?.includes(state) === true);
  if (filter.statuses?.length)
    tests.push(({ organization }) => filter.statuses?.includes(organization.status) === true);
  if (filter.gapRule !== undefined) {
    const subjects = new Set(
      desk
        .coverage()
        .gaps.filter(({ rule }) => rule === filter.gapRule)
        .map(({ subjectId }) => subjectId),
    );
    tests.push(({ organization }) => subjects.has(organization.id));
  }
  if (filter.indicator !== undefined) tests.push(...indicatorTests(filter.indicator));
  return tests;
}

const threshold = (rule: CoverageRuleId) => coverageRules[rule].threshold ?? Infinity;

/** The list behind a figure: who is in the denominator, who of them in the numerator, who is missing. */
function indicatorTests({ id, part }: NonNullable<OrganizationFilter['indicator']>): Test[] {
  const isSite = id.startsWith('site');
  const inDenominator: Test = ({ unit, state }) =>
    state !== 'excluded' && unit !== undefined && isInColumn(unit, isSite ? 'site' : 'legal');
  const built: Test = ({ state }) => state === 'own' || state === 'joint';
  const members = ({ unit }: Look) => unit?.members ?? 0;
  const staff = ({ unit }: Look) => unit?.staff ?? 0;
  const numerators: Record<string, { of: Test; counts: Test }> = {
    organizationCoverage: { of: () => true, counts: built },
    siteCoverage: { of: () => true, counts: built },
    ownRate: { of: () => true, counts: ({ state }) => state === 'own' },
    workCoverage: { of: () => true, counts: ({ state }) => state !== 'blank' },
    siteWorkCoverage: { of: () => true, counts: ({ state }) => state !== 'blank' },
    shouldBuildRate: {
      of: ({ unit }) => (unit?.formalMembers ?? 0) >= threshold('ORG-3'),
      counts: built,
    },
    withMembersRate: { of: (look) => members(look) >= 1, counts: built },
    staff50WithMembersRate: {
      of: (look) => staff(look) >= threshold('STAFF-50'),
      counts: (look) => members(look) >= 1,
    },
    staff100BuiltRate: { of: (look) => staff(look) >= threshold('STAFF-100'), counts: built },
    staff10Coverage: { of: (look) => staff(look) >= surveyStaffThreshold, counts: built },
    notBuiltWorkCoverage: {
      of: (look) => !built(look),
      counts: ({ state }) => state === 'workCovered',
    },
    instructorRate: {
      of: (look) => !built(look),
      counts: ({ unit }) => unit?.links.includes('instructor') === true,
    },
  };
  const figure = numerators[id] ?? { of: () => true, counts: built };
  const base = [inDenominator, figure.of];
  if (part === 'denominator') return base;
  return [...base, (look) => figure.counts(look) === (part === 'numerator')];
}

const collator = new Intl.Collator('zh-Hans-CN');

function compareBy(desk: Desk, by: VaultInput<'organizations.list'>['sort']['by']) {
  return (a: Look, b: Look): number => {
    switch (by) {
      case 'name':
        return collator.compare(a.organization.name, b.organization.name);
      case 'area':
        return collator.compare(
          streetName(desk, a.organization.areaId),
          streetName(desk, b.organization.areaId),
        );
      case 'staff':
        return (a.organization.staff ?? -1) - (b.organization.staff ?? -1);
      case 'formalMembers':
        return (a.unit?.formalMembers ?? -1) - (b.unit?.formalMembers ?? -1);
    }
  };
}

function rowView(desk: Desk, { organization, unit, state }: Look): OrganizationRow {
  const { id, name, kind, status, staff, isStaffApproximate, areaId, areaName } = organization;
  return {
    id,
    name,
    kind,
    areaName: streetName(desk, areaId) || (areaName ?? ''),
    status,
    staff: staff ?? null,
    isStaffApproximate: isStaffApproximate ?? false,
    formalMembers: unit?.formalMembers ?? null,
    state,
    stateWords: stateWordsOf(state, unit),
  };
}
