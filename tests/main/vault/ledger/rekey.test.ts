import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../../src/main/vault/crypto/derive';
import { createRecoveryCode } from '../../../../src/main/vault/crypto/recovery-code';
import type { Ledger } from '../../../../src/main/vault/ledger/ledger';
import {
  changeOf,
  createTestLedger,
  passphrase,
  put,
  temporaryFolder,
  tryOpen,
  weakCost,
  type Shadow,
} from '../../../support/ledger-kit';
import { seededRandom } from '../../../support/seeded-random';
import { PowerLossDisk } from '../../../support/torture/power-loss-disk';

let home: ReturnType<typeof temporaryFolder>;
beforeEach(() => (home = temporaryFolder()));
afterEach(() => home.remove());

const contentOf = (ledger: Ledger<Shadow>) =>
  sha256(Buffer.from(JSON.stringify([...ledger.scan('people')].sort(byId)))).toString('hex');
const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);

/** A life with edits, a large act, a checkpoint and an opening between. */
async function lived(disk: PowerLossDisk) {
  const made = await createTestLedger(home.folder, disk.files);
  const { recoveryCode } = made;
  for (let i = 0; i < 30; i += 1)
    made.ledger.commit(changeOf(put(`p${i % 11}`, { i, text: '演练'.repeat(i) })));
  await made.ledger.checkpoint();
  made.ledger.commit(
    changeOf(...Array.from({ length: 900 }, (_, i) => put(`many${i}`, { name: `测${i}` }))),
  );
  await made.ledger.close();
  const opened = await tryOpen(home.folder, { files: disk.files });
  if (!opened.ok) throw new Error(opened.failure.code);
  opened.value.ledger.commit(changeOf(put('last', { name: '样末' })));
  return { ledger: opened.value.ledger, recoveryCode };
}

async function renew(ledger: Ledger<Shadow>) {
  const recoveryCode = createRecoveryCode();
  const closing = { ...changeOf(), action: 'keys.renew' };
  const renewed = await ledger.rekey(
    { passphrase: passphrase.slice(), recoveryCode, cost: weakCost },
    () => [closing],
  );
  return { renewed, recoveryCode };
}

describe('更换保险库密钥 (security.md §3.2)', () => {
  it('keeps every record and every act, and nothing opens any more but the passphrase and the new sheet', async () => {
    const disk = new PowerLossDisk();
    const { ledger, recoveryCode: oldCode } = await lived(disk);
    const content = contentOf(ledger);
    const acts = ledger.history.entries().map(({ id }) => id);
    const before = new Set(disk.files.list().filter((name) => /^(j|snap)\.|^ANCHOR/.test(name)));
    const { renewed, recoveryCode } = await renew(ledger);
    expect(renewed.ok).toBe(true);
    const refused = ledger.commit(changeOf(put('late', { name: '测晚' })));
    expect(refused).toMatchObject({ ok: false, failure: { code: 'V-110' } });
    await ledger.close();

    expect(disk.files.list().filter((name) => before.has(name))).toEqual([]);
    const old = await tryOpen(home.folder, {
      files: disk.files,
      secret: { recoveryCode: oldCode },
    });
    expect(old).toMatchObject({ ok: false, failure: { code: 'V-103' } });
    for (const secret of [{ passphrase: passphrase.slice() }, { recoveryCode }]) {
      const opened = await tryOpen(home.folder, { files: disk.files, secret, isVerified: true });
      if (!opened.ok) throw new Error(opened.failure.code);
      const { ledger: again, report } = opened.value;
      expect(contentOf(again)).toBe(content);
      expect(again.meta.data).toEqual({ unitName: '演练区' });
      expect(again.history.entries().map(({ id }) => id)).toEqual([...acts, expect.anything()]);
      expect(report).toMatchObject({ missingFrames: 0, damagedParts: [], framesBehind: 0 });
      await again.checkpoint();
      await again.close();
    }
  });

  it('can be done again and again', async () => {
    const disk = new PowerLossDisk();
    let { ledger } = await lived(disk);
    const content = contentOf(ledger);
    for (let round = 0; round < 3; round += 1) {
      expect((await renew(ledger)).renewed.ok).toBe(true);
      await ledger.close();
      const opened = await tryOpen(home.folder, { files: disk.files });
      if (!opened.ok) throw new Error(opened.failure.code);
      ({ ledger } = opened.value);
      expect(contentOf(ledger)).toBe(content);
    }
    await ledger.close();
  });

  it('is the old ledger or the new one, whole, wherever the power goes', async () => {
    const random = seededRandom(20261127);
    const disk = new PowerLossDisk();
    const { ledger, recoveryCode: oldCode } = await lived(disk);
    await nextTurn();
    const content = contentOf(ledger);
    const begin = disk.moment;
    const { renewed, recoveryCode: newCode } = await renew(ledger);
    expect(renewed.ok).toBe(true);
    const end = disk.moment;
    await ledger.close();
    const outcomes = { old: 0, new: 0 };
    for (let moment = begin; moment <= end; moment += 1)
      for (let again = 0; again < 4; again += 1) {
        const left = new PowerLossDisk(disk.crashAt(moment, random));
        const opened = await tryOpen(home.folder, { files: left.files });
        if (!opened.ok) throw new Error(`moment ${moment - begin}: ${opened.failure.code}`);
        const { ledger: found, report } = opened.value;
        expect(contentOf(found)).toBe(content);
        expect(report).toMatchObject({ missingFrames: 0, damagedParts: [] });
        const isNew = found.history.entries().at(-1)?.action === 'keys.renew';
        outcomes[isNew ? 'new' : 'old'] += 1;
        await found.close();
        const byCode = await tryOpen(home.folder, {
          files: left.files,
          secret: { recoveryCode: isNew ? newCode : oldCode },
        });
        expect(byCode.ok).toBe(true);
        if (byCode.ok) await byCode.value.ledger.close();
      }
    expect(outcomes.old).toBeGreaterThan(0);
    expect(outcomes.new).toBeGreaterThan(0);
  });

  it('refuses to copy over a gap: the old ledger stays as it was', async () => {
    const disk = new PowerLossDisk();
    const { ledger } = await lived(disk);
    const [name = ''] = disk.files.list().filter((each) => each.startsWith('j.'));
    const file = disk.files.open(name, 'update');
    file.write(Buffer.from('damage'), 400);
    file.close();
    const { renewed } = await renew(ledger);
    expect(renewed).toMatchObject({ ok: false, failure: { code: 'R-320', part: name } });
    expect(ledger.commit(changeOf(put('goes on', { name: '测' }))).ok).toBe(true);
    expect(disk.files.list().some((each) => each.startsWith('k'))).toBe(false);
    await ledger.close();
  });
});
