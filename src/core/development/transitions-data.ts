import type { EventKind } from '../records/dossier';
import type { Stage } from '../records/person';
import { bothTexts, elsewhere, localPractice } from '../regulations/articles';
import type { Citation } from '../regulations/types';
import type { FactName } from './facts';

/** A step from one stage to the next: it is taken by its dated fact, and the named facts come before it. */
export type StageTransition = {
  readonly from: Stage | undefined;
  readonly to: Stage;
  readonly fact: FactName;
  readonly body: string;
  readonly needs: readonly FactName[];
  /** Needed only under a rulebook that asks for it. */
  readonly needsSince2026?: readonly FactName[];
  readonly clock: string;
  readonly citations: readonly Citation[];
};

export const stageTransitions: readonly StageTransition[] = [
  {
    from: undefined,
    to: 'applicant',
    fact: 'applied',
    body: '本人',
    needs: [],
    clock: '收到申请书起一个月内派人谈话',
    citations: bothTexts(5),
  },
  {
    from: 'applicant',
    to: 'activist',
    fact: 'activist',
    body: '支委会（不设支委会的为党员大会）',
    needs: ['applied', 'talked'],
    clock: '自确定之日起培养教育一年以上，每半年考察一次',
    citations: bothTexts(8),
  },
  {
    from: 'activist',
    to: 'developmentTarget',
    fact: 'developmentTarget',
    body: '支委会研究，上级党委同意（2014 版为备案）',
    needs: ['activist', 'targetDiscussed', 'targetAgreed'],
    needsSince2026: ['noticeFrom'],
    clock: '公示期满、结果不影响的，方可列为发展对象',
    citations: bothTexts(13),
  },
  {
    from: 'developmentTarget',
    to: 'probationaryMember',
    fact: 'approved',
    body: '党支部党员大会表决，上级党委审批',
    needs: ['developmentTarget', 'politicalReview', 'trainingUntil', 'preReviewed', 'meeting'],
    clock: '预备期一年，自党员大会通过之日起算',
    citations: bothTexts(25),
  },
  {
    from: 'probationaryMember',
    to: 'fullMember',
    fact: 'confirmationApproved',
    body: '党支部党员大会表决，上级党委审批',
    needs: ['approved', 'confirmationApplied', 'confirmationMeeting'],
    clock: '党龄自预备期满转为正式党员之日起算',
    citations: bothTexts(33),
  },
];

/** What stands after an act: on its way, at rest until something else happens, or over. */
export type Rest = 'open' | 'paused' | 'closed';

export type EventNeed = 'on' | 'body' | 'documentNumber' | 'reason' | 'months' | 'hasPapers';

/** An act beside the 25 steps. */
export type SideTransition = {
  readonly words: string;
  readonly from: readonly Stage[];
  /** Only after one of these; absent = from any standing that is not over. */
  readonly after?: readonly EventKind[];
  /** States that the act ends. */
  readonly ends?: readonly EventKind[];
  readonly body: string;
  readonly needs: readonly EventNeed[];
  readonly rest: Rest;
  /** Steps from here on are undone where their day is not after the act: they must be taken again. */
  readonly undoesFrom?: Partial<Record<Stage, number>>;
  /** The act opens a new round, so facts of its own day belong to the new one. */
  readonly startsAnew?: boolean;
  /** Months before a new application is possible. */
  readonly barredMonths?: number;
  /** The state shown beside the stage; absent = none. */
  readonly state?: string;
  readonly clock: string;
  readonly citations: readonly Citation[];
};

const everyStage: readonly Stage[] = [
  'applicant',
  'activist',
  'developmentTarget',
  'probationaryMember',
  'fullMember',
];
const beforeMembership = everyStage.slice(0, 3);
const probationary: readonly Stage[] = ['probationaryMember'];
const members: readonly Stage[] = ['probationaryMember', 'fullMember'];
const decided: readonly EventNeed[] = ['on', 'body', 'reason'];
const approved: readonly EventNeed[] = ['on', 'body', 'documentNumber', 'reason'];
const branchBody = '支委会（不设支委会的为党员大会），报上级党委';
const meetingAndCommittee = '党支部党员大会，报上级党委批准';
const practice = elsewhere('组织工作通行做法', 'M');
/** Refused at a vote or by the committee: the votes of that stage are taken again, after a new 预审. */
const votesOfStage = { applicant: 3, activist: 7, developmentTarget: 13, probationaryMember: 23 };

