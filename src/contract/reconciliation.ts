import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { organizationKinds, organizationStatuses } from '../core/records/organization';
import { decisionChoices, listSources, outcomeClasses } from '../core/records/reconciliation';
import { idSchema } from '../core/records/shared';
import { emptySchema, rangeSchema, ratioSchema } from './common';
import { sheetChoices } from './imports';

export const differenceKinds = ['renamed', 'moved', 'statusChanged'] as const;

/** Which list it is and for which units it claims to be complete. */
export const listHeadSchema = z.strictObject({
  source: z.enum(listSources),
  listedOn: calendarDateSchema,
  kinds: z.array(z.enum(organizationKinds)).min(1).max(14),
  areaId: idSchema.optional(),
});
export type ListHead = z.infer<typeof listHeadSchema>;

const countsSchema = z.strictObject({
  rowsRead: z.int(),
  byClass: z.record(z.enum(outcomeClasses), z.int()),
  repeated: z.int(),
  unread: z.int(),
  skipped: z.int(),
  withheld: z.int(),
  /** Per class: how many still wait for a word; settled before = refused on an earlier list. */
  open: z.record(z.enum(outcomeClasses), z.int()),
  settledBefore: z.int(),
});
export type ReconciliationCountsView = z.infer<typeof countsSchema>;

export const decisionInputSchema = z.discriminatedUnion('choice', [
  z.strictObject({
    choice: z.literal('accept'),
    status: z.enum(organizationStatuses).optional(),
    unitId: idSchema.optional(),
    leaves: z.array(z.enum(differenceKinds)).max(3).optional(),
  }),
  z.strictObject({ choice: z.literal('refuse'), reason: z.string().max(400) }),
  z.strictObject({ choice: z.literal('later') }),
]);
export type DecisionInput = z.infer<typeof decisionInputSchema>;

export const outcomeViewSchema = z.strictObject({
  key: z.string(),
  class: z.enum(outcomeClasses),
  place: z.string(),
  name: z.string(),
  creditCode: z.string(),
  kindWords: z.string(),
  areaName: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  remark: z.string(),
  differences: z.array(
    z.strictObject({
      kind: z.enum(differenceKinds),
      label: z.string(),
      before: z.string(),
      after: z.string(),
    }),
  ),
  candidates: z.array(z.strictObject({ id: idSchema, name: z.string(), remark: z.string() })),
  choice: z.enum(decisionChoices),
  reason: z.string(),
  status: z.string(),
  linkedId: z.string(),
  leaves: z.array(z.enum(differenceKinds)),
  /** Said where an earlier list was refused the same content. */
  rememberedWords: z.string(),
});
export type OutcomeView = z.infer<typeof outcomeViewSchema>;

export const reconciliationPreviewSchema = z.strictObject({
  created: z.int(),
  updated: z.int(),
  refused: z.int(),
  open: z.int(),
  indicators: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      before: ratioSchema,
      after: ratioSchema,
    }),
  ),
});
export type ReconciliationPreview = z.infer<typeof reconciliationPreviewSchema>;

const tokenInput = z.strictObject({ token: z.string() });

export const reconciliationChannels = {
  /** Reads the waiting workbook as a list and compares it; with another head, or columns, once more. */
  'reconciliation.compare': {
    input: tokenInput.extend({ head: listHeadSchema, ...sheetChoices }),
    output: z.strictObject({
      fileName: z.string(),
      /** Names and codes of units were found under the headers; otherwise the columns are asked for first. */
      isCertain: z.boolean(),
      sheets: z.array(z.strictObject({ name: z.string(), isUsed: z.boolean(), words: z.string() })),
      counts: countsSchema,
    }),
  },
  'reconciliation.rows': {
    input: tokenInput.extend({
      class: z.enum([...outcomeClasses, 'unread', 'settledBefore']),
      range: rangeSchema,
    }),
    output: z.strictObject({ rows: z.array(outcomeViewSchema), total: z.int() }),
  },
  /** A word on one row, or on every row of a class that has none yet; nothing is written. */
  'reconciliation.decide': {
    input: tokenInput.extend({
      target: z.union([
        z.strictObject({ key: z.string() }),
        z.strictObject({ class: z.enum(outcomeClasses) }),
      ]),
      decision: decisionInputSchema,
    }),
    output: z.strictObject({ counts: countsSchema, decided: z.int() }),
  },
  'reconciliation.preview': {
    input: tokenInput.extend({ fillsBlanks: z.boolean() }),
    output: reconciliationPreviewSchema,
  },
  /** Everything decided, and the record of the comparison, as one change. */
  'reconciliation.commit': {
    input: tokenInput.extend({ fillsBlanks: z.boolean() }),
    output: z.strictObject({ changeId: idSchema, id: idSchema }),
  },
  'reconciliation.list': {
    input: emptySchema,
    output: z.array(
      z.strictObject({
        id: idSchema,
        fileName: z.string(),
        sourceWords: z.string(),
        listedOn: calendarDateSchema,
        madeOn: calendarDateSchema,
        madeBy: z.string(),
        rowsRead: z.int(),
        words: z.string(),
      }),
    ),
  },
} as const;
