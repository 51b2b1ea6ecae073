import { deriveKey } from './derive';

const characters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const checkLength = 6;
const identityPrefix = 'age-secret-key-';

/** The age identity that the recovery sheet stands for: whoever holds the sheet opens every backup. */
export function identityOfRecoveryCode(code: string): string {
  const secret = deriveKey(Buffer.from(code, 'ascii'), Buffer.alloc(0), 'backup-identity');
  return encodeBech32(identityPrefix, secret).toUpperCase();
}

/** BIP 173, as age writes its keys. */
export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  const values = toFiveBits(bytes);
  const check = checkOf([...expand(prefix), ...values, ...new Array<number>(checkLength).fill(0)]);
  const tail = Array.from(
    { length: checkLength },
    (_, index) => (check >>> (5 * (5 - index))) & 31,
  );
  return `${prefix}1${[...values, ...tail].map((value) => characters.charAt(value)).join('')}`;
}

function toFiveBits(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let carried = 0;
  let bits = 0;
  for (const byte of bytes) {
    carried = ((carried << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) values.push((carried >>> (bits - 5)) & 31);
  }
  if (bits > 0) values.push((carried << (5 - bits)) & 31);
  return values;
}

function expand(prefix: string): number[] {
  const codes = [...prefix].map((character) => character.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
}

function checkOf(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [index, term] of generator.entries()) if ((top >>> index) & 1) check ^= term;
  }
  return (check ^ 1) >>> 0;
}
