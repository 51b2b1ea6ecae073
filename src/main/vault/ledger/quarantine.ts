import { sha256 } from '../crypto/derive';
import type { VaultFiles } from './vault-files';

export type Quarantine = {
  /** Keeps a file as it was found; the same bytes are kept once. */
  readonly keep: (name: string, bytes: Buffer) => void;
};

/**
 * What was found damaged is kept byte by byte before anything near it is written (security.md §3.3). A folder that
 * takes nothing keeps nobody from the data: the damaged journal itself is never touched.
 */
export function quarantineIn(open: () => VaultFiles): Quarantine {
  return {
    keep(name, bytes) {
      try {
        const files = open();
        const kept = `${name}.${sha256(bytes).toString('hex').slice(0, 12)}`;
        if (files.exists(kept)) return;
        const file = files.open(kept, 'create');
        try {
          file.write(bytes, 0);
          file.sync();
        } finally {
          file.close();
        }
        files.syncFolder();
      } catch (problem) {
        if (!(problem instanceof Error && 'code' in problem)) throw problem;
      }
    },
  };
}
