import { createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const nothing = Buffer.alloc(0);

/** HKDF-SHA256, 32 bytes out. */
export const derive = (secret, salt, purpose) =>
  Buffer.from(hkdfSync('sha256', secret, salt ?? nothing, purpose, 32));

export const isMac = (key, bytes, mac) =>
  timingSafeEqual(createHmac('sha256', key).update(bytes).digest(), mac);

/** `nonce12 ‖ AES-256-GCM ‖ tag16`; undefined where it does not authenticate. */
export function open(key, sealed, aad) {
  if (sealed.length < 28) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  try {
    const plain = decipher.update(sealed.subarray(12, sealed.length - 16));
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}
