import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeBack } from '../../../src/core/records/take-back';

describe('taking a change back', () => {
  it.each([
    { because: 'nothing was typed since', now: { a: 2, b: 2 }, back: { a: 1 } },
    { because: 'another field was typed since', now: { a: 2, b: 2, c: 3 }, back: { a: 1, c: 3 } },
    { because: 'the field itself was typed over', now: { a: 9, b: 2 }, back: { a: 9 } },
    { because: 'all of it was typed over', now: { a: 9, b: 9 }, back: undefined },
    { because: 'the record is gone', now: null, back: undefined },
  ])('gives $back when $because', ({ now, back }) => {
    expect(takeBack({ a: 1 }, { a: 2, b: 2 }, now)).toEqual(back);
  });

  it('looks into facts of a dossier one by one', () => {
    const before = { dossier: { appliedOn: '2025-01-01' } };
    const after = { dossier: { appliedOn: '2025-02-01', talkedOn: '2025-02-09' } };
    const now = {
      dossier: { appliedOn: '2025-02-01', talkedOn: '2025-02-10', activistOn: '2026-01-01' },
    };
    expect(takeBack(before, after, now)).toEqual({
      dossier: { appliedOn: '2025-01-01', talkedOn: '2025-02-10', activistOn: '2026-01-01' },
    });
  });

  it('keeps a record that was made by the change and touched since', () => {
    expect(takeBack(null, { a: 1 }, { a: 1, b: 2 })).toBeUndefined();
    expect(takeBack(null, { a: 1 }, { a: 1 })).toBeNull();
  });

  it('restores any record that was left as the change made it', () => {
    const fields = fc.dictionary(fc.string({ maxLength: 4 }), fc.oneof(fc.integer(), fc.string()), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        expect(takeBack(before, after, structuredClone(after))).toEqual(before);
      }),
    );
  });
});
