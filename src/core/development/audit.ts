import { checkBallots, checkBranch } from './audit-meeting';
import type { EngineOptions } from '../deadlines/types';
import { checkDeadlines } from './audit-deadlines';
import {
  checkAgreement,
  checkImpliedYear,
  checkLeaving,
  checkNotice,
  checkReviewCount,
  checkYearOfTraining,
} from './audit-durations';
import {
  checkAge,
  checkBeforeBirth,
  checkFuture,
  checkOrder,
  checkSameDay,
  checkStatedElsewhere,
} from './audit-order';
import {
  checkMissingSteps,
  checkObjection,
  checkPaperDates,
  checkPapers,
  checkTransfers,
} from './audit-papers';
import {
  checkArchiveGroups,
  checkFormAfterPreReview,
  checkHandwriting,
  checkLetters,
  checkOpinionsFirst,
  checkPapersAgree,
  checkReviewAfterReplies,
} from './audit-materials';
import {
  checkConfirmationApplied,
  checkHolidayMeetings,
  checkRejectedGoesOn,
  checkReportGaps,
  checkResolution,
  checkReviewAge,
  checkTransferOut,
} from './audit-outcome';
import { checkExtendedTwice, checkStepAfterEnd, withEventFacts } from './audit-events';
import { checkLocalRules } from './audit-local';
import { checkReviews } from './audit-reviews';
import { checkUnknown } from './audit-unknown';
import {
  checkIntroducers,
  checkIntroducersSpoke,
  checkKinship,
  checkMentors,
  checkPoliticalReview,
  checkTraining,
} from './audit-people';
import {
  checkExtension,
  checkNotEarly,
  checkPrintedProbation,
  checkSeniority,
  checkUndecided,
} from './audit-probation';
import type { Check, Finding } from './audit-types';
import type { DossierFacts } from './facts';

const checks: readonly Check[] = [
  checkAge,
  checkOrder,
  checkFuture,
  checkBeforeBirth,
  checkDeadlines,
  checkYearOfTraining,
  checkImpliedYear,
  checkReviewCount,
  checkMentors,
  checkAgreement,
  checkNotice,
  checkObjection,
  checkIntroducers,
  checkPoliticalReview,
  checkTraining,
  checkLeaving,
  checkBallots,
  checkBranch,
  checkPrintedProbation,
  checkNotEarly,
  checkExtension,
  checkUndecided,
  checkSeniority,
  checkPapers,
  checkPaperDates,
  checkTransfers,
  checkMissingSteps,
  checkStatedElsewhere,
  checkSameDay,
  checkReviews,
  checkReviewAfterReplies,
  checkLetters,
  checkOpinionsFirst,
  checkFormAfterPreReview,
  checkPapersAgree,
  checkHandwriting,
  checkArchiveGroups,
  checkRejectedGoesOn,
  checkResolution,
  checkHolidayMeetings,
  checkReportGaps,
  checkReviewAge,
  checkConfirmationApplied,
  checkTransferOut,
  checkKinship,
  checkIntroducersSpoke,
  checkLocalRules,
  checkExtendedTwice,
  checkStepAfterEnd,
  checkUnknown,
];

/** Every check the facts allow, each with the facts it compared. Facts are read, never changed. */
export function auditDossier(typed: DossierFacts, options: EngineOptions): Finding[] {
  const facts = withEventFacts(typed);
  return checks.flatMap((check) => check({ facts, options }));
}
