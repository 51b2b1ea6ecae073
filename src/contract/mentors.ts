import { z } from 'zod';
import { factDateSchema } from '../core/calendar/calendar-date';
import { idSchema } from '../core/records/shared';
import { emptySchema } from './common';

/** A full member who may be named mentor or introducer, with whom they accompany already. */
export const proposedMentorSchema = z.strictObject({
  personId: idSchema,
  name: z.string(),
  branchName: z.string(),
  isOfBranch: z.boolean(),
  since: factDateSchema.nullable(),
  load: z.int(),
});
export type ProposedMentor = z.infer<typeof proposedMentorSchema>;

export const mentorLoadSchema = z.strictObject({
  name: z.string(),
  branchName: z.string(),
  people: z.array(z.strictObject({ id: idSchema, name: z.string() })),
});
export type MentorLoad = z.infer<typeof mentorLoadSchema>;

export const mentorChannels = {
  /** Full members by what was typed, those of the person's branch first. */
  'mentors.propose': {
    input: z.strictObject({ personId: idSchema, text: z.string().max(60) }),
    output: z.array(proposedMentorSchema),
  },
  /** Everybody who accompanies somebody today, the heaviest load first. */
  'mentors.load': { input: emptySchema, output: z.array(mentorLoadSchema) },
} as const;
