import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { hmac, isSame } from '../crypto/derive';
import type { VaultFiles } from '../ledger/vault-files';
import type { BackupContent } from './backup-format';
import { readBackup } from './read-backup';
import { removable } from './retention';
import { writeBackup } from './write-backup';

const backupName = /^(\d{4}-\d{2}-\d{2})T\d{4}-(\d{6,})(?:-\d+)?\.djb$/;
const markName = (name: string) => `${name}.verified`;

const markSchema = z.strictObject({
  sha256: z.string(),
  records: z.int(),
  sequence: z.int(),
  madeAt: z.string(),
  verifiedAt: z.string(),
  mac: z.string(),
});
export type BackupMark = z.infer<typeof markSchema>;

export type ShelvedBackup = {
  readonly name: string;
  readonly madeOn: CalendarDate;
  readonly bytes: number;
  /** What full decryption found; absent where it was never checked, or the mark is not ours. */
  readonly mark: BackupMark | undefined;
};

export type ShelfKeys = {
  readonly recipients: readonly string[];
  readonly identities: readonly string[];
  /** Signs the marks of verification; without it marks are read as they stand. */
  readonly markKey: Buffer | undefined;
};

/** Backups of a folder, newest first; works without any key, as a ledger that does not open must still show them. */
export function listShelf(files: VaultFiles, markKey: Buffer | undefined): ShelvedBackup[] {
  const found = files.list().flatMap((name) => {
    const madeOn = backupName.exec(name)?.[1];
    if (madeOn === undefined) return [];
    const bytes = sizeOf(files, name);
    return [{ name, madeOn: madeOn as CalendarDate, bytes, mark: readMark(files, name, markKey) }];
  });
  return found.sort((a, b) => b.name.localeCompare(a.name));
}

/**
 * Writes a backup, decrypts the whole of it again, counts its records, and only then marks it as verified.
 * @param stamp civil day and time of the name, `2026-11-23T0930`
 */
export async function shelve(
  files: VaultFiles,
  content: BackupContent,
  keys: ShelfKeys & { readonly stamp: string },
): Promise<ShelvedBackup> {
  const name = freeName(files, keys.stamp, content.manifest.sequence);
  await writeBackup(files, name, content, keys.recipients);
  const mark = await verify(files, name, { ...keys, now: content.manifest.madeAt });
  return {
    name,
    madeOn: keys.stamp.slice(0, 10) as CalendarDate,
    bytes: sizeOf(files, name),
    mark,
  };
}

/** Full decryption and record count; the mark it leaves names the bytes it saw. */
export async function verify(
  files: VaultFiles,
  name: string,
  { identities, markKey, now }: ShelfKeys & { readonly now: string },
): Promise<BackupMark> {
  if (files.exists(markName(name))) files.remove(markName(name));
  const { records, sequence, madeAt } = await readBackup(files, name, identities, () => undefined);
  const facts = { sha256: digestOf(files, name), records, sequence, madeAt, verifiedAt: now };
  const mark = { ...facts, mac: macOf(name, facts, markKey) };
  const file = files.open(markName(name), 'create');
  try {
    file.write(Buffer.from(JSON.stringify(mark), 'utf8'), 0);
    file.sync();
  } finally {
    file.close();
  }
  files.syncFolder();
  return mark;
}

/** Takes away what the retention rule lets go; an unverified file is never counted and never removed. */
export function prune(files: VaultFiles, markKey: Buffer | undefined): string[] {
  const verified = listShelf(files, markKey).filter(({ mark }) => mark !== undefined);
  const names = removable(verified);
  for (const name of names) removeBackup(files, name);
  return names;
}

export function removeBackup(files: VaultFiles, name: string): void {
  files.remove(name);
  if (files.exists(markName(name))) files.remove(markName(name));
  files.syncFolder();
}

function freeName(files: VaultFiles, stamp: string, sequence: number): string {
  const base = `${stamp}-${String(sequence).padStart(6, '0')}`;
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? `${base}.djb` : `${base}-${copy}.djb`;
    if (!files.exists(name)) return name;
  }
}

function readMark(
  files: VaultFiles,
  name: string,
  markKey: Buffer | undefined,
): BackupMark | undefined {
  if (!files.exists(markName(name))) return undefined;
  const mark = markSchema.safeParse(parsed(files.read(markName(name))));
  if (!mark.success) return undefined;
  const { mac, ...facts } = mark.data;
  if (markKey === undefined) return mark.data;
  return isSame(Buffer.from(mac, 'hex'), Buffer.from(macOf(name, facts, markKey), 'hex'))
    ? mark.data
    : undefined;
}

/** A mark that a crash cut short is no mark: the backup is then simply not verified yet. */
function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function macOf(name: string, facts: Omit<BackupMark, 'mac'>, markKey: Buffer | undefined): string {
  const key = markKey ?? Buffer.alloc(0);
  return hmac(key, Buffer.from(JSON.stringify([name, facts]), 'utf8')).toString('hex');
}

const digestBytes = 1024 * 1024;

function digestOf(files: VaultFiles, name: string): string {
  const hash = createHash('sha256');
  const file = files.open(name, 'read');
  try {
    for (let position = 0; position < file.size(); position += digestBytes)
      hash.update(file.readAt(position, Math.min(digestBytes, file.size() - position)));
  } finally {
    file.close();
  }
  return hash.digest('hex');
}

function sizeOf(files: VaultFiles, name: string): number {
  const file = files.open(name, 'read');
  try {
    return file.size();
  } finally {
    file.close();
  }
}
