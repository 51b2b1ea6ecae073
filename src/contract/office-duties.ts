import { z } from 'zod';
import { factDateSchema } from '../core/calendar/calendar-date';
import { idSchema } from '../core/records/shared';
import { citationSchema, emptySchema } from './common';

/** What an office has to do beside the people: `wrong` is an election that the rule does not allow. */
const dutyStateSchema = z.enum(['overdue', 'due', 'waiting', 'unknown', 'wrong']);

const officeDutyViewSchema = z.strictObject({
  key: z.string(),
  rule: z.string(),
  title: z.string(),
  /** Who has to do it; several of one day stand in one row. */
  subject: z.string(),
  partyOrganizationId: idSchema.nullable(),
  organizationId: idSchema.nullable(),
  on: factDateSchema.nullable(),
  state: dutyStateSchema,
  days: z.int().nullable(),
  context: z.string(),
  citation: citationSchema,
  nextAct: z.string(),
});
export type OfficeDutyView = z.infer<typeof officeDutyViewSchema>;

export const officeDutyChannels = {
  'duties.list': { input: emptySchema, output: z.array(officeDutyViewSchema) },
} as const;
