import { describe, expect, it } from 'vitest';
import { isOnRecord, paperChecklist, paperList } from '../../../src/core/development/paper-list';
import { papersOf } from '../../../src/core/development/paper-kinds';

describe('the checklist of papers', () => {
  it('has a row for every listed paper, also where nothing is on record', () => {
    const rows = paperChecklist([]);
    expect(rows.map(({ paper }) => paper.kind)).toEqual(paperList.map(({ kind }) => kind));
    expect(rows.some(({ paper }) => isOnRecord(paper))).toBe(false);
  });

  it('keeps every paper on record, numbered ones under their name and strange ones at the end', () => {
    const papers = [
      { kind: '培养教育考察登记表（第一次）', state: 'original' as const },
      { kind: '培养教育考察登记表（第二次）', state: 'copy' as const },
      { kind: '志愿服务证明', pages: 2 },
    ];
    const rows = paperChecklist(papers);
    const kept = rows.filter(({ paper }) => isOnRecord(paper)).map(({ paper }) => paper);
    expect(kept).toEqual(papers);
    expect(rows.at(-1)).toEqual({ entry: undefined, paper: papers[2] });
    expect(rows).toHaveLength(paperList.length + 2);
  });

  it('has its steps in order and no name twice', () => {
    const steps = paperList.map(({ step }) => step);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(new Set(paperList.map(({ kind }) => kind)).size).toBe(paperList.length);
  });

  it('step 16: the committee talk is not taken for the talk with the applicant', () => {
    const papers = [{ kind: '党委派人谈话记录' }, { kind: '入党申请人谈话记录' }];
    expect(papersOf({ papers }, 'applicantTalk')).toEqual([{ kind: '入党申请人谈话记录' }]);
  });
});
