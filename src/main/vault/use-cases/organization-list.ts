import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import type { OrganizationFilter, OrganizationRow } from '../../../contract/coverage';
import { breakdownPart } from '../../../core/coverage/breakdown';
import { indicatorRules } from '../../../core/coverage/indicator-data';
import { isInColumn, tallyUnits } from '../../../core/coverage/tally';
import { columnOfKind, exclusionWords } from '../../../core/coverage/thresholds-data';
import type { CoverageColumn, CoverageState, CoverageUnit } from '../../../core/coverage/types';
import type { Organization } from '../../../core/records/organization';
import { initialsOf } from '../columns/people-columns';
import type { Desk } from './desk';
import { unplacedId } from './coverage';
import { placesOf } from './breakdown';
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
  const found = matchingOrganizations(desk, filter);
  found.sort(compareBy(desk, sort.by));
  if (sort.descending) found.reverse();
  const rows = found
    .slice(range.offset, range.offset + range.limit)
    .map((look) => rowView(desk, look));
  return { ok: true, value: { rows, total: found.length } };
}

/** Every unit that the filter finds, joined with its place in 两个覆盖. */
export function matchingOrganizations(desk: Desk, filter: OrganizationFilter): Look[] {
  const { units, states } = desk.coverage(filter.asOf ?? desk.today);
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const tests = testsOf(desk, filter);
  return desk.reference.organizations
    .all()
    .map((organization): Look => ({
      organization,
      unit: unitById.get(organization.id),
      state: states.get(organization.id) ?? 'excluded',
    }))
    .filter((look) => tests.every((test) => test(look)));
}

/** Where units lie, sit and belong. */
function placeTests(desk: Desk, filter: OrganizationFilter): Test[] {
  const { areaId, headquartersId, carrierId } = filter;
  const tests: Test[] = [];
  if (areaId === unplacedId) tests.push(({ organization }) => organization.areaId === undefined);
  else if (areaId !== undefined && areaId !== 'all') {
    const within = areaWithin(desk, areaId, filter.asOf);
    tests.push(({ organization }) => within.has(organization.areaId ?? ''));
  }
  if (headquartersId !== undefined)
    tests.push(({ organization }) => (organization.headquartersId ?? 'none') === headquartersId);
  if (carrierId !== undefined)
    tests.push(({ organization }) => organization.carrierId === carrierId);
  return tests;
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
  tests.push(...placeTests(desk, filter));
  if (filter.states?.length) tests.push(({ state }) => filter.states?.includes(state) === true);
  if (filter.statuses?.length)
    tests.push(({ organization }) => filter.statuses?.includes(organization.status) === true);
  if (filter.gapRule !== undefined) {
    const subjects = new Set(
      desk
        .coverage(filter.asOf ?? desk.today)
        .gaps.filter(({ rule }) => rule === filter.gapRule)
        .map(({ subjectId }) => subjectId),
    );
    tests.push(({ organization }) => subjects.has(organization.id));
  }
  if (filter.indicator !== undefined) tests.push(indicatorTest(desk, filter.indicator));
  if (filter.breakdown !== undefined)
    tests.push(breakdownTest(desk, filter.breakdown, filter.asOf));
  return tests;
}

/** The list behind a figure: a unit stands in a part of it when the unit alone would count there. */
function indicatorTest(
  desk: Desk,
  { id, part }: NonNullable<OrganizationFilter['indicator']>,
): Test {
  const rule = indicatorRules.find((each) => each.id === id);
  if (rule === undefined) return () => false;
  const { definitions } = desk;
  return ({ unit }) => {
    if (unit === undefined || !isInColumn(unit, rule.over)) return false;
    const tally = tallyUnits([unit], definitions);
    if (rule.denominator(tally) === 0) return false;
    const isMet = rule.numerator(tally, definitions) > 0;
    return part === 'denominator' || isMet === (part === 'numerator');
  };
}

/** One part of a breakdown, as the figure counted it. */
function breakdownTest(
  desk: Desk,
  { by, key }: NonNullable<OrganizationFilter['breakdown']>,
  asOf: OrganizationFilter['asOf'],
): Test {
  const places = placesOf(desk, asOf);
  return ({ organization, unit }) =>
    unit !== undefined &&
    unit.exclusion === undefined &&
    breakdownPart(by, { unit, organization }, places).key === key;
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
