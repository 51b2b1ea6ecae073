import { openFolder, type VaultFiles } from '../../ledger/vault-files';

/** What care of the ledger needs beside the ledger: the shelf of backups and the places a user pointed at. */
export type CareRoom = {
  readonly backups: VaultFiles;
  /** Paths by the token main gave to the window; each is good for this session. */
  readonly places: Map<string, string>;
  /** One backup at a time: leaving waits for the one under way, and no two take the same name. */
  readonly inTurn: <Value>(act: () => Promise<Value>) => Promise<Value>;
};

/** The folder is made when it is first needed: a full disk must not keep the ledger from opening. */
export function openCareRoom(folder: string): CareRoom {
  let files: VaultFiles | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return {
    places: new Map(),
    inTurn(act) {
      const next = last.then(act);
      last = next.catch(() => undefined);
      return next;
    },
    get backups() {
      return (files ??= openFolder(folder));
    },
  };
}