export const sideTransitions: Readonly<Record<EventKind, SideTransition>> = {
  applicationWithdrawn: {
    words: '撤回申请',
    from: beforeMembership,
    body: '本人书面提出，党支部记录',
    needs: ['on', 'reason'],
    rest: 'closed',
    state: '撤回申请',
    clock: '各期限停止；可以重新申请，从第 1 步起',
    citations: practice,
  },
  activistCancelled: {
    words: '取消积极分子（发展对象）资格',
    from: ['activist', 'developmentTarget'],
    body: branchBody,
    needs: decided,
    rest: 'closed',
    state: '取消积极分子',
    clock: '各期限停止；可以重新申请，从第 1 步起',
    citations: practice,
  },
  returnedToActivist: {
    words: '退回积极分子继续培养',
    from: ['developmentTarget'],
    body: branchBody,
    needs: decided,
    rest: 'open',
    undoesFrom: { developmentTarget: 7 },
    state: '退回积极分子',
    clock: '确定为积极分子之日保留，半年考察继续；人选须重新研究',
    citations: practice,
  },
  meetingRejected: {
    words: '大会未通过',
    from: ['applicant', 'activist', 'developmentTarget', 'probationaryMember'],
    body: '党支部党员大会',
    needs: ['on', 'reason'],
    rest: 'open',
    undoesFrom: votesOfStage,
    state: '大会未通过',
    clock: '原预审不再适用；须重新预审、重新召开大会，期限重新起算',
    citations: bothTexts(20, 'M', 'M'),
  },
  committeeRejected: {
    words: '党委未批准',
    from: ['activist', 'developmentTarget', 'probationaryMember'],
    body: '上级党委',
    needs: approved,
    rest: 'open',
    undoesFrom: votesOfStage,
    state: '党委未批准',
    clock: '原决议不再适用；须重新预审、重新召开大会，期限重新起算',
    citations: bothTexts(25, 'M', 'M'),
  },
  probationExtended: {
    words: '延长预备期',
    from: probationary,
    body: meetingAndCommittee,
    needs: [...approved, 'months'],
    rest: 'open',
    undoesFrom: { probationaryMember: 22 },
    state: '延长预备期',
    clock: '从原期满之日起延长六个月至十二个月，只能一次；期满另行讨论',
    citations: bothTexts(31),
  },
  discussionDeferred: {
    words: '推迟讨论（转入）',
    from: probationary,
    after: ['transferredIn', 'transferAccepted'],
    body: '接收的党支部，报上级党委',
    needs: decided,
    rest: 'open',
    state: '推迟讨论（转入）',
    clock: '自期满之日起最长推迟六个月；转为正式党员的时间仍自期满之日算起',
    citations: bothTexts(35, 'INF', 'M'),
  },
  probationCancelled: {
    words: '取消预备党员资格',
    from: probationary,
    body: meetingAndCommittee,
    needs: approved,
    rest: 'closed',
    state: '取消预备资格',
    clock: '各期限停止；可以重新申请，从第 1 步起',
    citations: bothTexts(31),
  },
  transferredOut: {
    words: '转出',
    from: everyStage,
    body: '原党组织，转交培养教育（考察）材料',
    needs: ['on', 'hasPapers'],
    rest: 'closed',
    state: '转出',
    clock: '本单位各期限停止；培养教育时间随材料转接，可连续计算',
    citations: bothTexts(12, 'INF', 'V14'),
  },
  transferredIn: {
    words: '转入待审',
    from: everyStage,
    ends: ['transferredOut'],
    body: '现党组织审查转来的材料',
    needs: ['on', 'hasPapers'],
    rest: 'open',
    state: '转入待审',
    clock: '考察等期限照常；材料审查通过后，培养教育时间连续计算',
    citations: bothTexts(12, 'INF', 'V14'),
  },
  transferAccepted: {
    words: '转入材料审查通过，接续培养',
    from: everyStage,
    after: ['transferredIn'],
    ends: ['transferredIn'],
    body: '现党组织',
    needs: ['on', 'body', 'reason'],
    rest: 'open',
    clock: '确定为积极分子之日不变，培养教育时间连续计算',
    citations: bothTexts(12, 'INF', 'V14'),
  },
  onHold: {
    words: '暂缓（审查调查）',
    from: everyStage,
    body: '党支部，报上级党委',
    needs: decided,
    rest: 'paused',
    state: '暂缓',
    clock: '停止提醒；恢复后各期限仍从原起算日推算',
    citations: practice,
  },
  outOfContact: {
    words: '失去联系',
    from: everyStage,
    body: '党支部',
    needs: ['on', 'reason'],
    rest: 'paused',
    state: '失去联系',
    clock: '停止提醒，按日期留在统计中',
    citations: practice,
  },
  abroad: {
    words: '出国（境）',
    from: everyStage,
    body: '党支部',
    needs: ['on', 'reason'],
    rest: 'paused',
    state: '出国（境）',
    clock: '停止提醒，按日期留在统计中',
    citations: practice,
  },
  resumed: {
    words: '恢复办理',
    from: everyStage,
    after: ['onHold', 'outOfContact', 'abroad'],
    ends: ['onHold', 'outOfContact', 'abroad'],
    body: '党支部',
    needs: ['on', 'reason'],
    rest: 'open',
    clock: '各期限从原起算日推算，已经过去的须写明原因',
    citations: practice,
  },
  trainingBroken: {
    words: '培养中断',
    from: ['activist'],
    body: '党支部',
    needs: ['on', 'reason'],
    rest: 'open',
    clock: '国家没有中断后重新起算的规定；部分地方超过六个月或十二个月的重新起算',
    citations: localPractice('本地口径'),
  },
  deceased: {
    words: '死亡',
    from: everyStage,
    body: '党支部记录',
    needs: ['on'],
    rest: 'closed',
    state: '死亡',
    clock: '各期限停止，按日期留在统计中',
    citations: practice,
  },
  removed: {
    words: '除名',
    from: members,
    body: meetingAndCommittee,
    needs: approved,
    rest: 'closed',
    state: '除名',
    clock: '各期限停止',
    citations: elsewhere('《中国共产党章程》第九条'),
  },
  lapsed: {
    words: '自行脱党',
    from: members,
    body: meetingAndCommittee,
    needs: approved,
    rest: 'closed',
    state: '自行脱党',
    clock: '连续六个月不参加组织生活、不交党费或不做所分配的工作，无正当理由的，予以除名',
    citations: elsewhere('《中国共产党章程》第九条'),
  },
  leftParty: {
    words: '退党',
    from: members,
    body: '党支部党员大会讨论后宣布除名，报上级党组织备案',
    needs: decided,
    rest: 'closed',
    state: '退党',
    clock: '各期限停止',
    citations: elsewhere('《中国共产党章程》第九条'),
  },
  expelled: {
    words: '开除党籍',
    from: members,
    body: meetingAndCommittee,
    needs: approved,
    rest: 'closed',
    barredMonths: 60,
    state: '开除党籍',
    clock: '五年内不得重新入党',
    citations: elsewhere('《中国共产党纪律处分条例》', 'M'),
  },
  notRecognized: {
    words: '不予承认',
    from: everyStage,
    body: '县级以上党委组织部门批准',
    needs: approved,
    rest: 'closed',
    state: '不予承认',
    clock: '各期限停止；在党员大会上公布',
    citations: elsewhere('《细则》关于违规发展不予承认的规定', 'M'),
  },
  specialAdmission: {
    words: '特殊情况直接接收',
    from: beforeMembership,
    body: '中央或者省级党委批准',
    needs: approved,
    rest: 'open',
    state: '特殊情况接收',
    clock: '不经前面各步，须有批准文件',
    citations: bothTexts(26, 'M', 'M'),
  },
  posthumousAdmission: {
    words: '追认为党员',
    from: beforeMembership,
    after: ['deceased'],
    body: '省级党委批准',
    needs: approved,
    rest: 'closed',
    state: '追认',
    clock: '各期限停止',
    citations: bothTexts(27, 'M', 'M'),
  },
  reApplied: {
    words: '重新申请入党',
    from: everyStage,
    after: [
      'applicationWithdrawn',
      'activistCancelled',
      'probationCancelled',
      'notRecognized',
      'removed',
      'lapsed',
      'leftParty',
      'expelled',
    ],
    body: '本人',
    needs: ['on'],
    rest: 'open',
    undoesFrom: {
      applicant: 1,
      activist: 1,
      developmentTarget: 1,
      probationaryMember: 1,
      fullMember: 1,
    },
    startsAnew: true,
    clock: '从第 1 步重新开始，以前的经历保留备查',
    citations: bothTexts(5),
  },
};
