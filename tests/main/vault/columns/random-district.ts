import fc from 'fast-check';
import { addDays } from '../../../../src/core/calendar/arithmetic';
import type { CalendarDate } from '../../../../src/core/calendar/calendar-date';
import type { CoverageDefinitions } from '../../../../src/core/coverage/types';
import { instructorLoadLimit } from '../../../../src/core/regulations/coverage-rules';
import type { RecordChange } from '../../../../src/core/records/change';
import { columnsProjection, type Columns } from '../../../../src/main/vault/columns/columns';

export const today: CalendarDate = '2026-11-23';
export const definitions: CoverageDefinitions = {
  counts: {
    instructor: true,
    liaison: true,
    union: false,
    youthLeague: false,
    womensFederation: false,
    serviceCentre: true,
  },
  shouldBuildRate: 'lenient',
  socialStaff: 10,
};

const unitIds = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'];
/** Always in business: together they are just what one instructor may have (INSTR-LOAD). */
const crowd = Array.from({ length: instructorLoadLimit }, (_, index) => `c${index + 1}`);
const day = fc.integer({ min: -70, max: 40 }).map((days) => addDays(today, days));
/** Absent nine times in ten. */
const seldom = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, value);
const link = fc.record(
  { organizationId: fc.constantFrom(...unitIds), from: day, until: day },
  { requiredKeys: ['organizationId'] },
);
const unit = fc.record(
  {
    name: fc.constantFrom('测甲公司', '样乙协会'),
    kind: fc.constantFrom('enterprise', 'socialGroup', 'deliverySite'),
    status: fc.constantFrom('operating', 'operating', 'suspended', 'shell'),
    areaId: fc.constantFrom('s1', 's2', 'gone'),
    staff: fc.nat(120),
    members: fc.nat(6),
    probationaryMembers: fc.nat(2),
    hasLiaison: fc.boolean(),
    foundedOn: day,
    lastVerifiedOn: fc.integer({ min: -500, max: 0 }).map((days) => addDays(today, days)),
    statusSince: day,
    membersElsewhere: fc.nat(2),
    retired: seldom(fc.record({ on: day, reason: fc.constant('样例') })),
  },
  { requiredKeys: ['name', 'kind', 'status'] },
);
const post = fc.record(
  { kind: fc.constantFrom('secretary', 'organizer'), name: fc.constant('样书记'), until: day },
  { requiredKeys: ['kind', 'name'] },
);
const party = fc.record(
  {
    name: fc.constant('测试党支部'),
    level: fc.constantFrom('branch', 'committee'),
    form: fc.constantFrom('own', 'joint', 'joint', 'regional'),
    covers: fc.array(link, { maxLength: 4 }),
    foundedOn: seldom(day),
    dissolvedOn: seldom(day),
    lastElectedOn: fc.integer({ min: -1300, max: 0 }).map((days) => addDays(today, days)),
    fullMembers: fc.nat(9),
    posts: fc.array(post, { maxLength: 2 }),
    retired: seldom(fc.record({ on: day, reason: fc.constant('样例') })),
  },
  { requiredKeys: ['name', 'level', 'form'] },
);
const assigned = (organizationId: string) => ({ organizationId });
const instructor = fc.record({
  name: fc.constant('样指导'),
  kind: fc.constantFrom('instructor', 'liaison'),
  assignments: fc.oneof(
    fc.array(link, { maxLength: 3 }),
    fc.array(link, { maxLength: 3 }).map((links) => [...links, ...crowd.map(assigned)]),
  ),
  isFullMember: fc.boolean(),
});

export type Edit = { readonly table: string; readonly id: string; readonly after: object | null };
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      table: fc.constant('organizations'),
      id: fc.constantFrom(...unitIds),
      after: fc.option(unit, { freq: 5 }),
    }),
  },
  fc.record({
    table: fc.constant('partyOrganizations'),
    id: fc.constantFrom('p1', 'p2', 'p3'),
    after: fc.option(party, { freq: 5 }),
  }),
  fc.record({
    table: fc.constant('instructors'),
    id: fc.constantFrom('i1', 'i2'),
    after: fc.option(instructor, { freq: 5 }),
  }),
);

/** Every unit, branch and instructor once: what a sequence of edits begins with. */
export const district: fc.Arbitrary<readonly Edit[]> = fc.tuple(
  ...crowd.map((id) =>
    fc.constant<Edit>({
      ...{ table: 'organizations', id },
      after: { name: '例丙公司', kind: 'enterprise', status: 'operating', hasLiaison: true },
    }),
  ),
  ...unitIds.map((id) => unit.map((after): Edit => ({ table: 'organizations', id, after }))),
  ...['p1', 'p2', 'p3'].map((id) =>
    party.map((after): Edit => ({ table: 'partyOrganizations', id, after })),
  ),
  ...['i1', 'i2'].map((id) =>
    instructor.map((after): Edit => ({ table: 'instructors', id, after })),
  ),
);

const areas = ['s1', 's2'].map((id) => ({ id, name: `${id}街道`, level: 'street' }));

export function emptyColumns(): Columns {
  const columns = columnsProjection.empty();
  columnsProjection.apply(
    columns,
    areas.map((area) => ({ table: 'areas', id: area.id, before: null, after: area })),
  );
  return columns;
}

/** Applies edits as the ledger does: with the record before and after. */
export function applyAll(columns: Columns, edits: readonly Edit[], look?: () => void): void {
  const known = new Map<string, RecordChange['before']>();
  for (const { table, id, after } of edits) {
    const key = `${table}/${id}`;
    const next = after === null ? null : ({ ...after, id } as RecordChange['after']);
    columnsProjection.apply(columns, [{ table, id, before: known.get(key) ?? null, after: next }]);
    known.set(key, next);
    look?.();
  }
}
