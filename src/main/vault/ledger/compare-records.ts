import { createHash } from 'node:crypto';
import { LedgerDamage } from './failures';
import type { RecordStore } from './record-store';

/**
 * Every record of every table, the same in both.
 * @param except tables in which the copy is meant to differ
 * @returns how many records there are
 */
export function proveSameRecords(
  store: RecordStore,
  copied: RecordStore,
  except: readonly string[] = [],
): number {
  let records = 0;
  for (const table of new Set([...store.tables(), ...copied.tables()])) {
    if (except.includes(table)) continue;
    const own = digestOf(store, table);
    if (own.digest !== digestOf(copied, table).digest) throw new LedgerDamage('copy');
    records += own.records;
  }
  return records;
}

function digestOf(store: RecordStore, table: string): { digest: string; records: number } {
  const lines = [...store.scan(table)].map(({ id, value }) => {
    const digest = createHash('sha256').update(JSON.stringify(value)).digest('base64');
    return `${id} ${digest}`;
  });
  const digest = createHash('sha256').update(lines.sort().join('\n')).digest('base64');
  return { digest, records: lines.length };
}
