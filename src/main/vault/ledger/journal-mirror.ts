import { filesOf, homesIn, removeHome, type DataHome } from './data-home';
import type { JournalCopies, JournalCopy } from './journal-copies';
import { decodeJournalHeader, journalHeaderLength } from './journal-header';
import { readJournal, type JournalFrame } from './journal-reader';
import { journalName } from './journal-writer';
import { journalNumbers, type Recovered } from './recovery';
import type { OpenFile, VaultFiles } from './vault-files';

type Keys = { readonly dataKey: Buffer; readonly vaultId: Buffer };
export type SetAside = (name: string, bytes: Buffer) => void;

/** Newest journals whose length is compared at opening; older ones were compared in their time. */
const comparedJournals = 3;

/**
 * A second folder, at best on a second disk, that gets every frame after the first has it: against a bad sector and
 * a torn last one (security.md §3.4). It never keeps anybody from working; what failed is told, and made good at the
 * next opening.
 */
export class JournalMirror implements JournalCopies {
  #hasFailed = false;

  /** @param leaveOld takes away what a former key sealed, once the copies of today are whole */
  constructor(
    private readonly files: VaultFiles,
    private readonly leaveOld: () => void,
  ) {}

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  begin(name: string, bytes: Uint8Array): JournalCopy {
    let file: OpenFile | undefined;
    this.#try(() => {
      file = this.files.open(name, this.files.exists(name) ? 'update' : 'create');
      file.truncate(0);
      file.write(bytes, 0);
      file.sync();
      this.files.syncFolder();
    });
    return {
      append: (frames, position) =>
        this.#try(() => {
          // A frame behind one that is not there would be out of place for ever.
          if (this.#hasFailed) return;
          file?.write(frames, position);
          file?.sync();
        }),
      close: (isEmpty) =>
        this.#try(() => {
          file?.close();
          if (isEmpty) this.files.remove(name);
        }),
    };
  }

  /** Copies what the second folder lacks; what does not belong to this ledger's line is put aside there. */
  catchUp(main: VaultFiles, aside: SetAside): void {
    this.#try(() => {
      const numbers = journalNumbers(main);
      const newest = new Set(numbers.slice(-comparedJournals));
      for (const fileNumber of journalNumbers(this.files))
        if (!numbers.includes(fileNumber)) this.#putAside(journalName(fileNumber), aside);
      for (const fileNumber of numbers) {
        const name = journalName(fileNumber);
        if (this.files.exists(name) && !newest.has(fileNumber)) continue;
        const bytes = main.read(name);
        if (this.files.exists(name) && this.files.read(name).equals(bytes)) continue;
        if (this.files.exists(name) && !isBeginningOf(this.files.read(name), bytes))
          this.#putAside(name, aside);
        this.begin(name, bytes).close(false);
      }
      if (!this.#hasFailed) this.leaveOld();
    });
  }

  #putAside(name: string, aside: SetAside): void {
    aside(`mirror.${name}`, this.files.read(name));
    this.files.remove(name);
  }

  #try(act: () => void): void {
    try {
      act();
    } catch (problem) {
      if (!(problem instanceof Error && 'code' in problem)) throw problem;
      this.#hasFailed = true;
    }
  }
}

/** @param second the folder as it is, with whatever keys its journals were sealed under */
export function mirrorIn(second: VaultFiles, home: DataHome): JournalMirror {
  return new JournalMirror(filesOf(second, home), () => {
    for (const older of homesIn(second)) if (older < home) removeHome(second, older);
  });
}

const isBeginningOf = (part: Buffer, whole: Buffer) => part.equals(whole.subarray(0, part.length));

/**
 * Puts back into the first folder what only the second still holds; the bytes that were there are set aside before.
 * @returns how many frames came back
 */
