import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { idSchema } from '../core/records/shared';
import { emptySchema, rangeSchema } from './common';
import { attestationSchema } from './attestation';

export const importVerdicts = ['ok', 'warn', 'reject', 'skip'] as const;
export const fieldPolicies = ['skip', 'fillBlanks', 'overwrite'] as const;

/** What the user has said about the sheets of a waiting workbook. */
export const sheetChoices = {
  /** `sheet!COLUMN` → field, `custom` or `ignore`. */
  mapping: z.record(z.string(), z.string()).optional(),
  headerRows: z.record(z.string(), z.array(z.int().min(1)).min(1).max(3)).optional(),
  included: z.record(z.string(), z.boolean()).optional(),
};

export const importSheetSchema = z.strictObject({
  name: z.string(),
  kindWords: z.string(),
  isImported: z.boolean(),
  reason: z.string(),
  titleRows: z.array(z.int()),
  headerRows: z.array(z.int()),
  /** The columns are mapped as in an earlier import of the same header. */
  isRemembered: z.boolean(),
  /** The first rows as they stand, so that another row can be pointed at as the header. */
  opening: z.array(z.strictObject({ row: z.int(), cells: z.array(z.string()) })),
  columns: z.array(
    z.strictObject({
      column: z.string(),
      header: z.string(),
      group: z.string(),
      field: z.string(),
      fieldWords: z.string(),
      sample: z.string(),
    }),
  ),
  counts: z.strictObject({
    rows: z.int(),
    ok: z.int(),
    warn: z.int(),
    reject: z.int(),
    skip: z.int(),
    importable: z.int(),
  }),
});
export type ImportSheet = z.infer<typeof importSheetSchema>;

export const importRowSchema = z.strictObject({
  sheet: z.string(),
  row: z.int(),
  verdict: z.enum(importVerdicts),
  keyWords: z.string(),
  /** Under the mapped columns, in their order; numbers of people are masked. */
  cells: z.array(
    z.strictObject({
      column: z.string(),
      header: z.string(),
      shown: z.string(),
      isMasked: z.boolean(),
      isEdited: z.boolean(),
    }),
  ),
  issues: z.array(
    z.strictObject({
      code: z.string(),
      /** Letters of the column; empty for the row as a whole. */
      place: z.string(),
      column: z.string(),
      raw: z.string(),
      why: z.string(),
      remedy: z.string(),
      severity: z.enum(['reject', 'warn', 'info', 'skip']),
    }),
  ),
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const importPlanSchema = z.strictObject({
  token: z.string(),
  fileName: z.string(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  skipped: z.int(),
  rowsRead: z.int(),
  edits: z.int(),
  /** What else the plan makes, e.g. 党组织 44 个、指导员 21 名. */
  alsoCreates: z.array(z.strictObject({ words: z.string(), count: z.int() })),
  /** Fields in which the sheet and records of the ledger meet, most differing first. */
  fields: z.array(
    z.strictObject({
      field: z.string(),
      words: z.string(),
      blanks: z.int(),
      differing: z.int(),
    }),
  ),
  alreadyImportedOn: calendarDateSchema.optional(),
});
export type ImportPlanView = z.infer<typeof importPlanSchema>;

const tokenInput = z.strictObject({ token: z.string() });

/** From a foreign sheet to one change of the ledger; until the commit nothing is written. */
export const importChannels = {
  /** What the parser made of the file main handed to it under `token`; waits until it is done. */
  'imports.read': {
    input: tokenInput.extend(sheetChoices),
    output: z.strictObject({
      fileName: z.string(),
      edits: z.int(),
      sheets: z.array(importSheetSchema),
    }),
  },
  /** A block of cells copied out of a spreadsheet, put on the same way as a file. */
  'imports.paste': {
    input: z.strictObject({ text: z.string().max(900_000) }),
    output: z.strictObject({ token: z.string(), fileName: z.string() }),
  },
  'imports.rows': {
    input: tokenInput.extend({ verdict: z.enum(importVerdicts).optional(), range: rangeSchema }),
    output: z.strictObject({ rows: z.array(importRowSchema), total: z.int() }),
  },
  /** Writes over one cell for this import only (`null` puts the file's own back) and judges all rows anew. */
  'imports.edit': {
    input: tokenInput.extend({
      sheet: z.string(),
      row: z.int().min(1),
      column: z.string().regex(/^[A-Z]{1,3}$/),
      text: z.string().max(4000).nullable(),
    }),
    output: z.strictObject({ row: importRowSchema, edits: z.int() }),
  },
  'imports.plan': {
    input: tokenInput.extend({
      policy: z.enum(fieldPolicies),
      perField: z.record(z.string(), z.enum(fieldPolicies)).optional(),
    }),
    output: importPlanSchema,
  },
  /** Writes the refused rows with their reasons to the place chosen under `place`. */
  'imports.saveRejects': {
    input: tokenInput.extend({ place: z.string(), attestation: attestationSchema }),
    output: z.strictObject({ rows: z.int() }),
  },
  /** Executes exactly the plan last shown for the token, as one change. */
  'imports.commit': {
    input: tokenInput,
    output: z.strictObject({ changeId: idSchema, batchId: idSchema }),
  },
  'imports.discard': { input: tokenInput, output: emptySchema },
  'imports.batches': {
    input: emptySchema,
    output: z.array(
      z.strictObject({
        id: idSchema,
        changeId: idSchema,
        fileName: z.string(),
        importedOn: calendarDateSchema,
        created: z.int(),
        updated: z.int(),
        isUndone: z.boolean(),
      }),
    ),
  },
} as const;
