import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calibrate,
  kdfDefault,
  kdfFloor,
  type KdfCost,
} from '../../../../src/main/vault/crypto/passphrase-kdf';

const mebibytes = (count: number) => count * 1024;
/** A machine on which a derivation takes as long as its memory times its passes. */
const machine = (millisecondsOfDefault: number) => (cost: KdfCost) =>
  Promise.resolve(
    (millisecondsOfDefault * cost.memoryKiB * cost.passes) /
      (kdfDefault.memoryKiB * kdfDefault.passes),
  );

describe('calibration (security.md §3.2: half a second to one, memory first, then passes)', () => {
  it.each([
    { machineTakes: 2400, expected: kdfFloor, because: 'a slow machine gets the floor, not less' },
    { machineTakes: 700, expected: kdfDefault, because: 'the default is right here' },
    { machineTakes: 300, expected: { memoryKiB: mebibytes(256), passes: 3 }, because: 'memory' },
    { machineTakes: 120, expected: { memoryKiB: mebibytes(256), passes: 7 }, because: 'passes' },
    { machineTakes: 5, expected: { memoryKiB: mebibytes(256), passes: 8 }, because: 'a ceiling' },
  ])('where the default takes $machineTakes ms: $because', async ({ machineTakes, expected }) => {
    expect(await calibrate(machine(machineTakes))).toEqual(expected);
  });

  it('keeps the default where twice the memory takes more than twice the time', async () => {
    const cost = await calibrate(({ memoryKiB }) =>
      Promise.resolve(memoryKiB > kdfDefault.memoryKiB ? 1_570 : 480),
    );
    expect(cost).toEqual(kdfDefault);
  });

  it('never goes below the floor nor above what a reader accepts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0.01, max: 60_000, noNaN: true }), async (takes) => {
        const { memoryKiB, passes } = await calibrate(machine(takes));
        expect(memoryKiB).toBeGreaterThanOrEqual(kdfFloor.memoryKiB);
        expect(passes).toBeGreaterThanOrEqual(kdfFloor.passes);
        expect(memoryKiB).toBeLessThanOrEqual(mebibytes(1024));
        expect(passes).toBeLessThanOrEqual(16);
      }),
    );
  });
});
