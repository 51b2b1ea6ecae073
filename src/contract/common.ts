import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { idSchema } from '../core/records/shared';

/** Closed list of what can go wrong for a user; words and acts are in security.md §6. */
export const failureCodes = [
  'V-101',
  'V-102',
  'V-103',
  'V-104',
  'V-105',
  'V-106',
  'V-107',
  'V-108',
  'V-109',
  'V-110',
  'V-111',
  'R-310',
  'R-320',
  'R-330',
  'W-401',
  'W-402',
  'W-403',
  'L-501',
  'L-502',
  'L-503',
  'L-504',
  'L-505',
  'L-506',
  'L-507',
  'L-508',
  'F-601',
  'I-701',
  'I-702',
  'I-703',
  'P-601',
  'B-701',
  'B-702',
  'B-703',
  'B-704',
  'S-901',
  'C-100',
  'C-101',
  'C-102',
  'C-103',
  'C-104',
  'C-105',
  'C-106',
  'C-107',
  'C-108',
  'C-109',
  'C-110',
  'C-111',
  'C-112',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** What happened · is anything lost · what to do, in plain Chinese; the code is for support. */
export const failureSchema = z.strictObject({
  code: z.enum(failureCodes),
  message: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;

export type Result<Value, Problem = Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Problem };

export const emptySchema = z.strictObject({});

/** A window of rows: the renderer asks for what it shows and nothing more. */
export const rangeSchema = z.strictObject({
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
});

export const citationSchema = z.strictObject({
  /** e.g. 《细则》第二十五条 */
  article: z.string(),
  /** e.g. 2026 版; empty where the instrument has one edition. */
  edition: z.string(),
  /** 原文 / 转引 / 他规 / 地方 / 通行做法 / 推断 */
  evidence: z.string(),
});
export type CitationView = z.infer<typeof citationSchema>;

export const deadlineStatuses = [
  'waiting',
  'due',
  'overdue',
  'met',
  'breached',
  'unknown',
] as const;

/** One thing that is due, for a person, a branch or a unit. */
export const dueItemSchema = z.strictObject({
  key: z.string(),
  subject: z.enum([
    'person',
    'partyOrganization',
    'organization',
    'instructor',
    'request',
    'office',
  ]),
  subjectId: idSchema,
  subjectName: z.string(),
  rule: z.string(),
  /** What is due, e.g. 党组织派人谈话. */
  title: z.string(),
  /** Where and from which fact it counts: 环岛商圈街区党支部 • 2026-08-27 党员大会通过. */
  context: z.string(),
  dueOn: calendarDateSchema,
  /** `notBefore` marks a day from which something may be done, rather than a latest day. */
  bound: z.enum(['noLaterThan', 'notBefore']),
  /** Days from today; negative when overdue. */
  days: z.int(),
  citation: citationSchema,
  nextAct: z.string(),
  isProvisional: z.boolean(),
});
export type DueItem = z.infer<typeof dueItemSchema>;

/** n/d with its percent; `null` where the denominator is 0 and the screen shows —. */
export const ratioSchema = z.strictObject({
  numerator: z.int(),
  denominator: z.int(),
  percent: z.number().nullable(),
});
export type Ratio = z.infer<typeof ratioSchema>;
