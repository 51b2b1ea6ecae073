import { brotliDecompressSync } from 'node:zlib';
import { sealOverhead, unseal } from '../crypto/aead';
import { sha256 } from '../crypto/derive';

export const hashLength = 32;
export const lengthBytes = 4;
export const compressedFlag = 1;

/** Above this a frame would be no frame of ours: large transactions travel in parts. */
export const largestFrame = 16 * 1024 * 1024;
const smallestFrame = sealOverhead + hashLength + 1;

export type Frame = {
  readonly payload: Buffer;
  readonly prevHash: Buffer;
  /** Whole frame in the file, length field included. */
  readonly size: number;
  readonly hash: Buffer;
};

/** The frame at `offset`, or `undefined` where the bytes there are not frame `sequence` of this file. */
export function decodeFrame(
  file: Buffer,
  offset: number,
  context: { readonly key: Buffer; readonly fileNumber: number; readonly sequence: number },
): Frame | undefined {
  const length = frameLengthAt(file, offset);
  if (length === undefined) return undefined;
  const size = lengthBytes + length;
  const bytes = file.subarray(offset, offset + size);
  const aad = contextOf(bytes.subarray(0, lengthBytes), context.fileNumber, context.sequence);
  const plaintext = unseal(context.key, bytes.subarray(lengthBytes), aad);
  if (plaintext === undefined) return undefined;
  const prevHash = Buffer.from(plaintext.subarray(0, hashLength));
  const body = plaintext.subarray(hashLength + 1);
  const isCompressed = (plaintext[hashLength] ?? 0) === compressedFlag;
  return {
    payload: isCompressed ? brotliDecompressSync(body) : body,
    prevHash,
    size,
    hash: sha256(prevHash, bytes),
  };
}

/** Length of the sealed part at `offset` if it could be a whole frame. */
export function frameLengthAt(file: Buffer, offset: number): number | undefined {
  if (offset + lengthBytes > file.length) return undefined;
  const length = file.readUInt32BE(offset);
  const fits = offset + lengthBytes + length <= file.length;
  return fits && length >= smallestFrame && length <= largestFrame ? length : undefined;
}

/** What a frame is bound to: its length, its file and its place in the ledger's life. */
export function contextOf(length: Uint8Array, fileNumber: number, sequence: number): Buffer {
  const aad = Buffer.alloc(16);
  aad.set(length, 0);
  aad.writeUInt32BE(fileNumber, 4);
  aad.writeBigUInt64BE(BigInt(sequence), 8);
  return aad;
}
