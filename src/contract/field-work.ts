import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { idSchema } from '../core/records/shared';
import { instructorSchema, requestSchema, stationSchema } from '../core/records/work';
import { rangeSchema } from './common';
import { gapViewSchema } from './coverage';

/** What people do on the ground: stations, requests, instructors and the associations of a trade. */
const saved = z.strictObject({ changeId: idSchema, id: idSchema });
const place = z.strictObject({ id: idSchema, name: z.string() });

export const checkStates = ['fine', 'overdue', 'unknown'] as const;
export const stationRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  kind: stationSchema.shape.kind,
  areaName: z.string(),
  services: z.array(z.string()),
  openingHours: z.string(),
  lastCheckedOn: z.string(),
  check: z.enum(checkStates),
  sessions: z.int(),
  /** Attendances, not people: one person may come to many sessions. */
  attendances: z.int(),
});
export type StationRow = z.infer<typeof stationRowSchema>;

export const requestStates = ['overdue', 'open', 'closed'] as const;
export const requestRowSchema = z.strictObject({
  id: idSchema,
  from: z.string(),
  areaName: z.string(),
  content: z.string(),
  department: z.string(),
  raisedOn: calendarDateSchema,
  dueOn: z.string(),
  closedOn: z.string(),
  state: z.enum(requestStates),
  /** Days from today to the day it is due; null where none was set or it is closed. */
  days: z.int().nullable(),
});
export type RequestRow = z.infer<typeof requestRowSchema>;

export const instructorRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  kind: instructorSchema.shape.kind,
  isFullTime: z.boolean().nullable(),
  isFullMember: z.boolean().nullable(),
  workUnit: z.string(),
  units: z.int(),
  isOverloaded: z.boolean(),
  visits: z.int(),
  lastVisitOn: z.string(),
  /** Units not visited within the last three months. */
  unvisited: z.int(),
});
export type InstructorRow = z.infer<typeof instructorRowSchema>;

export const instructorViewSchema = z.strictObject({
  record: instructorSchema,
  loadLimit: z.int(),
  gaps: z.array(gapViewSchema),
  units: z.array(
    z.strictObject({
      organizationId: idSchema,
      name: z.string(),
      areaName: z.string(),
      from: z.string(),
      until: z.string(),
      isCurrent: z.boolean(),
      visits: z.int(),
      lastVisitOn: z.string(),
    }),
  ),
  visits: z.array(z.strictObject({ on: calendarDateSchema, name: z.string(), note: z.string() })),
});
export type InstructorView = z.infer<typeof instructorViewSchema>;

const syncSchema = z.strictObject({ on: z.string(), withParty: z.boolean().nullable() });
export const associationRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  areaName: z.string(),
  department: z.string(),
  headName: z.string(),
  isHeadMember: z.boolean().nullable(),
  stateWords: z.string(),
  isBuilt: z.boolean(),
  councilDueOn: z.string(),
  councilDays: z.int().nullable(),
  registration: syncSchema,
  inspection: syncSchema,
  evaluation: syncSchema,
});
export type AssociationRow = z.infer<typeof associationRowSchema>;

export const fieldWorkChannels = {
  'stations.list': {
    input: z.strictObject({
      text: z.string().max(60).optional(),
      areaId: idSchema.optional(),
      check: z.enum(checkStates).optional(),
      range: rangeSchema,
    }),
    output: z.strictObject({
      rows: z.array(stationRowSchema),
      total: z.int(),
      overdue: z.int(),
      /** Days within which a station is to be checked again. */
      checkDays: z.int(),
    }),
  },
  'stations.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({
      record: stationSchema,
      areaName: z.string(),
      check: z.enum(checkStates),
      checkDays: z.int(),
      /** Sites of the same community, who have it at hand. */
      sites: z.array(place),
      people: z.int(),
    }),
  },
  'stations.save': {
    input: z.strictObject({
      id: idSchema.optional(),
      patch: stationSchema.omit({ id: true }).partial(),
      clears: z.array(z.string()),
    }),
    output: saved,
  },
  'requests.list': {
    input: z.strictObject({
      text: z.string().max(60).optional(),
      state: z.enum(requestStates).optional(),
      organizationId: idSchema.optional(),
      range: rangeSchema,
    }),
    output: z.strictObject({
      rows: z.array(requestRowSchema),
      total: z.int(),
      counts: z.record(z.enum(requestStates), z.int()),
    }),
  },
  'requests.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({ record: requestSchema, organizationName: z.string() }),
  },
  'requests.save': {
    input: z.strictObject({
      id: idSchema.optional(),
      patch: requestSchema.omit({ id: true }).partial(),
      clears: z.array(z.string()),
    }),
    output: saved,
  },
  'instructors.list': {
    input: z.strictObject({
      text: z.string().max(60).optional(),
      only: z.enum(['overloaded', 'unvisited', 'notFullMember', 'idle']).optional(),
      range: rangeSchema,
    }),
    output: z.strictObject({
      rows: z.array(instructorRowSchema),
      total: z.int(),
      loadLimit: z.int(),
    }),
  },
  'instructors.get': { input: z.strictObject({ id: idSchema }), output: instructorViewSchema },
  'instructors.save': {
    input: z.strictObject({
      id: idSchema.optional(),
      patch: instructorSchema.omit({ id: true }).partial(),
      clears: z.array(z.string()),
    }),
    output: saved,
  },
  'instructors.visit': {
    input: z.strictObject({
      id: idSchema,
      organizationId: idSchema,
      on: calendarDateSchema,
      note: z.string().max(400),
    }),
    output: saved,
  },
  'associations.list': {
    input: z.strictObject({
      text: z.string().max(60).optional(),
      department: z.string().max(400).optional(),
      only: z.enum(['noDepartment', 'notBuilt', 'councilDue', 'notInSync']).optional(),
      range: rangeSchema,
    }),
    output: z.strictObject({
      rows: z.array(associationRowSchema),
      total: z.int(),
      /** Responsible industry departments with how many associations each answers for. */
      departments: z.array(z.strictObject({ name: z.string(), count: z.int() })),
    }),
  },
} as const;
