import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const nonceLength = 12;
export const tagLength = 16;
export const sealOverhead = nonceLength + tagLength;

/** AES-256-GCM with a random nonce: `nonce ‖ ciphertext ‖ tag`. */
export function seal(key: Buffer, plaintext: Uint8Array, aad: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafe(plaintext.length + sealOverhead);
  sealInto(sealed, { key, plaintext, aad });
  return sealed;
}

/** The same into memory that is there already, `sealOverhead` bytes longer than the plaintext. */
export function sealInto(
  target: Buffer,
  { key, plaintext, aad }: { key: Buffer; plaintext: Uint8Array; aad: Uint8Array },
): void {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  target.set(nonce, 0);
  target.set(cipher.update(plaintext), nonceLength);
  // A stream mode: `final` has nothing to add but the tag.
  cipher.final();
  target.set(cipher.getAuthTag(), nonceLength + plaintext.length);
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
