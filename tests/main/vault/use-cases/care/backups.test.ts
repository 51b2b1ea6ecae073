import { readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  bytesOf,
  attestation,
  deskPassphrase,
  temporaryVault,
  type TestVault,
} from '../../../../support/vault-kit';

let vault: TestVault;
let remove: () => void;
beforeEach(() => ({ vault, remove } = temporaryVault()));
afterEach(async () => {
  await vault.service.end(60_000);
  remove();
});

const shelf = () => join(vault.folder, 'ledger-backups');
const newest = async () => (await vault.ask('care.overview', {})).backups[0];
const shelfBackup = (name: string) => ({ kind: 'shelf' as const, name });

describe('a backup', () => {
  test('is made at lock when something was edited, verified, and not made again without an edit', async () => {
    await vault.create();
    await vault.addPerson('测一');
    await vault.lock();
    await vault.unlock();
    const made = await newest();
    expect(made?.verified?.records).toBe(2);
    await vault.lock();
    await vault.unlock();
    expect((await vault.ask('care.overview', {})).backups).toHaveLength(1);
  });

  test('made by button holds every record and the meta document', async () => {
    await vault.create();
    await vault.addPerson('测一');
    await vault.addPerson('测二');
    expect((await vault.ask('backups.make', {})).records).toBe(3);
  });

  test('that cannot be written leaves the ledger as it was and says so (B-701)', async () => {
    await vault.create();
    writeFileSync(shelf(), 'a file where the folder should be');
    expect((await vault.refusal('backups.make', {})).code).toBe('B-701');
    await vault.addPerson('测一');
  });
});

describe('a restore', () => {
  test('shows what it takes away, goes back in one act, and can be undone', async () => {
    await vault.create();
    await vault.addPerson('测一');
    const { name } = await vault.ask('backups.make', {});
    await vault.addPerson('测二');
    await vault.addPerson('测三');
    const source = shelfBackup(name);
    const { against, ...difference } = await vault.ask('backups.compare', { source });
    expect(difference).toMatchObject({
      isSameLedger: true,
      operations: 2,
      lostPeople: 2,
      tables: [{ words: '人员', lost: 2, changed: 0, returned: 0 }],
    });
    const { changeId } = await vault.ask('backups.restore', {
      source,
      against,
      attestation: attestation(),
    });
    expect(await vault.people()).toBe(1);
    await vault.ask('history.undo', { changeId });
    expect(await vault.people()).toBe(3);
  });

  test('first keeps a verified copy of the state it replaces', async () => {
    await vault.create();
    const { name } = await vault.ask('backups.make', {});
    await vault.addPerson('测一');
    const { against } = await vault.ask('backups.compare', { source: shelfBackup(name) });
    await vault.ask('backups.restore', {
      source: shelfBackup(name),
      against,
      attestation: attestation(),
    });
    expect((await newest())?.verified?.records).toBe(2);
  });

  test('is refused when somebody worked on since the difference was shown (B-704)', async () => {
    await vault.create();
    const { name } = await vault.ask('backups.make', {});
    const { against } = await vault.ask('backups.compare', { source: shelfBackup(name) });
    await vault.addPerson('测一');
    const refusal = await vault.refusal('backups.restore', {
      source: shelfBackup(name),
      against,
      attestation: attestation(),
    });
    expect(refusal.code).toBe('B-704');
    expect(await vault.people()).toBe(1);
  });

  test('of a damaged backup is refused in words and changes nothing (B-703)', async () => {
    await vault.create();
    await vault.addPerson('测一');
    const { name } = await vault.ask('backups.make', {});
    const bytes = readFileSync(join(shelf(), name));
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20);
    writeFileSync(join(shelf(), name), bytes);
    const refusal = await vault.refusal('backups.compare', { source: shelfBackup(name) });
    expect(refusal.message).toContain('没有通过校验');
  });

  test('into a new ledger needs the recovery code of the old one (B-702)', async () => {
    const code = await vault.create();
    await vault.addPerson('测一');
    const { name } = await vault.ask('backups.make', {});
    await vault.service.end(60_000);
    const other = temporaryVault();
    await other.vault.create();
    other.vault.service.receivePlace('usb', join(shelf(), name));
    const source = { kind: 'file' as const, token: 'usb' };
    expect((await other.vault.refusal('backups.compare', { source })).code).toBe('B-702');
    const difference = await other.vault.ask('backups.compare', { source, recoveryCode: code });
    expect(difference).toMatchObject({ isSameLedger: false, unitName: '演练区委社会工作部' });
    await other.vault.ask('backups.restore', {
      source,
      recoveryCode: code,
      against: difference.against,
      attestation: attestation(),
    });
    expect(await other.vault.people()).toBe(1);
    await other.vault.service.end(60_000);
    other.remove();
    vault.start();
  });

  test('takes only a plain name from the shelf', async () => {
    await vault.create();
    const source = shelfBackup('../ledger/KEYS.A');
    expect((await vault.refusal('backups.compare', { source })).code).toBe('C-101');
  });
});

