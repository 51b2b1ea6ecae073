import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  generatePracticeLedger,
  practiceSettings,
} from '../../src/core/practice/generate-practice-ledger';
import type { PracticeRecord } from '../../src/core/practice/types';
import type { Change, RecordChange } from '../../src/core/records/change';
import type { Person } from '../../src/core/records/person';
import { argon2Key } from '../../src/main/vault/crypto/argon2';
import type { DerivePassphraseKey } from '../../src/main/vault/crypto/passphrase-kdf';
import { createRecoveryCode } from '../../src/main/vault/crypto/recovery-code';
import { columnsProjection, type Columns } from '../../src/main/vault/columns/columns';
import type { Ledger } from '../../src/main/vault/ledger/ledger';
import { Desk } from '../../src/main/vault/use-cases/desk';
import { homeOverview } from '../../src/main/vault/use-cases/home';
import { createLedger, openLedger } from '../../src/main/vault/ledger/open-ledger';

export const sizes = {
  S: { organizations: 3_000, people: 5_000 },
  M: { organizations: 20_000, people: 50_000 },
} as const;
export type Size = keyof typeof sizes;

export const today = '2026-11-23' as const;
export const now = () => '2026-11-23T01:02:03.000Z';
const seed = 20261123;
const recordsPerChange = 2_000;

/** The recovery code carries its own strength, so opening with it derives nothing slowly (G3). */
const derive: DerivePassphraseKey = async (passphrase, parameters) =>
  Buffer.from(await argon2Key(passphrase, parameters));
const base = { projection: columnsProjection, now, derive };

export type MadeLedger = {
  readonly folder: string;
  readonly jsonFile: string;
  readonly recoveryCode: string;
  readonly records: readonly PracticeRecord[];
  readonly people: readonly Person[];
};

let made = 0;
export function changeOf(changes: RecordChange[]): Change {
  made += 1;
  return { id: `bench-${made}`, at: now(), by: '测试员', action: 'bench.edit', changes };
}

export const asJson = (value: unknown) => value as RecordChange['after'];

/** The same records three ways: as ledger with a snapshot, as one JSON document, and in memory. */
export async function makeLedger(size: Size, root: string): Promise<MadeLedger> {
  const folder = join(root, 'ledger');
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
  const records = [...generatePracticeLedger({ seed, today, size: sizes[size] })];
  for (let first = 0; first < records.length; first += recordsPerChange) {
    const part = records.slice(first, first + recordsPerChange);
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
  }
  // A desk in use has shown its home page before its checkpoint.
  const shown = homeOverview(deskOf(ledger));
  if (!shown.ok) throw new Error(`home: ${shown.failure.code}`);
  // So many commits start a checkpoint of their own; the second one holds what came after it.
  await ledger.checkpoint();
  await ledger.checkpoint();
  await ledger.close();
  const jsonFile = join(root, 'whole.json');
  writeFileSync(jsonFile, JSON.stringify(documentOf(records)));
  const people = records.flatMap((each) => (each.table === 'people' ? [each.record] : []));
  return { folder, jsonFile, recoveryCode, records, people };
}

export function deskOf(ledger: Ledger<Columns>): Desk {
  let given = 0;
  return new Desk(
    ledger,
    { today: () => today, nowIso: now, monotonic: () => performance.now() },
    () => `bench-id-${(given += 1)}`,
  );
}

/** What a desk built on one JSON file would hold. */
export function documentOf(records: readonly PracticeRecord[]): Record<string, unknown[]> {
  const document: Record<string, unknown[]> = {};
  for (const { table, record } of records) (document[table] ??= []).push(record);
  return document;
}

export async function openMade({ folder, recoveryCode }: MadeLedger): Promise<Ledger<Columns>> {
  const result = await openLedger({ ...base, folder, secret: { recoveryCode } });
  if (!result.ok) throw new Error(`open: ${result.failure.code}`);
  return result.value.ledger;
}
