import { z } from 'zod';
import { factDateSchema } from '../calendar/calendar-date';
import { idSchema, noteSchema, textSchema } from './shared';

const factPeriod = { from: factDateSchema.optional(), until: factDateSchema.optional() };
const votes = {
  yes: z.int().optional(),
  no: z.int().optional(),
  abstain: z.int().optional(),
};

/** One vote on one person. Counts are typed facts, also when they contradict each other. */
export const ballotSchema = z.strictObject({
  on: factDateSchema.optional(),
  should: z.int().optional(),
  present: z.int().optional(),
  ...votes,
  invalid: z.int().optional(),
  written: z.strictObject(votes).optional(),
  isSecret: z.boolean().optional(),
  meetingId: idSchema.optional(),
  /** The figures as the resolution and the membership form state them. */
  resolution: z
    .strictObject({
      should: z.int().optional(),
      present: z.int().optional(),
      yes: z.int().optional(),
    })
    .optional(),
});
export type Ballot = z.infer<typeof ballotSchema>;

export const mentorSchema = z.strictObject({
  name: textSchema,
  personId: idSchema.optional(),
  isFullMember: z.boolean().optional(),
  /** 近亲属: only that it is so, nothing more about the family. */
  isRelative: z.boolean().optional(),
  ...factPeriod,
});
export const introducerSchema = z.strictObject({
  name: textSchema,
  personId: idSchema.optional(),
  isFullMember: z.boolean().optional(),
  isUnderDiscipline: z.boolean().optional(),
  isRelative: z.boolean().optional(),
  /** Present at the accepting meeting, or with a written opinion. */
  hasSpoken: z.boolean().optional(),
});

export const closureKinds = [
  'applicationWithdrawn',
  'activistCancelled',
  'returnedToActivist',
  'meetingRejected',
  'committeeRejected',
  'probationCancelled',
  'transferredOut',
  'onHold',
  'deceased',
  'removed',
  'notRecognized',
] as const;

/** What happens beside the 25 steps (rules §1.1, §3 end); src/core/development/transitions-data.ts says what each does. */
export const eventKinds = [
  ...closureKinds,
  'resumed',
  'reApplied',
  'probationExtended',
  'discussionDeferred',
  'transferredIn',
  'transferAccepted',
  'outOfContact',
  'abroad',
  'trainingBroken',
  'lapsed',
  'leftParty',
  'expelled',
  'specialAdmission',
  'posthumousAdmission',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** One dated act with who decided it and on which paper; never deleted, a later act follows it. */
export const dossierEventSchema = z.strictObject({
  kind: z.enum(eventKinds),
  on: factDateSchema.optional(),
  body: textSchema.optional(),
  documentNumber: textSchema.optional(),
  reason: noteSchema.optional(),
  operator: textSchema.optional(),
  /** Months of an extension. */
  months: z.int().optional(),
  hasPapers: z.boolean().optional(),
});
export type DossierEvent = z.infer<typeof dossierEventSchema>;

/** 发展党员档案: the dated facts of the 25 steps, as people typed them. The engine never changes one. */
export const dossierSchema = z.strictObject({
  appliedOn: factDateSchema.optional(),
  receivedOn: factDateSchema.optional(),
  acceptBasis: textSchema.optional(),
  talkedOn: factDateSchema.optional(),
  talkedBy: textSchema.optional(),
  activistOn: factDateSchema.optional(),
  activistFiledOn: factDateSchema.optional(),
  mentors: z.array(mentorSchema).max(40).optional(),
  reviewedOn: z.array(factDateSchema).max(80).optional(),
  reportedOn: z.array(factDateSchema).max(200).optional(),
  targetDiscussedOn: factDateSchema.optional(),
  targetAgreedOn: factDateSchema.optional(),
  notice: z.strictObject({ ...factPeriod, hasObjection: z.boolean().optional() }).optional(),
  developmentTargetOn: factDateSchema.optional(),
  introducers: z.array(introducerSchema).max(10).optional(),
  politicalReview: z
    .strictObject({ on: factDateSchema.optional(), result: textSchema.optional() })
    .optional(),
  training: z
    .strictObject({
      ...factPeriod,
      days: z.number().optional(),
      hours: z.number().optional(),
      organiser: textSchema.optional(),
    })
    .optional(),
  committeeReviewedOn: factDateSchema.optional(),
  preReviewSubmittedOn: factDateSchema.optional(),
  preReviewedOn: factDateSchema.optional(),
  expectedLeaveOn: factDateSchema.optional(),
  membershipFormOn: factDateSchema.optional(),
  membershipFormNumber: textSchema.optional(),
  meeting: ballotSchema.optional(),
  committeeTalkOn: factDateSchema.optional(),
  submittedOn: factDateSchema.optional(),
  approvedOn: factDateSchema.optional(),
  /** 特殊情况 written down for an approval after three months. */
  approvalDelayReason: textSchema.optional(),
  filedUpOn: factDateSchema.optional(),
  groupAssignedOn: factDateSchema.optional(),
  oathOn: factDateSchema.optional(),
  printedProbation: z.strictObject(factPeriod).optional(),
  probationReviewedOn: z.array(factDateSchema).max(40).optional(),
  extension: z
    .strictObject({ resolvedOn: factDateSchema.optional(), months: z.int().optional() })
    .optional(),
  confirmationAppliedOn: factDateSchema.optional(),
  confirmationMeeting: ballotSchema.optional(),
  confirmationApprovedOn: factDateSchema.optional(),
  printedSeniorityFrom: factDateSchema.optional(),
  archivedOn: factDateSchema.optional(),
  archivedAt: textSchema.optional(),
  transfers: z
    .array(
      z.strictObject({
        on: factDateSchema.optional(),
        direction: z.enum(['in', 'out']).optional(),
        hasPapers: z.boolean().optional(),
      }),
    )
    .max(40)
    .optional(),
  papers: z
    .array(
      z.strictObject({
        kind: textSchema,
        state: z.enum(['original', 'copy', 'absent']).optional(),
        isSigned: z.boolean().optional(),
        isSealed: z.boolean().optional(),
        isHandwritten: z.boolean().optional(),
        datedOn: factDateSchema.optional(),
        pages: z.int().optional(),
        storedAt: textSchema.optional(),
      }),
    )
    .max(200)
    .optional(),
  /** The same fact as other forms state it (C16): form → fact → date. */
  statedElsewhere: z
    .array(z.strictObject({ form: textSchema, fact: textSchema, on: factDateSchema }))
    .max(200)
    .optional(),
  overrides: z
    .array(z.strictObject({ rule: textSchema, reason: noteSchema, on: factDateSchema }))
    .max(100)
    .optional(),
  events: z.array(dossierEventSchema).max(80).optional(),
  closure: z
    .strictObject({
      kind: z.enum(closureKinds),
      on: factDateSchema.optional(),
      reason: textSchema.optional(),
    })
    .optional(),
});
export type Dossier = z.infer<typeof dossierSchema>;
