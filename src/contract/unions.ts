import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { unionGrounds } from '../core/coverage/unions/types';
import { idSchema } from '../core/records/shared';
import { ratioSchema } from './common';

export const plannedGroupSchema = z.strictObject({
  kind: z.enum(['joint', 'own', 'send']),
  unitIds: z.array(idSchema).min(1).max(60),
});
export type PlannedGroupView = z.infer<typeof plannedGroupSchema>;

export const unionUnitSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  kind: z.string(),
  staff: z.int().nullable(),
  formalMembers: z.int().nullable(),
  state: z.enum(['own', 'joint', 'workCovered', 'blank']),
  stateWords: z.string(),
  /** Without an organisation: it may be put into a group. */
  isOpen: z.boolean(),
});
export type UnionUnitView = z.infer<typeof unionUnitSchema>;

const groupViewSchema = plannedGroupSchema.extend({
  formalMembers: z.int(),
  isLawful: z.boolean(),
  checks: z.array(
    z.strictObject({
      label: z.string(),
      words: z.string(),
      state: z.enum(['met', 'fails', 'info']),
    }),
  ),
});
export type UnionGroupView = z.infer<typeof groupViewSchema>;

const changeSchema = z.strictObject({
  place: z.string(),
  indicator: z.string(),
  before: ratioSchema,
  after: ratioSchema,
});
export type UnionChangeView = z.infer<typeof changeSchema>;

export const unionBoardSchema = z.strictObject({
  ground: z.enum(unionGrounds),
  places: z.array(
    z.strictObject({ id: z.string(), name: z.string(), units: z.int(), open: z.int() }),
  ),
  placeId: z.string(),
  placeName: z.string(),
  units: z.array(unionUnitSchema),
  groups: z.array(groupViewSchema),
  leftOver: z.array(z.strictObject({ id: idSchema, name: z.string(), words: z.string() })),
  /** 方案为穷尽求得 or 近似，至多 n 家. */
  methodWords: z.string(),
  /** The four that matter for the place, its street and the district. */
  changes: z.array(changeSchema),
  /** Every indicator of the district. */
  indicators: z.array(changeSchema),
});
export type UnionBoard = z.infer<typeof unionBoardSchema>;

const planFields = {
  ground: z.enum(unionGrounds),
  placeId: z.string().min(1).max(200),
  groups: z.array(plannedGroupSchema).min(1).max(60),
};

export const unionChannels = {
  /** What one place could build; without groups the rules propose, with groups they are weighed. */
  'unions.board': {
    input: z.strictObject({
      ground: z.enum(unionGrounds),
      placeId: z.string().max(200).optional(),
      groups: z.array(plannedGroupSchema).max(60).optional(),
    }),
    output: unionBoardSchema,
  },
  /** Turns the groups into tasks with an owner and a day; refuses an unlawful union. */
  'unions.adopt': {
    input: z.strictObject({
      ...planFields,
      owner: z.string().min(1).max(60),
      dueOn: calendarDateSchema,
    }),
    output: z.strictObject({ changeId: idSchema, tasks: z.int() }),
  },
  /** 请示 as a text to be completed. */
  'unions.letter': {
    input: z.strictObject(planFields),
    output: z.strictObject({
      title: z.string(),
      addressee: z.string(),
      paragraphs: z.array(z.string()),
      signature: z.string(),
      dateLine: z.string(),
    }),
  },
} as const;
