import { setImmediate as nextTurn } from 'node:timers/promises';
import { sha256 } from '../../../src/main/vault/crypto/derive';
import type { Ledger } from '../../../src/main/vault/ledger/ledger';
import { copyFiles, proveCopy } from '../../../src/main/vault/ledger/move-ledger';
import { readMoved, writeMoved } from '../../../src/main/vault/ledger/moved-mark';
import {
  changeOf,
  createTestLedger,
  now,
  put,
  temporaryFolder,
  tryOpen,
  type Shadow,
} from '../ledger-kit';
import { seededRandom } from '../seeded-random';
import { PowerLossDisk } from './power-loss-disk';

const moveSeed = 20261127;

export const contentOf = (ledger: Ledger<Shadow>) =>
  sha256(Buffer.from(JSON.stringify([...ledger.scan('people')].sort(byId)))).toString('hex');
const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);

/** The folder that is left, the one it goes to, and this machine's state, on one disk. */
export const placesOf = (disk: PowerLossDisk) => ({
  old: disk.folder('old'),
  next: disk.folder('new'),
  marks: disk.folder('state'),
});

/** Edits, a checkpoint, a large act and an opening between, in the folder that is to be left. */
export async function livedBeforeMove(folder: string, disk: PowerLossDisk) {
  const { old: files, marks } = placesOf(disk);
  const { ledger: first } = await createTestLedger(folder, files, marks);
  for (let i = 0; i < 30; i += 1)
    first.commit(changeOf(put(`p${i % 11}`, { i, text: '演练'.repeat(i) })));
  await first.checkpoint();
  first.commit(
    changeOf(...Array.from({ length: 300 }, (_, i) => put(`many${i}`, { name: `测${i}` }))),
  );
  await first.close();
  const opened = await tryOpen(folder, { files, marks });
  if (!opened.ok) throw new Error(opened.failure.code);
  opened.value.ledger.commit(changeOf(put('last', { name: '样末' })));
  return opened.value.ledger;
}

/** @returns how many records were found the same */
export async function moveLedger(ledger: Ledger<Shadow>, disk: PowerLossDisk): Promise<number> {
  const { old, next } = placesOf(disk);
  const left = await ledger.leave();
  if (!left.ok) throw new Error(left.failure.code);
  await copyFiles(old, next, old.list());
  const records = proveCopy(left.value, next);
  writeMoved(old, { to: '/elsewhere/ledger', at: now(), sequence: left.value.sequence });
  return records;
}

type Outcome = {
  openedOld: number;
  openedNew: number;
  /** Moments at which it did not open whole at the one place that counts. */
  readonly problems: string[];
};

/** The power goes at every step of a move. */
export async function sufferMove(perMoment: number): Promise<Outcome> {
  const random = seededRandom(moveSeed);
  const home = temporaryFolder();
  const outcome: Outcome = { openedOld: 0, openedNew: 0, problems: [] };
  try {
    const disk = new PowerLossDisk();
    const ledger = await livedBeforeMove(home.folder, disk);
    await nextTurn();
    const content = contentOf(ledger);
    const begin = disk.moment;
    await moveLedger(ledger, disk);
    const end = disk.moment;
    await ledger.close();
    for (let moment = begin; moment <= end; moment += 1)
      for (let again = 0; again < perMoment; again += 1) {
        const left = new PowerLossDisk(disk.crashAt(moment, random));
        const problem = await judge(home.folder, left, { content, outcome });
        if (problem !== undefined) outcome.problems.push(`step ${moment - begin}: ${problem}`);
      }
  } finally {
    home.remove();
  }
  return outcome;
}

async function judge(
  folder: string,
  disk: PowerLossDisk,
  { content, outcome }: { readonly content: string; readonly outcome: Outcome },
): Promise<string | undefined> {
  const { old, next, marks } = placesOf(disk);
  const hasMoved = readMoved(old) !== undefined;
  const files = hasMoved ? next : old;
  const opened = await tryOpen(folder, { files, marks, isVerified: true });
  if (!opened.ok) return opened.failure.code;
  const { ledger, report } = opened.value;
  outcome[hasMoved ? 'openedNew' : 'openedOld'] += 1;
  const isWhole =
    contentOf(ledger) === content &&
    ledger.failure === undefined &&
    report.missingFrames + report.damagedParts.length + report.framesBehind === 0;
  await ledger.close();
  return isWhole ? undefined : JSON.stringify(report);
}
