import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBackup } from '../../../../src/main/vault/backup/read-backup';
import { identityOfRecoveryCode } from '../../../../src/main/vault/crypto/age-identity';
import { readRecoveryCode } from '../../../../src/main/vault/crypto/recovery-code';
import { openFolder } from '../../../../src/main/vault/ledger/vault-files';
import {
  bytesOf,
  attestation,
  deskPassphrase,
  temporaryVault,
  type TestVault,
} from '../../../support/vault-kit';

let vault: TestVault;
let remove: () => void;
beforeEach(() => ({ vault, remove } = temporaryVault()));
afterEach(async () => {
  await vault.service.end(60_000);
  remove();
});

const secret = () => bytesOf(deskPassphrase);
const hers = '湖边 石灯 骑手 归来 冬至';
const backups = () => openFolder(join(vault.folder, 'ledger-backups'));
const identityOf = (code: string) => identityOfRecoveryCode(readRecoveryCode(code) ?? '');
const opens = (name: string, code: string) =>
  readBackup(backups(), name, [identityOf(code)], () => undefined).then(
    () => true,
    () => false,
  );

async function renew(): Promise<string> {
  const { recoveryGroups } = await vault.ask('keys.prepare', { passphrase: secret() });
  const code = recoveryGroups.join(' ');
  await vault.ask('keys.renew', { proof: { kind: 'typed', code } });
  return code;
}

describe('更换保险库密钥 through the vault (security.md §3.2, DEK rotation)', () => {
  test('keeps the data, shuts out colleagues and the old sheet, and is on record', async () => {
    const oldCode = await vault.create();
    await vault.addPerson('测一');
    await vault.ask('slots.add', {
      user: '办理员乙',
      role: 'clerk',
      passphrase: bytesOf(hers),
      attestation: attestation(),
    });
    const newCode = await renew();
    await vault.lock();
    expect((await vault.refusal('session.unlock', { passphrase: bytesOf(hers) })).code).toBe(
      'V-101',
    );
    const recover = { code: oldCode, nextPassphrase: bytesOf('另一句 灯火 石桥 骑手 十月') };
    expect((await vault.refusal('session.unlockWithRecovery', recover)).code).toBe('V-103');
    const { notices } = await vault.unlock();
    expect(notices).toEqual([]);
    expect(await vault.people()).toBe(1);
    const { rows } = await vault.ask('trail.list', { limit: 20, kind: 'door' });
    expect(rows.map(({ title, note }) => [title, note])).toContainEqual([
      '更换保险库密钥',
      '另有 1 人需重新设口令；旧恢复单作废',
    ]);
    expect(await vault.ask('slots.list', {})).toMatchObject([
      { user: '办理员甲', role: 'administrator', isMine: true },
    ]);
    await vault.lock();
    await vault.ask('session.unlockWithRecovery', { ...recover, code: newCode });
  });

  test('after it nothing more is written until the ledger is unlocked anew (V-110)', async () => {
    await vault.create();
    await renew();
    const person = { name: '测二', dossier: {} };
    expect((await vault.refusal('people.create', { person })).code).toBe('V-110');
    await vault.lock();
    await vault.unlock();
    await vault.addPerson('测二');
    expect(await vault.people()).toBe(1);
  });

  test('backups are sealed anew: the new sheet opens them, the old one no longer', async () => {
    const oldCode = await vault.create();
    await vault.addPerson('测一');
    const { name } = await vault.ask('backups.make', {});
    expect(await opens(name, oldCode)).toBe(true);
    const newCode = await renew();
    await vault.lock();
    await vault.unlock();
    await vault.ask('backups.check', {});
    const names = readdirSync(join(vault.folder, 'ledger-backups')).filter((each) =>
      each.endsWith('.djb'),
    );
    expect(names).not.toContain(name);
    expect(names.length).toBeGreaterThan(0);
    for (const each of names) {
      expect(await opens(each, newCode)).toBe(true);
      expect(await opens(each, oldCode)).toBe(false);
    }
    const overview = await vault.ask('care.overview', {});
    expect(overview.backups.every(({ verified }) => verified !== undefined)).toBe(true);
  });

  test('asks for the own passphrase (V-101), and for the code as it stands on the new sheet (V-103)', async () => {
    await vault.create();
    const wrong = await vault.refusal('keys.prepare', { passphrase: bytesOf('不是这一句 口令') });
    expect(wrong.code).toBe('V-101');
    const proof = { kind: 'typed' as const, code: 'AAAAA' };
    expect((await vault.refusal('keys.renew', { proof })).code).toBe('C-101');
    await vault.ask('keys.prepare', { passphrase: secret() });
    expect((await vault.refusal('keys.renew', { proof })).code).toBe('V-103');
    await vault.addPerson('测一');
  });

  test('is an administrator’s act (V-106)', async () => {
    await vault.create();
    await vault.ask('slots.add', {
      user: '办理员乙',
      role: 'clerk',
      passphrase: bytesOf(hers),
      attestation: attestation(),
    });
    await vault.lock();
    await vault.unlock(hers);
    expect((await vault.refusal('keys.prepare', { passphrase: bytesOf(hers) })).code).toBe('V-106');
  });
});
