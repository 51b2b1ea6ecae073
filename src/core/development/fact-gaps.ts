import type { DevelopmentRuleId } from '../regulations/development-rules';
import { readFact, type DossierFacts, type FactName } from './facts';

/** A fact that must have been there by now. */
export type Gap = {
  readonly rule: DevelopmentRuleId;
  readonly isMissing: (facts: DossierFacts) => boolean;
  /** Facts that could not stand without the missing one; the first on record is named. */
  readonly since: readonly FactName[];
  readonly words: string;
  /** The step whose article is cited where the rule itself is no rule of that edition. */
  readonly step?: FactName;
  /** Asked also of a line of a roster, which has a joining day and nothing before it. */
  readonly isOfRosters?: true;
};

const lacks = (name: FactName) => (facts: DossierFacts) => readFact(facts, name) === undefined;
const lacksAll =
  (...names: FactName[]) =>
  (facts: DossierFacts) =>
    names.every((name) => readFact(facts, name) === undefined);

const afterListing: readonly FactName[] = [
  'targetDiscussed',
  'developmentTarget',
  'preReviewed',
  'meeting',
  'approved',
];
const afterMeeting: readonly FactName[] = ['meeting', 'approved'];
const afterApproval: readonly FactName[] = [
  'filedUp',
  'groupAssigned',
  'oath',
  'confirmationApplied',
  'confirmationMeeting',
  'confirmationApproved',
];
const confirmed: readonly FactName[] = ['confirmationMeeting', 'confirmationApproved'];

