import { describe, expect, it } from 'vitest';
import {
  draftPapers,
  isBadDraft,
  readPapers,
} from '../../../../src/renderer/features/people/papers-draft';
import type { Paper } from '../../../../src/core/development/paper-list';

const papers: readonly Paper[] = [
  { kind: '入党申请书', state: 'original', isSigned: true, isHandwritten: true, pages: 3 },
  { kind: '政审报告', state: 'original', isDated: false, statedName: '样例甲', signedBy: '测书记' },
  { kind: '志愿服务证明', state: 'copy', storedAt: '柜 03', datedOn: '2026-05', isSealed: false },
];

describe('the checklist in its fields', () => {
  it('reads back exactly what was on record', () => {
    expect(readPapers(draftPapers(papers))).toEqual(papers);
  });

  it('stores no row that nobody filled in', () => {
    expect(readPapers(draftPapers([]))).toEqual([]);
  });

  it('takes a date as people write it and drops what was emptied', () => {
    const [first, ...others] = draftPapers(papers);
    if (first === undefined) throw new Error('no row');
    const edited = { ...first, datedOn: '2025.1.13', pages: '', isSigned: '' as const };
    expect(readPapers([edited, ...others])[0]).toEqual({
      kind: '入党申请书',
      state: 'original',
      isHandwritten: true,
      datedOn: '2025-01-13',
    });
  });

  it.each([
    [{ pages: '三' }, true],
    [{ pages: '12' }, false],
    [{ datedOn: '2026-02-30' }, true],
    [{ datedOn: '2026年2月' }, false],
  ])('%o is bad: %s', (patch, isBad) => {
    const [row] = draftPapers([]);
    if (row === undefined) throw new Error('no row');
    expect(isBadDraft({ ...row, ...patch })).toBe(isBad);
  });
});
