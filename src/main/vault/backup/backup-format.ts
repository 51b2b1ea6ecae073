import { z } from 'zod';
import { shapesOf } from '../../../core/records/migrate-record';

export const backupMajor = 1;

/** First line of a backup: what the rest must add up to. */
export const manifestSchema = z.looseObject({
  kind: z.literal('dual-coverage-backup'),
  format: z.strictObject({ major: z.int(), minor: z.int() }),
  vaultId: z.string(),
  /** Frames of the ledger when it was made; one more than the last act's. */
  sequence: z.int(),
  madeAt: z.iso.datetime(),
  unitName: z.string(),
  /** Record lines that follow, and how many of each table. */
  records: z.int(),
  tables: z.record(z.string(), z.int()),
  /** Shapes of the tables, where they are not the first. */
  shapes: z.record(z.string(), z.int()).optional(),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

/** Every further line: one record as the ledger stores it. */
export const recordLineSchema = z.strictObject({
  table: z.string(),
  id: z.string(),
  value: z.json(),
});
export type RecordLine = z.infer<typeof recordLineSchema>;

/** Everything of a ledger at one moment, already in bytes: nothing that is typed meanwhile gets in. */
export type BackupContent = {
  readonly manifest: BackupManifest;
  readonly pieces: readonly Buffer[];
};

const pieceBytes = 1024 * 1024;

type Source = {
  readonly tables: readonly string[];
  readonly scan: (table: string) => Iterable<{ readonly id: string; readonly value: unknown }>;
};

/** Reads the whole ledger at once, so that the backup is of one moment. */
export function gatherContent(
  { tables, scan }: Source,
  about: Pick<BackupManifest, 'vaultId' | 'sequence' | 'madeAt' | 'unitName'>,
): BackupContent {
  const counts: Record<string, number> = {};
  const pieces: Buffer[] = [];
  let text = '';
  for (const table of tables) {
    for (const { id, value } of scan(table)) {
      counts[table] = (counts[table] ?? 0) + 1;
      text += `${JSON.stringify({ table, id, value })}\n`;
      if (text.length < pieceBytes) continue;
      pieces.push(Buffer.from(text, 'utf8'));
      text = '';
    }
  }
  pieces.push(Buffer.from(text, 'utf8'));
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const manifest: BackupManifest = {
    kind: 'dual-coverage-backup',
    format: { major: backupMajor, minor: 0 },
    ...about,
    records,
    tables: counts,
    shapes: shapesOf(Object.keys(counts)),
  };
  return { manifest, pieces: [Buffer.from(`${JSON.stringify(manifest)}\n`, 'utf8'), ...pieces] };
}
