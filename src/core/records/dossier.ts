import { z } from 'zod';
import { factDateSchema } from '../calendar/calendar-date';
import { postKinds } from './party-organization';
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
  /** Members left out of 应到, and whether the superior agreed and the meeting passed it (rules §1 step 15). */
  deducted: z.int().optional(),
  isDeductionApproved: z.boolean().optional(),
  /** 预备党员 counted among the voters: never lawful (C51). */
  probationaryVoters: z.int().optional(),
  /** People this one vote or this one resolution was about; more than one is a breach (C49). */
  people: z.int().optional(),
  /** 决议栏签名的支部书记. */
  secretary: textSchema.optional(),
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
  /** Day of becoming a full member: later than the assignment is a breach (C30). */
  fullMemberSince: factDateSchema.optional(),
  /** 近亲属: only that it is so, nothing more about the family. */
  isRelative: z.boolean().optional(),
  /** From when the mentor could no longer be one, and why (C38). */
  unfitFrom: factDateSchema.optional(),
  unfitReason: textSchema.optional(),
  ...factPeriod,
});
export const introducerSchema = z.strictObject({
  name: textSchema,
  personId: idSchema.optional(),
  isFullMember: z.boolean().optional(),
  fullMemberSince: factDateSchema.optional(),
  isUnderDiscipline: z.boolean().optional(),
  isRelative: z.boolean().optional(),
  /** Day on which the branch settled who introduces; before the form is filled in. */
  from: factDateSchema.optional(),
  /** Of the same branch or the same 基层党委 (C34). */
  isOfSameCommittee: z.boolean().optional(),
  /** Present at the accepting meeting, or with a written opinion. */
  hasSpoken: z.boolean().optional(),
});

/** 支委会或党员大会 that decided a step other than the two votes: which body, how many came, whether minuted. */
export const branchDecisionSchema = z.strictObject({
  step: z.int().min(1).max(25),
  on: factDateSchema.optional(),
  body: z.enum(['branchCommittee', 'memberMeeting']).optional(),
  /** 应到与实到的支委 (C50). */
  members: z.int().optional(),
  present: z.int().optional(),
  isMinuted: z.boolean().optional(),
});

export const approverLevels = [
  'committee',
  'workCommittee',
  'generalBranch',
  'branch',
  'leadingGroup',
  'temporary',
] as const;
export type ApproverLevel = (typeof approverLevels)[number];

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
  /** 接收申请的党组织. */
  acceptedBy: textSchema.optional(),
  talkedOn: factDateSchema.optional(),
  talkedBy: textSchema.optional(),
  talkedByPost: z.enum(postKinds).optional(),
  recommendedOn: factDateSchema.optional(),
  activistOn: factDateSchema.optional(),
  activistFiledOn: factDateSchema.optional(),
  mentors: z.array(mentorSchema).max(40).optional(),
  reviewedOn: z.array(factDateSchema).max(80).optional(),
  reportedOn: z.array(factDateSchema).max(200).optional(),
  targetDiscussedOn: factDateSchema.optional(),
  targetAgreedOn: factDateSchema.optional(),
  notice: z.strictObject({ ...factPeriod, hasObjection: z.boolean().optional() }).optional(),
  /** 公示 that only local practice asks for. */
  localNotices: z
    .array(z.strictObject({ kind: z.enum(['activist', 'preAccept', 'confirm']), ...factPeriod }))
    .max(12)
    .optional(),
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
      /** 个别特殊情况未经（未足）培训的说明. */
      exemption: noteSchema.optional(),
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
  committeeTalkBy: textSchema.optional(),
  committeeTalkByPost: z.enum(postKinds).optional(),
  generalBranchReviewedOn: factDateSchema.optional(),
  submittedOn: factDateSchema.optional(),
  approvedOn: factDateSchema.optional(),
  approvedBy: textSchema.optional(),
  approverLevel: z.enum(approverLevels).optional(),
  /** 特殊情况 written down for an approval after three months. */
  approvalDelayReason: textSchema.optional(),
  filedUpOn: factDateSchema.optional(),
  groupAssignedOn: factDateSchema.optional(),
  oathOn: factDateSchema.optional(),
  printedProbation: z.strictObject(factPeriod).optional(),
  probationReviewedOn: z.array(factDateSchema).max(40).optional(),
  extension: z
    .strictObject({
      resolvedOn: factDateSchema.optional(),
      months: z.int().optional(),
      /** The extended period as it was written down (C24). */
      ...factPeriod,
    })
    .optional(),
  confirmationAppliedOn: factDateSchema.optional(),
  confirmationMeeting: ballotSchema.optional(),
  confirmationApprovedOn: factDateSchema.optional(),
  printedSeniorityFrom: factDateSchema.optional(),
  /** 入党时间、转正时间 as the forms state them (C68). */
  printedJoinedOn: factDateSchema.optional(),
  printedConfirmedOn: factDateSchema.optional(),
  archivedOn: factDateSchema.optional(),
  archivedAt: textSchema.optional(),
  transfers: z
    .array(
      z.strictObject({
        on: factDateSchema.optional(),
        direction: z.enum(['in', 'out']).optional(),
        hasPapers: z.boolean().optional(),
        /** 接收方审查意见 on record (26#12). */
        isReviewed: z.boolean().optional(),
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
        isDated: z.boolean().optional(),
        /** 姓名 as this paper writes it (C03); the secretary who signed it (C37). */
        statedName: textSchema.optional(),
        signedBy: textSchema.optional(),
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
  branchDecisions: z.array(branchDecisionSchema).max(60).optional(),
  /** 立案审查或处分 and while it lasts (C64); what it was about is not kept. */
  disciplinaryMatters: z
    .array(z.strictObject({ kind: z.enum(['investigation', 'penalty']), ...factPeriod }))
    .max(20)
    .optional(),
  /** Of members: absence and the last signs of membership (FLOAT-6M, LAPSE-6M). */
  membership: z
    .strictObject({
      awayFrom: factDateSchema.optional(),
      returnedOn: factDateSchema.optional(),
      floatingRegisteredOn: factDateSchema.optional(),
      lastActivityOn: factDateSchema.optional(),
      lastDuesOn: factDateSchema.optional(),
      lastTaskOn: factDateSchema.optional(),
      /** 正当理由; with one nobody is struck off. */
      excuse: noteSchema.optional(),
    })
    .optional(),
  events: z.array(dossierEventSchema).max(80).optional(),
});
export type Dossier = z.infer<typeof dossierSchema>;
