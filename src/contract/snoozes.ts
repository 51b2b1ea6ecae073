import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { idSchema, textSchema } from '../core/records/shared';
import { dueItemSchema, emptySchema } from './common';

export const snoozedItemSchema = z.strictObject({
  id: idSchema,
  item: dueItemSchema,
  until: calendarDateSchema,
  reason: z.string(),
  madeOn: calendarDateSchema,
  madeBy: z.string(),
});
export type SnoozedItem = z.infer<typeof snoozedItemSchema>;

export const snoozeChannels = {
  'snoozes.list': { input: emptySchema, output: z.array(snoozedItemSchema) },
  /** Puts one reminder off; the deadline itself stays where the law put it. */
  'snoozes.add': {
    input: z.strictObject({
      key: textSchema.min(1),
      dueOn: calendarDateSchema,
      until: calendarDateSchema,
      reason: textSchema.min(1),
    }),
    output: z.strictObject({ changeId: idSchema }),
  },
  'snoozes.end': {
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({ changeId: idSchema }),
  },
} as const;
