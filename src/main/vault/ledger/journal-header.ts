import { randomBytes } from 'node:crypto';
import { deriveKey, hmac, isSame } from '../crypto/derive';
import { hashLength } from './frame';

const magic = Buffer.from('DJJ1', 'ascii');
const saltLength = 32;
const vaultIdLength = 16;

export const journalHeaderLength = 4 + 4 + vaultIdLength + 8 + hashLength + saltLength + 32;

/** Where a journal begins: its number, the sequence of its first frame, and the chain hash before it. */
export type JournalStart = {
  readonly fileNumber: number;
  readonly sequence: number;
  readonly prevHash: Buffer;
};

/** `DJJ1 ‖ number4 ‖ vaultId16 ‖ sequence8 ‖ prevHash32 ‖ salt32 ‖ HMAC32`. */
export function encodeJournalHeader(
  start: JournalStart,
  dataKey: Buffer,
  vaultId: Buffer,
): { bytes: Buffer; key: Buffer } {
  const numbers = Buffer.alloc(4);
  numbers.writeUInt32BE(start.fileNumber);
  const sequence = Buffer.alloc(8);
  sequence.writeBigUInt64BE(BigInt(start.sequence));
  const salt = randomBytes(saltLength);
  const body = Buffer.concat([magic, numbers, vaultId, sequence, start.prevHash, salt]);
  return {
    bytes: Buffer.concat([body, hmac(deriveKey(dataKey, salt, 'jrnl-header'), body)]),
    key: deriveKey(dataKey, salt, 'jrnl'),
  };
}

export function decodeJournalHeader(
  file: Buffer,
  dataKey: Buffer,
  vaultId: Buffer,
): (JournalStart & { readonly key: Buffer }) | undefined {
  if (file.length < journalHeaderLength || !file.subarray(0, 4).equals(magic)) return undefined;
  const body = file.subarray(0, journalHeaderLength - 32);
  const salt = body.subarray(body.length - saltLength);
  const mac = file.subarray(journalHeaderLength - 32, journalHeaderLength);
  if (!isSame(hmac(deriveKey(dataKey, salt, 'jrnl-header'), body), mac)) return undefined;
  if (!isSame(body.subarray(8, 8 + vaultIdLength), vaultId)) return undefined;
  const sequenceAt = 8 + vaultIdLength;
  return {
    fileNumber: body.readUInt32BE(4),
    sequence: Number(body.readBigUInt64BE(sequenceAt)),
    prevHash: Buffer.from(body.subarray(sequenceAt + 8, sequenceAt + 8 + hashLength)),
    key: deriveKey(dataKey, salt, 'jrnl'),
  };
}
