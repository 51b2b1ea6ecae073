import { isCalendarDate, type CalendarDate } from '../../../core/calendar/calendar-date';
import type { Dossier } from '../../../core/records/dossier';
import { readTypedDate } from '../../lib/typed-date';
import { fieldsOfStep } from './fact-fields';
import { applyFacts, readFacts, type FactValues } from './fact-values';

/** The day that says the step was done; the other fields of the step are beside it. */
const mainFields: Readonly<Partial<Record<number, string>>> = {
  1: 'appliedOn',
  2: 'talkedOn',
  3: 'activistOn',
  4: 'activistFiledOn',
  7: 'targetDiscussedOn',
  8: 'developmentTargetOn',
  10: 'politicalReview.on',
  11: 'training.until',
  12: 'committeeReviewedOn',
  13: 'preReviewedOn',
  14: 'membershipFormOn',
  15: 'meeting.on',
  16: 'committeeTalkOn',
  17: 'approvedOn',
  18: 'filedUpOn',
  19: 'groupAssignedOn',
  20: 'oathOn',
  22: 'confirmationAppliedOn',
  23: 'confirmationMeeting.on',
  24: 'confirmationApprovedOn',
  25: 'archivedOn',
};

/** Steps that a meeting decides: there the roll and the votes are counted. */
export const meetingSteps: ReadonlySet<number> = new Set([3, 7, 12, 15, 23]);

/** The fields of the step as they stand, its day proposed as today. */
export function stepValues(dossier: Dossier, step: number, today: CalendarDate): FactValues {
  const values = readFacts(dossier, fieldsOfStep(step));
  const main = mainFields[step];
  return main === undefined || values[main] !== '' ? values : { ...values, [main]: today };
}

export type TypedStep = {
  readonly on: CalendarDate;
  readonly patch: Partial<Dossier>;
  readonly clears: string[];
};

/** The step as typed; it is judged as of its day, or of today while that is not a whole day. */
export function typedStep(
  dossier: Dossier,
  { step, values, today }: { step: number; values: FactValues; today: CalendarDate },
): TypedStep {
  const typed = readTypedDate(values[mainFields[step] ?? ''] ?? '');
  const on = isCalendarDate(typed) ? typed : today;
  const { patch, clears } = applyFacts(dossier, values, fieldsOfStep(step));
  const { mentors } = patch;
  if (step !== 5 || mentors === undefined) return { on, patch, clears };
  // Who is named here is named as of this day; who was known keeps the day on record.
  return {
    on,
    patch: { ...patch, mentors: mentors.map((each) => ({ from: on, ...each })) },
    clears,
  };
}
