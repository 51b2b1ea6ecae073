import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LedgerDamage } from '../../../../src/main/vault/ledger/failures';
import { openFolder } from '../../../../src/main/vault/ledger/vault-files';
import {
  changeOf,
  createTestLedger,
  openTestLedger,
  put,
  temporaryFolder,
  tryOpen,
} from '../../../support/ledger-kit';
import { reportFigures } from '../../../support/torture/report';
import { seededRandom, type Random } from '../../../support/seeded-random';

/** security.md §5 R4, the small size. */
const rounds = Number(process.env['TORTURE_FUZZ'] ?? 2_000);

type Fault = (bytes: Buffer, random: Random, older: Buffer | undefined) => Buffer;

const faults: Readonly<Record<string, Fault>> = {
  bit: (bytes, random) =>
    changed(bytes, random.below(bytes.length), (byte) => byte ^ (1 << random.below(8))),
  byte: (bytes, random) =>
    changed(bytes, random.below(bytes.length), (byte) => (byte + 1 + random.below(255)) & 255),
  truncate: (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  zeroSector: (bytes, random) => {
    const copy = Buffer.from(bytes);
    const start = random.below(Math.ceil(bytes.length / 512)) * 512;
    return copy.fill(0, start, Math.min(bytes.length, start + 512));
  },
  insert: (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([
      bytes.subarray(0, at),
      random.bytes(1 + random.below(40)),
      bytes.subarray(at),
    ]);
  },
  duplicate: (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([
      bytes.subarray(0, at),
      bytes.subarray(Math.max(0, at - 300), at),
      bytes.subarray(at),
    ]);
  },
  remove: (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(200))]);
  },
  garbageTail: (bytes, random) => Buffer.concat([bytes, random.bytes(1 + random.below(600))]),
  empty: () => Buffer.alloc(0),
  rollback: (bytes, _random, older) => older ?? bytes,
};

function changed(bytes: Buffer, at: number, how: (byte: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = how(copy[at] ?? 0);
  return copy;
}

const home = temporaryFolder();
const pristine = join(home.folder, 'pristine');
const older = join(home.folder, 'older');
const victim = join(home.folder, 'victim');
/** What the machine itself remembers is outside the folder, and out of reach of what happens to it. */
const marks = openFolder(join(home.folder, 'marks'));
let lastMark: ReadonlyMap<string, Buffer>;
let truth: string;

beforeAll(async () => {
  const { ledger } = await createTestLedger(pristine, undefined, marks);
  for (let i = 0; i < 300; i += 1) ledger.commit(changeOf(put(`p${i}`, { i })));
  await ledger.checkpoint();
  for (let i = 0; i < 25; i += 1) ledger.commit(changeOf(put(`p${i}`, { i, again: true })));
  await ledger.close();
  cpSync(pristine, older, { recursive: true });
  const { ledger: second } = await openTestLedger(pristine, marks);
  for (let i = 300; i < 340; i += 1) second.commit(changeOf(put(`p${i}`, { i })));
  truth = contentOf(second.scan('people'));
  await second.close();
  lastMark = new Map(marks.list().map((name) => [name, marks.read(name)]));
});
afterAll(() => home.remove());

function contentOf(records: Iterable<{ id: string; value: unknown }>): string {
  return JSON.stringify([...records].sort((a, b) => a.id.localeCompare(b.id)));
}

type Outcome = 'full' | 'fullWithWarning' | 'reported' | 'clearError' | 'SILENT';

/** What a user would see of the damaged folder. */
async function observe(isVerified: boolean): Promise<Outcome> {
  for (const [name, bytes] of lastMark) writeFileSync(join(home.folder, 'marks', name), bytes);
  const result = await tryOpen(victim, { isVerified, marks });
  if (!result.ok) return 'clearError';
  const { ledger, report } = result.value;
  const isReported =
    report.missingFrames > 0 ||
    report.framesBehind > 0 ||
    report.damagedParts.length > 0 ||
    ledger.failure !== undefined;
  try {
    if (contentOf(ledger.scan('people')) === truth) return isReported ? 'fullWithWarning' : 'full';
    return isReported ? 'reported' : 'SILENT';
  } catch (problem) {
    if (problem instanceof LedgerDamage) return 'clearError';
    throw problem;
  } finally {
    await ledger.close();
  }
}

it(
  `answers ${rounds} damaged ledgers with the data, a warning or a clear error, never in silence`,
  { timeout: 600_000 },
  async () => {
    const random = seededRandom(20261123);
    const names = readdirSync(pristine);
    const tally: Partial<Record<Outcome, number>> = {};
    const silent: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      rmSync(victim, { recursive: true, force: true });
      cpSync(pristine, victim, { recursive: true });
      const story: string[] = [];
      for (let fault = 0; fault <= random.below(4) * random.below(2); fault += 1) {
        const name = names[random.below(names.length)] ?? '';
        const kind = Object.keys(faults)[random.below(Object.keys(faults).length)] ?? 'bit';
        const path = join(victim, name);
        const bytes = readFileSync(path);
        if (bytes.length === 0) continue;
        writeFileSync(path, faults[kind]?.(bytes, random, readIfThere(join(older, name))) ?? bytes);
        story.push(`${kind} ${name}`);
      }
      const outcome = await observe(round % 2 === 0);
      tally[outcome] = (tally[outcome] ?? 0) + 1;
      if (outcome === 'SILENT') silent.push(story.join(', '));
    }
    reportFigures({
      cases: rounds,
      silent: silent.length,
      messages: Object.entries(tally)
        .map(([outcome, count]) => `${outcome} ${count}`)
        .join('，'),
    });
    expect(silent).toEqual([]);
    expect(Object.values(tally).reduce((a, b) => a + b, 0)).toBe(rounds);
    // The corpus must do harm, or it proves nothing.
    expect((tally.clearError ?? 0) + (tally.reported ?? 0)).toBeGreaterThan(rounds / 100);
  },
);

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
