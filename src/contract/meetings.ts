import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { idSchema } from '../core/records/shared';
import { meetingSchema } from '../core/records/work';
import { rangeSchema } from './common';
import { gateItemSchema } from './people';

export const meetingKinds = ['branchCommittee', 'memberMeeting'] as const;

/** One person who may go on the agenda, with what the law says to it that day. */
export const candidateSchema = z.strictObject({
  personId: idSchema,
  name: z.string(),
  step: z.int(),
  stepTitle: z.string(),
  body: z.enum(meetingKinds),
  isVoted: z.boolean(),
  gate: z.array(gateItemSchema),
});
export type Candidate = z.infer<typeof candidateSchema>;

export const preparationSchema = z.strictObject({
  branchName: z.string(),
  hasCommittee: z.boolean().nullable(),
  fullMembers: z.int().nullable(),
  candidates: z.array(candidateSchema),
  /** The roll proposed: full members of the branch on the day. */
  roll: z.array(z.strictObject({ personId: idSchema, name: z.string() })),
  advice: z.array(z.string()),
});
export type Preparation = z.infer<typeof preparationSchema>;

const draftSchema = meetingSchema.omit({ id: true, retired: true, label: true });
export type MeetingDraft = z.infer<typeof draftSchema>;

export const meetingChannels = {
  'meetings.list': {
    input: z.strictObject({ range: rangeSchema }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          id: idSchema,
          on: calendarDateSchema,
          branchName: z.string(),
          bodyWords: z.string(),
          people: z.string(),
        }),
      ),
      total: z.int(),
    }),
  },
  /** Who is ready for this branch's meeting on that day, and who votes. */
  'meetings.prepare': {
    input: z.strictObject({ partyOrganizationId: idSchema, on: calendarDateSchema }),
    output: preparationSchema,
  },
  /** One save writes the meeting and every person's facts. */
  'meetings.save': {
    input: z.strictObject({ meeting: draftSchema, overrideReason: z.string().max(400).optional() }),
    output: z.strictObject({ changeId: idSchema, id: idSchema }),
  },
  'meetings.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({
      meeting: meetingSchema,
      branchName: z.string(),
      title: z.string(),
      minutes: z.array(z.string()),
      resolutions: z.array(z.strictObject({ name: z.string(), text: z.string() })),
    }),
  },
} as const;
