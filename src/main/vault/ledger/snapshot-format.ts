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

/** Where a segment lies, and of which kind it is. */
export type Segment = {
  readonly kind: Exclude<SegmentKind, 'index'>;
  readonly offset: number;
  readonly length: number;
};

/** An index that authenticates is one we made; there are hundreds of segments, so only their shape is checked. */
const isSegment = (value: unknown): value is Segment =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  segmentKinds.some((kind) => kind === value.kind && kind !== 'index') &&
  'offset' in value &&
  Number.isSafeInteger(value.offset) &&
  'length' in value &&
  Number.isSafeInteger(value.length);

export const snapshotIndexSchema = z.object({
  /** Frames contained; the first frame not contained has this sequence. */
  sequence: z.int(),
  headHash: z.base64(),
  hotVersion: z.int(),
  segments: z.array(z.custom<Segment>(isSegment)),
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
