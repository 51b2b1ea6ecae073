import { Encrypter } from 'age-encryption';
import type { VaultFiles } from '../ledger/vault-files';
import type { BackupContent } from './backup-format';

/**
 * Writes a new age file under a name that must not exist yet; the file and its name are on the disk when it resolves.
 * @param recipients age recipients, `age1…`; each of them opens the file alone
 */
export async function writeBackup(
  files: VaultFiles,
  name: string,
  { pieces }: BackupContent,
  recipients: readonly string[],
): Promise<void> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(streamOf(pieces));
  const file = files.open(name, 'create');
  try {
    let position = 0;
    for (const reader = sealed.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      file.write(value, position);
      position += value.length;
    }
    file.sync();
  } finally {
    file.close();
  }
  files.syncFolder();
}

/** Piece by piece, so that other questions are answered while a large backup is being sealed. */
export function streamOf(pieces: Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const rest = pieces[Symbol.iterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      const { done, value } = rest.next();
      if (done === true) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
  });
}
