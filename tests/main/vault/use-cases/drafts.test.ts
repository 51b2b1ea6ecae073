import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryVault, type TestVault } from '../../../support/vault-kit';

let vault: TestVault;
let remove: () => void;
beforeEach(() => ({ vault, remove } = temporaryVault()));
afterEach(async () => {
  await vault.service.end(60_000);
  remove();
});

const draft = {
  key: 'newPerson',
  title: '登记申请人',
  place: { page: 'newPerson' },
  values: { name: '封存的人', phone: '' },
};

describe('an unsaved form', () => {
  test('is sealed at lock, offered after unlock, handed over once', async () => {
    await vault.create();
    await vault.ask('drafts.hold', draft);
    await vault.lock();
    await vault.unlock();
    expect(await vault.ask('drafts.list', {})).toEqual([
      { key: 'newPerson', title: '登记申请人', heldAt: '2026-11-23 09:30' },
    ]);
    expect(await vault.ask('drafts.take', { key: 'newPerson' })).toEqual(draft);
    expect(await vault.ask('drafts.list', {})).toEqual([]);
    expect((await vault.refusal('drafts.take', { key: 'newPerson' })).code).toBe('C-103');
  });

  test('that was saved or left before the lock is not sealed', async () => {
    await vault.create();
    await vault.ask('drafts.hold', draft);
    await vault.ask('drafts.release', { key: 'newPerson' });
    await vault.lock();
    await vault.unlock();
    expect(await vault.ask('drafts.list', {})).toEqual([]);
  });

  test('can be thrown away, and sealing is no act that Ctrl+Z takes back', async () => {
    await vault.create();
    await vault.addPerson('测一');
    await vault.ask('drafts.hold', draft);
    await vault.lock();
    await vault.unlock();
    await vault.ask('drafts.discard', { key: 'newPerson' });
    expect(await vault.ask('drafts.list', {})).toEqual([]);
    expect((await vault.ask('history.undoLatest', {})).title).toBe('登记申请人');
  });

  test('is nowhere on the disk in plain', async () => {
    await vault.create();
    await vault.ask('drafts.hold', draft);
    await vault.lock();
    for (const name of readdirSync(vault.folder, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      const bytes = readFileSync(join(name.parentPath, name.name));
      expect(bytes.includes(Buffer.from('封存的人'))).toBe(false);
    }
  });
});