describe('a copy on another medium', () => {
  test('is read back, never written over another, and stops the reminder of seven days', async () => {
    await vault.create();
    vault.today = '2026-12-01' as typeof vault.today;
    expect(await vault.ask('care.overview', {})).toMatchObject({
      daysWithoutExternal: 8,
      isExternalDue: true,
    });
    const stick = join(vault.folder, 'stick');
    mkdirSync(stick);
    vault.service.receivePlace('stick', stick);
    const first = await vault.ask('backups.copyOut', { token: 'stick' });
    await vault.ask('backups.copyOut', { token: 'stick' });
    expect(readdirSync(stick)).toHaveLength(2);
    expect(first.records).toBe(1);
    expect(await vault.ask('care.overview', {})).toMatchObject({
      externalOn: '2026-12-01',
      isExternalDue: false,
    });
  });

  test('into a place nobody chose is refused', async () => {
    await vault.create();
    expect((await vault.refusal('backups.copyOut', { token: 'x' })).code).toBe('C-101');
  });
});

describe('the weekly check', () => {
  test('reads everything through, rehearses a restore and dates its mark', async () => {
    await vault.create();
    await vault.addPerson('测一');
    await vault.ask('backups.make', {});
    const check = await vault.ask('backups.check', {});
    expect(check).toEqual({
      on: '2026-11-23',
      isGood: true,
      words: '账本文件完好，1 份备份全部解密校验，恢复演练读出 2 条记录',
    });
    expect((await vault.ask('care.overview', {})).lastCheck).toEqual(check);
  });

  test('names the backup that no longer decrypts, and its mark is gone', async () => {
    await vault.create();
    const { name } = await vault.ask('backups.make', {});
    writeFileSync(join(shelf(), name), 'age-encryption.org/v1\n');
    const check = await vault.ask('backups.check', {});
    expect(check.isGood).toBe(false);
    expect(check.words).toContain(`备份 ${name} 没有通过校验`);
    expect((await newest())?.verified).toBeUndefined();
  });
});

test('a passphrase still opens after backups were made', async () => {
  await vault.create();
  await vault.ask('backups.make', {});
  await vault.lock();
  await vault.ask('session.unlock', { passphrase: bytesOf(deskPassphrase) });
});

test('leaving while a backup is under way waits for it: every file on the shelf is verified', async () => {
  await vault.create();
  await vault.addPerson('测一');
  const under = vault.ask('backups.make', {});
  await vault.service.end(60_000);
  await under;
  const names = readdirSync(shelf());
  const made = names.filter((name) => name.endsWith('.djb'));
  expect(made).toHaveLength(2);
  for (const name of made) expect(names).toContain(`${name}.verified`);
  vault.start();
});
