import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { breakdownIds } from '../core/coverage/breakdown';
import { termNotices } from '../core/coverage/term';
import { taskStates } from '../core/coverage/gap-tasks';
import { gapSubjectKinds } from '../core/coverage/types';
import {
  organizationKinds,
  organizationSchema,
  organizationStatuses,
} from '../core/records/organization';
import { partyOrganizationSchema } from '../core/records/party-organization';
import { idSchema } from '../core/records/shared';
import { citationSchema, dueItemSchema, rangeSchema, ratioSchema } from './common';

export const coverageStates = ['own', 'joint', 'workCovered', 'blank', 'excluded'] as const;

export const gapRules = [
  'ORG-3',
  'BLANK',
  'STAFF-50',
  'STAFF-100',
  'ORG-UNION-5',
  'ORG-LT3',
  'ORG-COMMITTEE-7',
  'ORG-50',
  'ORG-100',
  'TERM-3Y',
  'TERM-5Y',
  'MISSING-POST',
  'INSTR-FORMAL',
  'INSTR-VISIT',
  'INSTR-LOAD',
  'MEMBERS-ELSEWHERE',
  'STALE-RECORD',
  'TEMP/FUNC',
] as const;

export const gapViewSchema = z.strictObject({
  key: z.string(),
  rule: z.string(),
  /** 应建未建, 工作覆盖空白 … */
  title: z.string(),
  severity: z.enum(['hard', 'soft', 'info']),
  subject: z.enum(gapSubjectKinds),
  subjectId: idSchema,
  subjectName: z.string(),
  areaName: z.string(),
  /** With numbers: 正式党员 4 名，未建立党组织. */
  reason: z.string(),
  suggestedAct: z.string(),
  citation: citationSchema,
  /** e.g. 从业 142 */
  figure: z.string(),
  owner: z.string().optional(),
  dueOn: calendarDateSchema.optional(),
});
export type GapView = z.infer<typeof gapViewSchema>;

export const indicatorViewSchema = ratioSchema.extend({
  id: z.string(),
  name: z.string(),
  /** 组织覆盖率＝（单独建立 215 ＋ 联合建立 220）÷ 在册运营单位 678 ＝ 64.2% */
  formula: z.string(),
  citation: citationSchema,
});
export type IndicatorView = z.infer<typeof indicatorViewSchema>;

export const heatCellSchema = ratioSchema.extend({ areaId: idSchema, column: z.string() });
export const decompositionSchema = z.strictObject({
  units: z.int(),
  own: z.int(),
  joint: z.int(),
  none: z.int(),
  shouldBuild: z.int(),
  fewMembers: z.int(),
  noMembers: z.int(),
  membersUnknown: z.int(),
  workCovered: z.int(),
  blank: z.int(),
});

export const coverageOverviewSchema = z.strictObject({
  asOf: calendarDateSchema,
  indicators: z.array(indicatorViewSchema),
  selected: z.string(),
  /** Which indicator is called 工作覆盖率 here (A or B). */
  workIndicator: z.string(),
  exclusions: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
  heat: z.strictObject({
    columns: z.array(z.strictObject({ id: z.string(), name: z.string(), isSeparate: z.boolean() })),
    areas: z.array(z.strictObject({ id: idSchema, name: z.string() })),
    cells: z.array(heatCellSchema),
    totals: z.array(heatCellSchema),
  }),
  gapCounts: z.array(
    z.strictObject({
      rule: z.string(),
      title: z.string(),
      severity: z.enum(['hard', 'soft', 'info']),
      count: z.int(),
    }),
  ),
});
export type CoverageOverview = z.infer<typeof coverageOverviewSchema>;

