import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { countSchema, idSchema } from '../core/records/shared';
import { citationSchema, emptySchema } from './common';

/** Steps a backward plan may aim at. */
export const planAims = [
  'developmentTarget',
  'meeting',
  'approved',
  'confirmationMeeting',
] as const;
export type PlanAim = (typeof planAims)[number];

const planRowSchema = z.strictObject({
  fact: z.string(),
  step: z.int(),
  words: z.string(),
  state: z.enum(['done', 'planned']),
  on: calendarDateSchema,
  ruleText: z.string(),
  citation: citationSchema.nullable(),
  isProvisional: z.boolean(),
});

/** 如果这一天申请，最早…… */
export const forwardRowSchema = planRowSchema.extend({ latestOn: calendarDateSchema.nullable() });
export type ForwardRow = z.infer<typeof forwardRowSchema>;

/** 要在这一天前完成，各步最迟…… */
export const backwardRowSchema = planRowSchema.extend({ isMissed: z.boolean() });
export type BackwardPlanRow = z.infer<typeof backwardRowSchema>;

/** A step of the past nobody typed: it could have been no later than this. */
export const backfillRowSchema = planRowSchema.omit({ state: true });
export type BackfillRowView = z.infer<typeof backfillRowSchema>;

const useSchema = z.strictObject({
  planned: z.int(),
  admitted: z.int(),
  inProgress: z.int(),
  /** Of the admitted, people of the new employment groups. */
  newGroups: z.int(),
});
export type QuotaUse = z.infer<typeof useSchema>;

export const quotaRowSchema = useSchema.extend({
  areaId: z.string(),
  areaName: z.string(),
  /** Empty for the street's own line. */
  branchId: z.string(),
  branchName: z.string(),
});
export type QuotaRow = z.infer<typeof quotaRowSchema>;

export const quotaOverviewSchema = z.strictObject({
  year: z.int(),
  total: useSchema,
  rows: z.array(quotaRowSchema),
  /** People admitted in each month of the year, January first. */
  months: z.array(z.int()).length(12),
});
export type QuotaOverview = z.infer<typeof quotaOverviewSchema>;

const yearSchema = z.int().min(2000).max(2100);

export const planningChannels = {
  /** Reckoned and answered, never stored. Without a person the path of somebody who applies on the day. */
  'plan.forward': {
    input: z.strictObject({
      personId: idSchema.optional(),
      applyOn: calendarDateSchema.optional(),
    }),
    output: z.array(forwardRowSchema),
  },
  'plan.backward': {
    input: z.strictObject({
      personId: idSchema.optional(),
      aim: z.enum(planAims),
      by: calendarDateSchema,
    }),
    output: z.array(backwardRowSchema),
  },
  'plan.backfill': {
    input: z.strictObject({ personId: idSchema }),
    output: z.array(backfillRowSchema),
  },
  'quota.overview': { input: z.strictObject({ year: yearSchema }), output: quotaOverviewSchema },
  /** All figures typed on the page in one change; a line without a branch is the street's own. */
  'quota.save': {
    input: z.strictObject({
      year: yearSchema,
      entries: z
        .array(
          z.strictObject({
            areaId: idSchema.optional(),
            branchId: idSchema.optional(),
            count: countSchema,
          }),
        )
        .min(1)
        .max(500),
    }),
    output: emptySchema,
  },
} as const;
