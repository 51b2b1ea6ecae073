import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { stages } from '../core/records/person';
import { idSchema, noteSchema } from '../core/records/shared';
import { citationSchema, emptySchema, rangeSchema } from './common';
import { findingViewSchema, verdicts } from './people';

const countsSchema = z.strictObject({
  unreasonable: z.int(),
  verify: z.int(),
  unknown: z.int(),
  /** Explained, and the facts have not changed since. */
  settled: z.int(),
  people: z.int(),
});
export type AuditCounts = z.infer<typeof countsSchema>;

/** Findings that one kind of act repairs, over the whole roster. */
export const auditGroupSchema = countsSchema.extend({
  rule: z.string(),
  title: z.string(),
  repair: z.string(),
  citation: citationSchema,
});
export type AuditGroup = z.infer<typeof auditGroupSchema>;

export const auditBranchSchema = countsSchema.extend({
  branchId: z.string(),
  branchName: z.string(),
  areaName: z.string(),
});
export type AuditBranch = z.infer<typeof auditBranchSchema>;

export const auditOverviewSchema = z.strictObject({
  today: calendarDateSchema,
  /** Dossiers read; people without one are not judged. */
  dossiers: z.int(),
  /** Dossiers by the worst finding nobody has explained. */
  byVerdict: z.record(z.enum(verdicts), z.int()),
  settled: z.int(),
  groups: z.array(auditGroupSchema),
  branches: z.array(auditBranchSchema),
});
export type AuditOverview = z.infer<typeof auditOverviewSchema>;

/** One finding, named by person, rule and the facts it compared. */
export const findingKeySchema = z.strictObject({
  personId: idSchema,
  rule: z.string().min(1).max(60),
  facts: noteSchema,
});

export const auditRowSchema = findingKeySchema.extend({
  personName: z.string(),
  branchName: z.string(),
  stage: z.enum(stages).nullable(),
  finding: findingViewSchema,
  repair: z.string(),
  settlement: z
    .strictObject({
      id: idSchema,
      explanation: z.string(),
      settledOn: calendarDateSchema,
      settledBy: z.string(),
    })
    .nullable(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

export const auditFilterSchema = z.strictObject({
  rule: z.string().max(60).optional(),
  branchId: idSchema.optional(),
  personId: idSchema.optional(),
  verdict: z.enum(verdicts).optional(),
  state: z.enum(['open', 'settled']),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const auditChannels = {
  'audit.overview': { input: emptySchema, output: auditOverviewSchema },
  'audit.findings': {
    input: z.strictObject({ filter: auditFilterSchema, range: rangeSchema }),
    output: z.strictObject({ rows: z.array(auditRowSchema), total: z.int() }),
  },
  'audit.settle': {
    input: findingKeySchema.extend({ explanation: noteSchema.min(1) }),
    output: z.strictObject({ changeId: idSchema }),
  },
  /** Takes an explanation back: the finding is open again, the explanation stays in the history. */
  'audit.reopen': {
    input: z.strictObject({ settlementId: idSchema }),
    output: z.strictObject({ changeId: idSchema }),
  },
  /** 情况说明 with the facts and the article, blanks for the reason. */
  'audit.letter': {
    input: findingKeySchema,
    output: z.strictObject({
      title: z.string(),
      addressee: z.string(),
      paragraphs: z.array(z.string()),
      signature: z.string(),
      dateLine: z.string(),
    }),
  },
} as const;
