import { checkBallots, checkBranch } from './audit-meeting';
import type { EngineOptions } from '../deadlines/types';
import { checkDeadlines } from './audit-deadlines';
import {
  checkBeforeBirth,
  checkBranchExists,
  checkFuture,
  checkSameDay,
  checkStatedElsewhere,
} from './audit-dates';
import { checkDisciplinaryMatters, checkStoppedReminders } from './audit-discipline';
import {
  checkImpliedYear,
  checkLeaving,
  checkReviewCount,
  checkYearOfTraining,
} from './audit-durations';
import { checkIdNumber, checkNames, checkUnit } from './audit-identity';
import { checkAgreement, checkLocalNotices, checkNotice, checkObjection } from './audit-listing';
import { checkAge, checkOrder } from './audit-order';
import { checkPaperDates, checkPapers, checkRequiredPapers, checkTransfers } from './audit-papers';
import { checkSignatory, checkTalkers } from './audit-posts';
import { checkPoliticalReview, checkTraining } from './audit-review';
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
  checkIntroducersBelong,
  checkIntroducersSpoke,
  checkKinship,
  checkMentorNow,
  checkMentors,
} from './audit-people';
import {
  checkExtension,
  checkNotEarly,
  checkPrintedProbation,
  checkStatedDays,
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
  checkStatedDays,
  checkPapers,
  checkPaperDates,
  checkTransfers,
  checkRequiredPapers,
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
  checkIdNumber,
  checkNames,
  checkUnit,
  checkBranchExists,
  checkLocalNotices,
  checkIntroducersBelong,
  checkMentorNow,
  checkTalkers,
  checkSignatory,
  checkDisciplinaryMatters,
  checkStoppedReminders,
];

/** Every check the facts allow, each with the facts it compared. Facts are read, never changed. */
export function auditDossier(typed: DossierFacts, options: EngineOptions): Finding[] {
  const facts = withEventFacts(typed);
  return checks.flatMap((check) => check({ facts, options }));
}
