import { z } from 'zod';
import {
  calendarDateSchema,
  isCalendarMonth,
  type CalendarMonth,
} from '../core/calendar/calendar-date';
import { stages } from '../core/records/person';
import { idSchema } from '../core/records/shared';
import { dueItemSchema, emptySchema } from './common';
import { personFilterSchema, personRowSchema } from './people';

export const peopleViews = ['table', 'board', 'calendar'] as const;
export type PeopleViewKind = (typeof peopleViews)[number];

/** Columns of the table; the name is always there. */
export const peopleColumnIds = [
  'name',
  'stage',
  'area',
  'branch',
  'since',
  'daysInStage',
  'next',
  'dueOn',
  'state',
] as const;
export type PeopleColumnId = (typeof peopleColumnIds)[number];
const columnsSchema = z.array(z.enum(peopleColumnIds)).min(1).max(peopleColumnIds.length);

export const savedViewSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(20),
  filter: personFilterSchema,
  view: z.enum(peopleViews),
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** What the page of 发展党员 remembers from day to day, kept in the ledger's meta document. */
export const peopleDeskSchema = z.strictObject({
  columns: columnsSchema,
  views: z.array(savedViewSchema).max(40),
});
export type PeopleDesk = z.infer<typeof peopleDeskSchema>;

/** `YYYY-MM`. */
const monthSchema = z.custom<CalendarMonth>(
  (value) => typeof value === 'string' && isCalendarMonth(value),
);

const boardColumnSchema = z.strictObject({
  stage: z.enum(stages),
  total: z.int(),
  /** Longest in the stage first; no more than asked for. */
  rows: z.array(personRowSchema),
});
export type BoardColumn = z.infer<typeof boardColumnSchema>;

const calendarDaySchema = z.strictObject({
  on: calendarDateSchema,
  isWorkingDay: z.boolean(),
  total: z.int(),
  /** The first few; the whole day is asked for when it is opened. */
  items: z.array(dueItemSchema.pick({ key: true, subjectName: true, title: true, bound: true })),
});
export type CalendarDay = z.infer<typeof calendarDaySchema>;

export const peopleViewChannels = {
  'people.board': {
    input: z.strictObject({ filter: personFilterSchema, perStage: z.int().min(1).max(100) }),
    output: z.strictObject({ columns: z.array(boardColumnSchema), total: z.int() }),
  },
  'people.calendar': {
    input: z.strictObject({ filter: personFilterSchema, month: monthSchema }),
    output: z.strictObject({
      month: z.string(),
      total: z.int(),
      days: z.array(calendarDaySchema),
      /** 暂算: the year's holidays are not arranged yet. */
      isProvisional: z.boolean(),
    }),
  },
  'people.calendarDay': {
    input: z.strictObject({ filter: personFilterSchema, on: calendarDateSchema }),
    output: z.strictObject({ items: z.array(dueItemSchema), total: z.int() }),
  },
  'people.desk': { input: emptySchema, output: peopleDeskSchema },
  'people.saveView': {
    input: savedViewSchema.omit({ id: true }),
    output: z.strictObject({ id: idSchema }),
  },
  'people.deleteView': { input: z.strictObject({ id: idSchema }), output: emptySchema },
  'people.saveColumns': { input: z.strictObject({ columns: columnsSchema }), output: emptySchema },
} as const;
