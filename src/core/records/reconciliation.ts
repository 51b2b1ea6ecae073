import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date';
import { organizationKinds } from './organization';
import { countSchema, idSchema, noteSchema, recordFields, textSchema } from './shared';

/** Whose list it is: 市场监管、民政, or another register (司法、税务…). */
export const listSources = ['market', 'civil', 'other'] as const;
export type ListSource = (typeof listSources)[number];

/** 新增 / 消失 / 改名 / 迁址 / 状态变化 / 一致 / 待定. */
export const outcomeClasses = [
  'added',
  'gone',
  'renamed',
  'moved',
  'statusChanged',
  'same',
  'pending',
] as const;
export type OutcomeClass = (typeof outcomeClasses)[number];

export const decisionChoices = ['accept', 'refuse', 'later'] as const;

/** Lines one comparison keeps; rows that agree are counted and not kept. */
export const mostLines = 20_000;

/** One comparison with a foreign list as it was settled; what was refused is not asked again. */
export const reconciliationSchema = z.strictObject({
  ...recordFields,
  fileName: textSchema,
  source: z.enum(listSources),
  /** The day as of which the list was made. */
  listedOn: calendarDateSchema,
  madeOn: calendarDateSchema,
  /** Wall clock, so that two of one day keep their order. */
  madeAt: textSchema,
  madeBy: textSchema,
  scope: z.strictObject({ kinds: z.array(z.enum(organizationKinds)), areaId: idSchema.optional() }),
  rowsRead: countSchema,
  counts: z.record(z.string(), countSchema),
  lines: z
    .array(
      z.strictObject({
        /** Credit code, else name, else the unit that is missing from the list. */
        key: textSchema,
        /** What the list said, so that other contents are asked about again. */
        fingerprint: noteSchema,
        class: z.enum(outcomeClasses),
        /** 工作表!行; empty for a unit that the list lacks. */
        place: textSchema,
        name: textSchema,
        creditCode: textSchema.optional(),
        unitId: idSchema.optional(),
        words: noteSchema,
        choice: z.enum(decisionChoices),
        reason: textSchema.optional(),
      }),
    )
    .max(mostLines),
});
export type Reconciliation = z.infer<typeof reconciliationSchema>;
