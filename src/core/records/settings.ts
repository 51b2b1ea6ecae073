import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date';
import { localOverlaySchema } from '../regulations/local-overlay';
import { textSchema } from './shared';

export const printedProbationEnds = ['lastDay', 'confirmableDay'] as const;

export const reviewModeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rolling') }),
  z.strictObject({
    kind: z.literal('fixed'),
    /** Month and day, as 06-30. */
    days: z
      .array(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))
      .min(1)
      .max(12),
  }),
]);

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
  /** How the indicators are read where the documents leave it open (rules §4.4); absent = the usual reading. */
  indicatorReading: z
    .strictObject({
      /** A: organised or worked, of all; B: worked, of those without an organisation. */
      workRate: z.enum(['A', 'B']),
      shouldBuildRate: z.enum(['lenient', 'strict']),
      /** From how many staff on a social organisation belongs to the survey subset. */
      socialStaffThreshold: z.union([z.literal(10), z.literal(30)]),
    })
    .optional(),
  /** A station is checked again within so many days (a local habit). */
  stationCheckDays: z.int().min(1).max(366).optional(),
  autoLockMinutes: z.int().min(2).max(30),
  /** Whether the desk locks when its window is minimised; not unless somebody says so. */
  locksOnMinimise: z.boolean().optional(),
  theme: z.enum(['system', 'light', 'dark']),
  /** Holiday arrangements typed or imported for years the built-in calendar lacks: day → is it a working day. */
  workingDayOverrides: z.record(calendarDateSchema, z.boolean()),
  countsPostingDay: z.boolean(),
  /** Latest days that fall on a day off move to the next working day; off unless the district says so. */
  rollsOverHolidays: z.boolean().optional(),
  /** How the end of probation is printed: its last day, or 期满日; both are read as right. */
  printedProbationEnd: z.enum(printedProbationEnds).optional(),
  /** 半年考察 from each person's own day, or on fixed days of the year. */
  reviewMode: reviewModeSchema.optional(),
  /** Rules of weak evidence whose wording somebody has seen since (rules §0.3): from then on they block. */
  confirmedRules: z
    .array(
      z.strictObject({
        rule: z.string().min(1).max(40),
        source: z.string().min(1).max(400),
        confirmedOn: calendarDateSchema,
      }),
    )
    .max(200)
    .optional(),
  /** The district's own rules (rules §2, L): they add and tighten, never loosen. */
  localOverlay: localOverlaySchema.optional(),
});
export type Settings = z.infer<typeof settingsSchema>;
