import { describe, expect, it } from 'vitest';
import type { ImportRow } from '../../../../src/contract/imports';
import { groupIssues } from '../../../../src/renderer/features/imports/group-issues';

const issue = (remedy: string, severity: ImportRow['issues'][number]['severity']) => ({
  code: 'C',
  place: 'C',
  column: '身份证号',
  raw: '1.1E+17',
  why: '末几位已丢失',
  remedy,
  severity,
});
const row = (number: number, issues: ImportRow['issues']): ImportRow => ({
  sheet: '名册',
  row: number,
  verdict: 'reject',
  keyWords: '测一',
  cells: [],
  issues,
});

describe('groupIssues', () => {
  it('puts what stops a row before what only asks to look', () => {
    const rows = [
      row(4, [issue('核对日期', 'warn'), issue('重填身份证号', 'reject')]),
      row(5, [issue('核对日期', 'warn')]),
    ];
    expect(groupIssues(rows).map(({ remedy, entries }) => [remedy, entries.length])).toEqual([
      ['重填身份证号', 1],
      ['核对日期', 2],
    ]);
  });

  it('puts the most frequent act first among equals', () => {
    const rows = [
      row(4, [issue('补名称', 'reject')]),
      row(5, [issue('改代码', 'reject')]),
      row(6, [issue('改代码', 'reject')]),
    ];
    expect(groupIssues(rows)[0]?.remedy).toBe('改代码');
  });

  it('keeps sheet and row with every entry', () => {
    const [group] = groupIssues([row(7, [issue('改代码', 'reject')])]);
    expect(group?.entries[0]).toMatchObject({ sheet: '名册', row: 7, keyWords: '测一' });
  });
});
