import type { Dossier } from '../records/dossier';
import type { FactName } from './facts';

type Paper = NonNullable<Dossier['papers']>[number];

/** How papers are called in real dossiers; names differ from place to place, so words inside the name decide. */
export const paperPatterns = {
  application: /入党申请书/,
  applicantTalk: /申请人.*谈话|^谈话(记录|登记)/,
  activistDecision: /(积极分子|支委会|支部).*(会议记录|决议|备案)|会议记录/,
  training: /考察登记|培养.*考察|考察表/,
  thoughtReport: /思想汇报/,
  opinions: /座谈会|民主测评|征求意见|听取意见/,
  letter: /函调|回函/,
  reply: /回函/,
  politicalReview: /政审|政治审查/,
  reviewSummary: /综合.*(政审|政治审查)|(政审|政治审查).*(综合|结论|报告)/,
  membershipForm: /志愿书/,
  confirmationApplication: /转正申请/,
  noticePaper: /公示/,
  course: /培训|结业|学时/,
  preReview: /预审|志愿书/,
  vote: /票决|选票|表决|会议记录|决议/,
  approval: /审批|批复|志愿书/,
} as const satisfies Record<string, RegExp>;
export type PaperKind = keyof typeof paperPatterns;

export function papersOf(dossier: Dossier, kind: PaperKind): Paper[] {
  return (dossier.papers ?? []).filter((paper) => paperPatterns[kind].test(paper.kind));
}

/** Fewer papers than this are remarks on single papers; from here on it is a list that can lack one. */
export const leastOfList = 3;

/** What each step taken leaves in a dossier that lists its papers (rules §1; C80). */
export const requiredPapers: readonly {
  readonly kind: PaperKind;
  readonly fact: FactName;
  readonly words: string;
}[] = [
  { kind: 'application', fact: 'applied', words: '入党申请书' },
  { kind: 'applicantTalk', fact: 'talked', words: '谈话记录' },
  { kind: 'activistDecision', fact: 'activist', words: '确定为入党积极分子的会议记录' },
  { kind: 'training', fact: 'targetDiscussed', words: '培养教育考察登记表' },
  { kind: 'noticePaper', fact: 'noticeFrom', words: '公示原件或公示情况登记表' },
  { kind: 'politicalReview', fact: 'politicalReview', words: '政治审查材料' },
  { kind: 'course', fact: 'trainingUntil', words: '集中培训证明' },
  { kind: 'preReview', fact: 'preReviewed', words: '预审意见' },
  { kind: 'membershipForm', fact: 'meeting', words: '入党志愿书' },
  { kind: 'vote', fact: 'meeting', words: '大会会议记录或票决材料' },
  { kind: 'approval', fact: 'approved', words: '上级党委审批意见' },
  { kind: 'confirmationApplication', fact: 'confirmationApplied', words: '转正申请书' },
];

/** Papers whose own date states a fact of the chain: the two must agree (C16). */
export const datedLikeFacts: readonly { readonly kind: PaperKind; readonly fact: FactName }[] = [
  { kind: 'application', fact: 'applied' },
  { kind: 'applicantTalk', fact: 'talked' },
  { kind: 'confirmationApplication', fact: 'confirmationApplied' },
];

/** The five groups that go into the archive (26#36 / 14#37). */
export const archiveGroups: readonly { readonly kind: PaperKind; readonly words: string }[] = [
  { kind: 'membershipForm', words: '入党志愿书' },
  { kind: 'application', words: '入党申请书' },
  { kind: 'politicalReview', words: '政治审查材料' },
  { kind: 'confirmationApplication', words: '转正申请书' },
  { kind: 'training', words: '培养教育考察材料' },
];
