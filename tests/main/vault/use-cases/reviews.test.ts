import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../../src/core/records/roles';
import { bytesOf, attestation, temporaryVault, type TestVault } from '../../../support/vault-kit';

let vault: TestVault;
let remove: () => void;
beforeEach(() => ({ vault, remove } = temporaryVault()));
afterEach(async () => {
  await vault.service.end(60_000);
  remove();
});

const hers = '湖边 石灯 骑手 归来 冬至';

/** A person entered by the first, and the desk handed to a second of this role. */
async function enteredByTheOther(role: Role): Promise<string> {
  await vault.create();
  await vault.ask('slots.add', {
    user: '办理员乙',
    role,
    passphrase: bytesOf(hers),
    attestation: attestation(),
  });
  const id = await vault.addPerson('测一');
  await vault.lock();
  await vault.unlock(hers);
  return id;
}
const subject = (recordId: string) => ({ table: 'people' as const, recordId });

describe('复核 (security.md §3.9: 录入 is not 审核 of the same record)', () => {
  test('a second person confirms what the first entered, until it changes again', async () => {
    const id = await enteredByTheOther('reviewer');
    expect(await vault.ask('reviews.pending', {})).toMatchObject({
      total: 1,
      rows: [{ name: '测一', words: '待复核：办理员甲 2026-11-23 09:30', canConfirm: true }],
    });
    await vault.ask('reviews.confirm', subject(id));
    expect(await vault.ask('reviews.of', subject(id))).toMatchObject({
      isPending: false,
      words: '已复核：办理员乙 2026-11-23 09:30',
    });
    const [latest] = await vault.ask('history.list', { ...subject(id), limit: 5 });
    expect(latest).toMatchObject({ title: '复核无误', by: '办理员乙', canUndo: false });
    await vault.lock();
    await vault.unlock();
    await vault.ask('people.saveFacts', { id, patch: { talkedOn: '2026-11-01' }, clears: [] });
    expect(await vault.ask('reviews.of', subject(id))).toMatchObject({
      isPending: true,
      canConfirm: false,
    });
  });

  test('nobody confirms their own entry, whatever their role (V-111)', async () => {
    await enteredByTheOther('administrator');
    const own = await vault.addPerson('测二');
    expect((await vault.refusal('reviews.confirm', subject(own))).code).toBe('V-111');
    expect(await vault.ask('reviews.of', subject(own))).toMatchObject({ isPending: true });
  });

  test.each([
    { role: 'clerk' as const, code: 'V-111', because: 'a clerk enters' },
    { role: 'auditor' as const, code: 'V-106', because: 'an auditor only reads' },
  ])('$because ($code)', async ({ role, code }) => {
    const id = await enteredByTheOther(role);
    expect((await vault.refusal('reviews.confirm', subject(id))).code).toBe(code);
  });

  test('one person alone is asked for nothing', async () => {
    await vault.create();
    const id = await vault.addPerson('测一');
    expect(await vault.ask('reviews.of', subject(id))).toBeNull();
    expect(await vault.ask('reviews.pending', {})).toEqual({ rows: [], total: 0 });
  });
});
