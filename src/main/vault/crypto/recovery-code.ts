import { randomInt } from 'node:crypto';
import { sha256 } from './derive';

/** Crockford base32: no I, L, O, U, so that a hand-copied code reads one way only. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretCharacters = 27; // 135 bits
const checkCharacters = 3;
const groupLength = 5;

/** Six groups of five: 135 random bits and a 15-bit check. */
export function createRecoveryCode(): string {
  const secret = Array.from({ length: secretCharacters }, () =>
    alphabet.charAt(randomInt(32)),
  ).join('');
  return secret + checkOf(secret);
}

export function groupsOf(code: string): string[] {
  return code.match(new RegExp(`.{${groupLength}}`, 'g')) ?? [];
}

/** The code as typed by hand, normalised; `undefined` where a character was mistaken or left out. */
export function readRecoveryCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-—–·]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (code.length !== secretCharacters + checkCharacters) return undefined;
  if ([...code].some((character) => !alphabet.includes(character))) return undefined;
  const secret = code.slice(0, secretCharacters);
  return checkOf(secret) === code.slice(secretCharacters) ? code : undefined;
}

function checkOf(secret: string): string {
  const digest = sha256(Buffer.from(secret, 'ascii')).readUInt32BE(0);
  return Array.from({ length: checkCharacters }, (_, index) =>
    alphabet.charAt((digest >>> (5 * index)) & 31),
  ).join('');
}
