import { expect, it } from 'vitest';
import type { OpenReport } from '../../../../src/main/vault/ledger/open-ledger';
import { reportNotices } from '../../../../src/main/vault/use-cases/ledger-words';

const history = { entries: () => [] };
const codes = (report: Partial<OpenReport>) =>
  reportNotices(
    {
      hasTornTail: true,
      missingFrames: 0,
      damagedParts: [],
      framesBehindAnchor: 0,
      sequence: 1,
      ...report,
    },
    history,
  ).map(({ code }) => code);

it('what was torn off before it was acknowledged is no loss (security.md §6, R-200)', () => {
  expect(codes({})).toEqual(['R-200']);
});

it.each<[string, Partial<OpenReport>, string[]]>([
  ['an older copy (R-330)', { framesBehindAnchor: 3 }, ['R-330']],
  ['damage (R-310)', { missingFrames: 2, damagedParts: ['j.2'] }, ['R-310']],
])('%s with a torn tail is never called whole', (_words, report, expected) => {
  expect(codes(report)).toEqual(expected);
});
