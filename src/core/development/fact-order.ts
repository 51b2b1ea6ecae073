import { bothTexts } from '../regulations/articles';
import type { DevelopmentRuleId } from '../regulations/development-rules';
import type { Citation } from '../regulations/types';
import { factNames, type FactName } from './facts';

export type Pair = {
  readonly earlier: FactName;
  readonly later: FactName;
  readonly rule?: DevelopmentRuleId;
  readonly isStrict?: boolean;
  /** The older text has neither 同意 nor 公示, so it orders nothing around them (rules §0.1). */
  readonly isOnly2026?: boolean;
};

const after = (later: FactName, ...earlier: FactName[]): Pair[] =>
  earlier.map((each) => ({ earlier: each, later }));

/** The main chain of C10 (rules §3); the day itself is allowed unless strict. Own rules where the law has them. */
export const pairs: readonly Pair[] = [
  ...after('received', 'applied'),
  ...after('talked', 'applied', 'received'),
  { earlier: 'talked', later: 'activist', rule: 'ACTIVIST-AFTER-TALK' },
  ...after('activist', 'applied', 'recommended'),
  ...after('activistFiled', 'activist'),
  ...after('targetDiscussed', 'activist', 'activistFiled'),
  { earlier: 'targetDiscussed', later: 'targetAgreed', rule: 'DEV-AGREE' },
  { earlier: 'targetAgreed', later: 'noticeFrom', rule: 'DEV-AGREE', isOnly2026: true },
  { earlier: 'targetDiscussed', later: 'noticeFrom', isOnly2026: true },
  ...after('noticeUntil', 'noticeFrom'),
  { earlier: 'noticeUntil', later: 'developmentTarget', isStrict: true, isOnly2026: true },
  { earlier: 'noticeUntil', later: 'politicalReview', isOnly2026: true },
  { earlier: 'noticeUntil', later: 'committeeReviewed', isOnly2026: true },
  { earlier: 'noticeUntil', later: 'preReviewed', isOnly2026: true },
  ...after('developmentTarget', 'targetAgreed', 'targetDiscussed', 'activist'),
  ...after('politicalReview', 'developmentTarget'),
  ...after('trainingFrom', 'developmentTarget'),
  ...after('trainingUntil', 'trainingFrom'),
  ...after('committeeReviewed', 'developmentTarget', 'politicalReview', 'trainingUntil'),
  ...after('preReviewed', 'developmentTarget', 'politicalReview', 'trainingUntil'),
  ...after('preReviewed', 'committeeReviewed', 'preReviewSubmitted'),
  { earlier: 'preReviewed', later: 'membershipForm', rule: 'C82' },
  ...after('meeting', 'membershipForm', 'preReviewed', 'politicalReview', 'trainingUntil'),
  ...after('meeting', 'committeeReviewed', 'noticeFrom', 'noticeUntil', 'activist'),
  ...after('meeting', 'developmentTarget'),
  { earlier: 'meeting', later: 'committeeTalk', rule: 'PARTYTALK' },
  { earlier: 'committeeTalk', later: 'approved', rule: 'PARTYTALK' },
  ...after('generalBranchReviewed', 'meeting'),
  ...after('submitted', 'meeting'),
  ...after('approved', 'meeting', 'generalBranchReviewed', 'submitted'),
  ...after('filedUp', 'approved'),
  ...after('groupAssigned', 'approved'),
  ...after('oath', 'approved'),
  ...after('confirmationApplied', 'meeting', 'approved', 'filedUp', 'groupAssigned', 'oath'),
  ...after('confirmationMeeting', 'confirmationApplied', 'approved'),
  ...after('confirmationApproved', 'confirmationMeeting'),
  ...after('archived', 'confirmationApproved'),
];

/** Where each step stands in the text of 2026; the tag says how we know that the order is meant. */
const articles: Readonly<Partial<Record<FactName, readonly [number, 'V26' | 'V14']>>> = {
  received: [7, 'V26'],
  talked: [7, 'V26'],
  activist: [8, 'V26'],
  activistFiled: [8, 'V26'],
  targetDiscussed: [13, 'V26'],
  targetAgreed: [13, 'V26'],
  noticeFrom: [13, 'V26'],
  noticeUntil: [13, 'V26'],
  developmentTarget: [13, 'V26'],
  politicalReview: [16, 'V26'],
  trainingFrom: [17, 'V26'],
  trainingUntil: [17, 'V26'],
  committeeReviewed: [18, 'V26'],
  preReviewed: [18, 'V14'],
  membershipForm: [18, 'V14'],
  meeting: [19, 'V26'],
  committeeTalk: [23, 'V14'],
  generalBranchReviewed: [22, 'V14'],
  submitted: [25, 'V26'],
  approved: [25, 'V26'],
  filedUp: [25, 'V26'],
  groupAssigned: [28, 'V14'],
  oath: [29, 'V14'],
  confirmationApplied: [32, 'V26'],
  confirmationMeeting: [31, 'V26'],
  confirmationApproved: [33, 'V26'],
  archived: [36, 'V14'],
};

const citationsByFact = new Map<FactName, readonly Citation[]>(
  factNames.flatMap((name): [FactName, readonly Citation[]][] => {
    const place = articles[name];
    return place === undefined ? [] : [[name, bothTexts(...place)]];
  }),
);

/** The article in which the order of a step is found, in both texts. */
export function citationsOfStep(name: FactName): readonly Citation[] | undefined {
  return citationsByFact.get(name);
}

/** An order that only follows from the steps between: asked where none of those is on record. */
export type ImpliedPair = {
  readonly earlier: FactName;
  readonly later: FactName;
  readonly between: readonly FactName[];
};

/** What 2026 adds to the chain is left out: without it nothing follows for the older text. */
function successors(): ReadonlyMap<FactName, ReadonlySet<FactName>> {
  const direct = new Map<FactName, Set<FactName>>(factNames.map((name) => [name, new Set()]));
  for (const { earlier, later, isOnly2026 } of pairs)
    if (isOnly2026 !== true) direct.get(earlier)?.add(later);
  const reach = (name: FactName, seen: Set<FactName>): Set<FactName> => {
    for (const next of direct.get(name) ?? [])
      if (!seen.has(next)) {
        seen.add(next);
        reach(next, seen);
      }
    return seen;
  };
  return new Map(factNames.map((name) => [name, reach(name, new Set())]));
}

function implied(): readonly ImpliedPair[] {
  const reached = successors();
  const asked = new Set(pairs.map(({ earlier, later }) => `${earlier}/${later}`));
  return factNames.flatMap((earlier) =>
    [...(reached.get(earlier) ?? [])]
      .filter((later) => !asked.has(`${earlier}/${later}`))
      .map((later) => ({
        earlier,
        later,
        between: factNames.filter(
          (name) => reached.get(earlier)?.has(name) === true && reached.get(name)?.has(later),
        ),
      })),
  );
}

/** Confirmation before the end of probation has a rule of its own, so the accepting meeting orders nothing there. */
export const impliedPairs: readonly ImpliedPair[] = implied().filter(
  ({ later }) => later !== 'confirmationMeeting',
);
