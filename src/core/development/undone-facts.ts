import type { FactDate } from '../calendar/calendar-date';
import type { Dossier } from '../records/dossier';

/** Dated fields of the dossier, each with the step that it belongs to. */
const datedFields: readonly {
  readonly key: keyof Dossier;
  readonly step: number;
  readonly on: (dossier: Dossier) => FactDate | undefined;
}[] = [
  { key: 'appliedOn', step: 1, on: (d) => d.appliedOn },
  { key: 'receivedOn', step: 1, on: (d) => d.receivedOn },
  { key: 'talkedOn', step: 2, on: (d) => d.talkedOn },
  { key: 'recommendedOn', step: 3, on: (d) => d.recommendedOn },
  { key: 'activistOn', step: 3, on: (d) => d.activistOn },
  { key: 'activistFiledOn', step: 4, on: (d) => d.activistFiledOn },
  { key: 'targetDiscussedOn', step: 7, on: (d) => d.targetDiscussedOn },
  { key: 'targetAgreedOn', step: 8, on: (d) => d.targetAgreedOn },
  { key: 'notice', step: 8, on: (d) => d.notice?.from },
  { key: 'developmentTargetOn', step: 8, on: (d) => d.developmentTargetOn },
  { key: 'politicalReview', step: 10, on: (d) => d.politicalReview?.on },
  { key: 'training', step: 11, on: (d) => d.training?.from ?? d.training?.until },
  { key: 'committeeReviewedOn', step: 12, on: (d) => d.committeeReviewedOn },
  { key: 'preReviewSubmittedOn', step: 13, on: (d) => d.preReviewSubmittedOn },
  { key: 'preReviewedOn', step: 13, on: (d) => d.preReviewedOn },
  { key: 'membershipFormOn', step: 14, on: (d) => d.membershipFormOn },
  { key: 'meeting', step: 15, on: (d) => d.meeting?.on },
  { key: 'committeeTalkOn', step: 16, on: (d) => d.committeeTalkOn },
  { key: 'generalBranchReviewedOn', step: 16, on: (d) => d.generalBranchReviewedOn },
  { key: 'submittedOn', step: 17, on: (d) => d.submittedOn },
  { key: 'approvedOn', step: 17, on: (d) => d.approvedOn },
  { key: 'filedUpOn', step: 18, on: (d) => d.filedUpOn },
  { key: 'groupAssignedOn', step: 19, on: (d) => d.groupAssignedOn },
  { key: 'oathOn', step: 20, on: (d) => d.oathOn },
  { key: 'extension', step: 21, on: (d) => d.extension?.resolvedOn },
  { key: 'confirmationAppliedOn', step: 22, on: (d) => d.confirmationAppliedOn },
  { key: 'confirmationMeeting', step: 23, on: (d) => d.confirmationMeeting?.on },
  { key: 'confirmationApprovedOn', step: 24, on: (d) => d.confirmationApprovedOn },
  { key: 'archivedOn', step: 25, on: (d) => d.archivedOn },
];

export type Undoing = {
  readonly fromStep: number;
  /** Day of the act; absent where nobody wrote it down, then every fact of those steps is undone. */
  readonly on: FactDate | undefined;
  readonly keepsOwnDay: boolean;
};

/** The facts that still hold after an act undid some steps. The typed dossier is not touched. */
export function withoutUndone(dossier: Dossier, { fromStep, on, keepsOwnDay }: Undoing): Dossier {
  const isUndone = (fact: FactDate) => on === undefined || (keepsOwnDay ? fact < on : fact <= on);
  const dropped = new Set<string>();
  for (const field of datedFields) {
    const day = field.step < fromStep ? undefined : field.on(dossier);
    if (day !== undefined && isUndone(day)) dropped.add(field.key);
  }
  // A part of a dossier is a dossier: every field is optional.
  const kept = Object.fromEntries(
    Object.entries(dossier).filter(([key]) => !dropped.has(key)),
  ) as Dossier;
  return fromStep > 1 ? kept : withoutOldYears(kept, isUndone);
}

/** A new application begins without the mentors and reviews of the one before. */
function withoutOldYears(dossier: Dossier, isUndone: (fact: FactDate) => boolean): Dossier {
  const { mentors, reviewedOn, reportedOn, ...rest } = dossier;
  const newMentors = mentors?.filter(({ from }) => from !== undefined && !isUndone(from));
  return {
    ...rest,
    ...(newMentors === undefined ? {} : { mentors: newMentors }),
    ...(reviewedOn === undefined ? {} : { reviewedOn: reviewedOn.filter((on) => !isUndone(on)) }),
    ...(reportedOn === undefined ? {} : { reportedOn: reportedOn.filter((on) => !isUndone(on)) }),
  };
}

/** Whether any dated step was taken after a day. */
export function hasStepAfter(dossier: Dossier, on: FactDate): boolean {
  return datedFields.some((field) => (field.on(dossier) ?? '') > on);
}

/** The facts and acts up to a day, as somebody knew them then; an act without a day is the latest word. */
export function factsUntil(dossier: Dossier, on: FactDate): Dossier {
  const later = new Set<string>(
    datedFields.filter((field) => (field.on(dossier) ?? '') > on).map(({ key }) => key),
  );
  const kept = Object.fromEntries(Object.entries(dossier).filter(([key]) => !later.has(key)));
  const { events, ...rest } = kept as Dossier;
  const isKnown = ({ on: day }: { on?: FactDate | undefined }) => (day ?? '9999') <= on;
  const past = events?.filter(isKnown) ?? [];
  return {
    ...rest,
    ...(past.length > 0 ? { events: past } : {}),
  };
}
