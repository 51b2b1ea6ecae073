import { expect, it } from 'vitest';
import type { OpenReport } from '../../../../src/main/vault/ledger/open-ledger';
import { missingWords, reportNotices } from '../../../../src/main/vault/use-cases/ledger-words';

const history = { entries: () => [] };
const codes = (report: Partial<OpenReport>) =>
  reportNotices(
    {
      hasTornTail: true,
      missingFrames: 0,
      damagedParts: [],
      gaps: [],
      framesBehind: 0,
      returnedFrames: 0,
      sequence: 1,
      ...report,
    },
    history,
  ).map(({ code }) => code);

it('what was torn off before it was acknowledged is no loss (security.md §6, R-200)', () => {
  expect(codes({})).toEqual(['R-200']);
});

it.each<[string, Partial<OpenReport>, string[]]>([
  ['an older copy, which is held and told by its own bar (R-330)', { framesBehind: 3 }, []],
  ['damage (R-310)', { missingFrames: 2, damagedParts: ['j.2'] }, ['R-310']],
  ['damage and an older copy', { framesBehind: 1, damagedParts: ['j.2'] }, ['R-310']],
])('%s with a torn tail is never called whole', (_words, report, expected) => {
  expect(codes(report)).toEqual(expected);
});

it('R-310 and what holds the ledger never speak of a whole ledger while acts are missing', () => {
  const gaps = [
    { first: 40, last: 41, after: '2026-11-23T01:40:00.000Z', before: '2026-11-23T01:42:00.000Z' },
    { first: 45, last: 45, after: '2026-11-23T01:45:01.000Z', before: '2026-11-23T01:45:02.000Z' },
    { first: 47, last: 47, after: '2026-11-23T01:45:00.000Z', before: '2026-11-24T01:45:00.000Z' },
    { first: 50, last: 50, after: '2026-11-23T01:50:00.000Z' },
  ];
  expect(missingWords({ gaps, missingFrames: 4, framesBehind: 1 })).toBe(
    '缺少 5 条操作：第 41–42 条（11月23日 09:40–09:42 之间）；第 46 条（11月23日 09:45 前后）；第 48 条（11月23日 09:45 至 11月24日 09:45 之间）；第 51 条（11月23日 09:50 之后），请核对补录。',
  );
  expect(missingWords({ gaps: [], missingFrames: 0, framesBehind: 0 })).toBe('全部操作都已读出。');
});
