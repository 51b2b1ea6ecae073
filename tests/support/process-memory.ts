import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

export type LiveProcess = { readonly pid: number; readonly kind: string; readonly isMain: boolean };
export type MemoryHit = { readonly pid: number; readonly kind: string; readonly word: string };

/** A process and all that it started, from /proc. */
export function liveProcesses(root: number): LiveProcess[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = / (\d+) /.exec(/\) \S( \d+ )/.exec(read(`/proc/${name}/stat`))?.[1] ?? '')?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const family = [root];
  for (const pid of family)
    for (const [child, parent] of parents) if (parent === pid) family.push(child);
  return family.map((pid) => {
    const command = read(`/proc/${pid}/cmdline`);
    const kind = /--type=([\w-]+)/.exec(command)?.[1] ?? 'main';
    return { pid, kind, isMain: pid === root };
  });
}

/** Which words stand in the memory of which process, as UTF-8 or UTF-16. */
export function memoryHits(
  processes: readonly LiveProcess[],
  words: readonly string[],
): MemoryHit[] {
  const wanted = words.flatMap((word) =>
    (['utf8', 'utf16le'] as const).map((encoding) => ({
      word,
      bytes: Buffer.from(word, encoding),
    })),
  );
  return processes.flatMap(({ pid, kind }) => {
    const found = new Set<string>();
    for (const piece of memoryOf(pid))
      for (const { word, bytes } of wanted) if (piece.includes(bytes)) found.add(word);
    return [...found].map((word) => ({ pid, kind, word }));
  });
}

const pieceBytes = 16 * 1024 * 1024;
const overlap = 256;

function* memoryOf(pid: number): Generator<Buffer> {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const line of read(`/proc/${pid}/maps`).split('\n')) {
      const [, from = '', to = ''] = /^([\da-f]+)-([\da-f]+) r/.exec(line) ?? [];
      if (from === '' || /\[v(var|syscall)/.test(line)) continue;
      yield* piecesOf(memory, Number.parseInt(from, 16), Number.parseInt(to, 16));
    }
  } finally {
    closeSync(memory);
  }
}

function* piecesOf(memory: number, from: number, to: number): Generator<Buffer> {
  for (let place = from; place < to; place += pieceBytes - overlap) {
    const piece = Buffer.allocUnsafe(Math.min(pieceBytes, to - place));
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
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return '';
    throw problem;
  }
}
