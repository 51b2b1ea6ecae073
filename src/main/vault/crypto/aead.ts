import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const nonceLength = 12;
export const tagLength = 16;
export const sealOverhead = nonceLength + tagLength;
/** As much as is sealed or read at one go where others wait: about a millisecond. */
export const pieceLength = 1024 * 1024;

/** AES-256-GCM with a random nonce: `nonce ‖ ciphertext ‖ tag`. */
export function seal(key: Buffer, plaintext: Uint8Array, aad: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafe(plaintext.length + sealOverhead);
  sealInto(sealed, { key, plaintext, aad });
  return sealed;
}

function beginSealing(key: Buffer, aad: Uint8Array) {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  return { nonce, cipher };
}

/** The same into memory that is there already, `sealOverhead` bytes longer than the plaintext. */
export function sealInto(
  target: Buffer,
  { key, plaintext, aad }: { key: Buffer; plaintext: Uint8Array; aad: Uint8Array },
): void {
  const { nonce, cipher } = beginSealing(key, aad);
  target.set(nonce, 0);
  target.set(cipher.update(plaintext), nonceLength);
  // A stream mode: `final` has nothing to add but the tag.
  cipher.final();
  target.set(cipher.getAuthTag(), nonceLength + plaintext.length);
}

/** The same piece by piece, for whoever has other things to do in between. */
export function* sealPieces(
  key: Buffer,
  plaintext: Iterable<Uint8Array>,
  aad: Uint8Array,
): Generator<Uint8Array> {
  const { nonce, cipher } = beginSealing(key, aad);
  yield nonce;
  for (const piece of plaintext) yield cipher.update(piece);
  cipher.final();
  yield cipher.getAuthTag();
}

/** The plaintext, or `undefined` where key, bytes or context do not belong together. */
export function unseal(key: Buffer, sealed: Uint8Array, aad: Uint8Array): Buffer | undefined {
  if (sealed.length < sealOverhead) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength));
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  try {
    const plaintext = decipher.update(sealed.subarray(nonceLength, sealed.length - tagLength));
    const rest = decipher.final();
    return rest.length === 0 ? plaintext : Buffer.concat([plaintext, rest]);
  } catch {
    // GCM has one way to say no; the caller decides whether that is a torn tail, damage or a wrong key.
    return undefined;
  }
}

/**
 * The plaintext piece by piece, for whoever has other things to do in between. Whether it is genuine is known at
 * the end only, and returned there.
 * @param sealed.read the sealed bytes from a place on
 */
export function* unsealPieces(
  key: Buffer,
  sealed: { readonly read: (at: number, length: number) => Buffer; readonly length: number },
  aad: Uint8Array,
): Generator<Buffer, boolean> {
  if (sealed.length < sealOverhead) return false;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.read(0, nonceLength));
  const end = sealed.length - tagLength;
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.read(end, tagLength));
  for (let at = nonceLength; at < end; at += pieceLength)
    yield decipher.update(sealed.read(at, Math.min(pieceLength, end - at)));
  try {
    decipher.final();
    return true;
  } catch {
    return false;
  }
}
