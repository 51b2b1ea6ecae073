import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change, RecordChange } from '../../src/core/records/change';
import { argon2Key } from '../../src/main/vault/crypto/argon2';
import type { DerivePassphraseKey } from '../../src/main/vault/crypto/passphrase-kdf';
import { createRecoveryCode } from '../../src/main/vault/crypto/recovery-code';
import type { HotProjection } from '../../src/main/vault/ledger/hot-projection';
import { createLedger, openLedger, type Secret } from '../../src/main/vault/ledger/open-ledger';
import type { Machine } from '../../src/main/vault/ledger/open-report';
import type { VaultFiles } from '../../src/main/vault/ledger/vault-files';

/** Real Argon2id at a cost that lets a test open thousands of ledgers; only tests may ask for so little. */
export const weakCost = { memoryKiB: 64, passes: 1 };
export const deriveHere: DerivePassphraseKey = async (passphrase, parameters) =>
  Buffer.from(await argon2Key(passphrase, parameters));

export const passphrase = new TextEncoder().encode('测试用口令 只在测试里');
export const now = () => '2026-11-23T01:02:03.000Z';

/** Columns of the tests: the value of every record, in a map. */
export type Shadow = Map<string, string>;
export const shadowProjection: HotProjection<Shadow> = {
  version: 1,
  empty: () => new Map(),
  decode: (bytes) => new Map(JSON.parse(bytes.toString('utf8')) as [string, string][]),
  encode(hot) {
    const front = Buffer.from(JSON.stringify([...hot]), 'utf8');
    return { front: () => [front], parts: [] };
  },
  apply(hot, changes) {
    for (const { table, id, after } of changes) {
      if (after === null) hot.delete(`${table}/${id}`);
      else hot.set(`${table}/${id}`, JSON.stringify(after));
    }
  },
};

export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'dual-coverage-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const base = { projection: shadowProjection, now, derive: deriveHere };

export async function createTestLedger(folder: string, files?: VaultFiles, marks?: VaultFiles) {
  const recoveryCode = createRecoveryCode();
  const result = await createLedger({
    ...base,
    folder,
    passphrase: passphrase.slice(),
    recoveryCode,
    cost: weakCost,
    meta: { unitName: '演练区' },
    marks,
    ...(files === undefined ? {} : { files }),
  });
  if (!result.ok) throw new Error(`create failed: ${result.failure.code}`);
  return { ledger: result.value.ledger, recoveryCode };
}

export function tryOpen(
  folder: string,
  options: {
    secret?: Secret;
    isVerified?: boolean;
    files?: VaultFiles;
    marks?: VaultFiles;
    machine?: Machine;
    mirror?: () => VaultFiles;
  } = {},
) {
  return openLedger({ ...base, folder, secret: { passphrase: passphrase.slice() }, ...options });
}

export async function openTestLedger(folder: string, marks?: VaultFiles) {
  const result = await tryOpen(folder, marks === undefined ? {} : { marks });
  if (!result.ok) throw new Error(`open failed: ${result.failure.code}`);
  return result.value;
}

let made = 0;
export function changeOf(...changes: RecordChange[]): Change {
  made += 1;
  return { id: `change-${made}`, at: now(), by: '测试员', action: 'test.edit', changes };
}

export const put = (
  id: string,
  after: RecordChange['after'],
  before: RecordChange['after'] = null,
): RecordChange => ({
  table: 'people',
  id,
  before,
  after,
});
