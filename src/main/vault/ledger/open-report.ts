import type { RecordChange } from '../../../core/records/change';
import type { Anchor, AnchorReading } from './anchor';
import type { LedgerFailure } from './failures';
import type { LedgerKeys } from './ledger-parts';
import { hashLength } from './frame';
import { readJournal } from './journal-reader';
import { journalName } from './journal-writer';
import type { OutsideMark } from './outside-mark';
import { journalNumbers, type Gap, type Recovered } from './recovery';
import type { VaultFiles } from './vault-files';

/** What opening found; all zero and empty when the ledger was closed in order. */
export type OpenReport = {
  readonly hasTornTail: boolean;
  readonly missingFrames: number;
  readonly gaps: readonly Gap[];
  readonly damagedParts: readonly string[];
  /** Frames this machine has seen that are not there any more: an older copy, or a lost tail. */
  readonly framesBehind: number;
  /** Frames put back from the second folder: nothing of them is lost. */
  readonly returnedFrames: number;
  readonly sequence: number;
};

/** A machine the ledger may be opened on; the name is only shown. */
export type Machine = { readonly id: string; readonly name: string };

export type Found = {
  readonly recovered: Recovered;
  readonly anchor: AnchorReading;
  readonly mark: OutsideMark;
  /** Frames that the second folder still had and the first had lost. */
  readonly returnedFrames: number;
};

/** Whether anything is missing, damaged or older than it was: then the second folder is asked. */
export function isSuspect(found: Found): boolean {
  const { hasTornTail, missingFrames, damagedParts, isForked } = found.recovered;
  const isShort = hasTornTail || missingFrames > 0 || damagedParts.length > 0;
  return !isForked && (isShort || behindOf(found) > 0);
}

export function reportOf(found: Found): OpenReport {
  const { recovered, anchor, mark, returnedFrames } = found;
  const { hasTornTail, missingFrames, nextSequence, damagedParts } = recovered;
  const behind = behindOf(found);
  return {
    hasTornTail,
    missingFrames,
    gaps: behind === 0 ? recovered.gaps : [...recovered.gaps, tailGap(recovered, behind)],
    damagedParts: [...damagedParts, ...unreadableAnchors(anchor, mark)],
    framesBehind: behind,
    returnedFrames,
    sequence: nextSequence,
  };
}

function unreadableAnchors(anchor: AnchorReading, mark: OutsideMark): string[] {
  const isAnchorLost = anchor.kind !== 'read';
  return [
    ...(isAnchorLost ? ['ANCHOR'] : []),
    ...(mark.reading.kind === 'unreadable' ? ['MARK'] : []),
  ];
}

/** By whichever witness saw more: the anchor in the folder, or the mark outside it. */
function behindOf({ recovered, anchor, mark }: Found): number {
  const seen = [anchor, mark.reading].map((reading) =>
    reading.kind === 'read' ? reading.anchor.sequence : 0,
  );
  return Math.max(0, Math.max(...seen) - recovered.nextSequence);
}

function tailGap({ changes, nextSequence }: Recovered, behind: number): Gap {
  const after = changes.at(-1)?.at;
  const gap = { first: nextSequence, last: nextSequence + behind - 1 };
  return after === undefined ? gap : { ...gap, after };
}

/** Why nothing may be written until the user has answered for this copy; `undefined` where nothing speaks against it. */
export function holdOf(
  found: Found & { readonly files: VaultFiles } & Pick<
      LedgerKeys,
      'dataKey' | 'vaultId' | 'isNewer'
    >,
  home: { readonly machine: Machine | undefined; readonly lastMachine: RecordChange['after'] },
): LedgerFailure | undefined {
  if (found.isNewer) return { code: 'F-601', reason: 'newerVersion' };
  if (found.recovered.isForked || isOtherLine(found)) return { code: 'L-502', reason: 'forked' };
  const behind = behindOf(found);
  if (behind > 0) {
    const missing = behind + found.recovered.missingFrames;
    return { code: 'R-330', reason: 'olderCopy', missing };
  }
  const last = machineOf(home.lastMachine);
  const isElsewhere =
    last !== undefined && home.machine !== undefined && last.id !== home.machine.id;
  return isElsewhere ? { code: 'L-504', reason: 'otherMachine', machine: last.name } : undefined;
}

function machineOf(value: RecordChange['after']): Machine | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { id, name } = value;
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : undefined;
}

/** Whether this copy went another way than the one this machine saw last: same length or longer, other frames. */
function isOtherLine(found: Parameters<typeof holdOf>[0]): boolean {
  const { reading } = found.mark;
  if (reading.kind !== 'read') return false;
  const hash = chainHashAt(found, reading.anchor);
  return hash !== undefined && !hash.equals(reading.anchor.headHash);
}

/** The chain's hash before frame `sequence`; `undefined` where the frame before it is not there to say. */
function chainHashAt(
  { recovered, files, ...keys }: Parameters<typeof holdOf>[0],
  { sequence }: Anchor,
): Buffer | undefined {
  if (sequence === recovered.nextSequence) return recovered.headHash;
  if (sequence > recovered.nextSequence) return undefined;
  if (sequence === 0) return Buffer.alloc(hashLength);
  for (const fileNumber of journalNumbers(files).reverse()) {
    const reading = readJournal(files.read(journalName(fileNumber)), fileNumber, keys);
    if (reading === undefined || reading.start.sequence > sequence) continue;
    if (reading.start.sequence === sequence) return reading.start.prevHash;
    return reading.frames.find((frame) => frame.sequence === sequence - 1)?.hash;
  }
  return undefined;
}
