import type { DevelopmentRuleId } from '../regulations/development-rules';
import type { FactName } from './facts';

/** A fact a step builds on, and the rule that says so. */
export type StepNeed = {
  readonly fact: FactName | 'introducers';
  readonly rule: DevelopmentRuleId;
};

/** What is asked before a step is taken. */
export type StepQuestions = {
  readonly asks: readonly DevelopmentRuleId[];
  readonly needs: readonly StepNeed[];
};

const need = (fact: StepNeed['fact'], rule: DevelopmentRuleId): StepNeed => ({ fact, rule });
const review = need('politicalReview', 'REVIEW-DONE');
const training = need('trainingUntil', 'TRAIN-3D24H');
const introducers = need('introducers', 'INTRODUCER-2');
const ready: readonly DevelopmentRuleId[] = ['REVIEW-DONE', 'TRAIN-3D24H', 'INTRODUCER-2'];

/** Per step of the 25 the rules asked and the facts it builds on (rules §1–3). */
const questions: Readonly<Record<number, StepQuestions>> = {
  1: { asks: ['AGE-18'], needs: [] },
  2: { asks: ['TALK-1M', 'AGE-18'], needs: [need('received', 'TALK-1M')] },
  3: {
    asks: ['AGE-18', 'TALK-1M', 'ACTIVIST-AFTER-TALK'],
    needs: [need('talked', 'ACTIVIST-AFTER-TALK')],
  },
  4: { asks: ['FILE-ACTIVIST'], needs: [need('activist', 'FILE-ACTIVIST')] },
  5: { asks: ['CONTACT-1..2', 'C30', 'C32'], needs: [need('activist', 'CONTACT-1..2')] },
  6: { asks: ['OBSERVE-6M', 'C21'], needs: [need('activist', 'OBSERVE-6M')] },
  7: {
    asks: ['ACTIVIST-1Y', 'OBSERVE-COUNT', 'CONTACT-1..2', 'C30', 'C21'],
    needs: [need('activist', 'ACTIVIST-1Y'), need('mentorAssigned', 'CONTACT-1..2')],
  },
  8: {
    asks: ['DEV-AGREE', 'PUBLICITY-5WD', 'C61'],
    needs: [need('targetDiscussed', 'DEV-AGREE'), need('targetAgreed', 'DEV-AGREE')],
  },
  9: { asks: ['INTRODUCER-2', 'C32'], needs: [need('developmentTarget', 'INTRODUCER-2')] },
  10: { asks: ['REVIEW-DONE', 'C12'], needs: [need('developmentTarget', 'REVIEW-DONE')] },
  11: { asks: ['TRAIN-3D24H'], needs: [need('developmentTarget', 'TRAIN-3D24H')] },
  12: {
    asks: ['PUBLICITY-5WD', ...ready],
    needs: [need('developmentTarget', 'DEV-AGREE'), review, training, introducers],
  },
  13: {
    asks: [...ready, 'PREDEPART-3M', 'C80'],
    needs: [review, training, introducers],
  },
  14: { asks: ['C82'], needs: [need('preReviewed', 'MEET-1M')] },
  15: {
    asks: ['MEET-1M', ...ready, 'PREDEPART-3M', 'C42', 'C61', 'QUORUM', 'PASS', 'BALLOT'],
    needs: [need('preReviewed', 'MEET-1M'), review, training, introducers],
  },
  16: { asks: ['PARTYTALK'], needs: [need('meeting', 'PARTYTALK')] },
  17: {
    asks: ['APPROVE-3M', 'PARTYTALK', 'QUORUM', 'PASS', 'BALLOT', 'C16', 'C12', 'C41'],
    needs: [need('meeting', 'APPROVE-3M'), need('committeeTalk', 'PARTYTALK')],
  },
  18: { asks: ['FILE-UP'], needs: [need('approved', 'FILE-UP')] },
  19: { asks: ['GROUP-ASSIGN'], needs: [need('approved', 'GROUP-ASSIGN')] },
  20: { asks: ['OATH-1M'], needs: [need('approved', 'OATH-1M')] },
  21: { asks: ['PROB-OBSERVE'], needs: [need('approved', 'GROUP-ASSIGN')] },
  22: { asks: ['CONFIRM-APPLY'], needs: [need('meeting', 'CONFIRM-APPLY')] },
  23: {
    asks: ['CONFIRM-NOT-EARLY', 'CONFIRM-PROMPT', 'CONFIRM-APPLY', 'TRANSFER-DEFER-6M'],
    needs: [need('confirmationApplied', 'CONFIRM-APPLY')],
  },
  24: {
    asks: ['CONFIRM-3M', 'CONFIRM-NOT-EARLY', 'EXTEND-ONCE'],
    needs: [need('confirmationMeeting', 'CONFIRM-3M')],
  },
  25: { asks: ['ARCHIVE', 'C80', 'C84'], needs: [need('confirmationApproved', 'ARCHIVE')] },
};

export function stepQuestions(step: number): StepQuestions {
  return questions[step] ?? { asks: [], needs: [] };
}
