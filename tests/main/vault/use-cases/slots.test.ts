import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../../src/core/records/roles';
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

const hers = '湖边 石灯 骑手 归来 冬至';
const add = (role: Role) =>
  vault.ask('slots.add', {
    user: '办理员乙',
    role,
    passphrase: bytesOf(hers),
    attestation: attestation(),
  });
const slots = () => vault.ask('slots.list', {});

async function asSecondPerson(role: Role): Promise<string> {
  await vault.create();
  const id = await vault.addPerson('测一');
  await add(role);
  await vault.lock();
  await vault.unlock(hers);
  return id;
}

describe('people with a passphrase of their own', () => {
  test('each open the ledger, and what they do stands under their own name', async () => {
    await asSecondPerson('clerk');
    await vault.addPerson('测二');
    const { rows } = await vault.ask('trail.list', { limit: 5 });
    expect(rows.slice(0, 2).map(({ title, by }) => [title, by])).toEqual([
      ['登记申请人', '办理员乙'],
      ['解锁账本', '办理员乙'],
    ]);
    expect(await slots()).toMatchObject([
      { user: '办理员甲', role: 'administrator', isMine: false, lastUse: '' },
      { user: '办理员乙', role: 'clerk', isMine: true, lastUse: '2026-11-23 09:30' },
    ]);
  });

  test('change their own passphrase and leave the other’s alone', async () => {
    await asSecondPerson('clerk');
    const next = '另一句 灯火 石桥 骑手 十月';
    await vault.ask('session.changePassphrase', { current: bytesOf(hers), next: bytesOf(next) });
    for (const passphrase of [next, deskPassphrase]) {
      await vault.lock();
      await vault.unlock(passphrase);
    }
    await vault.lock();
    const old = await vault.refusal('session.unlock', { passphrase: bytesOf(hers) });
    expect(old.code).toBe('V-101');
  });

  test('no longer get in once they are removed, in either copy of the header', async () => {
    await vault.create();
    await add('clerk');
    const [, second] = await slots();
    await vault.ask('slots.remove', { id: second?.id ?? '', attestation: attestation() });
    await vault.lock();
    const refusal = await vault.refusal('session.unlock', { passphrase: bytesOf(hers) });
    expect(refusal.code).toBe('V-101');
    await vault.unlock();
    const { rows } = await vault.ask('trail.list', { limit: 9, kind: 'door' });
    expect(rows.map(({ title }) => title)).toContain('移除可解锁的人');
  });

  test('cannot remove themselves, nor leave nobody in charge (V-107)', async () => {
    await vault.create();
    await add('administrator');
    const mine = (await slots()).find(({ isMine }) => isMine);
    const asked = { id: mine?.id ?? '', attestation: attestation() };
    expect((await vault.refusal('slots.remove', asked)).code).toBe('V-107');
  });

  test('need a passphrase as strong as the first (V-104)', async () => {
    await vault.create();
    const weak = { user: '办理员乙', role: 'clerk' as const, passphrase: bytesOf('123456') };
    const asked = { ...weak, attestation: attestation() };
    expect((await vault.refusal('slots.add', asked)).code).toBe('V-104');
    expect(await slots()).toHaveLength(1);
  });
});

describe('a role', () => {
  test('of an auditor reads everything and writes nothing (V-106)', async () => {
    const id = await asSecondPerson('auditor');
    const person = { name: '测二', dossier: {} };
    expect((await vault.refusal('people.create', { person })).code).toBe('V-106');
    expect((await vault.refusal('history.undoLatest', {})).code).toBe('V-106');
    expect((await vault.refusal('settings.save', { theme: 'dark' })).code).toBe('V-106');
    expect(await vault.people()).toBe(1);
    expect((await vault.ask('people.get', { id })).record.name).toBe('测一');
  });

  test.each(['clerk', 'reviewer'] as const)(
    'of a %s edits records but keeps neither people nor settings nor restores (V-106)',
    async (role) => {
      await asSecondPerson(role);
      await vault.addPerson('测二');
      const [first] = await slots();
      const asked = [
        await vault.refusal('slots.remove', { id: first?.id ?? '', attestation: attestation() }),
        await vault.refusal('settings.save', { theme: 'dark' }),
        await vault.refusal('backups.restore', {
          source: { kind: 'shelf', name: 'x' },
          against: 1,
          attestation: attestation(),
        }),
      ];
      expect(asked.map(({ code }) => code)).toEqual(['V-106', 'V-106', 'V-106']);
    },
  );
});
