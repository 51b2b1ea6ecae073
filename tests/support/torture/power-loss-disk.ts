import type { OpenFile, VaultFiles } from '../../../src/main/vault/ledger/vault-files';
import type { Random } from '../seeded-random';

/** What the disk was told, in order; a crash may fall behind any of them. */
type Step =
  | { readonly kind: 'write'; readonly inode: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly inode: number; readonly length: number }
  | { readonly kind: 'sync'; readonly inode: number }
  | { readonly kind: 'create'; readonly inode: number; readonly name: string }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'syncFolder'; readonly prefix: string };

type NameStep = Extract<Step, { readonly name: string }>;

const sector = 512;

/** A disk in memory that remembers every step, so that any moment of power loss can be asked for. */
export class PowerLossDisk {
  readonly #steps: Step[] = [];
  readonly #names = new Map<string, number>();
  readonly #contents: Buffer[] = [];

  constructor(files: ReadonlyMap<string, Buffer> = new Map()) {
    for (const [name, bytes] of files) {
      this.#names.set(name, this.#contents.length);
      this.#contents.push(Buffer.from(bytes));
    }
    this.#atStart = new Map(files);
  }
  readonly #atStart: ReadonlyMap<string, Buffer>;

  /** Steps so far: the moment between two acts of the ledger. */
  get moment(): number {
    return this.#steps.length;
  }

  get files(): VaultFiles {
    return {
      list: () => [...this.#names.keys()],
      exists: (name) => this.#names.has(name),
      read: (name) => Buffer.from(this.#contentOf(this.#inodeOf(name))),
      open: (name, mode) => this.#open(name, mode),
      remove: (name) => {
        this.#inodeOf(name);
        this.#names.delete(name);
        this.#steps.push({ kind: 'remove', name });
      },
      syncFolder: () => void this.#steps.push({ kind: 'syncFolder', prefix: '' }),
    };
  }

  /** One of several folders on this disk, with the same moments: a sync of one says nothing about the others. */
  folder(name: string): VaultFiles {
    const prefix = `${name}/`;
    const { files } = this;
    return {
      list: () =>
        files
          .list()
          .filter((each) => each.startsWith(prefix))
          .map((each) => each.slice(prefix.length)),
      exists: (each) => files.exists(prefix + each),
      read: (each) => files.read(prefix + each),
      open: (each, mode) => files.open(prefix + each, mode),
      remove: (each) => files.remove(prefix + each),
      syncFolder: () => void this.#steps.push({ kind: 'syncFolder', prefix }),
    };
  }

  /**
   * What could lie on the disk if the power went behind step `moment`: of everything not synced, each sector
   * and each name may have arrived, or not, or as zeros or garbage.
   */
  crashAt(moment: number, random: Random): Map<string, Buffer> {
    const platters = this.#plattersAtStart();
    const pending: Step[][] = [];
    const names = new Map([...this.#atStart.keys()].map((name, inode) => [name, inode]));
    let pendingNames: NameStep[] = [];
    for (const step of this.#steps.slice(0, moment)) {
      if (step.kind === 'write' || step.kind === 'truncate')
        (pending[step.inode] ??= []).push(step);
      else if (step.kind === 'sync') {
        for (const each of pending[step.inode] ?? [])
          platters[step.inode] = applied(platters[step.inode], each);
        pending[step.inode] = [];
      } else if (step.kind === 'syncFolder') {
        const { prefix } = step;
        for (const each of pendingNames) if (each.name.startsWith(prefix)) rename(names, each);
        pendingNames = pendingNames.filter((each) => !each.name.startsWith(prefix));
      } else pendingNames.push(step);
    }
    for (const step of pendingNames) if (random.below(2) === 0) rename(names, step);
    for (const [inode, steps] of pending.entries())
      for (const step of steps ?? []) platters[inode] = partly(platters[inode], step, random);
    return new Map([...names].map(([name, inode]) => [name, platters[inode] ?? Buffer.alloc(0)]));
  }

  #plattersAtStart(): Buffer[] {
    return [...this.#atStart.values()].map((bytes) => Buffer.from(bytes));
  }

  #inodeOf(name: string): number {
    const inode = this.#names.get(name);
    if (inode === undefined) throw Object.assign(new Error(`ENOENT ${name}`), { code: 'ENOENT' });
    return inode;
  }

  #contentOf(inode: number): Buffer {
    return this.#contents[inode] ?? Buffer.alloc(0);
  }

  #open(name: string, mode: 'create' | 'update' | 'read'): OpenFile {
    if (mode === 'create') {
      if (this.#names.has(name))
        throw Object.assign(new Error(`EEXIST ${name}`), { code: 'EEXIST' });
      this.#names.set(name, this.#contents.length);
      this.#contents.push(Buffer.alloc(0));
      this.#steps.push({ kind: 'create', name, inode: this.#contents.length - 1 });
    }
    const inode = this.#inodeOf(name);
    const change = (step: Step) => {
      this.#steps.push(step);
      this.#contents[inode] = applied(this.#contents[inode], step);
    };
    return {
      write: (bytes, position) =>
        change({
          kind: 'write',
          inode,
          at: position ?? this.#contentOf(inode).length,
          bytes: Buffer.from(bytes),
        }),
      readAt: (position, length) =>
        Buffer.from(this.#contentOf(inode).subarray(position, position + length)),
      size: () => this.#contentOf(inode).length,
      truncate: (length) => change({ kind: 'truncate', inode, length }),
      sync: () => void this.#steps.push({ kind: 'sync', inode }),
      close: () => undefined,
    };
  }
}

function rename(names: Map<string, number>, step: NameStep): void {
  if (step.kind === 'create') names.set(step.name, step.inode);
  if (step.kind === 'remove') names.delete(step.name);
}

function applied(content: Buffer | undefined, step: Step): Buffer {
  const before = content ?? Buffer.alloc(0);
  if (step.kind === 'truncate') {
    const cut = Buffer.alloc(step.length);
    before.copy(cut, 0, 0, step.length);
    return cut;
  }
  if (step.kind !== 'write') return before;
  const end = step.at + step.bytes.length;
  // Within the file the bytes change in place, as they do in a page cache.
  const after =
    end > before.length ? Buffer.concat([before, Buffer.alloc(end - before.length)]) : before;
  step.bytes.copy(after, step.at);
  return after;
}

/** A write that was under way: every sector of it by itself arrived, stayed away, or came as zeros or garbage. */
function partly(content: Buffer | undefined, step: Step, random: Random): Buffer {
  if (step.kind !== 'write')
    return random.below(2) === 0 ? applied(content, step) : (content ?? Buffer.alloc(0));
  let result = content ?? Buffer.alloc(0);
  const end = step.at + step.bytes.length;
  const fate = random.below(4);
  for (let from = step.at; from < end; from = nextSector(from)) {
    const until = Math.min(end, nextSector(from));
    const bytes = step.bytes.subarray(from - step.at, until - step.at);
    // Whole writes arrive or stay away half of the time; the others are torn sector by sector.
    const luck = fate < 2 ? fate * 5 : random.below(8);
    if (luck === 0 || luck === 1) continue;
    const arrived =
      luck === 6 ? Buffer.alloc(bytes.length) : luck === 7 ? random.bytes(bytes.length) : bytes;
    result = applied(result, { kind: 'write', inode: step.inode, at: from, bytes: arrived });
  }
  return result;
}

const nextSector = (at: number) => (Math.floor(at / sector) + 1) * sector;
