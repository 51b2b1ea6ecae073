import { z } from 'zod';
import { roles } from '../../../core/records/roles';
import { deriveKey, hmac, isSame, sha256 } from './derive';
import { kdfSchema } from './passphrase-kdf';

const magic = Buffer.from('DJK1', 'ascii');
const digestLength = 32;
const largestHeader = 64 * 1024;

/** A ledger of a higher major version is only looked at, minor ones are read and written (security.md §3.3). */
export const supportedMajor = 1;

const slotFields = { id: z.string(), wrappedKey: z.base64() };
export const keySlotSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...slotFields,
    kind: z.literal('passphrase'),
    kdf: kdfSchema,
    /** The key file this slot asks for beside the passphrase. */
    factorId: z.string().max(20).optional(),
    /** Whose it is; absent in the slot of the first run until somebody is added. */
    user: z.string().max(60).optional(),
    role: z.enum(roles).optional(),
    addedAt: z.string().optional(),
  }),
  z.strictObject({ ...slotFields, kind: z.literal('recovery'), salt: z.base64() }),
]);
export type KeySlot = z.infer<typeof keySlotSchema>;
export type PassphraseSlot = Extract<KeySlot, { kind: 'passphrase' }>;

const formatSchema = z.looseObject({ format: z.strictObject({ major: z.int(), minor: z.int() }) });

export const keyHeaderSchema = z.looseObject({
  format: z.strictObject({ major: z.int(), minor: z.int() }),
  suite: z.literal(1),
  vaultId: z.base64(),
  epoch: z.int(),
  /** Epoch of the data key whose files count (data-home.ts); absent for the ledger's first key. */
  home: z.int().min(1).optional(),
  createdAt: z.string(),
  slots: z.array(keySlotSchema).min(1).max(20),
});
export type KeyHeader = z.infer<typeof keyHeaderSchema>;

export type KeyFileReading =
  | {
      readonly kind: 'read';
      readonly header: KeyHeader;
      readonly bytes: Buffer;
      readonly mac: Buffer;
      /** Of a newer program, and still laid out as this one knows it: it may be looked at. */
      readonly isNewer: boolean;
    }
  /** Of a newer program, and laid out in a way nobody here knows. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/** `DJK1 ‖ length4 ‖ JSON ‖ SHA-256 ‖ HMAC`: the digest tells damage, the HMAC tells tampering. */
export function encodeKeyFile(header: KeyHeader, dataKey: Buffer): Buffer {
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  const bytes = Buffer.concat([magic, length, json]);
  return Buffer.concat([bytes, sha256(bytes), macOf(bytes, dataKey)]);
}

export function decodeKeyFile(file: Buffer): KeyFileReading {
  if (file.length < 8 || !file.subarray(0, 4).equals(magic)) return { kind: 'damaged' };
  const end = 8 + file.readUInt32BE(4);
  if (end > largestHeader || file.length < end + 2 * digestLength) return { kind: 'damaged' };
  const bytes = file.subarray(0, end);
  if (!isSame(sha256(bytes), file.subarray(end, end + digestLength))) return { kind: 'damaged' };
  const json: unknown = JSON.parse(bytes.subarray(8).toString('utf8'));
  const format = formatSchema.safeParse(json);
  const isNewer = format.success && format.data.format.major > supportedMajor;
  const header = keyHeaderSchema.safeParse(json);
  if (!header.success) return { kind: isNewer ? 'newer' : 'damaged' };
  return {
    kind: 'read',
    header: header.data,
    bytes,
    mac: file.subarray(end + digestLength, end + 2 * digestLength),
    isNewer,
  };
}

/** Key commitment: GCM alone would let one wrapped key open under two passphrases. */
export function isKeyFileGenuine(
  reading: Extract<KeyFileReading, { kind: 'read' }>,
  dataKey: Buffer,
): boolean {
  return isSame(macOf(reading.bytes, dataKey), reading.mac);
}

function macOf(bytes: Buffer, dataKey: Buffer): Buffer {
  return hmac(deriveKey(dataKey, Buffer.alloc(0), 'hdr'), bytes);
}
