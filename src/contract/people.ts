import { z } from 'zod';
import { calendarDateSchema, factDateSchema } from '../core/calendar/calendar-date';
import { dossierSchema } from '../core/records/dossier';
import { personSchema, stages } from '../core/records/person';
import { idSchema } from '../core/records/shared';
import {
  citationSchema,
  deadlineStatuses,
  dueItemSchema,
  emptySchema,
  rangeSchema,
} from './common';

export const readyLists = [
  'dueThisWeek',
  'talkSoonOverdue',
  'withoutMentor',
  'yearWithoutDiscussion',
  'inNotice',
  'politicalReviewOpen',
  'awaitingPreReview',
  'preReviewedWithoutMeeting',
  'awaitingApproval',
  'probationEnding',
  'probationOverdue',
  'papersMissing',
  'overridden',
] as const;
export type ReadyList = (typeof readyLists)[number];

export const personFilterSchema = z.strictObject({
  text: z.string().max(60).optional(),
  stages: z.array(z.enum(stages)).max(5).optional(),
  areaId: idSchema.optional(),
  branchId: idSchema.optional(),
  due: z.enum(['overdue', 'thisWeek', 'within30', 'overdueOrWithin30']).optional(),
  readyList: z.enum(readyLists).optional(),
  /** Full members are kept out of the pipeline unless asked for. */
  includesFullMembers: z.boolean().optional(),
});
export type PersonFilter = z.infer<typeof personFilterSchema>;

export const personSortSchema = z.strictObject({
  by: z.enum(['name', 'stage', 'branch', 'daysInStage', 'dueOn']),
  descending: z.boolean(),
});

export const personRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  stage: z.enum(stages).nullable(),
  branchName: z.string(),
  areaName: z.string(),
  /** First day in the stage, where it is known to the day. */
  since: calendarDateSchema.nullable(),
  daysInStage: z.int().nullable(),
  next: dueItemSchema
    .pick({ rule: true, title: true, dueOn: true, bound: true, days: true })
    .nullable(),
});
export type PersonRow = z.infer<typeof personRowSchema>;

export const stepViewSchema = z.strictObject({
  step: z.int(),
  /** 25-step name. */
  title: z.string(),
  phase: z.int(),
  /** The fact as typed; for step 6 one entry per review. */
  actual: z.array(factDateSchema),
  edition: z.enum(['2014', '2026', 'none']),
  earliestOn: calendarDateSchema.optional(),
  latestOn: calendarDateSchema.optional(),
  /** Hatched band after `latestOn`, e.g. the six months of a special case. */
  extendedUntil: calendarDateSchema.optional(),
  /** Local practice, dashed. */
  referenceOn: calendarDateSchema.optional(),
  status: z.enum([...deadlineStatuses, 'open', 'future']),
  rule: z.string().optional(),
  caption: z.string(),
});
export type StepView = z.infer<typeof stepViewSchema>;

export const verdicts = ['clear', 'verify', 'unreasonable', 'unknown'] as const;

export const findingViewSchema = z.strictObject({
  rule: z.string(),
  verdict: z.enum(verdicts),
  message: z.string(),
  evidence: z.array(z.string()),
  /** The compared facts as one text: with person and rule it names the finding. */
  facts: z.string(),
  citation: citationSchema,
  /** The explanation that settles it, while the facts it was written about stand. */
  explanation: z.string().optional(),
});
export type FindingView = z.infer<typeof findingViewSchema>;

