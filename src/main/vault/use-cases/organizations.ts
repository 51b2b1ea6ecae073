import type { CalendarDate } from '../../../core/calendar/calendar-date';
import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
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
import { deriveStage } from '../../../core/development/stage';
import { factsOf } from '../../../core/development/facts';
import { partyOrganizationFormWords, stageWords } from '../../../core/labels/labels';
import type { Organization } from '../../../core/records/organization';
import { initialsOf } from '../columns/people-columns';
import type { Desk } from './desk';
import { unplacedId } from './coverage';
import { areaWithin, gapView, streetName, tasksByGap } from './gap-views';
import { maskPhone } from './masking';
import { asJson, patched } from './save-person';

const stateWords: Readonly<Record<CoverageState, string>> = {
  own: '单独建立党组织',
  joint: '联合党支部覆盖',
  workCovered: '未建，已有党的工作',
  blank: '工作覆盖空白',
  excluded: '不计入分母',
};

function wordsOf(state: CoverageState, unit: CoverageUnit | undefined): string {
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
    stateWords: wordsOf(state, unit),
  };
}

export function getOrganization(
  desk: Desk,
  { id }: VaultInput<'organizations.get'>,
): Result<VaultOutput<'organizations.get'>> {
  const record = desk.reference.organizations.get(id) ?? desk.read('organizations', id);
  if (record === undefined) return failed('C-103');
  const { units, states, gaps } = desk.coverage();
  const state = states.get(id) ?? 'excluded';
  const tasks = tasksByGap(desk);
  return {
    ok: true,
    value: {
      record: {
        ...record,
        ...(record.head?.phone === undefined
          ? {}
          : { head: { ...record.head, phone: maskPhone(record.head.phone) } }),
      },
      areaName: streetName(desk, record.areaId) || (record.areaName ?? ''),
      carrierName: desk.reference.carriers.get(record.carrierId)?.name ?? '',
      state,
      stateWords: wordsOf(
        state,
        units.find((unit) => unit.id === id),
      ),
      coveredBy: coveredBy(desk, id),
      instructors: instructorsOf(desk, id),
      gaps: gaps
        .filter((gap) => gap.subject === 'organization' && gap.subjectId === id)
        .map((gap) => gapView(desk, gap, tasks)),
      people: peopleOf(desk, id),
    },
  };
}

function coveredBy(desk: Desk, id: string) {
  return desk.reference.partyOrganizations.all().flatMap((party) =>
    (party.covers ?? [])
      .filter(
        ({ organizationId, until }) =>
          organizationId === id && (until === undefined || until >= desk.today),
      )
      .map(({ from }) => ({
        id: party.id,
        name: party.name,
        form: partyOrganizationFormWords[party.form],
        from: from ?? '',
      })),
  );
}

function instructorsOf(desk: Desk, id: string) {
  return desk.reference.instructors.all().flatMap((instructor) =>
    (instructor.assignments ?? [])
      .filter(
        ({ organizationId, until }) =>
          organizationId === id && (until === undefined || until >= desk.today),
      )
      .map(({ from }) => {
        const visits = (instructor.visits ?? []).filter(
          ({ organizationId }) => organizationId === id,
        );
        return {
          id: instructor.id,
          name: instructor.name,
          phone: instructor.phone === undefined ? '' : maskPhone(instructor.phone),
          from: from ?? '',
          visits: visits.length,
          lastVisitOn:
            visits
              .map(({ on }) => on)
              .sort()
              .at(-1) ?? '',
        };
      }),
  );
}

const shownPeople = 60;

/** People on the unit's own pipeline; the branch page lists the rest. */
function peopleOf(desk: Desk, id: string) {
  const branches = new Set(coveredBy(desk, id).map((party) => party.id));
  if (branches.size === 0) return [];
  return peopleOfBranches(desk, branches);
}

export function peopleOfBranches(desk: Desk, branches: ReadonlySet<string>) {
  const { people } = desk;
  const found: { id: string; name: string; stageWords: string }[] = [];
  for (let row = 0; row < people.count && found.length < shownPeople; row += 1) {
    if (!branches.has(people.branchIds[row] ?? '')) continue;
    const person = desk.read('people', people.ids[row] ?? '');
    if (person === undefined) continue;
    const { stage } = deriveStage(factsOf(person));
    found.push({
      id: person.id,
      name: person.name,
      stageWords: stage === undefined ? '' : stageWords[stage],
    });
  }
  return found;
}

/** A change of status begins today unless its day is said: figures of earlier days stay as they were. */
function withStatusDay(
  known: Organization | undefined,
  patch: VaultInput<'organizations.save'>['patch'],
  today: CalendarDate,
): VaultInput<'organizations.save'>['patch'] {
  const isChange =
    known !== undefined && patch.status !== undefined && patch.status !== known.status;
  return isChange && patch.statusSince === undefined ? { ...patch, statusSince: today } : patch;
}

export function saveOrganization(
  desk: Desk,
  { id, patch, clears }: VaultInput<'organizations.save'>,
): Result<VaultOutput<'organizations.save'>> {
  const known = id === undefined ? undefined : desk.read('organizations', id);
  if (id !== undefined && known === undefined) return failed('C-103');
  const recordId = id ?? desk.newId();
  const after = patched(
    known ?? { id: recordId, kind: 'enterprise', status: 'operating' },
    withStatusDay(known, patch, desk.today),
    clears,
  );
  const result = desk.commit({
    action: 'organizations.save',
    changes: [
      {
        table: 'organizations',
        id: recordId,
        before: known === undefined ? null : asJson(known),
        after: asJson(after),
      },
    ],
  });
  return result.ok
    ? { ok: true, value: { changeId: result.value.changeId, id: recordId } }
    : result;
}
