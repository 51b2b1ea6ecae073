import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bytesOf, temporaryVault, type TestVault } from '../../../support/vault-kit';

let vault: TestVault;
let remove: () => void;
beforeEach(() => ({ vault, remove } = temporaryVault()));
afterEach(async () => {
  await vault.service.end(60_000);
  remove();
});

const wrong = { passphrase: bytesOf('不是这一句 口令 不对') };
const titles = async () =>
  (await vault.ask('trail.list', { limit: 100 })).rows.map(({ title, note }) => [title, note]);

describe('failed unlocks', () => {
  test('tell how many tries are left, then wait 1, 2, 4 … 60 seconds, and never wipe (V-101, V-105)', async () => {
    await vault.create();
    await vault.lock();
    for (let left = 4; left >= 1; left -= 1)
      expect((await vault.refusal('session.unlock', { ...wrong })).message).toContain(
        `还可连续尝试 ${left} 次`,
      );
    const waits = [1, 2, 4, 8, 16, 32, 60, 60];
    for (const wait of waits) {
      expect((await vault.refusal('session.unlock', { ...wrong })).code).toBe('V-101');
      const told = await vault.refusal('session.unlock', { ...wrong });
      expect(told.message).toContain(`还需等待 ${wait} 秒`);
      vault.milliseconds += wait * 1000;
    }
    await vault.unlock();
    expect(await titles()).toContainEqual([
      '有人没有解开账本',
      expect.stringContaining('此前有 12 次没有解开'),
    ]);
  });

  test('are waited for even after the program was started anew', async () => {
    await vault.create();
    await vault.lock();
    for (let count = 0; count < 7; count += 1) {
      await vault.service.handle('session.unlock', wrong);
      vault.milliseconds += 60_000;
    }
    vault.start();
    expect((await vault.refusal('session.unlock', wrong)).code).toBe('V-105');
    vault.milliseconds += 60_000;
    await vault.unlock();
  });

  test('counted in a file that somebody spoiled keep nobody out', async () => {
    await vault.create();
    await vault.lock();
    writeFileSync(join(vault.folder, 'ledger', 'DOOR'), '{"failures":');
    await vault.unlock();
  });
});

describe('the door', () => {
  test('tells when and at which act the ledger was last used, and nobody’s name', async () => {
    await vault.create();
    await vault.addPerson('测一');
    await vault.lock();
    const { lastAct, state } = await vault.ask('session.status', {});
    expect(state).toBe('locked');
    expect(lastAct).toEqual({ at: '2026-11-23 09:30', sequence: 3 });
    const plain = readFileSync(join(vault.folder, 'ledger', 'DOOR'), 'utf8');
    expect(plain).not.toContain('测一');
    expect(plain).not.toContain('办理员甲');
  });

  test('notices a clock that went back, says so and puts it on record (T-901)', async () => {
    await vault.create();
    await vault.lock();
    vault.nowIso = '2026-11-20T01:30:00.000Z';
    const { notices } = await vault.unlock();
    expect(notices).toEqual([
      {
        code: 'T-901',
        message: '电脑时间比上次使用早了 3 天。记录顺序不受影响，但请校准时间。[T-901]',
      },
    ]);
    expect(await titles()).toContainEqual(['电脑时间变动', '电脑时间比上次使用早了 3 天。']);
  });
});

describe('settings', () => {
  test('tell main after how many idle minutes to lock', async () => {
    await vault.create();
    expect(vault.lockRules).toEqual({ autoLockMinutes: 5, locksOnMinimise: false });
    await vault.ask('settings.save', { autoLockMinutes: 12, locksOnMinimise: true });
    expect(vault.lockRules).toEqual({ autoLockMinutes: 12, locksOnMinimise: true });
  });
});
