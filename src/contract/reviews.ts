import { z } from 'zod';
import { idSchema } from '../core/records/shared';
import { emptySchema } from './common';

/** Records whose every change a second person may confirm (录入≠审核, security.md §3.9). */
export const reviewedTables = [
  'people',
  'organizations',
  'partyOrganizations',
  'meetings',
  'stations',
  'requests',
  'instructors',
] as const;
export type ReviewedTable = (typeof reviewedTables)[number];

const subject = { table: z.enum(reviewedTables), recordId: idSchema };

const reviewSchema = z.strictObject({
  ...subject,
  name: z.string(),
  /** 待复核：办理员乙 11-23 09:30 */
  words: z.string(),
  isPending: z.boolean(),
  /** Whether the person at the desk may confirm it: not who entered it, and of a role that may. */
  canConfirm: z.boolean(),
});
export type Review = z.infer<typeof reviewSchema>;

export const reviewChannels = {
  /** `null` while only one person uses the ledger. */
  'reviews.of': { input: z.strictObject(subject), output: reviewSchema.nullable() },
  'reviews.pending': {
    input: emptySchema,
    output: z.strictObject({ rows: z.array(reviewSchema), total: z.int() }),
  },
  'reviews.confirm': {
    input: z.strictObject(subject),
    output: z.strictObject({ changeId: idSchema }),
  },
} as const;
