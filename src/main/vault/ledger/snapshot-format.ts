import { z } from 'zod';

export const snapshotName = (fileNumber: number) => `snap.${fileNumber}`;
export const snapshotMagic = Buffer.from('DJS1', 'ascii');
export const footerMagic = Buffer.from('DJE1', 'ascii');

/** `DJS1 ‖ number4 ‖ vaultId16 ‖ salt32 ‖ HMAC32`. */
export const snapshotHeaderLength = 4 + 4 + 16 + 32 + 32;
/** `offset8 ‖ length4 ‖ DJE1`: where the sealed index stands; without it the file was never finished. */
export const snapshotFooterLength = 8 + 4 + 4;

export const segmentKinds = ['hot', 'directory', 'records', 'index', 'part'] as const;
export type SegmentKind = (typeof segmentKinds)[number];

export const segmentSchema = z.strictObject({
  kind: z.enum(['hot', 'directory', 'records', 'part']),
  offset: z.int(),
  length: z.int(),
});

export const snapshotIndexSchema = z.object({
  /** Frames contained; the first frame not contained has this sequence. */
  sequence: z.int(),
  headHash: z.base64(),
  hotVersion: z.int(),
  segments: z.array(segmentSchema),
  /** Records per table, and the table of each record block in order. */
  counts: z.record(z.string(), z.int()),
  blockTables: z.array(z.string()),
  /** Names of the parts of the hot columns, in the order of their segments behind the record blocks. */
  parts: z.array(z.string()),
  /** Shapes of the tables, where they are not the first. */
  shapes: z.record(z.string(), z.int()).optional(),
});
export type SnapshotIndex = z.infer<typeof snapshotIndexSchema>;

/** Binds a segment to its file, its place and its kind, so that none can be moved or swapped. */
export function segmentContext(headerMac: Buffer, number: number, kind: SegmentKind): Buffer {
  const place = Buffer.alloc(5);
  place.writeUInt32BE(number, 0);
  place.writeUInt8(segmentKinds.indexOf(kind), 4);
  return Buffer.concat([headerMac, place]);
}
