import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import type { RecordOf, TableName } from '../../../core/records/tables';
import type { Desk } from './desk';
import { asJson, patched } from './save-person';

type Edit<Table extends TableName> = {
  readonly table: Table;
  readonly action: string;
  readonly id: string | undefined;
  /** What a new record starts with. */
  readonly blank: Omit<RecordOf<Table>, 'id'>;
  readonly patch: object;
  readonly clears: readonly string[];
};

/** A record made or changed by a form: what the form does not name stays as it is. */
export function saveRecord<Table extends TableName>(
  desk: Desk,
  edit: Edit<Table>,
): Result<{ changeId: string; id: string }> {
  const { table, action, patch, clears } = edit;
  const known = edit.id === undefined ? undefined : desk.read(table, edit.id);
  if (edit.id !== undefined && known === undefined) return failed('C-103');
  const id = edit.id ?? desk.newId();
  const after = patched<{ readonly id: string }>(known ?? { id, ...edit.blank }, patch, clears);
  return commitRecord(desk, { table, action, known, after });
}

/** One act on one record: `known` is what it was, nothing where it is new; answers with its id. */
export function commitRecord(
  desk: Desk,
  {
    known,
    after,
    table,
    ...act
  }: {
    readonly table: TableName;
    readonly action: string;
    readonly note?: string;
    readonly known: object | undefined;
    readonly after: { readonly id: string };
  },
): Result<{ changeId: string; id: string }> {
  const { id } = after;
  const before = known === undefined ? null : asJson(known);
  const result = desk.commit({ ...act, changes: [{ table, id, before, after: asJson(after) }] });
  return result.ok ? { ok: true, value: { changeId: result.value.changeId, id } } : result;
}