export const organizationFilterSchema = z.strictObject({
  text: z.string().max(60).optional(),
  kinds: z.array(z.enum(organizationKinds)).max(20).optional(),
  /** A heat column: 'enterprise', 'association', 'serviceBody', 'professional', 'legal', 'site'. */
  column: z.string().optional(),
  areaId: idSchema.optional(),
  states: z.array(z.enum(coverageStates)).max(5).optional(),
  statuses: z.array(z.enum(organizationStatuses)).max(9).optional(),
  gapRule: z.string().optional(),
  /** One part of a breakdown, as the figure counted it. */
  breakdown: z
    .strictObject({ by: z.enum(breakdownIds), key: z.string(), words: z.string() })
    .optional(),
  /** The day the figure was asked for; absent = today. */
  asOf: calendarDateSchema.optional(),
  /** Sites of one head office; `none` = those that name none. */
  headquartersId: idSchema.optional(),
  /** Units in the numerator or in the denominator only of one indicator. */
  indicator: z
    .strictObject({ id: z.string(), part: z.enum(['numerator', 'denominator', 'missing']) })
    .optional(),
  /** Units that sit in one carrier. */
  carrierId: idSchema.optional(),
});
export type OrganizationFilter = z.infer<typeof organizationFilterSchema>;

export const organizationRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  kind: z.enum(organizationKinds),
  areaName: z.string(),
  status: z.enum(organizationStatuses),
  staff: z.int().nullable(),
  isStaffApproximate: z.boolean(),
  formalMembers: z.int().nullable(),
  state: z.enum(coverageStates),
  stateWords: z.string(),
});
export type OrganizationRow = z.infer<typeof organizationRowSchema>;

export const organizationViewSchema = z.strictObject({
  record: organizationSchema,
  areaName: z.string(),
  carrierName: z.string(),
  state: z.enum(coverageStates),
  stateWords: z.string(),
  coveredBy: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      form: z.string(),
      /** Set up by this unit alone: it covers nobody else before it is changed. */
      isOwn: z.boolean(),
      from: z.string(),
    }),
  ),
  instructors: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      phone: z.string(),
      from: z.string(),
      visits: z.int(),
      lastVisitOn: z.string(),
    }),
  ),
  gaps: z.array(gapViewSchema),
  people: z.array(z.strictObject({ id: idSchema, name: z.string(), stageWords: z.string() })),
});
export type OrganizationView = z.infer<typeof organizationViewSchema>;

export const partyOrganizationRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  level: partyOrganizationSchema.shape.level,
  form: partyOrganizationSchema.shape.form,
  parentName: z.string(),
  areaName: z.string(),
  members: z.int().nullable(),
  units: z.int(),
  termDueOn: calendarDateSchema.nullable(),
  termDays: z.int().nullable(),
  termNotice: z.enum(termNotices),
  depth: z.int(),
});
export type PartyOrganizationRow = z.infer<typeof partyOrganizationRowSchema>;

export const partyOrganizationViewSchema = z.strictObject({
  record: partyOrganizationSchema,
  parentName: z.string(),
  areaName: z.string(),
  members: z.int().nullable(),
  units: z.array(
    z.strictObject({ id: idSchema, name: z.string(), from: z.string(), until: z.string() }),
  ),
  children: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  term: dueItemSchema.nullable(),
  gaps: z.array(gapViewSchema),
  people: z.array(z.strictObject({ id: idSchema, name: z.string(), stageWords: z.string() })),
});
export type PartyOrganizationView = z.infer<typeof partyOrganizationViewSchema>;

export const gapTaskViewSchema = z.strictObject({
  id: idSchema,
  rule: z.string(),
  title: z.string(),
  subject: z.enum(gapSubjectKinds),
  subjectId: idSchema,
  subjectName: z.string(),
  areaName: z.string(),
  owner: z.string(),
  openedOn: z.string(),
  dueOn: z.string(),
  closedOn: z.string(),
  evidence: z.string(),
  state: z.enum(taskStates),
});
export type GapTaskView = z.infer<typeof gapTaskViewSchema>;

const trendPointSchema = z.strictObject({
  monthEnd: calendarDateSchema,
  percent: z.number().nullable(),
});
export type TrendPointView = z.infer<typeof trendPointSchema>;

const changed = z.strictObject({ changeId: idSchema, id: idSchema });

