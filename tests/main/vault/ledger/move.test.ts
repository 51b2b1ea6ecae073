import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyFiles } from '../../../../src/main/vault/ledger/move-ledger';
import type { VaultFiles } from '../../../../src/main/vault/ledger/vault-files';
import { changeOf, put, temporaryFolder, tryOpen } from '../../../support/ledger-kit';
import {
  contentOf,
  livedBeforeMove,
  moveLedger,
  placesOf,
  sufferMove,
} from '../../../support/torture/move-loss';
import { PowerLossDisk } from '../../../support/torture/power-loss-disk';

let home: ReturnType<typeof temporaryFolder>;
beforeEach(() => (home = temporaryFolder()));
afterEach(() => home.remove());

describe('the ledger moves to another folder (security.md §6, L-503)', () => {
  it('is there with every record and act, takes nothing more here, and never opens here again', async () => {
    const disk = new PowerLossDisk();
    const { old, next, marks } = placesOf(disk);
    const ledger = await livedBeforeMove(home.folder, disk);
    const content = contentOf(ledger);
    const acts = ledger.history.entries().map(({ id }) => id);
    expect(await moveLedger(ledger, disk)).toBe(313);
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
    const { openedOld, openedNew, problems } = await sufferMove(6);
    expect(problems).toEqual([]);
    expect(Math.min(openedOld, openedNew)).toBeGreaterThan(0);
  });

  it('notices a copy that is not the same', async () => {
    const disk = new PowerLossDisk();
    const { old, next } = placesOf(disk);
    const ledger = await livedBeforeMove(home.folder, disk);
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
    const ledger = await livedBeforeMove(home.folder, disk);
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
