import type { Dossier } from '../records/dossier';

export type Paper = NonNullable<Dossier['papers']>[number];

export type PaperEntry = {
  readonly step: number;
  /** The paper's name; a numbered one (第一次) begins with it. */
  readonly kind: string;
  /** Number in 广西《发展党员工作手册》, where that handbook has a form for it (rules §5.13). */
  readonly form?: string;
};

/** Papers each of the 25 steps leaves behind (rules.md §1, names as in §5.12 and §5.13). */
export const paperList: readonly PaperEntry[] = [
  { step: 1, kind: '入党申请书', form: '1-1' },
  { step: 2, kind: '入党申请人谈话记录', form: '1-2' },
  { step: 3, kind: '推荐入党积极分子登记表', form: '2-1' },
  { step: 3, kind: '确定入党积极分子会议记录' },
  { step: 4, kind: '入党积极分子备案表', form: '2-3' },
  { step: 6, kind: '思想汇报', form: '2-5' },
  { step: 6, kind: '培养教育考察登记表', form: '2-6' },
  { step: 7, kind: '听取意见记录' },
  { step: 7, kind: '确定发展对象会议记录', form: '3-2' },
  { step: 8, kind: '发展对象备案报告', form: '3-1' },
  { step: 8, kind: '发展对象备案批复' },
  { step: 8, kind: '发展对象公示', form: '3-3' },
  { step: 8, kind: '公示情况登记表', form: '3-4' },
  { step: 9, kind: '入党介绍人登记' },
  { step: 10, kind: '自传', form: '3-6' },
  { step: 10, kind: '政治审查函调信', form: '3-7' },
  { step: 10, kind: '政审函调回函', form: '3-8' },
  { step: 10, kind: '综合政审报告', form: '3-9' },
  { step: 11, kind: '集中培训登记表', form: '3-11' },
  { step: 12, kind: '支委会审查记录' },
  { step: 13, kind: '党委预审请示', form: '4-1' },
  { step: 13, kind: '党委预审意见', form: '4-2' },
  { step: 14, kind: '入党志愿书', form: '4-3' },
  { step: 15, kind: '党员大会会议记录', form: '4-4' },
  { step: 15, kind: '票决汇总表' },
  { step: 16, kind: '党委派人谈话记录' },
  { step: 17, kind: '党委审批请示', form: '4-5' },
  { step: 17, kind: '党委审批批复', form: '4-6' },
  { step: 18, kind: '预备党员备案报告', form: '4-7' },
  { step: 20, kind: '入党宣誓记录' },
  { step: 21, kind: '预备党员考察登记表' },
  { step: 22, kind: '转正申请书', form: '5-2' },
  { step: 23, kind: '转正审查登记表', form: '5-1' },
  { step: 23, kind: '转正公示', form: '5-3' },
  { step: 23, kind: '转正大会会议记录' },
  { step: 24, kind: '转正请示', form: '5-7' },
  { step: 24, kind: '转正批复', form: '5-10' },
  { step: 25, kind: '档案完整性审核意见', form: '5-12' },
  { step: 25, kind: '党员档案材料清单', form: '5-13' },
];

export type ChecklistRow = {
  /** `undefined` for a paper the list does not know. */
  readonly entry: PaperEntry | undefined;
  readonly paper: Paper;
};

/**
 * The list filled with what is on record: one row per paper kept, one empty row for a listed paper nobody entered,
 * papers under other names at the end. Nothing on record is left out.
 */
export function paperChecklist(papers: readonly Paper[]): ChecklistRow[] {
  const left = new Set(papers);
  const listed = paperList.flatMap((entry): ChecklistRow[] => {
    const kept = [...left].filter(({ kind }) => kind.startsWith(entry.kind));
    for (const paper of kept) left.delete(paper);
    return kept.length > 0
      ? kept.map((paper) => ({ entry, paper }))
      : [{ entry, paper: { kind: entry.kind } }];
  });
  return [...listed, ...[...left].map((paper) => ({ entry: undefined, paper }))];
}

/** Whether anything but its name is known of a paper; an empty row is not stored. */
export function isOnRecord({ kind: _kind, ...rest }: Paper): boolean {
  return Object.values(rest).some((value) => value !== undefined);
}
