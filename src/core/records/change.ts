import { z } from 'zod';
import { idSchema, noteSchema, textSchema } from './shared';

/** One record before and after; `null` means it did not, or does not, exist. */
export const recordChangeSchema = z.strictObject({
  table: z.string().min(1).max(40),
  id: idSchema,
  before: z.json(),
  after: z.json(),
});
export type RecordChange = z.infer<typeof recordChangeSchema>;

/**
 * The only way anything enters the ledger. Undo, history and the audit trail read the list of these.
 * A change without record changes is an audit entry (a reveal, a print).
 */
export const changeSchema = z.strictObject({
  id: idSchema,
  /** Wall clock, ISO 8601; the order of changes is their sequence, never this. */
  at: z.iso.datetime(),
  by: textSchema,
  action: z.string().min(1).max(60),
  note: noteSchema.optional(),
  undoes: idSchema.optional(),
  changes: z.array(recordChangeSchema),
});
export type Change = z.infer<typeof changeSchema>;
