import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gatherContent } from '../../../../src/main/vault/backup/backup-format';
import { listShelf, prune, shelve, verify } from '../../../../src/main/vault/backup/backup-shelf';
import { BackupUnreadable, readBackup } from '../../../../src/main/vault/backup/read-backup';
import { identityOfRecoveryCode } from '../../../../src/main/vault/crypto/age-identity';
import { createRecoveryCode } from '../../../../src/main/vault/crypto/recovery-code';
import { openFolder } from '../../../../src/main/vault/ledger/vault-files';
import { temporaryFolder } from '../../../support/ledger-kit';

const people = Array.from({ length: 500 }, (_, index) => ({
  id: `p${index}`,
  value: { id: `p${index}`, name: `测${index}`, note: '一'.repeat(200) },
}));
const content = gatherContent(
  { tables: ['people', 'areas'], scan: (table) => (table === 'people' ? people : []) },
  { vaultId: 'AA==', sequence: 123, madeAt: '2026-11-23T01:30:00.000Z', unitName: '演练区' },
);
const markKey = Buffer.alloc(32, 7);
const stamp = '2026-11-23T0930';
const recoveryCode = createRecoveryCode();

async function makeKeys() {
  const own = await generateX25519Identity();
  const sheet = identityOfRecoveryCode(recoveryCode);
  const recipients = [await identityToRecipient(own), await identityToRecipient(sheet)];
  return { own, sheet, keys: { recipients, identities: [own], markKey } };
}

let place: ReturnType<typeof temporaryFolder>;
beforeEach(() => (place = temporaryFolder()));
afterEach(() => place.remove());

describe('a backup', () => {
  test('is written, read back whole and marked; a second of the same minute takes another name', async () => {
    const files = openFolder(place.folder);
    const { keys } = await makeKeys();
    const first = await shelve(files, content, { ...keys, stamp });
    const second = await shelve(files, content, { ...keys, stamp });
    expect(first.name).toBe('2026-11-23T0930-000123.djb');
    expect(second.name).toBe('2026-11-23T0930-000123-2.djb');
    expect(listShelf(files, markKey).map(({ mark }) => mark?.records)).toEqual([500, 500]);
  });

  test('opens with the recovery sheet alone, and with nobody else’s key', async () => {
    const files = openFolder(place.folder);
    const { keys, sheet } = await makeKeys();
    const { name } = await shelve(files, content, { ...keys, stamp });
    const read: unknown[] = [];
    const manifest = await readBackup(files, name, [sheet], ({ value }) => read.push(value));
    expect(manifest.tables).toEqual({ people: 500 });
    expect(read).toEqual(people.map(({ value }) => value));
    const stranger = identityOfRecoveryCode(createRecoveryCode());
    await expect(readBackup(files, name, [stranger], () => undefined)).rejects.toMatchObject({
      reason: 'wrongKey',
    });
  });

  test('holds nothing readable on the disk', async () => {
    const files = openFolder(place.folder);
    const { keys } = await makeKeys();
    const { name } = await shelve(files, content, { ...keys, stamp });
    const bytes = readFileSync(join(place.folder, name));
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(bytes.includes(Buffer.from('测1'))).toBe(false);
  });

  test('changed or cut by one byte anywhere is called damaged and loses no other', async () => {
    const files = openFolder(place.folder);
    const { keys, own } = await makeKeys();
    const { name } = await shelve(files, content, { ...keys, stamp });
    const whole = readFileSync(join(place.folder, name));
    for (const position of [30, 400, Math.floor(whole.length / 2), whole.length - 1]) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(position) ^ 1, position);
      writeFileSync(join(place.folder, name), bytes);
      await expect(verify(files, name, { ...keys, now: '' })).rejects.toThrow(BackupUnreadable);
      writeFileSync(join(place.folder, name), whole.subarray(0, position));
      await expect(verify(files, name, { ...keys, now: '' })).rejects.toThrow(BackupUnreadable);
    }
    writeFileSync(join(place.folder, name), whole);
    await readBackup(files, name, [own], () => undefined);
  });

  test('with a mark that this ledger did not make counts as not verified', async () => {
    const files = openFolder(place.folder);
    const { keys } = await makeKeys();
    await shelve(files, content, { ...keys, stamp });
    expect(listShelf(files, Buffer.alloc(32, 8))[0]?.mark).toBeUndefined();
    expect(listShelf(files, undefined)[0]?.mark?.records).toBe(500);
  });
});

describe('the shelf', () => {
  test('lets old days go by the rule, never the last three and never one that is not verified', async () => {
    const files = openFolder(place.folder);
    const { keys } = await makeKeys();
    const small = gatherContent({ tables: [], scan: () => [] }, content.manifest);
    for (let day = 1; day <= 20; day += 1)
      await shelve(files, small, {
        ...keys,
        stamp: `2026-10-${String(day).padStart(2, '0')}T0900`,
      });
    writeFileSync(join(place.folder, '2026-01-01T0900-000001.djb'), 'cut short');
    const removed = prune(files, markKey);
    // 14 days: 7–20 October; of the weeks ending the 4th and before, the newest (4 October) stays.
    expect(removed.map((name) => name.slice(0, 10)).sort()).toEqual(
      ['01', '02', '03', '05', '06'].map((day) => `2026-10-${day}`),
    );
    expect(files.exists('2026-01-01T0900-000001.djb')).toBe(true);
  });
});

describe('Debian’s age', () => {
  test('opens a backup of ours with the key of the recovery sheet, and with no other', async () => {
    if (spawnSync('age', ['--version']).status !== 0)
      throw new Error('缺少 age：请先运行 npm run setup（或 apt-get install age），本测试不跳过。');
    const files = openFolder(place.folder);
    const { keys, sheet } = await makeKeys();
    const { name } = await shelve(files, content, { ...keys, stamp });
    const keyFile = join(place.folder, 'key.txt');
    writeFileSync(keyFile, `${sheet}\n`);
    const plain = execFileSync('age', ['-d', '-i', keyFile, join(place.folder, name)], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const [manifest, ...records] = plain.trimEnd().split('\n');
    expect(JSON.parse(manifest ?? '')).toMatchObject({ records: 500, sequence: 123 });
    expect(JSON.parse(records[499] ?? '')).toEqual({ table: 'people', ...people[499] });
    writeFileSync(keyFile, `${identityOfRecoveryCode(createRecoveryCode())}\n`);
    const refused = spawnSync('age', ['-d', '-i', keyFile, join(place.folder, name)]);
    expect(refused.status).not.toBe(0);
    expect(refused.stdout).toHaveLength(0);
  });
});
