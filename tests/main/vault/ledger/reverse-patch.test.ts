import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordChange } from '../../../../src/core/records/change';
import { applyReverse, reversePatch } from '../../../../src/main/vault/ledger/reverse-patch';

type Json = RecordChange['after'];
const record = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'toString'), fc.jsonValue({ maxDepth: 3 }))
  // Schemas and the import jail let no such key into a record.
  .filter((value) => !JSON.stringify(value).includes('__proto__'))
  .map((value) => JSON.parse(JSON.stringify(value)) as Json);

describe('reversePatch', () => {
  it('gives back exactly what was there before, whatever was edited', () => {
    fc.assert(
      fc.property(record, record, (before, after) => {
        const patch = reversePatch(before, after);
        if (patch === undefined) throw new Error('two objects always have a patch');
        const stored = JSON.parse(JSON.stringify(patch)) as typeof patch;
        expect(applyReverse(after, stored)).toEqual(before);
      }),
      { numRuns: 1_000 },
    );
  });

  it('holds only what differs', () => {
    const before = {
      name: '测一',
      dossier: { appliedOn: '2026-01-31', reviewedOn: ['2026-05-01'] },
    };
    const after = { ...before, dossier: { ...before.dossier, talkedOn: '2026-02-28' } };
    expect(reversePatch(before, after)).toEqual({ inner: { dossier: { drop: ['talkedOn'] } } });
  });

  it('leaves a record that is new to be written whole', () => {
    expect(reversePatch(null, { name: '测一' })).toBeUndefined();
  });
});
