import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

export type LiveProcess = { readonly pid: number; readonly kind: string; readonly isMain: boolean };
export type MemoryHit = { readonly pid: number; readonly kind: string; readonly word: string };

/** A process and all that it started, from /proc. */
export function liveProcesses(root: number): LiveProcess[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = / (\d+) /.exec(
      /\) \S( \d+ )/.exec(readProc(`/proc/${name}/stat`))?.[1] ?? '',
    )?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const family = [root];
  for (const pid of family)
    for (const [child, parent] of parents) if (parent === pid) family.push(child);
  return family.map((pid) => {
    const command = readProc(`/proc/${pid}/cmdline`);
    const kind = /--type=([\w-]+)/.exec(command)?.[1] ?? 'main';
    return { pid, kind, isMain: pid === root };
  });
}

/** Holds the processes still while something looks at them, so that nothing is wiped or copied meanwhile. */
export async function frozen<Value>(
  processes: readonly LiveProcess[],
  look: (held: readonly LiveProcess[]) => Value | Promise<Value>,
): Promise<Value> {
  const held = processes.filter(({ pid }) => isSignalled(pid, 'SIGSTOP'));
  try {
    return await look(held);
  } finally {
    for (const { pid } of held) isSignalled(pid, 'SIGCONT');
  }
}

/** A process may have gone since it was listed. */
function isSignalled(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ESRCH') return false;
    throw problem;
  }
}

/** Which words stand in the memory of which process, as UTF-8 or UTF-16. */
export function memoryHits(
  processes: readonly LiveProcess[],
  words: readonly string[],
): MemoryHit[] {
  return memoryHitsOf(
    processes,
    words.flatMap((word) =>
      (['utf8', 'utf16le'] as const).map((encoding) => ({
        word: `${word} ${encoding}`,
        bytes: Buffer.from(word, encoding),
      })),
    ),
  );
}

type Sought = { readonly word: string; readonly bytes: Buffer };

/** The same for any bytes, as of a printed file. */
export function memoryHitsOf(
  processes: readonly LiveProcess[],
  sought: readonly Sought[],
): MemoryHit[] {
  const kin = byCommonBeginning(sought);
  return processes.flatMap(({ pid, kind }) => {
    const found = new Set<string>();
    for (const piece of memoryOf(pid))
      for (const each of kin) for (const word of wordsIn(piece, each)) found.add(word);
    return [...found].map((word) => ({ pid, kind, word }));
  });
}

type Kin = { readonly beginning: Buffer; readonly sought: readonly Sought[] };

const kinBytes = 6;

/** A hundred words are found in one pass per beginning they share. */
function byCommonBeginning(sought: readonly Sought[]): Kin[] {
  const groups = new Map<string, Sought[]>();
  for (const each of sought) {
    const key = each.bytes.subarray(0, kinBytes).toString('hex');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => {
    let beginning = group[0]?.bytes ?? Buffer.alloc(0);
    for (const { bytes } of group) beginning = commonBeginning(beginning, bytes);
    return { beginning, sought: group };
  });
}

function commonBeginning(one: Buffer, other: Buffer): Buffer {
  const differs = one.findIndex((byte, index) => byte !== other[index]);
  return differs === -1 ? one : one.subarray(0, differs);
}

function* wordsIn(piece: Buffer, { beginning, sought }: Kin): Generator<string> {
  for (let at = piece.indexOf(beginning); at !== -1; at = piece.indexOf(beginning, at + 1))
    for (const { word, bytes } of sought)
      if (piece.subarray(at, at + bytes.length).equals(bytes)) yield word;
}

const pieceBytes = 1024 * 1024;
const overlap = 256;
/** One for all: fresh memory for each piece would cost more than the search. */
const room = Buffer.alloc(pieceBytes);

function* memoryOf(pid: number): Generator<Buffer> {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const line of readProc(`/proc/${pid}/maps`).split('\n')) {
      const [, from = '', to = ''] = /^([\da-f]+)-([\da-f]+) r/.exec(line) ?? [];
      if (from === '' || /\[v(var|syscall)/.test(line) || isProgramFile(line)) continue;
      yield* piecesOf(memory, Number.parseInt(from, 16), Number.parseInt(to, 16));
    }
  } finally {
    closeSync(memory);
  }
}

/** Read from a file that is still there and never written by the process: code, fonts, packs of the runtime. */
const isProgramFile = (line: string) => / r-[x-]p .* \/[^(]*$/.test(line);

function* piecesOf(memory: number, from: number, to: number): Generator<Buffer> {
  for (let place = from; place < to; place += pieceBytes - overlap) {
    const piece = room.subarray(0, Math.min(pieceBytes, to - place));
    const count = readSome(memory, piece, place);
    if (count > 0) yield piece.subarray(0, count);
    if (to - place <= pieceBytes) return;
  }
}

/** Pages that were reserved and never touched cannot be read, and hold nothing. */
function readSome(memory: number, piece: Buffer, place: number): number {
  try {
    return readSync(memory, piece, 0, piece.length, place);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'EIO') return 0;
    throw problem;
  }
}

/** A process may go while we look. */
export function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return '';
    throw problem;
  }
}
