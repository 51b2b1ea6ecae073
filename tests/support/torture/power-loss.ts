import { setImmediate as nextTurn } from 'node:timers/promises';
import { changeOf, createTestLedger, put, temporaryFolder, tryOpen } from '../ledger-kit';
import { seededRandom, type Random } from '../seeded-random';
import { PowerLossDisk } from './power-loss-disk';

/** What a run of any torture found; all zero but the first two where the promises hold. */
export type Verdict = {
  cases: number;
  acknowledged: number;
  lost: number;
  /** Content that no order of the acts explains. */
  ghosts: number;
  refused: number;
  falseAlarms: number;
  problems: string[];
};

export const cleanVerdict = (): Verdict => ({
  cases: 0,
  acknowledged: 0,
  lost: 0,
  ghosts: 0,
  refused: 0,
  falseAlarms: 0,
  problems: [],
});

const powerSeed = 20261123;

type Life = {
  readonly disk: PowerLossDisk;
  /** Every frame went into a second folder as well. */
  readonly isMirrored: boolean;
  readonly recoveryCode: string;
  /** Content after each act, and the moment at which the act was acknowledged. */
  readonly acts: readonly { readonly moment: number; readonly content: string }[];
  readonly begin: number;
};

const contentOf = (records: Iterable<{ id: string; value: unknown }>) =>
  JSON.stringify([...records].sort((a, b) => a.id.localeCompare(b.id)));

/** The ledger's folder, and the mirror's where there is one, on one disk that loses power as a whole. */
const foldersOf = (disk: PowerLossDisk, isMirrored: boolean) => ({
  files: disk.folder('ledger'),
  ...(isMirrored ? { mirror: () => disk.folder('mirror') } : {}),
});

/** One life of a ledger: edits, large transactions, checkpoints under way, orderly ends and openings. */
async function live(folder: string, isMirrored: boolean, random: Random): Promise<Life> {
  const disk = new PowerLossDisk();
  const folders = foldersOf(disk, isMirrored);
  const made = await createTestLedger(folder, folders.files);
  const { recoveryCode } = made;
  let { ledger } = made;
  if (isMirrored) ledger.mirrorTo(disk.folder('mirror'));
  const begin = disk.moment;
  const acts = [{ moment: begin, content: contentOf(ledger.scan('people')) }];
  let checkpoint: Promise<unknown> = Promise.resolve();
  for (let round = 0; round < 24; round += 1) {
    const many = round % 9 === 5 ? 3 : 1;
    const changes = Array.from({ length: many }, (_, index) =>
      put(`p${(round * 7 + index) % 17}`, { round, text: '演练'.repeat(random.below(300)) }),
    );
    const result = ledger.commit(changeOf(...changes));
    if (!result.ok) throw new Error(result.failure.code);
    acts.push({ moment: disk.moment, content: contentOf(ledger.scan('people')) });
    if (round % 8 === 3) checkpoint = ledger.checkpoint().catch(() => undefined);
    if (round % 3 === 0) await nextTurn();
    if (round % 12 === 11) {
      await checkpoint;
      await ledger.close();
      const again = await tryOpen(folder, { secret: { recoveryCode }, ...folders });
      if (!again.ok) throw new Error(again.failure.code);
      ledger = again.value.ledger;
    }
  }
  await checkpoint;
  await ledger.close();
  return { disk, isMirrored, recoveryCode, acts, begin };
}

/** With a mirror the disk may also have lost a sector of a journal, and everything is still there. */
const badSectorEvery = 3;
const sectorBytes = 512;

/** @returns whether there was a journal to spoil */
function spoilSector(disk: PowerLossDisk, random: Random): boolean {
  const files = disk.folder('ledger');
  const journals = files.list().filter((name) => name.startsWith('j.'));
  const name = journals[random.below(Math.max(1, journals.length))];
  const size = name === undefined ? 0 : files.read(name).length;
  if (name === undefined || size === 0) return false;
  const at = random.below(Math.ceil(size / sectorBytes)) * sectorBytes;
  const file = files.open(name, 'update');
  file.write(random.bytes(Math.min(sectorBytes, size - at)), at);
  file.close();
  return true;
}

