import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpretWorkbook } from '../../../src/core/intake/interpret-workbook';
import { parseFile } from '../../../src/main/parser/parse-file';

const folder = join(import.meta.dirname, '../../fixtures/workbooks');
const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(xlsx|xls|csv)$/.test(name),
);

const fault = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'zero', 'insert'),
  /** Place in the file, as a share of its length. */
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  byte: fc.integer({ min: 0, max: 255 }),
});

function damage(
  bytes: Buffer,
  { kind, at, byte }: { kind: string; at: number; byte: number },
): Buffer {
  const place = Math.max(0, Math.min(bytes.length - 1, Math.floor(at * bytes.length)));
  if (kind === 'cut') return bytes.subarray(0, place);
  if (kind === 'insert') {
    return Buffer.concat([bytes.subarray(0, place), Buffer.from([byte]), bytes.subarray(place)]);
  }
  const copy = Buffer.from(bytes);
  if (kind === 'zero') copy.fill(0, place, Math.min(copy.length, place + 64));
  else copy[place] = byte;
  return copy;
}

describe('files damaged anywhere', () => {
  it.each(samples)('either reads %s or refuses it with a code, and never throws', async (name) => {
    const bytes = readFileSync(join(folder, name));
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 4 }), async (faults) => {
        const outcome = await parseFile(name, faults.reduce(damage, bytes));
        if (!outcome.ok) {
          expect(outcome.refusal.code).toBe('I-701');
          return;
        }
        const { counts } = interpretWorkbook(outcome.workbook, { today: '2026-11-23' });
        expect(counts.ok + counts.warn + counts.reject + counts.skip).toBe(counts.rowsAfterHeader);
      }),
      { numRuns: 150 },
    );
  });
});
