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
} as const satisfies Record<string, RegExp>;
export type PaperKind = keyof typeof paperPatterns;

export function papersOf(dossier: Dossier, kind: PaperKind): Paper[] {
  return (dossier.papers ?? []).filter((paper) => paperPatterns[kind].test(paper.kind));
}

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
