import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import type { BulkInput } from '../../../../contract/register';
import { fieldWords } from '../../../../core/labels/fields';
import type { RecordChange } from '../../../../core/records/change';
import type { Organization } from '../../../../core/records/organization';
import type { Desk } from '../desk';
import { indicatorEffect } from '../indicator-effect';
import { matchingOrganizations } from '../organization-list';
import { withStatusFacts } from '../organizations';
import { asJson, patched } from '../save-person';
import { shownValue } from '../shown-value';

type UnitChange = { readonly before: Organization; readonly after: Organization };

function selectedUnits(desk: Desk, { selection }: BulkInput): readonly Organization[] {
  if ('filter' in selection)
    return matchingOrganizations(desk, selection.filter).map(({ organization }) => organization);
  return selection.ids.flatMap((id) => desk.reference.organizations.get(id) ?? []);
}

const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

function unitChanges(desk: Desk, units: readonly Organization[], input: BulkInput): UnitChange[] {
  return units
    .map((before) => ({
      before,
      after: patched(before, withStatusFacts(desk, before, input.patch), []),
    }))
    .filter(({ before, after }) => !isSame(before, after));
}

/** Sends the instructor to the units that do not have him today; nobody is sent twice. */
function instructorChange(
  desk: Desk,
  units: readonly Organization[],
  { instructorId }: BulkInput,
): { readonly change: RecordChange | undefined; readonly sent: readonly Organization[] } {
  const before = desk.reference.instructors.get(instructorId);
  if (before === undefined) return { change: undefined, sent: [] };
  const { today } = desk;
  const held = new Set(
    (before.assignments ?? [])
      .filter(({ until }) => until === undefined || until >= today)
      .map(({ organizationId }) => organizationId),
  );
  const sent = units.filter(({ id }) => !held.has(id));
  const added = sent.map(({ id }) => ({ organizationId: id, from: today }));
  const after = { ...before, assignments: [...(before.assignments ?? []), ...added] };
  const change = {
    table: 'instructors',
    id: before.id,
    before: asJson(before),
    after: asJson(after),
  };
  return { change: sent.length === 0 ? undefined : change, sent };
}

function planOf(desk: Desk, input: BulkInput) {
  const units = selectedUnits(desk, input);
  const edited = unitChanges(desk, units, input);
  const { change, sent } = instructorChange(desk, units, input);
  const records: RecordChange[] = edited.map(({ before, after }) => ({
    table: 'organizations',
    id: before.id,
    before: asJson(before),
    after: asJson(after),
  }));
  const touched = new Set([...edited.map(({ before }) => before.id), ...sent.map(({ id }) => id)]);
  return {
    units,
    edited,
    sent: new Set(sent.map(({ id }) => id)),
    touched,
    changes: change === undefined ? records : [...records, change],
  };
}

const shownRows = 30;

const shown = (desk: Desk, field: string, value: unknown): string =>
  shownValue(desk, field, value) || '空';

function wordsOf(desk: Desk, { before, after }: UnitChange): string {
  const old: Readonly<Record<string, unknown>> = { ...before };
  return Object.entries(after)
    .filter(([field, value]) => JSON.stringify(old[field]) !== JSON.stringify(value))
    .map(
      ([field, value]) =>
        `${fieldWords[field] ?? field}：${shown(desk, field, old[field])} → ${shown(desk, field, value)}`,
    )
    .join('；');
}

export function previewBulk(
  desk: Desk,
  input: VaultInput<'bulk.preview'>,
): Result<VaultOutput<'bulk.preview'>> {
  const { units, edited, sent, touched, changes } = planOf(desk, input);
  const instructor = desk.reference.instructors.get(input.instructorId)?.name;
  const byId = new Map(edited.map((change) => [change.before.id, change]));
  const rows = units
    .filter(({ id }) => touched.has(id))
    .slice(0, shownRows)
    .map(({ id, name }) => {
      const change = byId.get(id);
      const parts = [
        change === undefined ? '' : wordsOf(desk, change),
        sent.has(id) ? `派驻：${instructor ?? ''}` : '',
      ];
      return { id, name, words: parts.filter(Boolean).join('；') };
    });
  return {
    ok: true,
    value: {
      selected: units.length,
      changed: touched.size,
      rows,
      indicators: indicatorEffect(desk, changes),
    },
  };
}

export function commitBulk(
  desk: Desk,
  input: VaultInput<'bulk.commit'>,
): Result<VaultOutput<'bulk.commit'>> {
  const { touched, changes } = planOf(desk, input);
  if (touched.size === 0) return failed('C-101', '（所选单位没有要改的）');
  const fields = Object.keys(input.patch).map((field) => fieldWords[field] ?? field);
  const parts = input.instructorId === undefined ? fields : [...fields, '指导员'];
  const result = desk.commit({
    action: 'organizations.bulkEdit',
    note: `${touched.size} 家：${parts.join('、')}`,
    changes,
  });
  return result.ok
    ? { ok: true, value: { changeId: result.value.changeId, changed: touched.size } }
    : result;
}

export function instructorNames(desk: Desk): Result<VaultOutput<'instructors.names'>> {
  const { today } = desk;
  return {
    ok: true,
    value: desk.reference.instructors.all().map(({ id, name, assignments = [] }) => ({
      id,
      name,
      units: assignments.filter(({ until }) => until === undefined || until >= today).length,
    })),
  };
}
