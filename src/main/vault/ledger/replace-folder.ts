import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The two folders beside a ledger's own while it is replaced; the stamp ties them together. */
export type Replacement = { readonly fresh: string; readonly damaged: string };

const freshPart = '-restoring-';
const damagedPart = '-damaged-';
const attempts = 10;
const retryMilliseconds = 100;
/** What Windows answers while a virus scanner or an indexer still has a file of the folder open. */
const passing = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** @param stamp of the moment, without characters a file name may not have */
export function replacementOf(folder: string, stamp: string): Replacement {
  for (let copy = 1; ; copy += 1) {
    const end = copy === 1 ? stamp : `${stamp}-${copy}`;
    const names = { fresh: folder + freshPart + end, damaged: folder + damagedPart + end };
    if (!existsSync(names.fresh) && !existsSync(names.damaged)) return names;
  }
}

/**
 * The old folder gets another name and the verified new one takes its place; nothing is deleted or written over.
 * Where the new one cannot come in, the old one goes back.
 */
export async function swapIn(folder: string, { fresh, damaged }: Replacement): Promise<void> {
  await renamed(folder, damaged);
  try {
    await renamed(fresh, folder);
  } catch (problem) {
    await renamed(damaged, folder);
    throw problem;
  }
}

/**
 * The power went between the two renames: the new folder had been verified before the old one was moved, so it
 * takes the place now.
 */
export function finishSwap(folder: string): void {
  const home = dirname(folder);
  if (existsSync(folder) || !existsSync(home)) return;
  const start = basename(folder) + freshPart;
  const stamps = readdirSync(home)
    .filter((name) => name.startsWith(start))
    .map((name) => name.slice(start.length));
  const stamp = stamps.find((each) => existsSync(folder + damagedPart + each));
  if (stamp === undefined) return;
  renameSync(folder + freshPart + stamp, folder);
  syncHome(folder);
}

async function renamed(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      syncHome(to);
      return;
    } catch (problem) {
      if (attempt === attempts || !isPassing(problem)) throw problem;
      await new Promise((resolve) => setTimeout(resolve, retryMilliseconds));
    }
  }
}

function isPassing(problem: unknown): boolean {
  if (process.platform !== 'win32' || !(problem instanceof Error)) return false;
  return 'code' in problem && passing.has(String(problem.code));
}

function syncHome(folder: string): void {
  // Windows cannot sync a folder.
  if (process.platform === 'win32') return;
  const descriptor = openSync(join(folder, '..'), 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
