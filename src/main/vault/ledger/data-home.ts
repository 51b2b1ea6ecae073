import { journalNumbers, snapshotNumbers } from './recovery';
import type { VaultFiles } from './vault-files';

/**
 * Where the files of one data key live: the first key's carry no prefix, those of later keys `k<epoch>.`.
 * The header names the home that counts, so writing the header is the one moment at which a key changes.
 */
export type DataHome = number;
export const firstHome: DataHome = 0;

const prefixOf = (home: DataHome) => (home === firstHome ? '' : `k${home}.`);

/** The folder as the files of one home see it: KEYS and DOOR stand outside all of them. */
export function filesOf(folder: VaultFiles, home: DataHome): VaultFiles {
  const prefix = prefixOf(home);
  if (prefix === '') return folder;
  return {
    list: () =>
      folder
        .list()
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length)),
    exists: (name) => folder.exists(prefix + name),
    read: (name) => folder.read(prefix + name),
    open: (name, mode) => folder.open(prefix + name, mode),
    remove: (name) => folder.remove(prefix + name),
    syncFolder: () => folder.syncFolder(),
  };
}

/** Homes of which any file is in the folder. */
export function homesIn(folder: VaultFiles): DataHome[] {
  const homes = folder.list().flatMap((name) => {
    const [, number, rest = ''] = /^(?:k(\d+)\.)?(.+)$/.exec(name) ?? [];
    return isDataFile(rest) ? [number === undefined ? firstHome : Number(number)] : [];
  });
  return [...new Set(homes)].sort((a, b) => a - b);
}

const isDataFile = (name: string) => name === 'ANCHOR' || /^(j|snap)\.\d+$/.test(name);

/** Takes a home's files away: one that was superseded, or one that never came to count. */
export function removeHome(folder: VaultFiles, home: DataHome): void {
  const files = filesOf(folder, home);
  const names = [
    ...journalNumbers(files).map((number) => `j.${number}`),
    ...snapshotNumbers(files).map((number) => `snap.${number}`),
    'ANCHOR',
  ];
  for (const name of names) if (files.exists(name)) files.remove(name);
  files.syncFolder();
}
