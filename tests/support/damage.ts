import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeKeyFile, encodeKeyFile } from '../../src/main/vault/crypto/key-file';
import { openWithPassphrase } from '../../src/main/vault/crypto/key-slots';
import { deriveHere } from './ledger-kit';

/** Every file of a ledger byte for byte, but the door's plain counter. */
export function bytesIn(ledger: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(ledger, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'DOOR')
      .map(({ name }) => [name, readFileSync(join(ledger, name)).toString('base64')]),
  );
}

/** As a newer program would have written the header: its number, and a field nobody here knows. */
export async function rewriteFormat(
  ledger: string,
  passphrase: string,
  format: { readonly major: number; readonly minor: number },
  more: { readonly [field: string]: unknown } = { later: 'unknown' },
): Promise<void> {
  const reading = decodeKeyFile(readFileSync(join(ledger, 'KEYS.A')));
  if (reading.kind !== 'read') throw new Error(reading.kind);
  const secret = { passphrase: new TextEncoder().encode(passphrase) };
  const opened = await openWithPassphrase(reading.header, secret, deriveHere);
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  const bytes = encodeKeyFile({ ...reading.header, format, ...more }, opened.dataKey);
  for (const name of ['KEYS.A', 'KEYS.B']) writeFileSync(join(ledger, name), bytes);
}

/** Journals of a ledger, oldest first. */
export function journalsIn(ledger: string): string[] {
  return readdirSync(ledger)
    .filter((name) => /^j\.\d+$/.test(name))
    .sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)))
    .map((name) => join(ledger, name));
}

/** One bit of a file turned over, as a bad sector does it. */
export function flipBit(path: string, place: number): void {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
  writeFileSync(path, bytes);
}
