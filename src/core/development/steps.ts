import type { Stage } from '../records/person';
import type { FactName } from './facts';

export const phases = [
  { phase: 1, title: '申请入党', short: '申请入党' },
  { phase: 2, title: '入党积极分子的确定和培养教育', short: '积极分子' },
  { phase: 3, title: '发展对象的确定和考察', short: '发展对象' },
  { phase: 4, title: '预备党员的接收', short: '接收' },
  { phase: 5, title: '预备党员的教育考察和转正', short: '预备期' },
] as const;

export type Step = {
  readonly step: number;
  readonly phase: number;
  readonly title: string;
  /** Fewer characters, for the timeline. */
  readonly short: string;
  /** The fact that says it was done; a step without one is told by its papers or its review dates. */
  readonly fact: FactName | undefined;
};

/** The 25 steps (rules.md §1). A table, because the official chart may change. */
export const steps: readonly Step[] = [
  { step: 1, phase: 1, title: '递交入党申请书', short: '递交申请书', fact: 'applied' },
  { step: 2, phase: 1, title: '党组织派人谈话', short: '派人谈话', fact: 'talked' },
  { step: 3, phase: 2, title: '推荐和确定入党积极分子', short: '确定', fact: 'activist' },
  { step: 4, phase: 2, title: '上级党委备案', short: '上级备案', fact: 'activistFiled' },
  { step: 5, phase: 2, title: '指定培养联系人', short: '指定联系人', fact: 'mentorAssigned' },
  { step: 6, phase: 2, title: '培养教育考察', short: '半年考察', fact: undefined },
  { step: 7, phase: 3, title: '确定发展对象人选', short: '确定人选', fact: 'targetDiscussed' },
  {
    step: 8,
    phase: 3,
    title: '上级党委同意、公示并列为发展对象',
    short: '上级同意',
    fact: 'developmentTarget',
  },
  { step: 9, phase: 3, title: '确定入党介绍人', short: '入党介绍人', fact: undefined },
  { step: 10, phase: 3, title: '政治审查', short: '政治审查', fact: 'politicalReview' },
  { step: 11, phase: 3, title: '短期集中培训', short: '集中培训', fact: 'trainingUntil' },
  { step: 12, phase: 4, title: '支委会审查', short: '审查', fact: 'committeeReviewed' },
  { step: 13, phase: 4, title: '上级党委预审', short: '预审', fact: 'preReviewed' },
  { step: 14, phase: 4, title: '填写入党志愿书', short: '志愿书', fact: 'membershipForm' },
  { step: 15, phase: 4, title: '党支部党员大会讨论', short: '大会', fact: 'meeting' },
  { step: 16, phase: 4, title: '上级党委派人谈话', short: '谈话', fact: 'committeeTalk' },
  { step: 17, phase: 4, title: '上级党委审批', short: '审批', fact: 'approved' },
  { step: 18, phase: 4, title: '报再上一级组织部门备案', short: '备案', fact: 'filedUp' },
  { step: 19, phase: 5, title: '编入党支部和党小组', short: '编入支部', fact: 'groupAssigned' },
  { step: 20, phase: 5, title: '入党宣誓', short: '入党宣誓', fact: 'oath' },
  { step: 21, phase: 5, title: '继续教育考察', short: '继续考察', fact: undefined },
  { step: 22, phase: 5, title: '提出转正申请', short: '转正申请', fact: 'confirmationApplied' },
  {
    step: 23,
    phase: 5,
    title: '党支部党员大会讨论转正',
    short: '讨论转正',
    fact: 'confirmationMeeting',
  },
  {
    step: 24,
    phase: 5,
    title: '上级党委审批转正',
    short: '转正审批',
    fact: 'confirmationApproved',
  },
  { step: 25, phase: 5, title: '材料归档', short: '材料归档', fact: 'archived' },
];

/** The fact that brings a person into a stage, latest stage first. */
export const stageEntries: readonly { readonly stage: Stage; readonly fact: FactName }[] = [
  { stage: 'fullMember', fact: 'confirmationApproved' },
  { stage: 'probationaryMember', fact: 'approved' },
  { stage: 'developmentTarget', fact: 'developmentTarget' },
  // A pre-review or a meeting presupposes the listing, also where its day was not written down.
  { stage: 'developmentTarget', fact: 'preReviewed' },
  { stage: 'developmentTarget', fact: 'meeting' },
  { stage: 'activist', fact: 'activist' },
  { stage: 'applicant', fact: 'applied' },
];
