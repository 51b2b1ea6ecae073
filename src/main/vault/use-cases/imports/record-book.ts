import type { RecordChange } from '../../../../core/records/change';
import type { RecordOf, TableName } from '../../../../core/records/tables';
import type { Desk } from '../desk';
import { asJson } from '../save-person';

/** Records touched by one import: each changes once, whatever number of rows speak of it. */
export class RecordBook {
  readonly #entries = new Map<
    string,
    { table: TableName; id: string; before: RecordChange['before']; value: object }
  >();
  readonly #byName = new Map<string, string>();
  readonly created = new Map<TableName, number>();

  constructor(private readonly desk: Desk) {
    for (const table of ['areas', 'partyOrganizations', 'instructors', 'organizations'] as const) {
      for (const { id, name } of desk.reference[table].all())
        this.#byName.set(`${table}/${name}`, id);
    }
  }

  get<Table extends TableName>(table: Table, id: string): RecordOf<Table> | undefined {
    const entry = this.#entries.get(`${table}/${id}`);
    if (entry !== undefined) return entry.value as RecordOf<Table>;
    return this.desk.read(table, id);
  }

  put<Table extends TableName>(table: Table, record: RecordOf<Table>): void {
    const key = `${table}/${record.id}`;
    const known = this.#entries.get(key);
    const before = known?.before ?? this.desk.ledger.get(table, record.id);
    if (known === undefined && before === null)
      this.created.set(table, (this.created.get(table) ?? 0) + 1);
    this.#entries.set(key, { table, id: record.id, before, value: record });
    if ('name' in record) this.#byName.set(`${table}/${record.name}`, record.id);
  }

  idByName(
    table: 'areas' | 'partyOrganizations' | 'instructors' | 'organizations',
    name: string,
  ): string | undefined {
    return this.#byName.get(`${table}/${name}`);
  }

  newId(): string {
    return this.desk.newId();
  }

  changes(): RecordChange[] {
    return [...this.#entries.values()].map(({ table, id, before, value }) => ({
      table,
      id,
      before,
      after: asJson(value),
    }));
  }
}
