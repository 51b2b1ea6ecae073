import { z } from 'zod';
import { sha256 } from '../crypto/derive';
import type { VaultFiles } from './vault-files';

const fileName = 'MOVED';

const movedSchema = z.object({
  /** The folder that holds the ledger now. */
  to: z.string().min(1).max(4096),
  at: z.iso.datetime(),
  /** Frames there were when it left. */
  sequence: z.int().min(0),
});
export type Moved = z.infer<typeof movedSchema>;

export const isMovedMark = (name: string) => name === fileName;

/**
 * Where the ledger of this folder went, or `undefined` where it is still here. A mark that the power cut short says
 * nothing: the ledger had not left yet.
 */
export function readMoved(files: VaultFiles): Moved | undefined {
  if (!files.exists(fileName)) return undefined;
  const [text = '', digest = ''] = files.read(fileName).toString('utf8').split('\n');
  if (digestOf(text) !== digest) return undefined;
  return movedSchema.parse(JSON.parse(text));
}

/** The one moment of a move: from here on the ledger is in the other folder, and this one is a copy of it. */
export function writeMoved(files: VaultFiles, moved: Moved): void {
  const text = JSON.stringify(moved);
  const file = files.open(fileName, files.exists(fileName) ? 'update' : 'create');
  try {
    file.truncate(0);
    file.write(Buffer.from(`${text}\n${digestOf(text)}\n`, 'utf8'), 0);
    file.sync();
  } finally {
    file.close();
  }
  files.syncFolder();
}

/** The user says by hand that the ledger is here. */
export function forgetMoved(files: VaultFiles): void {
  if (!files.exists(fileName)) return;
  files.remove(fileName);
  files.syncFolder();
}

const digestOf = (text: string) => sha256(Buffer.from(text, 'utf8')).toString('hex');
