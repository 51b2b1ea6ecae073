import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  bytesOf,
  deskPassphrase,
  temporaryVault,
  type TestVault,
} from '../../../support/vault-kit';
import { createTestLedger, openTestLedger } from '../../../support/ledger-kit';

let vault: TestVault;
let remove: () => void;
let stick: ReturnType<typeof temporaryVault>;
beforeEach(() => {
  ({ vault, remove } = temporaryVault());
  stick = temporaryVault();
});
afterEach(async () => {
  await vault.service.end(60_000);
  remove();
  stick.remove();
});

const secret = () => bytesOf(deskPassphrase);

async function withKeyFile(): Promise<string> {
  await vault.create();
  const folder = join(stick.vault.folder, 'stick');
  mkdirSync(folder);
  vault.service.receivePlace('stick', folder);
  const used = await vault.ask('slots.useKeyFile', { passphrase: secret(), token: 'stick' });
  expect(readdirSync(folder)).toEqual([used.fileName]);
  return join(folder, used.fileName);
}

describe('a person whose slot asks for a key file', () => {
  test('opens the ledger with both, found where it lay last time', async () => {
    await withKeyFile();
    await vault.lock();
    expect(await vault.ask('session.status', {})).toMatchObject({ keyFile: 'found' });
    await vault.unlock();
    expect(await vault.ask('slots.list', {})).toMatchObject([{ isMine: true, hasKeyFile: true }]);
  });

  test('is told that the stick is missing, not that the passphrase is wrong (V-102)', async () => {
    const file = await withKeyFile();
    const id = await vault.addPerson('测一');
    await vault.lock();
    rmSync(file);
    expect(await vault.ask('session.status', {})).toMatchObject({ keyFile: 'missing' });
    const refusal = await vault.refusal('session.unlock', { passphrase: secret() });
    expect(refusal).toEqual({
      code: 'V-102',
      message: '没有找到密钥文件。请插入存放密钥文件的 U 盘，或指出它在哪里。数据没有变化。[V-102]',
    });
    expect((await vault.ask('session.status', {})).state).toBe('locked');
    expect(id).not.toBe('');
  });

  test('may point at the file where the stick has another letter now', async () => {
    const file = await withKeyFile();
    await vault.lock();
    const moved = join(stick.vault.folder, 'moved');
    mkdirSync(moved);
    renameSync(file, join(moved, 'key.djkey'));
    vault.service.receivePlace('shown', join(moved, 'key.djkey'));
    const input = { passphrase: secret(), keyFileToken: 'shown' };
    await vault.ask('session.unlock', input);
    await vault.lock();
    expect(await vault.ask('session.status', {})).toMatchObject({ keyFile: 'found' });
  });

  test('is told when the file shown is not this ledger’s', async () => {
    await withKeyFile();
    await vault.lock();
    const foreign = temporaryVault();
    vault.service.receivePlace('shown', foreign.vault.folder);
    const input = { passphrase: secret(), keyFileToken: 'shown' };
    expect((await vault.refusal('session.unlock', input)).message).toContain(
      '所选的不是本账本的密钥文件',
    );
    foreign.remove();
  });

  test('keeps it through a change of passphrase, and gets in with the recovery code alone', async () => {
    await vault.create();
    const next = '另一句 灯火 石桥 骑手 十月';
    vault.service.receivePlace('stick', stick.vault.folder);
    await vault.ask('slots.useKeyFile', { passphrase: secret(), token: 'stick' });
    await vault.ask('session.changePassphrase', { current: secret(), next: bytesOf(next) });
    await vault.lock();
    await vault.unlock(next);
    expect(await vault.ask('slots.list', {})).toMatchObject([{ isMine: true, hasKeyFile: true }]);
  });

  test('opens with the recovery code when the stick is lost', async () => {
    const { recoveryGroups } = await vault.ask('session.prepare', { passphrase: secret() });
    await vault.ask('session.create', { proof: { kind: 'printed' } });
    vault.service.receivePlace('stick', stick.vault.folder);
    await vault.ask('slots.useKeyFile', { passphrase: secret(), token: 'stick' });
    await vault.lock();
    const next = '另一句 灯火 石桥 骑手 十月';
    const input = { code: recoveryGroups.join(' '), nextPassphrase: bytesOf(next) };
    await vault.ask('session.unlockWithRecovery', input);
    await vault.lock();
    expect(await vault.ask('session.status', {})).toMatchObject({ keyFile: 'none' });
    await vault.unlock(next);
  });

  test('can go back to the passphrase alone; both acts are on record', async () => {
    const file = await withKeyFile();
    await vault.ask('slots.dropKeyFile', { passphrase: secret() });
    rmSync(file);
    await vault.lock();
    await vault.unlock();
    const { rows } = await vault.ask('trail.list', { limit: 9, kind: 'door' });
    expect(rows.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['加用密钥文件', '停用密钥文件']),
    );
  });

  test('is refused a place beside the ledger (V-108), a full or locked stick (V-109), a wrong passphrase (V-101)', async () => {
    await vault.create();
    const ask = (token: string, passphrase = secret()) =>
      vault.refusal('slots.useKeyFile', { passphrase, token });
    vault.service.receivePlace('beside', vault.folder);
    expect((await ask('beside')).code).toBe('V-108');
    vault.service.receivePlace('gone', join(stick.vault.folder, 'nowhere'));
    expect((await ask('gone')).code).toBe('V-109');
    vault.service.receivePlace('stick', stick.vault.folder);
    expect((await ask('stick', bytesOf('不是这一句口令 猜的'))).code).toBe('V-101');
    await vault.lock();
    await vault.unlock();
  });
});

describe('a slot that costs too little to try', () => {
  test('is made anew at the next success, without a word and with the same passphrase', async () => {
    const { folder } = vault;
    await vault.service.end(60_000);
    const { ledger } = await createTestLedger(join(folder, 'ledger'));
    const passphrase = '测试用口令 只在测试里';
    const costOf = () => {
      const slots = ledger.slots.list();
      return slots.ok ? slots.value.map(({ kdf }) => kdf.memoryKiB) : [];
    };
    expect(costOf()).toEqual([64]);
    expect(await ledger.slots.strengthen(bytesOf(passphrase), { memoryKiB: 256, passes: 1 })).toBe(
      false,
    );
    await ledger.close();
    const again = await openTestLedger(join(folder, 'ledger'));
    const least = { memoryKiB: 256, passes: 1 };
    expect(await again.ledger.slots.strengthen(bytesOf(passphrase), least)).toBe(true);
    expect(await again.ledger.slots.strengthen(bytesOf(passphrase), least)).toBe(false);
    await again.ledger.close();
    const third = await openTestLedger(join(folder, 'ledger'));
    expect(third.ledger.slots.current()?.kdf).toMatchObject(least);
    await third.ledger.close();
    vault.start();
  });
});