export function repairFromMirror(
  folders: { readonly files: VaultFiles; readonly mirror: VaultFiles; readonly aside: SetAside },
  found: Recovered,
  keys: Keys,
): number {
  const { files, mirror, aside } = folders;
  let frames = 0;
  let end = { sequence: found.nextSequence, hash: found.headHash };
  for (const fileNumber of journalNumbers(mirror)) {
    const name = journalName(fileNumber);
    const ours = files.exists(name) ? files.read(name) : Buffer.alloc(0);
    const merged = mergeJournals(ours, mirror.read(name), { ...keys, fileNumber });
    if (merged === undefined) continue;
    const isOld = fileNumber < found.firstFileNumber;
    if (ours.length < journalHeaderLength && !isOld && !belongs(merged.start, found, end)) continue;
    if (ours.length > 0) aside(name, ours);
    writeWhole(files, name, merged.bytes);
    frames += merged.returned;
    if (merged.end.sequence > end.sequence) end = merged.end;
  }
  if (frames > 0) files.syncFolder();
  return frames;
}

/** A journal that is missing altogether comes back only where it continues the chain or fills a gap in it. */
function belongs(
  start: { readonly sequence: number; readonly prevHash: Buffer },
  { gaps }: Recovered,
  end: { readonly sequence: number; readonly hash: Buffer },
): boolean {
  const continues = start.sequence === end.sequence && start.prevHash.equals(end.hash);
  return (
    continues || gaps.some(({ first, last }) => first <= start.sequence && start.sequence <= last)
  );
}

/** Both copies laid over each other; `undefined` where the second has nothing the first lacks. */
function mergeJournals(
  ours: Buffer,
  theirs: Buffer,
  { fileNumber, ...keys }: Keys & { readonly fileNumber: number },
) {
  const mine = readJournal(ours, fileNumber, keys);
  const second = readJournal(theirs, fileNumber, keys);
  if (second === undefined) return undefined;
  const isSameFile = mine === undefined || isSameHeader(ours, theirs, keys);
  if (!isSameFile) return undefined;
  const known = new Set(mine?.frames.map(({ sequence }) => sequence));
  const returned = second.frames.filter(({ sequence }) => !known.has(sequence)).length;
  if (returned === 0) return undefined;
  const bytes = layOver({ ours, theirs }, mine?.frames ?? [], second.frames);
  const last = readJournal(bytes, fileNumber, keys)?.frames.at(-1);
  return {
    bytes,
    returned,
    start: second.start,
    end: { sequence: (last?.sequence ?? -1) + 1, hash: last?.hash ?? second.start.prevHash },
  };
}

function isSameHeader(ours: Buffer, theirs: Buffer, keys: Keys): boolean {
  const header = (file: Buffer) => file.subarray(0, journalHeaderLength);
  return (
    decodeJournalHeader(ours, keys.dataKey, keys.vaultId) !== undefined &&
    header(ours).equals(header(theirs))
  );
}

/** Frames lie at the same places in both; one that only the first still has goes behind its predecessor. */
function layOver(
  { ours, theirs }: { readonly ours: Buffer; readonly theirs: Buffer },
  mine: readonly JournalFrame[],
  second: readonly JournalFrame[],
): Buffer {
  const places = new Map<number, { readonly at: number; readonly bytes: Buffer }>();
  const slice = (file: Buffer, { offset, size }: JournalFrame) =>
    file.subarray(offset, offset + size);
  for (const frame of second)
    places.set(frame.sequence, { at: frame.offset, bytes: slice(theirs, frame) });
  for (const frame of mine) {
    if (places.has(frame.sequence)) continue;
    const before = places.get(frame.sequence - 1);
    const at = before === undefined ? frame.offset : before.at + before.bytes.length;
    places.set(frame.sequence, { at, bytes: slice(ours, frame) });
  }
  const end = Math.max(...[...places.values()].map(({ at, bytes }) => at + bytes.length));
  const whole = Buffer.alloc(end);
  ours.copy(whole, 0, 0, Math.min(ours.length, end));
  theirs.copy(whole, 0, 0, journalHeaderLength);
  for (const { at, bytes } of places.values()) bytes.copy(whole, at);
  return whole;
}

function writeWhole(files: VaultFiles, name: string, bytes: Buffer): void {
  const file = files.open(name, files.exists(name) ? 'update' : 'create');
  try {
    file.write(bytes, 0);
    file.truncate(bytes.length);
    file.sync();
  } finally {
    file.close();
  }
}
