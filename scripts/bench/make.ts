import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { factNames, factsOf, readFact } from '../../src/core/development/facts';
import { deriveStage } from '../../src/core/development/stage';
import {
  generatePracticeLedger,
  practiceSettings,
} from '../../src/core/practice/generate-practice-ledger';
import type { PracticeRecord } from '../../src/core/practice/types';
import { createRecoveryCode } from '../../src/main/vault/crypto/recovery-code';
import { createLedger } from '../../src/main/vault/ledger/open-ledger';
import { homeOverview } from '../../src/main/vault/use-cases/home';
import {
  asJson,
  base,
  changeOf,
  deskOf,
  madeFile,
  seed,
  sizes,
  today,
  type MadeLedger,
  type Opening,
  type Size,
} from './made-ledger';

const recordsPerChange = 2_000;
/** A snapshot now and then, so that a city is never held in memory whole while it is being made. */
const changesPerCheckpoint = 60;

/** A new ledger with these records and a snapshot of them. */
export async function buildLedger(
  folder: string,
  records: Iterable<PracticeRecord>,
): Promise<Opening> {
  mkdirSync(folder, { recursive: true });
  const recoveryCode = createRecoveryCode();
  const result = await createLedger({
    ...base,
    folder,
    passphrase: new TextEncoder().encode('测量用口令 只在测量里'),
    recoveryCode,
    cost: { memoryKiB: 64, passes: 1 },
    meta: { settings: asJson(practiceSettings()) },
  });
  if (!result.ok) throw new Error(`create: ${result.failure.code}`);
  const { ledger } = result.value;
  let changes = 0;
  for (const part of chunks(records, recordsPerChange)) {
    const written = ledger.commit(
      changeOf(
        part.map(({ table, record }) => ({
          table,
          id: record.id,
          before: null,
          after: asJson(record),
        })),
      ),
    );
    if (!written.ok) throw new Error(`commit: ${written.failure.code}`);
    changes += 1;
    if (changes % changesPerCheckpoint === 0) await ledger.checkpoint();
  }
  // A desk in use has shown its home page before its checkpoint.
  const shown = homeOverview(deskOf(ledger));
  if (!shown.ok) throw new Error(`home: ${shown.failure.code}`);
  // One may be under way already; the second one holds what came after it.
  await ledger.checkpoint();
  await ledger.checkpoint();
  await ledger.close();
  return { folder, recoveryCode };
}

function* chunks<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let part: Item[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** The same records three ways: as ledger with a snapshot, as one JSON document, and as rows for SQLCipher. */
export async function makeAll(size: Size, root: string): Promise<void> {
  const opening = await buildLedger(join(root, 'ledger'), practice(size));
  const rowsFile = join(root, 'rows.jsonl');
  writeLines(rowsFile, practice(size));
  const jsonFile = size === 'L' ? null : join(root, 'whole.json');
  if (jsonFile !== null) writeFileSync(jsonFile, JSON.stringify(documentOf(practice(size))));
  const made: MadeLedger = { ...opening, size, root, rowsFile, jsonFile };
  writeFileSync(madeFile(root), JSON.stringify(made));
}

const practice = (size: Size) => generatePracticeLedger({ seed, today, size: sizes[size] });

/** What a desk built on one JSON file would hold. */
function documentOf(records: Iterable<PracticeRecord>): Record<string, unknown[]> {
  const document: Record<string, unknown[]> = {};
  for (const { table, record } of records) (document[table] ??= []).push(record);
  return document;
}

function writeLines(name: string, records: Iterable<PracticeRecord>): void {
  const file = openSync(name, 'w');
  for (const part of chunks(records, recordsPerChange))
    writeSync(file, part.map((record) => `${JSON.stringify(rowOf(record))}\n`).join(''));
  closeSync(file);
}

/** One row as a database would hold it: the columns it asks by, and the record. */
function rowOf({ table, record }: PracticeRecord): Record<string, unknown> {
  const row = { table, id: record.id, body: JSON.stringify(record) };
  if (table === 'organizations') return { ...row, area: record.areaId ?? '' };
  if (table === 'partyOrganizations')
    return { ...row, covers: (record.covers ?? []).map(({ organizationId }) => organizationId) };
  if (table !== 'people') return row;
  const facts = factsOf(record);
  const { stage, since } = deriveStage(facts);
  return {
    ...row,
    name: record.name,
    stage: stage ?? '',
    since: since ?? null,
    hasIdNumber: record.idNumber === undefined ? 0 : 1,
    facts: factNames.map((name) => readFact(facts, name) ?? null),
  };
}
