import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date';
import { idSchema, noteSchema, recordFields, textSchema } from './shared';

/** 情况说明 that settles one finding; it holds for as long as the facts it was written about stand. */
export const settlementSchema = z.strictObject({
  ...recordFields,
  personId: idSchema,
  rule: textSchema,
  /** The compared facts as they read on the day of settling. */
  facts: noteSchema,
  explanation: noteSchema.min(1),
  settledOn: calendarDateSchema,
  settledBy: textSchema,
});
export type Settlement = z.infer<typeof settlementSchema>;
