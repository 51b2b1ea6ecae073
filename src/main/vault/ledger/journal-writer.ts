import { encodeFrame } from './frame';
import { encodeJournalHeader, journalHeaderLength, type JournalStart } from './journal-header';
import type { OpenFile, VaultFiles } from './vault-files';

export const journalName = (fileNumber: number) => `j.${fileNumber}`;

/** Thrown when another writer has begun the next journal: this one must stop (security.md §3.4). */
export class Fenced extends Error {}

/** The one open end of the ledger. Every append is on the disk when it returns. */
export class JournalWriter {
  #file: OpenFile;
  #key: Buffer;
  #sequence: number;
  #hash: Buffer;
  #size = journalHeaderLength;

  constructor(
    private readonly files: VaultFiles,
    readonly start: JournalStart,
    keys: { readonly dataKey: Buffer; readonly vaultId: Buffer },
  ) {
    const { bytes, key } = encodeJournalHeader(start, keys.dataKey, keys.vaultId);
    this.#file = files.open(journalName(start.fileNumber), 'create');
    this.#file.write(bytes, 0);
    this.#file.sync();
    files.syncFolder();
    this.#key = key;
    this.#sequence = start.sequence;
    this.#hash = start.prevHash;
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
  append(payloads: readonly Buffer[]): void {
    if (this.files.exists(journalName(this.fileNumber + 1))) throw new Fenced();
    const pieces: Buffer[] = [];
    let hash = this.#hash;
    let sequence = this.#sequence;
    for (const payload of payloads) {
      const frame = encodeFrame({
        key: this.#key,
        fileNumber: this.fileNumber,
        sequence,
        prevHash: hash,
        payload,
      });
      pieces.push(frame.bytes);
      hash = frame.hash;
      sequence += 1;
    }
    const bytes =
      pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
    this.#file.write(bytes, this.#size);
    this.#file.sync();
    this.#size += bytes.length;
    this.#hash = hash;
    this.#sequence = sequence;
  }

  close(): void {
    this.#file.close();
  }
}
