import type { Change } from '../../../core/records/change';
import { hashLength } from './frame';
import { journalHeaderLength } from './journal-header';
import { journalName } from './journal-writer';
import { readJournal, type JournalReading } from './journal-reader';
import { snapshotName } from './snapshot-format';
import { SnapshotReader } from './snapshot-reader';
import { TransactionReader } from './transaction';
import type { VaultFiles } from './vault-files';
import { LedgerDamage } from './failures';

type Keys = { readonly dataKey: Buffer; readonly vaultId: Buffer };

export type Recovered = {
  readonly snapshot: SnapshotReader | undefined;
  /** Changes after the snapshot, in order. */
  readonly changes: readonly Change[];
  readonly nextSequence: number;
  readonly headHash: Buffer;
  readonly lastFileNumber: number;
  /** The first journal that was read: what is before it is in the snapshot. */
  readonly firstFileNumber: number;
  readonly hasTornTail: boolean;
  /** Frames that are known to have existed and cannot be read. */
  readonly missingFrames: number;
  readonly gaps: readonly Gap[];
  /** Journals of two writers that did not know of each other: they do not continue one another. */
  readonly isForked: boolean;
  readonly damagedParts: readonly string[];
};

/** Acts that are gone, and between which acts they were. */
export type Gap = {
  /** First and last sequence, both missing. */
  readonly first: number;
  readonly last: number;
  /** When the act before and the act behind them were done; absent where there is none. */
  readonly after?: string;
  readonly before?: string;
};

const numbersOf = (files: VaultFiles, prefix: string) =>
  files
    .list()
    .flatMap((name) =>
      name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length))
        ? [Number(name.slice(prefix.length))]
        : [],
    )
    .sort((a, b) => a - b);

export const journalNumbers = (files: VaultFiles) => numbersOf(files, 'j.');
export const snapshotNumbers = (files: VaultFiles) => numbersOf(files, 'snap.');

/**
 * The newest snapshot that authenticates. An unfinished one is what a crash leaves and is passed over
 * in silence: the journals hold all that it would have held.
 */
function newestSnapshot(
  files: VaultFiles,
  keys: Keys,
  isVerified: boolean,
  damagedParts: string[],
) {
  for (const fileNumber of snapshotNumbers(files).reverse()) {
    const snapshot = SnapshotReader.open(files, fileNumber, keys);
    if (snapshot === undefined) continue;
    if (!isVerified || isSound(snapshot)) return { snapshot, fileNumber };
    snapshot.close();
    damagedParts.push(snapshotName(fileNumber));
  }
  return undefined;
}

function isSound(snapshot: SnapshotReader): boolean {
  try {
    snapshot.verify();
    return true;
  } catch (problem) {
    if (problem instanceof LedgerDamage) return false;
    throw problem;
  }
}

/**
 * Puts the ledger together from the newest good snapshot and every journal since. Journals are never
 * removed, so an older snapshot, or none, only means more to replay.
 */
export function recover(files: VaultFiles, keys: Keys, isVerified: boolean): Recovered {
  const damagedParts: string[] = [];
  const base = newestSnapshot(files, keys, isVerified, damagedParts);
  const replay = new Replay(base?.snapshot);
  const journals = journalNumbers(files);
  for (const fileNumber of journals) {
    if (fileNumber < (base?.fileNumber ?? 0)) continue;
    const bytes = files.read(journalName(fileNumber));
    const reading = readJournal(bytes, fileNumber, keys);
    if (reading === undefined) replay.unreadable(fileNumber, bytes.length);
    else replay.read(fileNumber, reading);
  }
  return {
    snapshot: base?.snapshot,
    changes: replay.changes,
    nextSequence: replay.nextSequence,
    headHash: replay.headHash,
    lastFileNumber: Math.max(journals.at(-1) ?? 0, base?.fileNumber ?? 0),
    firstFileNumber: base?.fileNumber ?? 0,
    hasTornTail: replay.hasTornTail,
    missingFrames: replay.missingFrames,
    gaps: replay.gaps,
    isForked: replay.isForked,
    damagedParts: [...new Set([...damagedParts, ...replay.damagedParts])],
  };
}

class Replay {
  readonly changes: Change[] = [];
  readonly damagedParts: string[] = [];
  nextSequence = 0;
  headHash: Buffer = Buffer.alloc(hashLength);
  hasTornTail = false;
  missingFrames = 0;
  isForked = false;
  readonly gaps: Gap[] = [];
  readonly #transactions = new TransactionReader();

  constructor(snapshot: SnapshotReader | undefined) {
    if (snapshot === undefined) return;
    this.nextSequence = snapshot.index.sequence;
    this.headHash = Buffer.from(snapshot.index.headHash, 'base64');
  }

  /**
   * The header is on the disk before the first frame is written, so a journal of no more than a header that
   * does not authenticate held no frame yet: a crash leaves it, and it stays in the folder for ever. Had it
   * held frames, the next journal's first sequence or the anchor would miss them.
   */
  unreadable(fileNumber: number, length: number): void {
    if (length <= journalHeaderLength) this.hasTornTail = true;
    else this.damagedParts.push(journalName(fileNumber));
  }

  /** Only the newest journal tells how the last session ended; older torn tails were reported in their time. */
  read(fileNumber: number, reading: JournalReading): void {
    this.hasTornTail = false;
    this.#checkChain(reading.start);
    this.#jumpTo(reading.start.sequence, fileNumber);
    for (const frame of reading.frames) {
      // A snapshot may be newer than the start of its journal's predecessor.
      if (frame.sequence < this.nextSequence) continue;
      this.#jumpTo(frame.sequence, fileNumber);
      const change = this.#transactions.read(frame.payload);
      if (change !== undefined) this.#add(change);
      this.nextSequence = frame.sequence + 1;
      this.headHash = frame.hash;
    }
    if (reading.end === 'tornTail') this.hasTornTail = true;
    if (reading.end === 'damage') this.damagedParts.push(journalName(fileNumber));
  }

  /** A journal continues what was before it; one that begins elsewhere was written beside another copy. */
  #checkChain({ sequence, prevHash }: JournalReading['start']): void {
    if (sequence > this.nextSequence) return;
    if (sequence < this.nextSequence || !prevHash.equals(this.headHash)) this.isForked = true;
  }

  #add(change: Change): void {
    const gap = this.gaps.at(-1);
    if (gap !== undefined && gap.before === undefined)
      this.gaps.splice(-1, 1, { ...gap, before: change.at });
    this.changes.push(change);
  }

  #jumpTo(sequence: number, fileNumber: number): void {
    if (sequence <= this.nextSequence) return;
    const after = this.changes.at(-1)?.at;
    this.gaps.push({
      first: this.nextSequence,
      last: sequence - 1,
      ...(after === undefined ? {} : { after }),
    });
    this.missingFrames += sequence - this.nextSequence;
    if (!this.damagedParts.includes(journalName(fileNumber)))
      this.damagedParts.push(journalName(fileNumber));
    this.nextSequence = sequence;
  }
}
