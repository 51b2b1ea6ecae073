import { FrameBuilder } from './frame-builder';
import { encodeJournalHeader, journalHeaderLength, type JournalStart } from './journal-header';
import type { JournalCopies, JournalCopy } from './journal-copies';
import type { OpenFile, VaultFiles } from './vault-files';

export const journalName = (fileNumber: number) => `j.${fileNumber}`;

/**
 * Room made ahead: a frame written over zeros that are on the disk already needs no new length and no new
 * blocks, so its sync is about a third cheaper than an append's.
 */
const reserveLength = 256 * 1024;
const reserveBelow = 64 * 1024;
/** Long enough for the first screen to be answered first. */
const firstUpkeepMilliseconds = 150;

/** Thrown when another writer has begun the next journal: this one must stop (security.md §3.4). */
export class Fenced extends Error {}

/** The one open end of the ledger. Every append is on the disk when it returns. */
export class JournalWriter {
  #file: OpenFile;
  readonly #frames: FrameBuilder;
  #sequence: number;
  #hash: Buffer;
  #size = journalHeaderLength;
  /** End of the zeros that are on the disk; beyond it a frame is an ordinary append. */
  #reserved = 0;
  /** Header and name are on the disk: before that no frame is written. */
  #isBegun = false;
  readonly #firstUpkeep: NodeJS.Timeout;
  #isClosed = false;
  #broken: { readonly problem: unknown } | undefined;
  #copy: JournalCopy | undefined;

  constructor(
    private readonly files: VaultFiles,
    readonly start: JournalStart,
    keys: { readonly dataKey: Buffer; readonly vaultId: Buffer },
    mirror?: JournalCopies,
  ) {
    const { bytes, key } = encodeJournalHeader(start, keys.dataKey, keys.vaultId);
    this.#file = files.open(journalName(start.fileNumber), 'create');
    this.#file.write(bytes, 0);
    this.#frames = new FrameBuilder(key, start.fileNumber);
    this.#sequence = start.sequence;
    this.#hash = start.prevHash;
    this.#copy = mirror?.begin(journalName(start.fileNumber), bytes);
    // Opening waits for no disk: the name alone stops an older writer, and nothing has been written here yet.
    this.#firstUpkeep = setTimeout(() => this.#upkeep(), firstUpkeepMilliseconds).unref();
  }

  /** From now on a second folder gets every frame as well; without one it gets none any more. */
  copyTo(mirror: JournalCopies | undefined): void {
    this.#copy?.close(false);
    this.#copy = mirror?.begin(journalName(this.fileNumber), this.#file.readAt(0, this.#size));
  }

  get fileNumber(): number {
    return this.start.fileNumber;
  }
  /** Sequence of the next frame. */
  get sequence(): number {
    return this.#sequence;
  }
  get headHash(): Buffer {
    return this.#hash;
  }
  get size(): number {
    return this.#size;
  }

  /** Writes the payloads as consecutive frames with one write and one sync; throws if anything fails. */
  append(payloads: readonly string[]): void {
    if (this.#broken !== undefined) throw this.#broken.problem;
    if (this.files.exists(journalName(this.fileNumber + 1))) throw new Fenced();
    this.#begin();
    const { bytes, end } = this.#frames.build(payloads, {
      sequence: this.#sequence,
      hash: this.#hash,
    });
    try {
      this.#file.write(bytes, this.#size);
      this.#file.sync();
    } catch (problem) {
      this.#broken = { problem };
      throw problem;
    }
    this.#copy?.append(bytes, this.#size);
    this.#size += bytes.length;
    this.#hash = end.hash;
    this.#sequence = end.sequence;
    if (this.#reserved - this.#size < reserveBelow) this.#reserveSoon();
  }

  /**
   * Gives back the room that was not used: only a crash leaves zeros behind the last frame. A journal without a
   * frame goes altogether, so that looking into a ledger leaves nothing for the next opening to read.
   */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#firstUpkeep);
    const isEmpty = this.#sequence === this.start.sequence;
    if (!isEmpty && this.#reserved > this.#size && this.#broken === undefined)
      this.#file.truncate(this.#size);
    this.#file.close();
    this.#copy?.close(isEmpty);
    if (isEmpty && this.#broken === undefined) this.#remove();
  }

  #remove(): void {
    try {
      this.files.remove(journalName(this.fileNumber));
    } catch {
      // An empty journal that has to stay is read as what it is: nothing.
    }
  }

  /**
   * Once: a header that outlived its first frame only in part would look like damage, so it is on the disk before
   * there is one, and so is the file's name.
   */
  #begin(): void {
    if (this.#isBegun) return;
    const { files } = this;
    try {
      this.#file.sync();
      files.syncFolder();
      this.#isBegun = true;
    } catch (problem) {
      this.#broken = { problem };
      throw problem;
    }
  }

  /** After the act has been answered. */
  #reserveSoon(): void {
    setImmediate(() => this.#upkeep());
  }

  #upkeep(): void {
    if (this.#isClosed || this.#broken !== undefined) return;
    try {
      this.#begin();
    } catch {
      // The next append says so.
      return;
    }
    if (this.#reserved - this.#size < reserveBelow) this.#reserve();
  }

  #reserve(): void {
    const from = Math.max(this.#reserved, this.#size);
    try {
      this.#file.write(Buffer.alloc(reserveLength), from);
    } catch {
      // No room to spare is no failure yet: the next frame says so itself if it does not fit either.
      this.#reserved = Number.POSITIVE_INFINITY;
      return;
    }
    try {
      this.#file.sync();
      this.#reserved = from + reserveLength;
    } catch (problem) {
      // The system reports a failed sync once; a later one on this file would wrongly succeed.
      this.#broken = { problem };
    }
  }
}