export const gaps: readonly Gap[] = [
  {
    rule: 'AGE-18',
    isMissing: ({ birthOn }) => birthOn === undefined,
    since: ['activist', ...afterListing],
    words: '未登记出生日期，无法判断申请时是否年满十八岁。',
  },
  {
    rule: 'TALK-1M',
    isMissing: lacks('talked'),
    since: ['activist', ...afterListing],
    words: '未登记党组织派人谈话的日期，无法判断是否在收到申请后一个月内谈话。',
  },
  {
    rule: 'FILE-ACTIVIST',
    isMissing: lacks('activistFiled'),
    since: afterListing,
    words: '未登记积极分子报上级党委备案的日期，无法判断。',
  },
  {
    rule: 'CONTACT-1..2',
    isMissing: ({ dossier }) => dossier.mentors === undefined,
    since: afterListing,
    words: '未登记培养联系人，无法判断人数和资格。',
  },
  {
    rule: 'OBSERVE-COUNT',
    isMissing: ({ dossier }) => dossier.reviewedOn === undefined,
    since: afterListing,
    words: '未登记半年考察，无法判断次数和间隔。',
  },
  {
    rule: 'ACTIVIST-1Y',
    isMissing: lacks('activist'),
    since: afterListing,
    words: '未登记确定为入党积极分子的日期，无法判断培养考察是否满一年。',
  },
  {
    rule: 'ACTIVIST-1Y',
    isMissing: (facts) =>
      readFact(facts, 'activist') !== undefined &&
      lacksAll('targetDiscussed', 'developmentTarget')(facts),
    since: ['preReviewed', 'meeting', 'approved'],
    words: '未登记确定发展对象人选和列为发展对象的日期，无法判断培养考察是否满一年。',
  },
  {
    rule: 'DEV-AGREE',
    // With 列为发展对象 on record the check of the agreement itself asks.
    isMissing: lacksAll('targetAgreed', 'developmentTarget'),
    since: ['preReviewed', 'meeting', 'approved'],
    words: '未登记上级党委同意（备案）的日期，无法判断。',
  },
  {
    rule: 'INTRODUCER-2',
    isMissing: ({ dossier }) => dossier.introducers === undefined,
    since: afterMeeting,
    words: '未登记入党介绍人，无法判断人数和资格。',
  },
  {
    rule: 'REVIEW-DONE',
    // With a pre-review on record the check of the review itself asks.
    isMissing: ({ dossier }) =>
      dossier.politicalReview === undefined && dossier.preReviewedOn === undefined,
    since: afterMeeting,
    words: '未登记政治审查结论，无法判断。',
  },
  {
    rule: 'TRAIN-3D24H',
    isMissing: ({ dossier }) =>
      dossier.training === undefined && dossier.preReviewedOn === undefined,
    since: afterMeeting,
    words: '未登记短期集中培训，无法判断。',
  },
  {
    rule: 'MEET-1M',
    isMissing: lacks('preReviewed'),
    since: afterMeeting,
    step: 'preReviewed',
    words: '未登记上级党委预审合格的日期，无法判断大会是否在预审合格之后（2026 版为一个月内）。',
  },
  {
    rule: 'QUORUM',
    isMissing: ({ dossier }) =>
      dossier.meeting?.should === undefined || dossier.meeting.present === undefined,
    since: ['meeting'],
    words: '未登记接收大会的应到和实到人数，无法判断会议是否有效。',
  },
  {
    rule: 'PASS',
    isMissing: ({ dossier }) =>
      dossier.meeting?.should === undefined || dossier.meeting.yes === undefined,
    since: ['meeting'],
    words: '未登记接收大会的票数，无法判断是否通过。',
  },
  {
    rule: 'BALLOT',
    isMissing: ({ dossier }) =>
      dossier.meeting?.yes !== undefined && dossier.meeting.isSecret === undefined,
    since: ['meeting'],
    words: '未登记接收大会是否无记名投票，无法判断。',
  },
  {
    rule: 'PARTYTALK',
    isMissing: lacks('committeeTalk'),
    since: ['approved'],
    words: '未登记上级党委派人谈话的日期，无法判断是否在大会之后、审批之前。',
  },
  {
    rule: 'APPROVE-3M',
    isMissing: (facts) =>
      readFact(facts, 'meeting') !== undefined && readFact(facts, 'approved') === undefined,
    since: afterApproval,
    isOfRosters: true,
    words: '未找到上级党委审批意见，预备党员身份待核实。',
  },
  {
    rule: 'APPROVE-3M',
    isMissing: lacks('meeting'),
    since: ['approved'],
    words: '未登记党支部党员大会通过接收的日期，无法判断审批期限和预备期。',
  },
  {
    rule: 'OATH-1M',
    isMissing: lacks('oath'),
    since: confirmed,
    step: 'oath',
    words: '未找到入党宣誓记录，无法判断。',
  },
  {
    rule: 'CONFIRM-APPLY',
    isMissing: lacks('confirmationApplied'),
    since: confirmed,
    words: '未登记本人提出转正申请的日期，无法判断。',
  },
  {
    rule: 'CONFIRM-NOT-EARLY',
    isMissing: lacks('confirmationMeeting'),
    since: ['confirmationApproved'],
    words: '未登记讨论转正的党员大会，程序是否完整、是否提前转正无法判断。',
  },
  {
    rule: 'QUORUM',
    isMissing: ({ dossier }) =>
      dossier.confirmationMeeting?.should === undefined ||
      dossier.confirmationMeeting.present === undefined,
    since: ['confirmationMeeting'],
    words: '未登记转正大会的应到和实到人数，无法判断会议是否有效。',
  },
  {
    rule: 'PASS',
    isMissing: ({ dossier }) =>
      dossier.confirmationMeeting?.should === undefined ||
      dossier.confirmationMeeting.yes === undefined,
    since: ['confirmationMeeting'],
    words: '未登记转正大会的票数，无法判断是否通过。',
  },
  {
    rule: 'BALLOT',
    isMissing: ({ dossier }) =>
      dossier.confirmationMeeting?.yes !== undefined &&
      dossier.confirmationMeeting.isSecret === undefined,
    since: ['confirmationMeeting'],
    words: '未登记转正大会是否无记名投票，无法判断。',
  },
  {
    rule: 'CONFIRM-3M',
    isMissing: lacks('confirmationApproved'),
    since: ['archived'],
    words: '未登记上级党委审批转正的日期，无法判断。',
  },
];
