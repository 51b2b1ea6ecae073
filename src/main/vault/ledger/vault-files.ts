import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** One file open for appending or for reading at a place. */
export type OpenFile = {
  /** Writes every byte or throws. */
  readonly write: (bytes: Uint8Array, position: number | null) => void;
  /** @param room is used for the bytes where they fit, and is theirs until the next reading into it */
  readonly readAt: (position: number, length: number, room?: Buffer) => Buffer;
  readonly size: () => number;
  readonly truncate: (length: number) => void;
  readonly sync: () => void;
  readonly close: () => void;
};

/** The ledger's only door to the disk, so that tests can make it fail at any step. */
export type VaultFiles = {
  readonly list: () => string[];
  readonly exists: (name: string) => boolean;
  readonly read: (name: string) => Buffer;
  readonly open: (name: string, mode: 'create' | 'update' | 'read') => OpenFile;
  readonly remove: (name: string) => void;
  /** Makes created and removed names durable. */
  readonly syncFolder: () => void;
};

const flags = { create: 'wx+', update: 'r+', read: 'r' } as const;

function writeAll(descriptor: number, bytes: Uint8Array, position: number | null): void {
  let done = 0;
  while (done < bytes.length) {
    const place = position === null ? null : position + done;
    done += writeSync(descriptor, bytes, done, bytes.length - done, place);
  }
}

function readExactly(
  descriptor: number,
  { position, length, room }: { position: number; length: number; room: Buffer | undefined },
): Buffer {
  const fits = room !== undefined && length <= room.length;
  const buffer = fits ? room.subarray(0, length) : Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const count = readSync(descriptor, buffer, done, length - done, position + done);
    if (count === 0) return buffer.subarray(0, done);
    done += count;
  }
  return buffer;
}

export function openFolder(folder: string): VaultFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const at = (name: string) => join(folder, name);
  return {
    list: () => readdirSync(folder),
    exists: (name) => existsSync(at(name)),
    read: (name) => readFileSync(at(name)),
    open(name, mode) {
      const descriptor = openSync(at(name), flags[mode], 0o600);
      return {
        write: (bytes, position) => writeAll(descriptor, bytes, position),
        readAt: (position, length, room) => readExactly(descriptor, { position, length, room }),
        size: () => fstatSync(descriptor).size,
        truncate: (length) => ftruncateSync(descriptor, length),
        sync: () => fdatasyncSync(descriptor),
        close: () => closeSync(descriptor),
      };
    },
    remove: (name) => unlinkSync(at(name)),
    syncFolder() {
      // Windows cannot sync a folder; there the anchor makes a lost name detectable (security.md §3.5).
      if (process.platform === 'win32') return;
      const descriptor = openSync(folder, 'r');
      try {
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
    },
  };
}
