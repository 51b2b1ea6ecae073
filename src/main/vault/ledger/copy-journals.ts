import type { Change } from '../../../core/records/change';
import type { Anchor } from './anchor';
import { LedgerDamage } from './failures';
import { hashLength } from './frame';
import { journalHeaderLength } from './journal-header';
import { readJournal } from './journal-reader';
import { journalName, JournalWriter } from './journal-writer';
import { journalNumbers } from './recovery';
import { payloadsOf } from './transaction';
import type { VaultFiles } from './vault-files';

export type KeyedFiles = {
  readonly files: VaultFiles;
  readonly keys: { readonly dataKey: Buffer; readonly vaultId: Buffer };
};

type Head = Omit<Anchor, 'counter'>;

/** About what one write holds; a large act's part may be more by itself. */
const charactersPerWrite = 4 * 1024 * 1024;

/**
 * Every act of the ledger's life, sealed anew under another key with the same numbers, and `last` behind them.
 * Throws `LedgerDamage` where an act cannot be read: a ledger with a gap is not copied over it.
 * @returns where the copy ends
 */
export function copyJournals(from: KeyedFiles, to: KeyedFiles, last: readonly Change[]): Head {
  let head: Head = { sequence: 0, headHash: Buffer.alloc(hashLength), fileNumber: 0 };
  let fileNumber = 0;
  for (const number of journalNumbers(from.files)) {
    fileNumber = number;
    const payloads = payloadsIn(from, number, head.sequence);
    if (payloads.length > 0) head = write(to, number, head, payloads);
  }
  return write(to, fileNumber + 1, head, last.flatMap(payloadsOf));
}

function payloadsIn({ files, keys }: KeyedFiles, fileNumber: number, expected: number): string[] {
  const name = journalName(fileNumber);
  const bytes = files.read(name);
  const reading = readJournal(bytes, fileNumber, keys);
  if (reading === undefined) {
    // A header cut short by a crash held nothing.
    if (bytes.length <= journalHeaderLength) return [];
    throw new LedgerDamage(name);
  }
  const isWhole = reading.end !== 'damage' && reading.start.sequence === expected;
  if (!isWhole) throw new LedgerDamage(name);
  return reading.frames.map(({ payload }) => payload.toString('utf8'));
}

function write(
  { files, keys }: KeyedFiles,
  fileNumber: number,
  head: Head,
  payloads: readonly string[],
): Head {
  const { sequence, headHash: prevHash } = head;
  const writer = new JournalWriter(files, { fileNumber, sequence, prevHash }, keys);
  try {
    for (const batch of batchesOf(payloads)) writer.append(batch);
  } finally {
    writer.close();
  }
  return { sequence: writer.sequence, headHash: writer.headHash, fileNumber };
}

function* batchesOf(payloads: readonly string[]): Generator<string[]> {
  let batch: string[] = [];
  let characters = 0;
  for (const payload of payloads) {
    batch.push(payload);
    characters += payload.length;
    if (characters < charactersPerWrite) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}
