import { recordSchemas, type RecordOf, type TableName } from '../../../core/records/tables';
import type { Desk } from './desk';

/** Every record of a table that is not kept ready in memory, read and checked one by one; for small tables. */
export function scanRecords<Table extends TableName>(desk: Desk, table: Table): RecordOf<Table>[] {
  const records: RecordOf<Table>[] = [];
  for (const { value } of desk.ledger.scan(table)) {
    records.push(recordSchemas[table].parse(value) as RecordOf<Table>);
  }
  return records;
}
