import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestLawful } from '../../../src/core/development/backfill';
import type { Dossier } from '../../../src/core/records/dossier';
import { anyDossier } from '../../support/any-dossier';

const options = { today: '2026-11-23' } as const;
const daysOf = (dossier: Dossier) =>
  Object.fromEntries(latestLawful(dossier, options).map(({ fact, on }) => [fact, on]));

describe('a past roster, backwards to the latest lawful days', () => {
  it.each<[string, Dossier, Record<string, string>]>([
    [
      'three days of training and the year before them lie before the meeting (14#13, 14#18)',
      { meeting: { on: '2020-06-20' } },
      { activist: '2019-06-18', talked: '2019-06-18', targetDiscussed: '2020-06-18' },
    ],
    [
      '29 February: its year is not full on 28 February of the next, so the day before is the last',
      { targetDiscussedOn: '2021-02-28' },
      { activist: '2020-02-28' },
    ],
    [
      'under the text of 2026 the notice of five working days is asked as well (26#13)',
      { meeting: { on: '2026-10-20' } },
      { noticeUntil: '2026-10-17' },
    ],
  ])('%s', (_title, dossier, expected) => {
    expect(daysOf(dossier)).toMatchObject(expected);
  });

  it('a month alone bounds nothing, and without a later fact nothing is reckoned', () => {
    expect(latestLawful({ meeting: { on: '2020-06' } }, options)).toEqual([]);
    expect(latestLawful({ appliedOn: '2020-06-20' }, options)).toEqual([]);
  });

  it('names only facts that nobody typed, and changes none', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const before = structuredClone(dossier);
        const rows = latestLawful(dossier, options);
        expect(dossier).toEqual(before);
        for (const { fact } of rows) {
          if (fact === 'activist') expect(dossier.activistOn).toBeUndefined();
          if (fact === 'applied') expect(dossier.appliedOn).toBeUndefined();
        }
      }),
    );
  });
});
