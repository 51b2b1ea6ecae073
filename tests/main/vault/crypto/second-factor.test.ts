import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyHeader } from '../../../../src/main/vault/crypto/key-file';
import {
  makePassphraseSlot,
  openWithPassphrase,
} from '../../../../src/main/vault/crypto/key-slots';
import {
  createSecondFactor,
  decodeSecondFactor,
  encodeSecondFactor,
  type SecondFactor,
} from '../../../../src/main/vault/crypto/second-factor';
import { deriveHere, weakCost } from '../../../support/ledger-kit';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const envelope = { vaultId: Buffer.alloc(16, 7).toString('base64') };

async function headerOf(
  ...people: readonly { passphrase: string; factor?: SecondFactor }[]
): Promise<{ header: KeyHeader; dataKey: Buffer }> {
  const dataKey = randomBytes(32);
  const slots = await Promise.all(
    people.map(({ passphrase, ...rest }) =>
      makePassphraseSlot({
        envelope,
        dataKey,
        passphrase: bytesOf(passphrase),
        cost: weakCost,
        derive: deriveHere,
        ...rest,
      }),
    ),
  );
  const format = { major: 1, minor: 0 };
  return {
    header: { format, suite: 1, ...envelope, epoch: 1, createdAt: '2026-11-23T00:00:00Z', slots },
    dataKey,
  };
}

describe('a key file (security.md §3.2, two factors)', () => {
  it('reads back as what was written, also after an editor changed its line ends', () => {
    const factor = createSecondFactor();
    const file = encodeSecondFactor(factor);
    expect(decodeSecondFactor(file)).toEqual(factor);
    const saved = Buffer.from(file.toString('utf8').replaceAll('\n', '\r\n'), 'utf8');
    expect(decodeSecondFactor(saved)).toEqual(factor);
  });

  it('is refused as a whole when one character of its secret or number is another', () => {
    const text = encodeSecondFactor(createSecondFactor()).toString('utf8');
    const from = text.indexOf('id: ');
    fc.assert(
      fc.property(fc.integer({ min: from, max: text.length - 2 }), (at) => {
        const other = text[at] === 'A' ? 'B' : 'A';
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        expect(decodeSecondFactor(Buffer.from(changed, 'utf8'))).toBeUndefined();
      }),
    );
    expect(decodeSecondFactor(Buffer.alloc(5000))).toBeUndefined();
  });
});

describe('a slot that asks for a key file', () => {
  const mine = createSecondFactor();
  const other = createSecondFactor();

  it.each([
    { shown: mine, passphrase: 'right', expected: 'opened' },
    { shown: mine, passphrase: 'wrong', expected: 'wrongPassphrase' },
    { shown: undefined, passphrase: 'right', expected: 'factorMissing' },
    { shown: undefined, passphrase: 'wrong', expected: 'factorMissing' },
    { shown: other, passphrase: 'right', expected: 'factorMissing' },
  ])('answers $expected to $passphrase with the file $shown.id', async (row) => {
    const { header, dataKey } = await headerOf({ passphrase: 'right', factor: mine });
    const credentials = {
      passphrase: bytesOf(row.passphrase),
      ...(row.shown === undefined ? {} : { factor: row.shown }),
    };
    const opened = await openWithPassphrase(header, credentials, deriveHere);
    expect(opened.kind).toBe(row.expected);
    if (opened.kind === 'opened') expect(opened.dataKey.equals(dataKey)).toBe(true);
  });

  it('does not get in the way of a colleague whose slot asks for none', async () => {
    const { header } = await headerOf({ passphrase: 'hers', factor: mine }, { passphrase: 'his' });
    const ask = async (passphrase: string, factor?: SecondFactor) => {
      const shown = factor === undefined ? {} : { factor };
      const credentials = { passphrase: bytesOf(passphrase), ...shown };
      return (await openWithPassphrase(header, credentials, deriveHere)).kind;
    };
    expect(await ask('his')).toBe('opened');
    expect(await ask('his', mine)).toBe('opened');
    expect(await ask('mistyped')).toBe('wrongPassphrase');
    expect(await ask('hers')).toBe('wrongPassphrase');
    expect(await ask('hers', other)).toBe('factorMissing');
  });

  it('is not opened by the passphrase with any other 32 bytes', async () => {
    const { header } = await headerOf({ passphrase: 'right', factor: mine });
    const forged = { ...other, id: mine.id };
    const credentials = { passphrase: bytesOf('right'), factor: forged };
    expect((await openWithPassphrase(header, credentials, deriveHere)).kind).toBe(
      'wrongPassphrase',
    );
  });
});
