import { z } from 'zod';
import { calendarDateSchema, factDateSchema } from '../core/calendar/calendar-date';
import { dossierEventSchema, dossierSchema, eventKinds } from '../core/records/dossier';
import { idSchema, noteSchema } from '../core/records/shared';
import { citationSchema, rangeSchema } from './common';
import { gateItemSchema } from './people';

/** One act that is open on a day: what it is, who decides, what it asks, what it starts. */
export const openActSchema = z.strictObject({
  kind: z.enum(eventKinds),
  words: z.string(),
  group: z.string(),
  body: z.string(),
  clock: z.string(),
  citation: citationSchema,
  /** First of the steps that have to be taken again; `null` where none has. */
  redoFrom: z.int().nullable(),
});
export type OpenAct = z.infer<typeof openActSchema>;

/** How a person came to where she is, one line per entry into a stage or act. */
export const pathLineSchema = z.strictObject({
  on: factDateSchema.nullable(),
  words: z.string(),
  body: z.string(),
  documentNumber: z.string(),
  reason: z.string(),
  operator: z.string(),
  clock: z.string(),
  citation: citationSchema.nullable(),
  isUndone: z.boolean(),
  /** Place of the act in the dossier; `null` for a step. */
  event: z.int().nullable(),
  /** What the act still lacks, in words. */
  lacks: z.array(z.string()),
});
export type PathLineView = z.infer<typeof pathLineSchema>;

export const overrideViewSchema = z.strictObject({
  rule: z.string(),
  title: z.string(),
  citation: citationSchema.nullable(),
  reason: z.string(),
  on: calendarDateSchema.or(factDateSchema),
});
export type OverrideView = z.infer<typeof overrideViewSchema>;

export const overrideRowSchema = overrideViewSchema.extend({
  personId: idSchema,
  personName: z.string(),
  branchName: z.string(),
});
export type OverrideRow = z.infer<typeof overrideRowSchema>;

/** A step as it is about to be taken: facts as typed, like `people.saveFacts`. */
const stepInput = z.strictObject({
  id: idSchema,
  step: z.int().min(1).max(25),
  on: calendarDateSchema,
  patch: dossierSchema.partial(),
  clears: z.array(z.string()),
});

export const dossierActChannels = {
  'dossier.path': {
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({
      /** Where she stands, in one sentence. */
      sentence: z.string(),
      lines: z.array(pathLineSchema),
      overrides: z.array(overrideViewSchema),
    }),
  },
  /** The acts beside the 25 steps that were open on that day. */
  'dossier.acts': {
    input: z.strictObject({ id: idSchema, on: calendarDateSchema }),
    output: z.strictObject({ acts: z.array(openActSchema), operator: z.string() }),
  },
  /** Records an act, or completes the one at `index`. */
  'dossier.saveAct': {
    input: z.strictObject({
      id: idSchema,
      event: dossierEventSchema,
      index: z.int().min(0).max(79).optional(),
    }),
    output: z.strictObject({ changeId: idSchema }),
  },
  /** 已具备 / 阻断 / 提醒 / 未知 for the step as typed. */
  'dossier.gate': {
    input: stepInput,
    output: z.strictObject({
      items: z.array(gateItemSchema),
      /** The last reason given for a rule that blocks now. */
      earlierReason: z.string(),
    }),
  },
  /** Takes a step: refused while it is blocked and no reason is given. */
  'dossier.takeStep': {
    input: stepInput.extend({ reason: noteSchema.optional() }),
    output: z.strictObject({ changeId: idSchema }),
  },
  /** Every block that was passed over with a reason, newest first. */
  'dossier.overrides': {
    input: z.strictObject({ range: rangeSchema }),
    output: z.strictObject({ rows: z.array(overrideRowSchema), total: z.int() }),
  },
} as const;

export type TakenStep = z.infer<typeof stepInput>;
