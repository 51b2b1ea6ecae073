import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { InstructorRow, InstructorView } from '../../../../contract/field-work';
import { failed } from '../../../../contract/failure-words';
import { deadline } from '../../../../core/calendar/arithmetic';
import { assignedUnitIds } from '../../../../core/coverage/instructor-gaps';
import { holdsOn } from '../../../../core/coverage/join-units';
import type { Instructor } from '../../../../core/records/work';
import { coverageRules, instructorLoadLimit } from '../../../../core/regulations/coverage-rules';
import type { Desk } from '../desk';
import { gapView, streetName, tasksByGap } from '../gap-views';
import { maskPhone } from '../masking';
import { saveRecord } from '../save-record';

type Visit = NonNullable<Instructor['visits']>[number];

const lastOf = (visits: readonly Visit[]): string =>
  visits
    .map(({ on }) => on)
    .sort()
    .at(-1) ?? '';

const visitsTo = ({ visits = [] }: Instructor, organizationId: string): Visit[] =>
  visits.filter((each) => each.organizationId === organizationId);

/** Instructors with too many units, as the gap list has them: one rule judges both. */
const overloadsOf = (desk: Desk) =>
  desk.coverage().gaps.filter(({ rule }) => rule === 'INSTR-LOAD');

function instructorRow(
  desk: Desk,
  instructor: Instructor,
  overloaded: ReadonlySet<string>,
): InstructorRow {
  const units = assignedUnitIds(instructor, desk.today);
  const oldest = deadline(desk.today, -(coverageRules['INSTR-VISIT'].threshold ?? 0));
  const { visits = [] } = instructor;
  return {
    id: instructor.id,
    name: instructor.name,
    kind: instructor.kind,
    isFullTime: instructor.isFullTime ?? null,
    isFullMember: instructor.isFullMember ?? null,
    workUnit: [instructor.workUnit, instructor.position].filter(Boolean).join(' '),
    units: units.length,
    isOverloaded: overloaded.has(instructor.id),
    visits: instructor.visitCount ?? visits.length,
    lastVisitOn: lastOf(visits),
    unvisited: units.filter((id) => lastOf(visitsTo(instructor, id)) < oldest).length,
  };
}

const only: Readonly<
  Record<NonNullable<VaultInput<'instructors.list'>['only']>, (row: InstructorRow) => boolean>
> = {
  overloaded: ({ isOverloaded }) => isOverloaded,
  unvisited: ({ unvisited }) => unvisited > 0,
  notFullMember: ({ kind, isFullMember }) => kind === 'instructor' && isFullMember !== true,
  idle: ({ units }) => units === 0,
};

export function listInstructors(
  desk: Desk,
  input: VaultInput<'instructors.list'>,
): Result<VaultOutput<'instructors.list'>> {
  const { text, range } = input;
  const wanted = text?.trim() ?? '';
  const overloaded = new Set(overloadsOf(desk).map(({ subjectId }) => subjectId));
  const test = input.only === undefined ? () => true : only[input.only];
  const found = desk.reference.instructors
    .all()
    .filter(({ name, workUnit }) => `${name}\n${workUnit ?? ''}`.includes(wanted))
    .map((instructor) => instructorRow(desk, instructor, overloaded))
    .filter(test)
    .sort((left, right) => right.units - left.units || left.name.localeCompare(right.name));
  return {
    ok: true,
    value: {
      rows: found.slice(range.offset, range.offset + range.limit),
      total: found.length,
      loadLimit: instructorLoadLimit,
    },
  };
}

export function getInstructor(
  desk: Desk,
  { id }: VaultInput<'instructors.get'>,
): Result<InstructorView> {
  const record = desk.reference.instructors.get(id) ?? desk.read('instructors', id);
  if (record === undefined) return failed('C-103');
  const tasks = tasksByGap(desk);
  const nameOf = (unitId: string) => desk.reference.organizations.get(unitId)?.name ?? '';
  const units = (record.assignments ?? []).map((each) => {
    const visits = visitsTo(record, each.organizationId);
    return {
      organizationId: each.organizationId,
      name: nameOf(each.organizationId),
      areaName: streetName(desk, desk.reference.organizations.get(each.organizationId)?.areaId),
      from: each.from ?? '',
      until: each.until ?? '',
      isCurrent: holdsOn(each, desk.today),
      visits: visits.length,
      lastVisitOn: lastOf(visits),
    };
  });
  return {
    ok: true,
    value: {
      record: {
        ...record,
        ...(record.phone === undefined ? {} : { phone: maskPhone(record.phone) }),
      },
      loadLimit: instructorLoadLimit,
      gaps: overloadsOf(desk)
        .filter(({ subjectId }) => subjectId === id)
        .map((gap) => gapView(desk, gap, tasks)),
      units: units.sort((left, right) => Number(right.isCurrent) - Number(left.isCurrent)),
      visits: (record.visits ?? [])
        .map(({ on, organizationId, note = '' }) => ({ on, name: nameOf(organizationId), note }))
        .sort((left, right) => right.on.localeCompare(left.on)),
    },
  };
}

export function saveInstructor(
  desk: Desk,
  { id, patch, clears }: VaultInput<'instructors.save'>,
): Result<VaultOutput<'instructors.save'>> {
  const blank = { name: '', kind: 'instructor' } as const;
  const edit = { table: 'instructors', action: 'instructors.save' } as const;
  return saveRecord(desk, { ...edit, id, blank, patch, clears });
}

/** A visit is added to what is on record; a count typed from another ledger grows with it. */
export function recordVisit(
  desk: Desk,
  { id, organizationId, on, note }: VaultInput<'instructors.visit'>,
): Result<VaultOutput<'instructors.visit'>> {
  const record = desk.read('instructors', id);
  if (record === undefined) return failed('C-103');
  if (on > desk.today) return failed('C-101', '（走访日期还没有到）');
  const visit = { organizationId, on, ...(note.trim() === '' ? {} : { note: note.trim() }) };
  const patch = {
    visits: [...(record.visits ?? []), visit],
    ...(record.visitCount === undefined ? {} : { visitCount: record.visitCount + 1 }),
  };
  return saveRecord(desk, {
    table: 'instructors',
    action: 'instructors.visit',
    ...{ id, blank: record, patch, clears: [] },
  });
}
