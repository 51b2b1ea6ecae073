import { createHmac, hash, hkdfSync, timingSafeEqual } from 'node:crypto';

export const keyLength = 32;

/** HKDF-SHA256 to a 32-byte key; `purpose` keeps keys of different files and uses apart. */
export function deriveKey(secret: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, purpose, keyLength));
}

/** One call for one piece: a hash object for each frame would cost more than its hashing. */
export function sha256(...parts: readonly Uint8Array[]): Buffer {
  const [only] = parts;
  return hash(
    'sha256',
    parts.length === 1 && only !== undefined ? only : Buffer.concat(parts),
    'buffer',
  );
}

export function hmac(key: Buffer, bytes: Uint8Array): Buffer {
  return createHmac('sha256', key).update(bytes).digest();
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