/** Opens what a crash left and compares it with every state that it may be. */
async function judge(
  folder: string,
  life: Life,
  moment: number,
  { random, verdict }: { random: Random; verdict: Verdict },
): Promise<void> {
  const disk = new PowerLossDisk(life.disk.crashAt(moment, random));
  const hasBadSector =
    life.isMirrored && verdict.cases % badSectorEvery === 0 && spoilSector(disk, random);
  const acknowledged = life.acts.filter((act) => act.moment <= moment).length - 1;
  verdict.cases += 1;
  verdict.acknowledged += acknowledged;
  const opened = await tryOpen(folder, {
    secret: { recoveryCode: life.recoveryCode },
    ...foldersOf(disk, life.isMirrored),
    isVerified: verdict.cases % 2 === 0,
  });
  if (!opened.ok) {
    verdict.refused += 1;
    verdict.problems.push(`moment ${moment}: ${opened.failure.code}`);
    return;
  }
  const { ledger, report } = opened.value;
  const content = contentOf(ledger.scan('people'));
  const found = life.acts.findLastIndex((act) => act.content === content);
  if (found < 0 || found > acknowledged + 1) verdict.ghosts += 1;
  else if (found < acknowledged) verdict.lost += acknowledged - found;
  const damage = hasBadSector ? 0 : report.damagedParts.length;
  if (report.missingFrames + damage + report.framesBehind > 0) {
    verdict.falseAlarms += 1;
    verdict.problems.push(`moment ${moment}: ${JSON.stringify(report)}`);
  }
  if (verdict.cases % 5 === 0) await writeAgain({ folder, life, verdict, disk, ledger, content });
  else await ledger.close();
}

/** The survivor is written to, closed and opened once more: recovery must leave a ledger that can go on. */
async function writeAgain(options: {
  folder: string;
  life: Life;
  verdict: Verdict;
  disk: PowerLossDisk;
  ledger: Awaited<ReturnType<typeof createTestLedger>>['ledger'];
  content: string;
}): Promise<void> {
  const { folder, life, verdict, disk, ledger, content } = options;
  const result = ledger.commit(changeOf(put('zz', { after: 'crash' })));
  if (!result.ok) verdict.problems.push(`after a crash: ${result.failure.code}`);
  await ledger.close();
  const again = await tryOpen(folder, {
    secret: { recoveryCode: life.recoveryCode },
    ...foldersOf(disk, life.isMirrored),
  });
  if (!again.ok) {
    verdict.refused += 1;
    return;
  }
  const records = [...again.value.ledger.scan('people')];
  const old = contentOf(records.filter(({ id }) => id !== 'zz'));
  if (old !== content || records.every(({ id }) => id !== 'zz')) verdict.lost += 1;
  await again.value.ledger.close();
}

export const isClean = ({ lost, ghosts, refused, falseAlarms, problems }: Verdict): boolean =>
  lost + ghosts + refused + falseAlarms + problems.length === 0;

/**
 * Power goes at every step of many lives (security.md §5 R2), `states` crash states in all.
 * @param stopsEarly ends at the first broken promise: enough to see a mutant
 */
export async function sufferPowerLoss(states: number, stopsEarly = false): Promise<Verdict> {
  const random = seededRandom(powerSeed);
  const verdict = cleanVerdict();
  const home = temporaryFolder();
  try {
    // Half of the lives are mirrored.
    for (const [isMirrored, until] of [
      [false, Math.ceil(states / 2)],
      [true, states],
    ] as const)
      while (verdict.cases < until) {
        const life = await live(home.folder, isMirrored, random);
        await loseAtEveryMoment(home.folder, life, { random, verdict, until, stopsEarly });
        if (stopsEarly && !isClean(verdict)) return verdict;
      }
  } finally {
    home.remove();
  }
  return verdict;
}

async function loseAtEveryMoment(
  folder: string,
  life: Life,
  run: { random: Random; verdict: Verdict; until: number; stopsEarly: boolean },
): Promise<void> {
  const { verdict, until } = run;
  const moments = life.disk.moment - life.begin + 1;
  const perMoment = Math.max(1, Math.min(20, Math.ceil((until - verdict.cases) / moments)));
  for (let moment = life.begin; moment <= life.disk.moment; moment += 1) {
    for (let again = 0; again < perMoment && verdict.cases < until; again += 1)
      await judge(folder, life, moment, run);
    if (run.stopsEarly && !isClean(verdict)) return;
  }
}
