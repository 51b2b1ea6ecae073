import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import type { RecordOf, TableName } from '../../../../core/records/tables';
import type { Desk } from '../desk';
import { asJson, patched } from '../save-person';

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
  const after = patched<object>(known ?? { id, ...edit.blank }, patch, clears);
  const result = desk.commit({
    action,
    changes: [
      { table, id, before: known === undefined ? null : asJson(known), after: asJson(after) },
    ],
  });
  return result.ok ? { ok: true, value: { changeId: result.value.changeId, id } } : result;
}
