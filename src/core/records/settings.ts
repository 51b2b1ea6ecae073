import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date';
import { localOverlaySchema } from '../regulations/local-overlay';
import { textSchema } from './shared';

/** The meta document's settings part: unit, signatories, definitions. Sizes of the law are not in here. */
export const settingsSchema = z.strictObject({
  unitName: textSchema,
  signatories: z.strictObject({ responsible: textSchema, preparer: textSchema, phone: textSchema }),
  operator: textSchema,
  isPractice: z.boolean(),
  /** First day of the 2026 rulebook; the boundary is a setting (rules §0.1). */
  rulebookBoundaryOn: calendarDateSchema,
  /** Which links count as party work for a unit without an organisation (rules §4.4). */
  workCoverageCounts: z.strictObject({
    instructor: z.boolean(),
    liaison: z.boolean(),
    union: z.boolean(),
    youthLeague: z.boolean(),
    womensFederation: z.boolean(),
    serviceCentre: z.boolean(),
  }),
  autoLockMinutes: z.int().min(2).max(30),
  theme: z.enum(['system', 'light', 'dark']),
  /** Holiday arrangements typed or imported for years the built-in calendar lacks: day → is it a working day. */
  workingDayOverrides: z.record(calendarDateSchema, z.boolean()),
  countsPostingDay: z.boolean(),
  /** The district's own rules (rules §2, L): they add and tighten, never loosen. */
  localOverlay: localOverlaySchema.optional(),
});
export type Settings = z.infer<typeof settingsSchema>;
