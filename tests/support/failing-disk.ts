import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, statSync, truncateSync } from 'node:fs';
import { asRoot } from './small-disk';

/** A real disk under a folder that stops taking writes, and comes back with what it held at that moment. */
export type FailingDisk = {
  /** From now on the kernel answers every write with EIO. */
  readonly fail: () => void;
  /** Unmounted, and mounted anew with what was on it when it failed. */
  readonly repair: () => void;
  readonly remove: () => void;
};

const mebibyte = 1024 * 1024;
/** What is left of the device: nearly everything lies behind its end, where the block layer refuses it. */
const bytesLeft = 64 * 1024;

/** A loop device whose file is cut short under it; needs root or a sudo that asks nothing. */
export function mountFailingDisk(folder: string, image: string, mebibytes: number): FailingDisk {
  const owner = `root_owner=${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
  mkdirSync(folder, { recursive: true });
  // No journal of its own: the file system must not turn read-only before the program has seen the error.
  execFileSync('dd', ['if=/dev/zero', `of=${image}`, 'bs=1M', `count=${mebibytes}`], {
    stdio: 'pipe',
  });
  execFileSync('mkfs.ext2', ['-q', '-F', '-m', '0', '-E', owner, image]);
  const mount = () => asRoot('mount', ['-o', 'loop', image, folder]);
  const unmount = () => asRoot('umount', ['--lazy', folder]);
  mount();
  return {
    fail() {
      execFileSync('sync', ['-f', folder]);
      copyFileSync(image, `${image}.then`);
      truncateSync(image, bytesLeft);
      asRoot('losetup', ['-c', deviceOf(folder)]);
    },
    repair() {
      unmount();
      copyFileSync(`${image}.then`, image);
      if (statSync(image).size !== mebibytes * mebibyte) throw new Error('the disk is not whole');
      mount();
    },
    remove: unmount,
  };
}

const deviceOf = (folder: string) =>
  execFileSync('findmnt', ['-n', '-o', 'SOURCE', folder]).toString('utf8').trim();

/** The folder as a security program leaves it that blocks every write; ends with the answer. */
export function mountReadOnly(folder: string): () => void {
  asRoot('mount', ['--bind', folder, folder]);
  asRoot('mount', ['-o', 'remount,bind,ro', folder]);
  return () => asRoot('umount', ['--lazy', folder]);
}
