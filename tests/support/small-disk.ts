import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, statfsSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A real file system of its own size at a folder: the disk that gets full. */
export type SmallDisk = {
  /** Fills it until only this many bytes are free. */
  readonly fillUpTo: (free: number) => void;
  readonly empty: () => void;
  readonly remove: () => void;
};

/** What only root may do; a sudo that asks nothing serves as well. */
export const asRoot = (command: string, args: readonly string[]) => {
  const [file, ...rest] =
    process.getuid?.() === 0 ? [command, ...args] : ['sudo', '-n', command, ...args];
  execFileSync(file ?? command, rest, { stdio: 'pipe' });
};

/** Mounts a tmpfs; needs root or a sudo that asks nothing, and says so where it has neither. */
export function mountSmallDisk(folder: string, mebibytes: number): SmallDisk {
  mkdirSync(folder, { recursive: true });
  const owner = `uid=${process.getuid?.() ?? 0},mode=0700`;
  asRoot('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,${owner}`, 'tmpfs', folder]);
  const filler = join(folder, 'filler');
  const free = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    fillUpTo(left) {
      const descriptor = openSync(filler, 'a');
      const page = Buffer.alloc(4096, 0x2e);
      while (free() > left) writeSync(descriptor, page);
      closeSync(descriptor);
    },
    empty: () => unlinkSync(filler),
    remove: () => asRoot('umount', ['--lazy', folder]),
  };
}
