import { readAnchor } from './anchor';
import { repairFromMirror, type SetAside } from './journal-mirror';
import type { LedgerKeys } from './ledger-parts';
import { isSuspect, reportOf, type Found } from './open-report';
import { OutsideMark } from './outside-mark';
import { recover } from './recovery';
import type { VaultFiles } from './vault-files';

/** Reads what is there; damage is kept aside as it was found, and what a second folder still has comes back. */
export function findOut(
  options: { readonly isVerified?: boolean; readonly marks?: VaultFiles | undefined },
  folders: {
    readonly files: VaultFiles;
    readonly mirror: VaultFiles | undefined;
    readonly aside: SetAside;
  },
  keys: LedgerKeys,
): Found {
  const { files, mirror, aside } = folders;
  const read = () => recover(files, keys, options.isVerified ?? false);
  const found = {
    recovered: read(),
    anchor: readAnchor(files, keys.dataKey),
    mark: new OutsideMark(options.marks, keys),
    returnedFrames: 0,
  };
  for (const name of reportOf(found).damagedParts)
    if (files.exists(name)) aside(name, files.read(name));
  if (mirror === undefined || !isSuspect(found)) return found;
  const returnedFrames = repairFromMirror({ files, mirror, aside }, found.recovered, keys);
  if (returnedFrames === 0) return found;
  found.recovered.snapshot?.close();
  const recovered = read();
  const damagedParts = [...found.recovered.damagedParts, ...recovered.damagedParts];
  return {
    ...found,
    recovered: { ...recovered, damagedParts: [...new Set(damagedParts)] },
    returnedFrames,
  };
}
