import { appendFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFolder } from '../../../../src/main/vault/ledger/vault-files';
import {
  changeOf,
  createTestLedger,
  openTestLedger,
  passphrase,
  put,
  temporaryFolder,
  tryOpen,
  weakCost,
} from '../../../support/ledger-kit';

let home: ReturnType<typeof temporaryFolder>;
beforeEach(() => (home = temporaryFolder()));
afterEach(() => home.remove());

describe('a ledger that was closed in order', () => {
  it('gives back every record, the meta document and the list of changes', async () => {
    const { ledger } = await createTestLedger(home.folder);
    ledger.commit(changeOf(put('p1', { name: '测一' })));
    ledger.commit(
      changeOf(
        put('p1', { name: '测一', stage: 2 }, { name: '测一' }),
        put('p2', { name: '样二' }),
      ),
    );
    await ledger.close();
    const { ledger: again, report } = await openTestLedger(home.folder);
    expect(again.get('people', 'p1')).toEqual({ name: '测一', stage: 2 });
    expect([...again.scan('people')].map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(again.meta.data).toEqual({ unitName: '演练区' });
    expect(again.history.entries().map(({ action }) => action)).toEqual([
      'ledger.create',
      'test.edit',
      'test.edit',
    ]);
    expect(report).toMatchObject({
      hasTornTail: false,
      missingFrames: 0,
      damagedParts: [],
      framesBehind: 0,
    });
    await again.close();
  });

  it('opens from a checkpoint with the same content, and keeps edits made while it was written', async () => {
    const { ledger } = await createTestLedger(home.folder);
    for (let i = 0; i < 500; i += 1) ledger.commit(changeOf(put(`p${i}`, { i })));
    const checkpoint = ledger.checkpoint();
    ledger.commit(changeOf(put('p3', { i: 'edited' }, { i: 3 }), put('p4', null, { i: 4 })));
    await checkpoint;
    expect(ledger.get('people', 'p3')).toEqual({ i: 'edited' });
    expect(ledger.get('people', 'p4')).toBeNull();
    await ledger.close();
    const { ledger: again } = await openTestLedger(home.folder);
    expect(readdirSync(home.folder).some((name) => name.startsWith('snap.'))).toBe(true);
    expect(again.get('people', 'p3')).toEqual({ i: 'edited' });
    expect(again.get('people', 'p4')).toBeNull();
    expect(again.get('people', 'p499')).toEqual({ i: 499 });
    expect([...again.scan('people')]).toHaveLength(499);
    expect(again.hot.size).toBe(499 + 1);
    expect(again.history.entries()).toHaveLength(502);
    await again.close();
  });

  it('writes a large act as one transaction and reads it as one change', async () => {
    const { ledger } = await createTestLedger(home.folder);
    const many = Array.from({ length: 2_500 }, (_, i) => put(`p${i}`, { i }));
    const change = changeOf(...many);
    expect(ledger.commit(change).ok).toBe(true);
    expect(ledger.history.change(change.id)?.changes).toHaveLength(2_500);
    await ledger.close();
    const { ledger: again } = await openTestLedger(home.folder);
    expect([...again.scan('people')]).toHaveLength(2_500);
    expect(again.history.change(change.id)?.changes).toHaveLength(2_500);
    await again.close();
  });
});

describe('opening tells apart (security.md §6)', () => {
  it('a wrong passphrase: V-101, and nothing is written', async () => {
    const { ledger } = await createTestLedger(home.folder);
    await ledger.close();
    const before = snapshotOf(home.folder);
    const result = await tryOpen(home.folder, {
      secret: { passphrase: new TextEncoder().encode('别的口令') },
    });
    expect(result).toMatchObject({ ok: false, failure: { code: 'V-101' } });
    expect(snapshotOf(home.folder)).toEqual(before);
  });

  it('a damaged header in both copies: R-320; in one copy: opens', async () => {
    const { ledger } = await createTestLedger(home.folder);
    await ledger.close();
    flipByte(join(home.folder, 'KEYS.A'), 40);
    const bad = readFileSync(join(home.folder, 'KEYS.A'));
    const one = await tryOpen(home.folder);
    expect(one.ok).toBe(true);
    if (one.ok) await one.value.ledger.close();
    expect(readFileSync(join(home.folder, 'KEYS.A'))).toEqual(
      readFileSync(join(home.folder, 'KEYS.B')),
    );
    const [kept = ''] = readdirSync(join(home.folder, 'quarantine'));
    expect(readFileSync(join(home.folder, 'quarantine', kept))).toEqual(bad);
    for (const name of ['KEYS.A', 'KEYS.B']) flipByte(join(home.folder, name), 40);
    expect(await tryOpen(home.folder)).toMatchObject({ ok: false, failure: { code: 'R-320' } });
  });

  it('a second opener: L-501 with the time of the first', async () => {
    const { ledger } = await createTestLedger(home.folder);
    expect(await tryOpen(home.folder)).toMatchObject({
      ok: false,
      failure: { code: 'L-501', since: '2026-11-23T01:02:03.000Z' },
    });
    await ledger.close();
  });

  it('a torn tail: opens, keeps what was acknowledged, and starts a new journal', async () => {
    const { ledger } = await createTestLedger(home.folder);
    ledger.commit(changeOf(put('p1', { name: '测一' })));
    await ledger.close();
    appendFileSync(join(home.folder, 'j.1'), Buffer.from([0, 0, 1, 0, 7, 7, 7]));
    const { ledger: again, report } = await openTestLedger(home.folder);
    expect(report).toMatchObject({ hasTornTail: true, missingFrames: 0, damagedParts: [] });
    expect(again.get('people', 'p1')).toEqual({ name: '测一' });
    again.commit(changeOf(put('p2', { name: '样二' })));
    await again.close();
    const third = await openTestLedger(home.folder);
    expect(third.report.missingFrames).toBe(0);
    expect(third.ledger.get('people', 'p2')).toEqual({ name: '样二' });
    await third.ledger.close();
  });

  it('a journal that a crash cut before its header: no alarm, on this opening or on any later one', async () => {
    const { ledger } = await createTestLedger(home.folder);
    ledger.commit(changeOf(put('p1', { name: '测一' })));
    await ledger.close();
    writeFileSync(join(home.folder, 'j.2'), Buffer.alloc(0));
    for (let opening = 0; opening < 3; opening += 1) {
      const { ledger: again, report } = await openTestLedger(home.folder);
      expect(report).toMatchObject({ missingFrames: 0, damagedParts: [], framesBehind: 0 });
      expect(again.get('people', 'p1')).toEqual({ name: '测一' });
      await again.close();
    }
  });

  it('damage in the middle: keeps everything that authenticates and counts what is missing', async () => {
    const { ledger } = await createTestLedger(home.folder);
    const sizes = [1, 2, 3].map((i) => {
      ledger.commit(changeOf(put(`p${i}`, { i })));
      return readFileSync(join(home.folder, 'j.1')).length;
    });
    await ledger.close();
    flipByte(join(home.folder, 'j.1'), (sizes[0] ?? 0) + 30);
    const { ledger: again, report } = await openTestLedger(home.folder);
    expect(report).toMatchObject({ missingFrames: 1, damagedParts: ['j.1'] });
    expect([...again.scan('people')].map(({ id }) => id)).toEqual(['p1', 'p3']);
    await again.close();
  });

  it('a lost newest journal: reported as older than what this machine has seen', async () => {
    const { ledger } = await createTestLedger(home.folder);
    ledger.commit(changeOf(put('p1', { i: 1 })));
    await ledger.close();
    const { ledger: second } = await openTestLedger(home.folder);
    second.commit(changeOf(put('p2', { i: 2 })));
    await second.close();
    openFolder(home.folder).remove('j.2');
    const { ledger: third, report } = await openTestLedger(home.folder);
    expect(report.framesBehind).toBe(1);
    await third.close();
  });

  it('an unreadable anchor on a ledger with content: named as damage (security.md finding 8)', async () => {
    const { ledger } = await createTestLedger(home.folder);
    await ledger.close();
    writeFileSync(join(home.folder, 'ANCHOR'), Buffer.alloc(1024, 7));
    const { ledger: again, report } = await openTestLedger(home.folder);
    expect(report.damagedParts).toContain('ANCHOR');
    await again.close();
  });

  it('a folder that holds a ledger: creating another there is refused', async () => {
    const { ledger } = await createTestLedger(home.folder);
    await ledger.close();
    await expect(createTestLedger(home.folder)).rejects.toThrow('R-320');
  });
});

describe('one file after another is gone (security.md §5 R10)', () => {
  it.each([
    ['KEYS.A', []],
    ['KEYS.B', []],
    ['ANCHOR', ['ANCHOR']],
    ['snap', []],
  ])('without %s everything is there, and what was damaged is named', async (name, damaged) => {
    const { ledger } = await createTestLedger(home.folder);
    for (let i = 0; i < 20; i += 1) ledger.commit(changeOf(put(`p${i}`, { i })));
    await ledger.checkpoint();
    ledger.commit(changeOf(put('last', { i: 20 })));
    await ledger.close();
    for (const file of readdirSync(home.folder))
      if (file.startsWith(name)) openFolder(home.folder).remove(file);
    const { ledger: again, report } = await openTestLedger(home.folder);
    expect([...again.scan('people')]).toHaveLength(21);
    expect(report).toMatchObject({ missingFrames: 0, framesBehind: 0, damagedParts: damaged });
    await again.close();
    const { ledger: third, report: clean } = await openTestLedger(home.folder);
    expect(clean.damagedParts).toEqual([]);
    await third.close();
  });

  it('a snapshot with a bad block is passed over for an older one or the journals, and kept aside', async () => {
    const { ledger } = await createTestLedger(home.folder);
    for (let i = 0; i < 20; i += 1) ledger.commit(changeOf(put(`p${i}`, { i })));
    await ledger.checkpoint();
    await ledger.close();
    const snapshot = readdirSync(home.folder).find((name) => name.startsWith('snap.')) ?? '';
    flipByte(join(home.folder, snapshot), 200);
    const opened = await tryOpen(home.folder, { isVerified: true });
    if (!opened.ok) throw new Error(opened.failure.code);
    expect([...opened.value.ledger.scan('people')]).toHaveLength(20);
    expect(opened.value.report.damagedParts).toEqual([snapshot]);
    expect(readdirSync(join(home.folder, 'quarantine')).join()).toContain(snapshot);
    await opened.value.ledger.close();
  });
});

describe('keys', () => {
  it('the recovery code opens the ledger and sets a new passphrase; the old one no longer opens it', async () => {
    const { ledger, recoveryCode } = await createTestLedger(home.folder);
    const next = new TextEncoder().encode('换过的口令 也在测试里');
    expect(
      await ledger.slots.changePassphrase({ current: { recoveryCode }, next, cost: weakCost }),
    ).toEqual({ ok: true, value: undefined });
    await ledger.close();
    expect(await tryOpen(home.folder, { secret: { passphrase } })).toMatchObject({
      failure: { code: 'V-101' },
    });
    const byCode = await tryOpen(home.folder, { secret: { recoveryCode } });
    expect(byCode.ok).toBe(true);
    if (byCode.ok) await byCode.value.ledger.close();
    const byNext = await tryOpen(home.folder, { secret: { passphrase: next } });
    expect(byNext.ok).toBe(true);
    if (byNext.ok) await byNext.value.ledger.close();
  });

  it('changing it needs the current one', async () => {
    const { ledger } = await createTestLedger(home.folder);
    const wrong = { passphrase: new TextEncoder().encode('不是它') };
    expect(
      await ledger.slots.changePassphrase({ current: wrong, next: passphrase, cost: weakCost }),
    ).toMatchObject({ failure: { code: 'V-101' } });
    await ledger.close();
  });
});

function flipByte(path: string, offset: number): void {
  const bytes = readFileSync(path);
  bytes[offset] = (bytes[offset] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
}

function snapshotOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== 'quarantine')
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}
