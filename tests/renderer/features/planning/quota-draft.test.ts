import { describe, expect, it } from 'vitest';
import { isBadCount, readEntries } from '../../../../src/renderer/features/planning/quota-draft';

const use = { admitted: 1, inProgress: 0, newGroups: 0 };
const rows = [
  { ...use, planned: 4, areaId: 's1', areaName: '云深街道', branchId: '', branchName: '' },
  { ...use, planned: 0, areaId: 's1', areaName: '云深街道', branchId: 'b1', branchName: '支部' },
];

describe('figures typed on the plan', () => {
  it('saves only what changed, the street without a branch', () => {
    expect(readEntries(rows, { 's1/': '6', 's1/b1': '0' })).toEqual([{ areaId: 's1', count: 6 }]);
    expect(readEntries(rows, { 's1/b1': '2' })).toEqual([
      { areaId: 's1', branchId: 'b1', count: 2 },
    ]);
  });

  it.each([
    ['', true],
    ['-1', true],
    ['1.5', true],
    ['十', true],
    [' 12 ', false],
  ])('%s is bad: %s', (text, isBad) => expect(isBadCount(text)).toBe(isBad));
});
