import type { FieldValue, Interpretation, NormalisedRow } from './interpretation';

/** A record the ledger already has, as far as an import needs to know it. */
export interface KnownRecord {
  /** Identity as in `NormalisedRow.key`. */
  readonly key: string;
  readonly kind: NormalisedRow['kind'];
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Record id of the ledger, or the file the record came from. */
  readonly source: string;
  readonly sourceRow?: number;
}

/** What is in the ledger before the import. */
export interface KnownRecords {
  readonly byKey: ReadonlyMap<string, KnownRecord>;
  /** Names of units; `undefined` where the ledger has none and references cannot be checked. */
  readonly organizationNames: ReadonlySet<string> | undefined;
}

export const nothingKnown: KnownRecords = { byKey: new Map(), organizationNames: undefined };

export function collectKnown(records: Iterable<KnownRecord>): KnownRecords {
  const byKey = new Map<string, KnownRecord>();
  const names = new Set<string>();
  for (const record of records) {
    if (!byKey.has(record.key)) byKey.set(record.key, record);
    const name = record.fields['organizationName'];
    if (record.kind === 'organization' && typeof name === 'string') names.add(name);
  }
  return { byKey, organizationNames: names.size === 0 ? undefined : names };
}

/** The ledger as it stands once these workbooks have been imported in order. */
export function knownAfter(imports: readonly Interpretation[]): KnownRecords {
  const records: KnownRecord[] = [];
  for (const { fileName, sheets } of imports) {
    for (const { record, row } of sheets.flatMap((sheet) => sheet.rows)) {
      if (record !== undefined) records.push({ ...record, source: fileName, sourceRow: row });
    }
  }
  return collectKnown(records);
}
