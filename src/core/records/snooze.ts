import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date';
import { recordFields, textSchema } from './shared';

/** A reminder put off with a reason. It returns on its day, and at once when the deadline itself moves. */
export const snoozeSchema = z.strictObject({
  ...recordFields,
  /** The reminder's own key: `subject/rule`, or `task/task`. */
  key: textSchema.min(1),
  dueOn: calendarDateSchema,
  /** First day on which it is shown again. */
  until: calendarDateSchema,
  reason: textSchema.min(1),
  madeOn: calendarDateSchema,
  madeBy: textSchema,
});
export type Snooze = z.infer<typeof snoozeSchema>;