export const coverageChannels = {
  'coverage.overview': {
    input: z.strictObject({
      indicator: z.string().optional(),
      asOf: calendarDateSchema.optional(),
    }),
    output: coverageOverviewSchema,
  },
  /** The chosen indicator at the last twelve month ends; the last of them is today. */
  'coverage.trend': {
    input: z.strictObject({ indicator: z.string().optional() }),
    output: z.strictObject({ selected: z.string(), points: z.array(trendPointSchema) }),
  },
  /** One heat cell taken apart until it adds up. */
  'coverage.decompose': {
    input: z.strictObject({
      areaId: idSchema.optional(),
      column: z.string(),
      asOf: calendarDateSchema.optional(),
    }),
    output: decompositionSchema,
  },
  /** One indicator by one breakdown: the parts add up to the whole. */
  'coverage.breakdown': {
    input: z.strictObject({
      by: z.enum(breakdownIds),
      indicator: z.string(),
      asOf: calendarDateSchema.optional(),
    }),
    output: z.strictObject({
      rows: z.array(ratioSchema.extend({ key: z.string(), words: z.string(), units: z.int() })),
      total: ratioSchema.extend({ units: z.int() }),
    }),
  },
  'coverage.gaps': {
    input: z.strictObject({
      rule: z.string().optional(),
      areaId: idSchema.optional(),
      assignment: z.enum(['all', 'assigned', 'unassigned']),
      range: rangeSchema,
    }),
    output: z.strictObject({ rows: z.array(gapViewSchema), total: z.int() }),
  },
  'coverage.assignGap': {
    input: z.strictObject({
      rule: z.string(),
      subject: z.enum(gapSubjectKinds),
      subjectId: idSchema,
      owner: z.string().min(1).max(60),
      dueOn: calendarDateSchema,
    }),
    output: changed,
  },
  /** Tasks with owner and day, open ones first by day; what vanished may be closed. */
  'coverage.tasks': {
    input: z.strictObject({
      state: z.enum(['all', ...taskStates]),
      range: rangeSchema,
    }),
    output: z.strictObject({
      rows: z.array(gapTaskViewSchema),
      total: z.int(),
      counts: z.record(z.enum(taskStates), z.int()),
    }),
  },
  'coverage.closeTask': {
    input: z.strictObject({ id: idSchema, evidence: z.string().max(4000) }),
    output: changed,
  },
  'organizations.list': {
    input: z.strictObject({
      filter: organizationFilterSchema,
      sort: z.strictObject({
        by: z.enum(['name', 'area', 'staff', 'formalMembers']),
        descending: z.boolean(),
      }),
      range: rangeSchema,
    }),
    output: z.strictObject({ rows: z.array(organizationRowSchema), total: z.int() }),
  },
  'organizations.get': { input: z.strictObject({ id: idSchema }), output: organizationViewSchema },
  'organizations.save': {
    input: z.strictObject({
      id: idSchema.optional(),
      patch: organizationSchema.omit({ id: true }).partial(),
      clears: z.array(z.string()),
    }),
    output: changed,
  },
  'partyOrganizations.list': {
    input: z.strictObject({
      filter: z.strictObject({
        text: z.string().max(60).optional(),
        areaId: idSchema.optional(),
        term: z.enum(['overdue', 'request', 'letter']).optional(),
        forms: z.array(partyOrganizationSchema.shape.form).max(9).optional(),
      }),
      range: rangeSchema,
    }),
    output: z.strictObject({ rows: z.array(partyOrganizationRowSchema), total: z.int() }),
  },
  'partyOrganizations.get': {
    input: z.strictObject({ id: idSchema }),
    output: partyOrganizationViewSchema,
  },
  'partyOrganizations.save': {
    input: z.strictObject({
      id: idSchema.optional(),
      patch: partyOrganizationSchema.omit({ id: true }).partial(),
      clears: z.array(z.string()),
    }),
    output: changed,
  },
  /** 撤销、改建、拆分: one change that leaves earlier days as they were. */
  'partyOrganizations.reorganize': {
    input: z.strictObject({
      id: idSchema,
      kind: z.enum(['dissolve', 'rebuild', 'split']),
      on: calendarDateSchema,
      reason: z.string().max(400),
      successors: z
        .array(
          z.strictObject({
            name: z.string().min(1).max(400),
            form: partyOrganizationSchema.shape.form,
            level: partyOrganizationSchema.shape.level,
            organizationIds: z.array(idSchema).max(500),
          }),
        )
        .max(12),
    }),
    output: changed.extend({ founded: z.array(idSchema) }),
  },
  'areas.list': {
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        id: idSchema,
        name: z.string(),
        level: z.string(),
        parentId: idSchema.optional(),
      }),
    ),
  },
} as const;
