import { createHmac, hash, hkdfSync, timingSafeEqual } from 'node:crypto';

export const keyLength = 32;

/** HKDF-SHA256 to a 32-byte key; `purpose` keeps keys of different files and uses apart. */
export function deriveKey(secret: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, purpose, keyLength));
}

/** Pieces are laid side by side here before they are hashed; larger ones get room of their own. */
const room = Buffer.allocUnsafeSlow(64 * 1024);

/** One call for all pieces: a hash object for each frame would cost more than its hashing. */
export function sha256(...parts: readonly Uint8Array[]): Buffer {
  const [only] = parts;
  const whole = parts.length === 1 && only !== undefined ? only : sideBySide(parts);
  return hash('sha256', whole, 'buffer');
}

function sideBySide(parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length > room.length) return Buffer.concat(parts);
  let end = 0;
  for (const part of parts) {
    room.set(part, end);
    end += part.length;
  }
  return room.subarray(0, length);
}

export function hmac(key: Buffer, bytes: Uint8Array): Buffer {
  return createHmac('sha256', key).update(bytes).digest();
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
