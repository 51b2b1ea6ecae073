import { z } from 'zod';
import { calendarDateSchema, factDateSchema } from '../calendar/calendar-date';
import { ballotSchema } from './dossier';
import {
  countSchema,
  idSchema,
  noteSchema,
  periodFields,
  recordFields,
  textSchema,
} from './shared';

/** How one voter of the roll took part. A deduction needs a reason and the superior's approval. */
export const attendances = ['present', 'absent', 'written', 'deducted'] as const;

/** What a meeting decided on one person. */
export const decisions = ['passed', 'notPassed', 'extended', 'cancelled'] as const;

/** 支委会/支部党员大会: one meeting, many people. */
export const meetingSchema = z.strictObject({
  ...recordFields,
  partyOrganizationId: idSchema,
  kind: z.enum(['branchCommittee', 'memberMeeting']),
  on: calendarDateSchema,
  place: textSchema.optional(),
  chair: textSchema.optional(),
  recorder: textSchema.optional(),
  /** 应到名册 as it stood that day; probationary members are never in it. */
  roll: z
    .array(
      z.strictObject({
        personId: idSchema.optional(),
        name: textSchema.min(1),
        attendance: z.enum(attendances),
        reason: textSchema.optional(),
      }),
    )
    .max(500)
    .optional(),
  items: z
    .array(
      z.strictObject({
        personId: idSchema,
        step: z.int().min(1).max(25),
        ballot: ballotSchema.optional(),
        decision: z.enum(decisions).optional(),
        extensionMonths: z.int().min(1).max(60).optional(),
        remark: noteSchema.optional(),
      }),
    )
    .max(100)
    .optional(),
});
export type Meeting = z.infer<typeof meetingSchema>;
export type MeetingItem = NonNullable<Meeting['items']>[number];
export type RollEntry = NonNullable<Meeting['roll']>[number];

/** 党建指导员/联络员 with assignments and visits. */
export const instructorSchema = z.strictObject({
  ...recordFields,
  name: textSchema.min(1),
  kind: z.enum(['instructor', 'liaison']),
  isFullTime: z.boolean().optional(),
  dispatchLevel: textSchema.optional(),
  idNumber: textSchema.optional(),
  phone: textSchema.optional(),
  workUnit: textSchema.optional(),
  position: textSchema.optional(),
  isFullMember: z.boolean().optional(),
  visitFrequency: textSchema.optional(),
  visitCount: countSchema.optional(),
  assignments: z
    .array(z.strictObject({ organizationId: idSchema, ...periodFields }))
    .max(500)
    .optional(),
  visits: z
    .array(
      z.strictObject({
        organizationId: idSchema,
        on: calendarDateSchema,
        note: textSchema.optional(),
      }),
    )
    .max(2000)
    .optional(),
});
export type Instructor = z.infer<typeof instructorSchema>;

/** 驿站/党群服务阵地. */
export const stationSchema = z.strictObject({
  ...recordFields,
  name: textSchema.min(1),
  kind: z.enum(['riderStation', 'serviceCentre', 'other']),
  areaId: idSchema.optional(),
  address: textSchema.optional(),
  services: z.array(textSchema).max(40).optional(),
  openedOn: factDateSchema.optional(),
  openingHours: textSchema.optional(),
  lastCheckedOn: calendarDateSchema.optional(),
  sessions: z
    .array(z.strictObject({ on: calendarDateSchema, topic: textSchema, headcount: countSchema }))
    .max(1000)
    .optional(),
});
export type Station = z.infer<typeof stationSchema>;

/** 企业/群体诉求 (党建+服务). */
export const requestSchema = z.strictObject({
  ...recordFields,
  organizationId: idSchema.optional(),
  group: textSchema.optional(),
  content: noteSchema,
  department: textSchema.optional(),
  raisedOn: calendarDateSchema,
  dueOn: calendarDateSchema.optional(),
  closedOn: calendarDateSchema.optional(),
  outcome: noteSchema.optional(),
});
export type Request = z.infer<typeof requestSchema>;

/** 年度发展计划. */
export const quotaSchema = z.strictObject({
  ...recordFields,
  year: z.int().min(2000).max(2100),
  areaId: idSchema.optional(),
  partyOrganizationId: idSchema.optional(),
  count: countSchema,
});
export type Quota = z.infer<typeof quotaSchema>;

/** A gap that somebody answers for (动态销号). */
export const gapTaskSchema = z.strictObject({
  ...recordFields,
  rule: textSchema,
  /** What is to be done, where the rule's own title says too little (联合组建：…). */
  title: textSchema.optional(),
  /** Units of a plan that concerns several; the first leads. */
  organizationIds: z.array(idSchema).max(60).optional(),
  organizationId: idSchema.optional(),
  partyOrganizationId: idSchema.optional(),
  instructorId: idSchema.optional(),
  owner: textSchema.optional(),
  dueOn: calendarDateSchema.optional(),
  openedOn: calendarDateSchema.optional(),
  closedOn: calendarDateSchema.optional(),
  evidence: noteSchema.optional(),
});
export type GapTask = z.infer<typeof gapTaskSchema>;

/** 报表快照: frozen report data with its number and formula texts. */
export const reportSnapshotSchema = z.strictObject({
  ...recordFields,
  number: textSchema,
  report: textSchema,
  asOf: calendarDateSchema,
  madeAt: textSchema,
  data: z.json(),
});
export type ReportSnapshot = z.infer<typeof reportSnapshotSchema>;

/** One committed import: what was read and what the plan did, so that it can be undone days later. */
export const importBatchSchema = z.strictObject({
  ...recordFields,
  fileName: textSchema,
  fingerprint: textSchema.optional(),
  importedOn: calendarDateSchema,
  counts: z.record(z.string(), countSchema),
  /** Columns the user mapped by hand, by the fingerprint of their header; taken again next time. */
  mappings: z.record(z.string(), z.record(z.string(), textSchema)).optional(),
  /** Cells written over before the import. */
  edits: countSchema.optional(),
});
export type ImportBatch = z.infer<typeof importBatchSchema>;
