import { decodeFrame, frameLengthAt, type Frame } from './frame';
import { decodeJournalHeader, journalHeaderLength } from './journal-header';

export type JournalEnd =
  /** Every byte belonged to a frame. */
  | 'whole'
  /** A last frame was cut short by a crash before it was acknowledged. */
  | 'tornTail'
  /** A bad frame with good ones behind it: not a crash. */
  | 'damage';

export type JournalFrame = Frame & { readonly sequence: number; readonly offset: number };
export type JournalReading = {
  readonly start: { readonly sequence: number; readonly prevHash: Buffer };
  readonly frames: readonly JournalFrame[];
  readonly end: JournalEnd;
  readonly nextSequence: number;
};

type Keys = { readonly dataKey: Buffer; readonly vaultId: Buffer };
type Context = { readonly key: Buffer; readonly fileNumber: number };

/** How many lost frames the search behind a bad one allows for, and how large a frame it tries. */
const searchAhead = 8;
const searchLargest = 256 * 1024;

/** Reads what authenticates, in order; `undefined` where the header itself does not. */
export function readJournal(
  file: Buffer,
  fileNumber: number,
  keys: Keys,
): JournalReading | undefined {
  const header = decodeJournalHeader(file, keys.dataKey, keys.vaultId);
  if (header === undefined || header.fileNumber !== fileNumber) return undefined;
  const context = { key: header.key, fileNumber };
  const frames: JournalFrame[] = [];
  let offset = journalHeaderLength;
  let sequence = header.sequence;
  let end: JournalEnd = 'whole';
  while (offset < file.length) {
    const frame = decodeFrame(file, offset, { ...context, sequence });
    if (frame !== undefined) {
      frames.push({ ...frame, sequence, offset });
      offset += frame.size;
      sequence += 1;
      continue;
    }
    const next = findLaterFrame(file, offset, sequence, context);
    if (next === undefined) {
      end = end === 'damage' ? 'damage' : 'tornTail';
      break;
    }
    end = 'damage';
    ({ offset, sequence } = next);
  }
  return { start: header, frames, end, nextSequence: sequence };
}

/** A later frame that authenticates proves damage; a torn tail has nothing behind it. */
function findLaterFrame(file: Buffer, from: number, sequence: number, context: Context) {
  // Room reserved for frames that were never written.
  if (isZeroFrom(file, from)) return undefined;
  for (let offset = from; offset < file.length; offset += 1) {
    const length = frameLengthAt(file, offset);
    if (length === undefined || (length > searchLargest && offset !== from)) continue;
    for (let step = offset === from ? 1 : 0; step <= searchAhead; step += 1) {
      if (decodeFrame(file, offset, { ...context, sequence: sequence + step }) !== undefined) {
        return { offset, sequence: sequence + step };
      }
    }
  }
  return undefined;
}

function isZeroFrom(file: Buffer, from: number): boolean {
  const rest = file.subarray(from);
  return rest.equals(Buffer.alloc(rest.length));
}
