import { openFolder, type VaultFiles } from '../../ledger/vault-files';

/** What care of the ledger needs beside the ledger: the shelf of backups and the places a user pointed at. */
export type CareRoom = {
  readonly backups: VaultFiles;
  /** Paths by the token main gave to the window; each is good for this session. */
  readonly places: Map<string, string>;
};

/** The folder is made when it is first needed: a full disk must not keep the ledger from opening. */
export function openCareRoom(folder: string): CareRoom {
  let files: VaultFiles | undefined;
  return {
    places: new Map(),
    get backups() {
      return (files ??= openFolder(folder));
    },
  };
}
