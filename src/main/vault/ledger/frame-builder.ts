import { brotliCompressSync, constants } from 'node:zlib';
import { sealInto, sealOverhead } from '../crypto/aead';
import { sha256 } from '../crypto/derive';
import { compressedFlag, contextOf, hashLength, lengthBytes } from './frame';

const compressFrom = 8 * 1024;
const usualRoom = 64 * 1024;
const keptRoom = 1024 * 1024;
const bytesPerCharacter = 3;
const headLength = hashLength + 1;

/** Where the ledger stands between two frames. */
export type ChainEnd = { readonly sequence: number; readonly hash: Buffer };

/**
 * Builds the frames of one append one behind the other, in memory that the next append uses again: a commit
 * makes new large buffers for nothing but its ciphertext.
 */
export class FrameBuilder {
  #plaintext: Buffer = Buffer.allocUnsafeSlow(usualRoom);
  #frames: Buffer = Buffer.allocUnsafeSlow(usualRoom);

  constructor(
    private readonly key: Buffer,
    private readonly fileNumber: number,
  ) {}

  /** The bytes are good until the next call. */
  build(payloads: readonly string[], from: ChainEnd): { bytes: Buffer; end: ChainEnd } {
    this.#shrink();
    let length = 0;
    let { sequence, hash } = from;
    for (const payload of payloads) {
      const size = this.#add(length, payload, { sequence, hash });
      hash = this.#chain(hash, this.#frames.subarray(length, length + size));
      length += size;
      sequence += 1;
    }
    return { bytes: this.#frames.subarray(0, length), end: { sequence, hash } };
  }

  /**
   * `length4 ‖ nonce12 ‖ GCM(prevHash32 ‖ flags1 ‖ payload) ‖ tag16`, AAD = length ‖ file number ‖ sequence.
   * The previous hash sits inside, so frames after a bad one can still be read and counted.
   */
  #add(offset: number, payload: string, { sequence, hash }: ChainEnd): number {
    const plaintext = this.#plaintextOf(payload, hash);
    const sealedLength = plaintext.length + sealOverhead;
    const size = lengthBytes + sealedLength;
    this.#frames = withRoom(this.#frames, offset, offset + size);
    this.#frames.writeUInt32BE(sealedLength, offset);
    const start = offset + lengthBytes;
    const aad = contextOf(this.#frames.subarray(offset, start), this.fileNumber, sequence);
    sealInto(this.#frames.subarray(start, offset + size), { key: this.key, plaintext, aad });
    return size;
  }

  #plaintextOf(payload: string, hash: Buffer): Buffer {
    const needed = headLength + payload.length * bytesPerCharacter;
    this.#plaintext = withRoom(this.#plaintext, 0, needed);
    const end = headLength + this.#plaintext.write(payload, headLength, 'utf8');
    this.#plaintext.set(hash, 0);
    this.#plaintext[hashLength] = 0;
    if (end - headLength < compressFrom) return this.#plaintext.subarray(0, end);
    const compressed = brotliCompressSync(this.#plaintext.subarray(headLength, end), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
    });
    return Buffer.concat([hash, Buffer.of(compressedFlag), compressed]);
  }

  /** Hash of `previous ‖ frame`; the room of the plaintext, which is sealed by now, holds the two side by side. */
  #chain(previous: Buffer, frame: Buffer): Buffer {
    const length = hashLength + frame.length;
    this.#plaintext = withRoom(this.#plaintext, 0, length);
    this.#plaintext.set(previous, 0);
    this.#plaintext.set(frame, hashLength);
    return sha256(this.#plaintext.subarray(0, length));
  }

  /** Room for one large transaction is not kept for ever. */
  #shrink(): void {
    if (this.#plaintext.length > keptRoom) this.#plaintext = Buffer.allocUnsafeSlow(usualRoom);
    if (this.#frames.length > keptRoom) this.#frames = Buffer.allocUnsafeSlow(usualRoom);
  }
}

/** The buffer itself, or a larger one that holds what was used of it. */
function withRoom(buffer: Buffer, used: number, needed: number): Buffer {
  if (needed <= buffer.length) return buffer;
  const larger = Buffer.allocUnsafeSlow(Math.max(needed, buffer.length * 2));
  buffer.copy(larger, 0, 0, used);
  return larger;
}
