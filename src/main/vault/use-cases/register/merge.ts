import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import { fieldWords } from '../../../../core/labels/fields';
import { tableWords } from '../../../../core/labels/labels';
import type { RecordChange } from '../../../../core/records/change';
import type { Organization } from '../../../../core/records/organization';
import type { PartyOrganization } from '../../../../core/records/party-organization';
import type { Person } from '../../../../core/records/person';
import { tableNames, type TableName } from '../../../../core/records/tables';
import type { Instructor } from '../../../../core/records/work';
import {
  joinedPeriods,
  mergedRecord,
  mergeFields,
  repointed,
  retiredInto,
} from '../../../../core/register/merge-records';
import type { Desk } from '../desk';
import { indicatorEffect } from '../indicator-effect';
import { asJson } from '../save-person';
import { shownValue } from '../shown-value';

type MergeInput = VaultInput<'merge.commit'>;
type Merged = Organization | Person;

/** Records of what was done: they keep speaking of what was there then. */
const frozen: ReadonlySet<TableName> = new Set([
  'reportSnapshots',
  'importBatches',
  'reconciliations',
]);

type Merge = {
  readonly kept: Merged;
  readonly dropped: Merged;
  readonly changes: readonly RecordChange[];
  readonly references: ReadonlyMap<TableName, number>;
};

/** A unit's covers and assignments that touch after the merge become one period. */
function tidied(table: TableName, value: object, keptId: string): object {
  if (table === 'partyOrganizations') {
    const party = value as PartyOrganization;
    return party.covers === undefined
      ? party
      : { ...party, covers: joinedPeriods(party.covers, keptId) };
  }
  if (table !== 'instructors') return value;
  const instructor = value as Instructor;
  return instructor.assignments === undefined
    ? instructor
    : { ...instructor, assignments: joinedPeriods(instructor.assignments, keptId) };
}

/** Whatever points to the record that goes, in every table. */
function referenceChanges(desk: Desk, { keptId, droppedId }: MergeInput): RecordChange[] {
  return tableNames
    .filter((table) => !frozen.has(table))
    .flatMap((table) =>
      [...desk.ledger.scan(table)].flatMap(({ value }) => {
        const record = value as { readonly id: string };
        if (record.id === keptId || record.id === droppedId) return [];
        const moved = repointed(record, droppedId, keptId);
        if (moved === record) return [];
        const after = tidied(table, moved, keptId);
        return [{ table, id: record.id, before: asJson(record), after: asJson(after) }];
      }),
    );
}

function mergedName(merged: Merged, { kept, dropped }: { kept: Merged; dropped: Merged }): Merged {
  if (!('status' in merged) || kept.name === dropped.name) return merged;
  const other = merged.name === kept.name ? dropped.name : kept.name;
  return { ...merged, formerNames: [...new Set([...(merged.formerNames ?? []), other])] };
}

function mergeOf(desk: Desk, input: MergeInput): Merge | undefined {
  const table = input.subject === 'organization' ? 'organizations' : 'people';
  const kept: Merged | undefined = desk.read(table, input.keptId);
  const dropped: Merged | undefined = desk.read(table, input.droppedId);
  const isOpen = (record: Merged | undefined) =>
    record !== undefined && record.retired === undefined;
  if (kept === undefined || dropped === undefined || !isOpen(kept) || !isOpen(dropped))
    return undefined;
  if (kept.id === dropped.id) return undefined;
  const merged = mergedName(mergedRecord(kept, dropped, input.takes), { kept, dropped });
  const after = repointed(merged, dropped.id, kept.id);
  const references = referenceChanges(desk, input);
  const counts = new Map<TableName, number>();
  for (const { table: each } of references)
    counts.set(each as TableName, (counts.get(each as TableName) ?? 0) + 1);
  const gone = retiredInto(dropped, kept, desk.today);
  return {
    kept,
    dropped,
    references: counts,
    changes: [
      { table, id: kept.id, before: asJson(kept), after: asJson(after) },
      { table, id: dropped.id, before: asJson(dropped), after: asJson(gone) },
      ...references,
    ],
  };
}

const problem = '（两条记录要都在册，而且不是同一条）';

export function previewMerge(
  desk: Desk,
  input: VaultInput<'merge.preview'>,
): Result<VaultOutput<'merge.preview'>> {
  const merge = mergeOf(desk, input);
  if (merge === undefined) return failed('C-101', problem);
  const { kept, dropped, references, changes } = merge;
  return {
    ok: true,
    value: {
      keptName: kept.name,
      droppedName: dropped.name,
      fields: mergeFields(kept, dropped)
        .filter(({ field }) => fieldWords[field] !== undefined)
        .map(({ field, kept: one, dropped: other, isConflict }) => ({
          field,
          label: fieldWords[field] ?? field,
          kept: shownValue(desk, field, one),
          dropped: shownValue(desk, field, other),
          isConflict,
        })),
      references: [...references].map(([table, count]) => ({ words: tableWords[table], count })),
      indicators: input.subject === 'organization' ? indicatorEffect(desk, changes) : [],
    },
  };
}

export function commitMerge(desk: Desk, input: MergeInput): Result<VaultOutput<'merge.commit'>> {
  const merge = mergeOf(desk, input);
  if (merge === undefined) return failed('C-101', problem);
  const result = desk.commit({
    action: mergeActions[input.subject],
    note: `${merge.dropped.name} → ${merge.kept.name}`,
    changes: [...merge.changes],
  });
  return result.ok
    ? { ok: true, value: { changeId: result.value.changeId, id: input.keptId } }
    : result;
}

export const mergeActions = {
  organization: 'organizations.merge',
  person: 'people.merge',
} as const;
