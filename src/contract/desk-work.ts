import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { stages } from '../core/records/person';
import { idSchema } from '../core/records/shared';
import { dueItemSchema, emptySchema, rangeSchema } from './common';
import { indicatorViewSchema } from './coverage';

export const dueBuckets = ['overdue', 'thisWeek', 'within30'] as const;
export type DueBucket = (typeof dueBuckets)[number];

const dueGroupSchema = z.strictObject({
  bucket: z.enum(dueBuckets),
  total: z.int(),
  from: calendarDateSchema.nullable(),
  until: calendarDateSchema.nullable(),
  items: z.array(dueItemSchema),
});

export const homeOverviewSchema = z.strictObject({
  today: calendarDateSchema,
  groups: z.array(dueGroupSchema),
  /** Reminders put off and not yet back. */
  snoozed: z.int(),
  coverage: z.strictObject({
    indicators: z.array(indicatorViewSchema),
    shouldBuild: z.int(),
    blank: z.int(),
  }),
  pipeline: z.array(
    z.strictObject({ stage: z.enum(stages), count: z.int(), overOneYear: z.int() }),
  ),
  quota: z
    .strictObject({ year: z.int(), planned: z.int(), admitted: z.int(), inProgress: z.int() })
    .nullable(),
  quality: z.array(z.strictObject({ label: z.string(), count: z.int(), unit: z.string() })),
  ledger: z.strictObject({
    records: z.int(),
    changes: z.int(),
    lastChangeAt: z.string().nullable(),
    isReadOnly: z.boolean(),
    /** Last weekly check with rehearsed restore. */
    check: z
      .strictObject({ on: calendarDateSchema, isGood: z.boolean(), words: z.string() })
      .nullable(),
    /** Days to be named in the reminder; `null` while none is due. */
    daysWithoutExternal: z.int().nullable(),
  }),
});
export type HomeOverview = z.infer<typeof homeOverviewSchema>;

export const changeViewSchema = z.strictObject({
  id: idSchema,
  at: z.string(),
  by: z.string(),
  /** Chinese words for the act. */
  title: z.string(),
  details: z.array(z.strictObject({ label: z.string(), before: z.string(), after: z.string() })),
  records: z.int(),
  isUndone: z.boolean(),
  canUndo: z.boolean(),
});
export type ChangeView = z.infer<typeof changeViewSchema>;

export const searchHitSchema = z.strictObject({
  kind: z.enum(['person', 'organization', 'partyOrganization', 'rule']),
  id: z.string(),
  title: z.string(),
  subtitle: z.string(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** A finished table for paper: every report of the 统计表 dialect has this one shape. */
export const reportTableSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  unitName: z.string(),
  asOf: calendarDateSchema,
  unitLine: z.string(),
  paper: z.enum(['A4', 'A3']),
  isLandscape: z.boolean(),
  /** Header rows with spans, then one row of column numbers where the form has it. */
  header: z.array(z.array(z.strictObject({ text: z.string(), columns: z.int(), rows: z.int() }))),
  columnNumbers: z.array(z.string()),
  /** Relative widths, one per column. */
  widths: z.array(z.number()),
  align: z.array(z.enum(['left', 'center', 'right'])),
  rows: z.array(
    z.strictObject({
      indent: z.int(),
      isStrong: z.boolean(),
      cells: z.array(z.string()),
      /** Lines of room to write by hand; a row of a form. */
      lines: z.int().min(1).max(20).optional(),
    }),
  ),
  notes: z.array(z.string()),
  signatories: z.strictObject({ responsible: z.string(), preparer: z.string(), phone: z.string() }),
  snapshotNumber: z.string(),
  outputMode: z.enum(['internal', 'public', 'masked']),
  checks: z.array(
    z.strictObject({
      label: z.string(),
      state: z.enum(['met', 'warns', 'blocks', 'info']),
      detail: z.string(),
    }),
  ),
});
export type ReportTable = z.infer<typeof reportTableSchema>;

export const reportIds = [
  'coverageTable',
  'shouldBuildList',
  'deadlineReminder',
  'problemList',
  'coverageKinds',
  'annualEnterprises',
  'annualSocial',
  'instructorLedger',
  'termLedger',
  'newGroups',
  'stationLedger',
  'requestLedger',
  'associationLedger',
  'applicantRoster',
  'activistRoster',
  'targetRoster',
  'probationaryRoster',
  'noticeList',
  'dossierRecord',
  'reconciliationList',
  'talkRecord',
  'trainingRecord',
  'noticeRecord',
  'quotaRecord',
  'overrideList',
  'mentorLoad',
] as const;
export type ReportId = (typeof reportIds)[number];

/** Tables that can be printed as they stood on a past day. */
export const datedReports: ReadonlySet<ReportId> = new Set(['coverageTable', 'coverageKinds']);

export const deskWorkChannels = {
  'home.overview': { input: emptySchema, output: homeOverviewSchema },
  'deadlines.list': {
    input: z.strictObject({ bucket: z.enum(dueBuckets), range: rangeSchema }),
    output: z.strictObject({ rows: z.array(dueItemSchema), total: z.int() }),
  },
  'search.find': {
    input: z.strictObject({ text: z.string().max(60) }),
    output: z.array(searchHitSchema),
  },
  'history.list': {
    input: z.strictObject({
      table: z.string().optional(),
      recordId: idSchema.optional(),
      before: idSchema.optional(),
      limit: z.int().min(1).max(100),
    }),
    output: z.array(changeViewSchema),
  },
  'history.undo': {
    input: z.strictObject({ changeId: idSchema }),
    output: z.strictObject({ changeId: idSchema, title: z.string() }),
  },
  /** Ctrl+Z: undoes the newest change that is not yet undone. */
  'history.undoLatest': {
    input: emptySchema,
    output: z.strictObject({ changeId: idSchema, title: z.string() }),
  },
  'reports.table': {
    input: z.strictObject({
      report: z.enum(reportIds),
      areaId: idSchema.optional(),
      /** Of a report about one person. */
      personId: idSchema.optional(),
      /** A past day, for the reports of `datedReports`; today where it is absent. */
      asOf: calendarDateSchema.optional(),
      outputMode: z.enum(['internal', 'public', 'masked']),
    }),
    output: reportTableSchema,
  },
  /** Freezes the shown figures as a numbered snapshot and records the print. */
  'reports.recordOutput': {
    input: z.strictObject({
      report: z.enum(reportIds),
      personId: idSchema.optional(),
      asOf: calendarDateSchema.optional(),
      snapshotNumber: z.string(),
      target: z.enum(['pdf', 'paper']),
      /** Why a table whose identities do not hold goes out all the same. */
      reason: z.string().max(400).optional(),
      pages: z.int(),
    }),
    output: emptySchema,
  },
} as const;
