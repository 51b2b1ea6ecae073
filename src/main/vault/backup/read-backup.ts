import { migrateRecord, NewerRecord } from '../../../core/records/migrate-record';
import { Decrypter } from 'age-encryption';
import type { OpenFile, VaultFiles } from '../ledger/vault-files';
import {
  backupMajor,
  manifestSchema,
  recordLineSchema,
  type BackupManifest,
  type RecordLine,
} from './backup-format';
import { streamOf } from './write-backup';

const readBytes = 64 * 1024;
const newline = 0x0a;

/** Why a backup does not open: none of the keys fits, a newer program made it, or its bytes are not what was written. */
export class BackupUnreadable extends Error {
  constructor(readonly reason: 'wrongKey' | 'newerVersion' | 'damaged') {
    super(`backup unreadable: ${reason}`);
  }
}

/** Reads a whole backup through, handing over each record; resolves only when every record of the manifest was there. */
export async function readBackup(
  files: VaultFiles,
  name: string,
  identities: readonly string[],
  onRecord: (line: RecordLine) => void,
): Promise<BackupManifest> {
  const file = files.open(name, 'read');
  try {
    const plain = await openStream(file, identities);
    return await readLines(plain, onRecord);
  } finally {
    file.close();
  }
}

async function openStream(
  file: OpenFile,
  identities: readonly string[],
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(streamOf(piecesOf(file)));
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : '';
    throw new BackupUnreadable(words.includes('no identity matched') ? 'wrongKey' : 'damaged');
  }
}

function* piecesOf(file: OpenFile): Generator<Uint8Array> {
  const size = file.size();
  for (let position = 0; position < size; position += readBytes)
    yield file.readAt(position, Math.min(readBytes, size - position));
}

async function readLines(
  plain: ReadableStream<Uint8Array>,
  onRecord: (line: RecordLine) => void,
): Promise<BackupManifest> {
  let manifest: BackupManifest | undefined;
  let records = 0;
  for await (const line of linesOf(plain)) {
    if (manifest === undefined) {
      manifest = readManifest(line);
      continue;
    }
    const record = recordLineSchema.safeParse(JSON.parse(line));
    if (!record.success) throw new BackupUnreadable('damaged');
    onRecord(asToday(record.data, manifest));
    records += 1;
  }
  if (manifest === undefined || manifest.records !== records) throw new BackupUnreadable('damaged');
  return manifest;
}

function asToday({ table, id, value }: RecordLine, { shapes }: BackupManifest): RecordLine {
  try {
    return { table, id, value: migrateRecord(table, value, shapes) };
  } catch (problem) {
    if (problem instanceof NewerRecord) throw new BackupUnreadable('newerVersion');
    throw problem;
  }
}

function readManifest(line: string): BackupManifest {
  const manifest = manifestSchema.safeParse(JSON.parse(line));
  if (!manifest.success) throw new BackupUnreadable('damaged');
  if (manifest.data.format.major > backupMajor) throw new BackupUnreadable('newerVersion');
  return manifest.data;
}

async function* linesOf(plain: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = plain.getReader();
  let rest = Buffer.alloc(0);
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new BackupUnreadable('damaged');
    });
    if (done) break;
    rest = Buffer.concat([rest, value]);
    for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
      yield rest.subarray(0, end).toString('utf8');
      rest = rest.subarray(end + 1);
    }
  }
  if (rest.length > 0) throw new BackupUnreadable('damaged');
}
