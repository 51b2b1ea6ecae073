import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../../src/main/vault/crypto/derive';
import type { Ledger } from '../../../../src/main/vault/ledger/ledger';
import { copyFiles, proveCopy } from '../../../../src/main/vault/ledger/move-ledger';
import { readMoved, writeMoved } from '../../../../src/main/vault/ledger/moved-mark';
import type { VaultFiles } from '../../../../src/main/vault/ledger/vault-files';
import {
  changeOf,
  createTestLedger,
  now,
  put,
  temporaryFolder,
  tryOpen,
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

const placesOf = (disk: PowerLossDisk) => ({
  old: disk.folder('old'),
  next: disk.folder('new'),
  marks: disk.folder('state'),
});

/** Edits, a checkpoint, a large act and an opening between, in the folder that is to be left. */
async function lived(disk: PowerLossDisk) {
  const { old: files, marks } = placesOf(disk);
  const { ledger: first } = await createTestLedger(home.folder, files, marks);
  for (let i = 0; i < 30; i += 1)
    first.commit(changeOf(put(`p${i % 11}`, { i, text: '演练'.repeat(i) })));
  await first.checkpoint();
  first.commit(
    changeOf(...Array.from({ length: 300 }, (_, i) => put(`many${i}`, { name: `测${i}` }))),
  );
  await first.close();
  const opened = await tryOpen(home.folder, { files, marks });
  if (!opened.ok) throw new Error(opened.failure.code);
  opened.value.ledger.commit(changeOf(put('last', { name: '样末' })));
  return opened.value.ledger;
}

async function move(ledger: Ledger<Shadow>, from: VaultFiles, to: VaultFiles): Promise<number> {
  const left = await ledger.leave();
  if (!left.ok) throw new Error(left.failure.code);
  await copyFiles(from, to, from.list());
  const records = proveCopy(left.value, to);
  writeMoved(from, { to: '/elsewhere/ledger', at: now(), sequence: left.value.sequence });
  return records;
}

describe('the ledger moves to another folder (security.md §6, L-503)', () => {
  it('is there with every record and act, takes nothing more here, and never opens here again', async () => {
    const disk = new PowerLossDisk();
    const { old, next, marks } = placesOf(disk);
    const ledger = await lived(disk);
    const content = contentOf(ledger);
    const acts = ledger.history.entries().map(({ id }) => id);
    expect(await move(ledger, old, next)).toBe(313);
    const refused = ledger.commit(changeOf(put('late', { name: '测晚' })));
    expect(refused).toMatchObject({ ok: false, failure: { code: 'L-507' } });
    await ledger.close();
    expect(await tryOpen(home.folder, { files: old, marks })).toMatchObject({
      ok: false,
      failure: { code: 'L-507' },
    });
    const opened = await tryOpen(home.folder, { files: next, marks, isVerified: true });
    if (!opened.ok) throw new Error(opened.failure.code);
    const { ledger: moved, report } = opened.value;
    expect(contentOf(moved)).toBe(content);
    expect(moved.history.entries().map(({ id }) => id)).toEqual(acts);
    expect(report).toMatchObject({ missingFrames: 0, damagedParts: [], framesBehind: 0 });
    expect(moved.failure).toBeUndefined();
    expect(moved.commit(changeOf(put('goes on', { name: '测' }))).ok).toBe(true);
    await moved.close();
  });

  it('is at exactly one place, whole, wherever the power goes', async () => {
    const random = seededRandom(20261127);
    const disk = new PowerLossDisk();
    const { old, next } = placesOf(disk);
    const ledger = await lived(disk);
    await nextTurn();
    const content = contentOf(ledger);
    const begin = disk.moment;
    await move(ledger, old, next);
    const end = disk.moment;
    await ledger.close();
    const outcomes = { old: 0, new: 0 };
    for (let moment = begin; moment <= end; moment += 1)
      for (let again = 0; again < 6; again += 1) {
        const left = placesOf(new PowerLossDisk(disk.crashAt(moment, random)));
        const hasMoved = readMoved(left.old) !== undefined;
        const opened = await tryOpen(home.folder, {
          files: hasMoved ? left.next : left.old,
          marks: left.marks,
          isVerified: again % 2 === 0,
        });
        if (!opened.ok) throw new Error(`moment ${moment - begin}: ${opened.failure.code}`);
        const { ledger: found, report } = opened.value;
        expect(contentOf(found)).toBe(content);
        expect(report).toMatchObject({ missingFrames: 0, damagedParts: [], framesBehind: 0 });
        expect(found.failure).toBeUndefined();
        outcomes[hasMoved ? 'new' : 'old'] += 1;
        await found.close();
      }
    expect(outcomes.old).toBeGreaterThan(0);
    expect(outcomes.new).toBeGreaterThan(0);
  });

  it('notices a copy that is not the same', async () => {
    const disk = new PowerLossDisk();
    const { old, next } = placesOf(disk);
    const ledger = await lived(disk);
    const left = await ledger.leave();
    if (!left.ok) throw new Error(left.failure.code);
    const lying: VaultFiles = {
      ...next,
      open(name, mode) {
        const file = next.open(name, mode);
        if (!name.startsWith('j.') || mode !== 'create') return file;
        return {
          ...file,
          write: (bytes, at) => file.write(Buffer.from(bytes).fill(0, 200, 201), at),
        };
      },
    };
    await expect(copyFiles(old, lying, old.list())).rejects.toThrow('ledger damage: j.1');
    await ledger.close();
  });

  it('does not leave while the user has not answered for the copy', async () => {
    const disk = new PowerLossDisk();
    const { old, marks } = placesOf(disk);
    const ledger = await lived(disk);
    await ledger.close();
    const elsewhere = { id: 'another', name: '另一台' };
    const first = await tryOpen(home.folder, { files: old, marks });
    if (!first.ok) throw new Error(first.failure.code);
    const { machine: _none, ...meta } = first.value.ledger.meta.data;
    first.value.ledger.commit(
      changeOf({
        table: 'meta',
        id: 'document',
        before: meta,
        after: { ...meta, machine: elsewhere },
      }),
    );
    await first.value.ledger.close();
    const here = { id: 'this one', name: '这台' };
    const opened = await tryOpen(home.folder, { files: old, marks, machine: here });
    if (!opened.ok) throw new Error(opened.failure.code);
    expect(await opened.value.ledger.leave()).toMatchObject({
      ok: false,
      failure: { code: 'L-504' },
    });
    await opened.value.ledger.close();
  });
});
