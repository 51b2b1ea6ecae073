import type { FactName, MemberFactName } from '../development/facts';
import type { DevelopmentRuleId } from '../regulations/development-rules';

/** Days that follow from the accepting meeting: 期满日, and the same of one who was transferred in. */
export const derivedAnchors = ['confirmable', 'deferrable'] as const;
export type DerivedAnchor = (typeof derivedAnchors)[number];

/** Where a period begins: a dated fact, or a day that follows from one. */
export type Anchor = FactName | MemberFactName | DerivedAnchor;

export type DeadlineLine = {
  readonly rule: DevelopmentRuleId;
  readonly step: number;
  readonly anchor: Anchor;
  /** The fact that fulfils it; absent where only an act beside the steps ends the duty. */
  readonly done?: FactName | MemberFactName;
  /** The fact whose day chooses the rulebook, where the law names another than the anchor. */
  readonly judgedBy?: FactName;
  readonly bound: 'noLaterThan' | 'notBefore';
  /** Once one of these is known, the dossier has moved on: lateness is a finding, not a task. */
  readonly closedBy: readonly FactName[];
  /** Repeats every offset while open; the n-th review fulfils the n-th period. */
  readonly isRepeated: boolean;
  readonly nextAct: string;
};

const once = { isRepeated: false } as const;
/** Whoever got this far is past the duties of the first two stages: what is not on record is unknown, not undone. */
const afterListing: readonly FactName[] = [
  'targetDiscussed',
  'developmentTarget',
  'preReviewed',
  'meeting',
  'approved',
];
/** Duties towards members belong to none of the 25 steps. */
export const besideTheSteps = 0;

/** What can be due while a person waits, in the order of the steps. */
export const deadlineTable: readonly DeadlineLine[] = [
  {
    ...once,
    rule: 'TALK-1M',
    step: 2,
    anchor: 'received',
    done: 'talked',
    bound: 'noLaterThan',
    closedBy: ['activist', ...afterListing],
    nextAct: '安排谈话',
  },
  {
    ...once,
    rule: 'FILE-ACTIVIST',
    step: 4,
    anchor: 'activist',
    done: 'activistFiled',
    bound: 'noLaterThan',
    closedBy: afterListing,
    nextAct: '报上级备案',
  },
  {
    ...once,
    rule: 'CONTACT-1..2',
    step: 5,
    anchor: 'activist',
    done: 'mentorAssigned',
    bound: 'noLaterThan',
    closedBy: afterListing,
    nextAct: '指定培养联系人',
  },
  {
    rule: 'OBSERVE-6M',
    step: 6,
    anchor: 'activist',
    done: 'targetDiscussed',
    bound: 'noLaterThan',
    closedBy: ['targetDiscussed', 'developmentTarget', 'meeting'],
    isRepeated: true,
    nextAct: '安排考察',
  },
  {
    ...once,
    rule: 'ACTIVIST-1Y',
    step: 7,
    anchor: 'activist',
    done: 'targetDiscussed',
    bound: 'notBefore',
    closedBy: ['developmentTarget', 'meeting'],
    nextAct: '听取四方面意见',
  },
  {
    ...once,
    rule: 'PUBLICITY-5WD',
    step: 8,
    anchor: 'noticeFrom',
    done: 'developmentTarget',
    // 列为发展对象 chooses the rulebook; while that is open, step 7 does (rules §0.1).
    judgedBy: 'targetDiscussed',
    bound: 'notBefore',
    closedBy: ['meeting'],
    nextAct: '登记公示结果',
  },
  {
    ...once,
    rule: 'MEET-1M',
    step: 15,
    anchor: 'preReviewed',
    done: 'meeting',
    bound: 'noLaterThan',
    closedBy: ['approved'],
    nextAct: '召开党员大会',
  },
  {
    ...once,
    rule: 'APPROVE-3M',
    step: 17,
    anchor: 'meeting',
    done: 'approved',
    bound: 'noLaterThan',
    closedBy: ['confirmationMeeting', 'confirmationApproved'],
    nextAct: '核对后报批',
  },
  {
    ...once,
    rule: 'FILE-UP',
    step: 18,
    anchor: 'approved',
    done: 'filedUp',
    bound: 'noLaterThan',
    closedBy: ['confirmationMeeting', 'confirmationApproved'],
    nextAct: '报组织部门备案',
  },
  {
    ...once,
    rule: 'GROUP-ASSIGN',
    step: 19,
    anchor: 'approved',
    done: 'groupAssigned',
    bound: 'noLaterThan',
    closedBy: ['confirmationMeeting', 'confirmationApproved'],
    nextAct: '编入党小组',
  },
  {
    ...once,
    rule: 'OATH-1M',
    step: 20,
    anchor: 'approved',
    done: 'oath',
    bound: 'noLaterThan',
    closedBy: ['confirmationMeeting', 'confirmationApproved'],
    nextAct: '安排宣誓',
  },
  {
    ...once,
    rule: 'CONFIRM-APPLY',
    step: 22,
    anchor: 'confirmable',
    done: 'confirmationApplied',
    bound: 'noLaterThan',
    closedBy: ['confirmationMeeting', 'confirmationApproved'],
    nextAct: '提醒写转正申请',
  },
  {
    ...once,
    rule: 'PROBATION-1Y',
    step: 23,
    anchor: 'meeting',
    done: 'confirmationMeeting',
    bound: 'notBefore',
    closedBy: ['confirmationApproved'],
    nextAct: '准备讨论转正',
  },
  {
    ...once,
    rule: 'CONFIRM-PROMPT',
    step: 23,
    anchor: 'confirmable',
    done: 'confirmationMeeting',
    bound: 'noLaterThan',
    closedBy: ['confirmationApproved'],
    nextAct: '召开转正大会',
  },
  {
    ...once,
    rule: 'TRANSFER-DEFER-6M',
    step: 23,
    anchor: 'deferrable',
    done: 'confirmationMeeting',
    bound: 'noLaterThan',
    closedBy: ['confirmationApproved'],
    nextAct: '讨论转正，或报组织部门',
  },
  {
    ...once,
    rule: 'CONFIRM-3M',
    step: 24,
    anchor: 'confirmationMeeting',
    done: 'confirmationApproved',
    bound: 'noLaterThan',
    closedBy: [],
    nextAct: '报批转正',
  },
  {
    ...once,
    rule: 'ARCHIVE',
    step: 25,
    anchor: 'confirmationApproved',
    done: 'archived',
    bound: 'noLaterThan',
    closedBy: [],
    nextAct: '整理归档',
  },
  {
    ...once,
    rule: 'FLOAT-6M',
    step: besideTheSteps,
    anchor: 'away',
    done: 'floatingRegistered',
    bound: 'noLaterThan',
    closedBy: [],
    nextAct: '登记为流动党员',
  },
  {
    ...once,
    rule: 'LAPSE-6M',
    step: besideTheSteps,
    anchor: 'memberSign',
    bound: 'noLaterThan',
    closedBy: [],
    nextAct: '谈话核实原因',
  },
];
