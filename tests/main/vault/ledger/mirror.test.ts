import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFolder } from '../../../../src/main/vault/ledger/vault-files';
import {
  changeOf,
  createTestLedger,
  put,
  temporaryFolder,
  tryOpen,
} from '../../../support/ledger-kit';
import { seededRandom } from '../../../support/seeded-random';

let home: ReturnType<typeof temporaryFolder>;
beforeEach(() => (home = temporaryFolder()));
afterEach(() => home.remove());

const main = () => join(home.folder, 'ledger');
const mirrorFiles = () => openFolder(join(home.folder, 'mirror'));
const journals = () => readdirSync(main()).filter((name) => /^j\.\d+$/.test(name));
const idsOf = (records: Iterable<{ id: string }>) => [...records].map(({ id }) => id).sort();

async function open(options: { isVerified?: boolean } = {}) {
  const opened = await tryOpen(main(), {
    ...options,
    marks: openFolder(join(home.folder, 'marks')),
    mirror: mirrorFiles,
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

/** Three sessions with a mirror: 3 × 8 people in journals of their own. */
async function live(): Promise<string[]> {
  const { ledger } = await createTestLedger(
    main(),
    undefined,
    openFolder(join(home.folder, 'marks')),
  );
  await ledger.close();
  for (let session = 0; session < 3; session += 1) {
    const { ledger: again } = await open();
    for (let i = 0; i < 8; i += 1) again.commit(changeOf(put(`p${session}-${i}`, { i })));
    await again.close();
  }
  const { ledger: last } = await open();
  const ids = idsOf(last.scan('people'));
  await last.close();
  return ids;
}

describe('a mirror in a second folder (security.md §3.3)', () => {
  it('holds every journal byte for byte after closing', async () => {
    await live();
    for (const name of journals())
      expect(readFileSync(join(main(), name)).equals(mirrorFiles().read(name))).toBe(true);
  });

  it('gives back what any damage took from the first, and says so', async () => {
    const ids = await live();
    const random = seededRandom(20261127);
    const whole = new Map(journals().map((name) => [name, readFileSync(join(main(), name))]));
    for (let round = 0; round < 60; round += 1) {
      const name = journals()[random.below(journals().length)] ?? '';
      const bytes = whole.get(name) ?? Buffer.alloc(0);
      const start = random.below(bytes.length);
      const kinds = [
        () => Buffer.alloc(0),
        () => bytes.subarray(0, start),
        () => Buffer.concat([bytes.subarray(0, start), Buffer.alloc(bytes.length - start)]),
        () =>
          Buffer.concat([bytes.subarray(0, start), random.bytes(64), bytes.subarray(start + 64)]),
        () => Buffer.concat([bytes.subarray(0, start), random.bytes(9), bytes.subarray(start)]),
      ];
      writeFileSync(join(main(), name), kinds[round % kinds.length]?.() ?? bytes);
      const { ledger, report } = await open({ isVerified: round % 2 === 0 });
      expect(idsOf(ledger.scan('people'))).toEqual(ids);
      expect(report.missingFrames + report.framesBehind).toBe(0);
      expect(ledger.failure).toBeUndefined();
      await ledger.close();
      expect(idsOf((await reread()).values())).toEqual(ids);
      for (const [each, good] of whole) writeFileSync(join(main(), each), good);
    }
  }, 60_000);

  it('is made good at the next opening where it was away or damaged itself', async () => {
    const ids = await live();
    const [first = ''] = journals();
    writeFileSync(join(home.folder, 'mirror', first), 'not a journal');
    openFolder(join(home.folder, 'mirror')).remove(journals().at(-1) ?? '');
    const { ledger, report } = await open();
    expect(idsOf(ledger.scan('people'))).toEqual(ids);
    expect(report).toMatchObject({ missingFrames: 0, damagedParts: [], returnedFrames: 0 });
    await ledger.close();
    expect(mirrorFiles().read(journals().at(-1) ?? '').length).toBeGreaterThan(128);
  });

  it('that cannot be written to keeps nobody from working and is told', async () => {
    await live();
    const broken = () => ({
      ...mirrorFiles(),
      open: () => {
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      },
    });
    const opened = await tryOpen(main(), { mirror: broken });
    if (!opened.ok) throw new Error(opened.failure.code);
    const { ledger } = opened.value;
    expect(ledger.commit(changeOf(put('new', { i: 1 }))).ok).toBe(true);
    expect(ledger.mirrorState).toBe('failed');
    await ledger.close();
    const { ledger: again } = await open();
    expect(again.mirrorState).toBe('good');
    expect(again.get('people', 'new')).toEqual({ i: 1 });
    await again.close();
    expect(mirrorFiles().list().sort()).toEqual(expect.arrayContaining(journals()));
  });

  it('of another line is never mixed in: an older copy that was accepted stays what it is', async () => {
    await live();
    const [last = ''] = journals().slice(-1);
    openFolder(main()).remove(last);
    const held = await tryOpen(main(), { marks: openFolder(join(home.folder, 'marks')) });
    if (!held.ok) throw new Error(held.failure.code);
    expect(held.value.ledger.failure?.code).toBe('R-330');
    held.value.ledger.accept();
    held.value.ledger.commit(changeOf(put('other', { line: true })));
    const ids = idsOf(held.value.ledger.scan('people'));
    await held.value.ledger.close();
    const { ledger, report } = await open();
    expect(idsOf(ledger.scan('people'))).toEqual(ids);
    expect(report.returnedFrames).toBe(0);
    await ledger.close();
    expect(readFileSync(join(main(), last)).equals(mirrorFiles().read(last))).toBe(true);
    expect(readdirSync(join(main(), 'quarantine')).join()).toContain(`mirror.${last}`);
  });
});

/** Without the mirror: what was put back is on the first disk. */
async function reread() {
  const opened = await tryOpen(main());
  if (!opened.ok) throw new Error(opened.failure.code);
  const people = new Map([...opened.value.ledger.scan('people')].map((each) => [each.id, each]));
  await opened.value.ledger.close();
  return people;
}