export const explanationSchema = z.strictObject({
  rule: z.string(),
  heading: z.string(),
  status: z.enum(deadlineStatuses),
  resultOn: calendarDateSchema.optional(),
  /** When the step may be taken: first day, last day, and the outer limit of a special case. */
  band: z
    .strictObject({
      earliestOn: calendarDateSchema.optional(),
      latestOn: calendarDateSchema.optional(),
      extendedUntil: calendarDateSchema.optional(),
      referenceOn: calendarDateSchema.optional(),
    })
    .optional(),
  days: z.int().optional(),
  /** Late, and within the days for which the rule lets it pass. */
  grace: z.string().optional(),
  isProvisional: z.boolean(),
  ruleText: z.string(),
  citation: citationSchema,
  whyThisRulebook: z.string(),
  facts: z.array(z.strictObject({ label: z.string(), value: z.string(), remark: z.string() })),
  arithmetic: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  whatWouldChange: z.array(z.strictObject({ label: z.string(), value: z.string() })),
});
export type ExplanationView = z.infer<typeof explanationSchema>;

/** 现在能办下一步吗: 阻断 / 提醒 / 未知 / 已具备. */
export const gateItemSchema = z.strictObject({
  state: z.enum(['blocks', 'warns', 'unknown', 'met']),
  rule: z.string(),
  message: z.string(),
  citation: citationSchema,
});
export type GateItem = z.infer<typeof gateItemSchema>;

/** What the window may see of a person: ID and phone masked. */
export const personViewSchema = z.strictObject({
  id: idSchema,
  /** The record as stored, but with idNumber and phone masked. */
  record: personSchema,
  stage: z.enum(stages).nullable(),
  stageWords: z.string(),
  branchName: z.string(),
  areaName: z.string(),
  nextStep: z.strictObject({ step: z.int(), title: z.string() }).nullable(),
  next: dueItemSchema.nullable(),
  steps: z.array(stepViewSchema),
  deadlines: z.array(dueItemSchema),
  gate: z.array(gateItemSchema),
  findings: z.array(findingViewSchema),
});
export type PersonView = z.infer<typeof personViewSchema>;

/** Identity fields a person form may set; `null` clears a field. */
const identityPatchSchema = personSchema
  .omit({ id: true, dossier: true, formerDossiers: true, retired: true, label: true })
  .partial();

export const peopleChannels = {
  'people.list': {
    input: z.strictObject({
      filter: personFilterSchema,
      sort: personSortSchema,
      range: rangeSchema,
    }),
    output: z.strictObject({
      rows: z.array(personRowSchema),
      total: z.int(),
      byStage: z.record(z.enum(stages), z.int()),
    }),
  },
  'people.readyLists': {
    input: emptySchema,
    output: z.array(z.strictObject({ id: z.enum(readyLists), count: z.int() })),
  },
  'people.get': { input: z.strictObject({ id: idSchema }), output: personViewSchema },
  /** Findings that only the other dossiers show; without `waits` they are left out while that would take long. */
  'people.sharedFindings': {
    input: z.strictObject({ id: idSchema, waits: z.boolean() }),
    output: z.strictObject({ findings: z.array(findingViewSchema), isKnown: z.boolean() }),
  },
  'people.explain': {
    input: z.strictObject({ id: idSchema, rule: z.string() }),
    output: explanationSchema,
  },
  /** Registers a person; identity and the first facts in one change. */
  'people.create': {
    input: z.strictObject({ person: personSchema.omit({ id: true }) }),
    output: z.strictObject({ id: idSchema }),
  },
  'people.saveIdentity': {
    input: z.strictObject({
      id: idSchema,
      patch: identityPatchSchema,
      clears: z.array(z.string()),
    }),
    output: z.strictObject({ changeId: idSchema }),
  },
  /** Facts as typed. `clears` names dossier fields to empty. */
  'people.saveFacts': {
    input: z.strictObject({
      id: idSchema,
      patch: dossierSchema.partial(),
      clears: z.array(z.string()),
      reason: z.string().max(400).optional(),
    }),
    output: z.strictObject({ changeId: idSchema }),
  },
  /** Shows one masked value and records that it was shown. */
  'people.reveal': {
    input: z.strictObject({ id: idSchema, field: z.enum(['idNumber', 'phone']) }),
    output: z.strictObject({ value: z.string() }),
  },
} as const;
