import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const nonceLength = 12;
export const tagLength = 16;
export const sealOverhead = nonceLength + tagLength;

/** AES-256-GCM with a random nonce: `nonce ‖ ciphertext ‖ tag`. */
export function seal(key: Buffer, plaintext: Uint8Array, aad: Uint8Array): Buffer {
  return Buffer.concat(sealParts(key, [plaintext], aad));
}

/** The same of a plaintext in pieces, left in pieces: a commit copies its record once and not four times. */
export function sealParts(
  key: Buffer,
  plaintext: readonly Uint8Array[],
  aad: Uint8Array,
): Uint8Array[] {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  const sealed = plaintext.map((piece) => cipher.update(piece));
  return [nonce, ...sealed, cipher.final(), cipher.getAuthTag()];
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
