import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { localOverlaySchema, overlayEntrySchema } from '../core/regulations/local-overlay';
import { citationSchema, emptySchema } from './common';

/** One entry of the paper, with its place in it and whether it holds today. */
export const overlayLineSchema = z.strictObject({
  index: z.int(),
  entry: overlayEntrySchema,
  state: z.enum(['ahead', 'inForce', 'ended']),
});
export type OverlayLine = z.infer<typeof overlayLineSchema>;

/** A number a district may set or make stricter. */
export const overlayNumberSchema = z.strictObject({
  name: z.string(),
  words: z.string(),
  unit: z.enum(['months', 'days', 'workingDays', 'count']),
  value: z.number(),
  /** The stricter way; `any` for a local rule, whose number is the district's own. */
  way: z.enum(['lower', 'higher', 'any']),
});
export type OverlayNumber = z.infer<typeof overlayNumberSchema>;

export const overlayRuleSchema = z.strictObject({
  rule: z.string(),
  title: z.string(),
  text: z.string(),
  citation: citationSchema,
  isLocal: z.boolean(),
  /** Whether it is asked today, by the paper or by itself. */
  isOn: z.boolean(),
  numbers: z.array(overlayNumberSchema),
  lines: z.array(overlayLineSchema),
});
export type OverlayRule = z.infer<typeof overlayRuleSchema>;

/** A HARD rule whose wording nobody here has seen: it warns until somebody confirms it. */
export const weakRuleSchema = z.strictObject({
  rule: z.string(),
  title: z.string(),
  text: z.string(),
  citation: citationSchema,
  confirmed: z.strictObject({ source: z.string(), confirmedOn: calendarDateSchema }).nullable(),
});
export type WeakRule = z.infer<typeof weakRuleSchema>;

const paperSchema = localOverlaySchema.omit({ entries: true });
export type OverlayPaper = z.infer<typeof paperSchema>;
const tokenInput = z.strictObject({ token: z.string() });

export const overlayChannels = {
  'overlay.overview': {
    input: emptySchema,
    output: z.strictObject({
      today: calendarDateSchema,
      paper: paperSchema,
      local: z.array(overlayRuleSchema),
      national: z.array(overlayRuleSchema),
      added: z.array(overlayLineSchema),
      facts: z.array(z.strictObject({ name: z.string(), words: z.string() })),
      weak: z.array(weakRuleSchema),
    }),
  },
  'overlay.savePaper': { input: paperSchema, output: emptySchema },
  /** Adds an entry, or replaces the one at `index`; what loosens is refused with words. */
  'overlay.saveEntry': {
    input: z.strictObject({ entry: overlayEntrySchema, index: z.int().min(0).max(199).optional() }),
    output: emptySchema,
  },
  'overlay.export': { input: tokenInput, output: z.strictObject({ entries: z.int() }) },
  /** What a file holds and what speaks against it; nothing is taken over yet. */
  'overlay.read': {
    input: tokenInput,
    output: z.strictObject({
      overlay: localOverlaySchema,
      madeBy: z.string(),
      madeOn: calendarDateSchema,
      problems: z.array(z.string()),
      /** Entries of the present paper that the file does not hold. */
      lost: z.int(),
    }),
  },
  /** Takes over the file's paper whole, if nothing speaks against it. */
  'overlay.adopt': { input: tokenInput, output: z.strictObject({ entries: z.int() }) },
  'overlay.confirm': {
    input: z.strictObject({
      rule: z.string().min(1).max(40),
      /** Where the wording was seen; `null` takes the confirmation back. */
      source: z.string().min(1).max(400).nullable(),
    }),
    output: emptySchema,
  },
} as const;
