import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { areaSchema, carrierSchema } from '../core/records/area';
import { organizationSchema } from '../core/records/organization';
import { countSchema, idSchema } from '../core/records/shared';
import { duplicateSigns } from '../core/register/duplicates';
import { emptySchema, ratioSchema } from './common';
import { organizationFilterSchema } from './coverage';

export const registerSubjects = ['organization', 'person'] as const;
export type RegisterSubject = (typeof registerSubjects)[number];

const subject = z.enum(registerSubjects);

export const duplicateHitSchema = z.strictObject({
  id: idSchema,
  sign: z.enum(duplicateSigns),
  title: z.string(),
  /** Why it may be the same, and what tells it apart. */
  words: z.string(),
});
export type DuplicateHitView = z.infer<typeof duplicateHitSchema>;

export const indicatorEffectSchema = z.array(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    before: ratioSchema,
    after: ratioSchema,
  }),
);

export const mergePreviewSchema = z.strictObject({
  keptName: z.string(),
  droppedName: z.string(),
  fields: z.array(
    z.strictObject({
      field: z.string(),
      label: z.string(),
      kept: z.string(),
      dropped: z.string(),
      isConflict: z.boolean(),
    }),
  ),
  /** Records that point to the one that goes, by table. */
  references: z.array(z.strictObject({ words: z.string(), count: z.int() })),
  indicators: indicatorEffectSchema,
});
export type MergePreview = z.infer<typeof mergePreviewSchema>;

const mergeInput = z.strictObject({
  subject,
  keptId: idSchema,
  droppedId: idSchema,
  /** Fields in which the one that goes is right. */
  takes: z.array(z.string().max(60)).max(60),
});

/** Fields a bulk edit may set; everything else is a matter of one unit. */
export const bulkPatchSchema = organizationSchema
  .pick({
    kind: true,
    status: true,
    statusSince: true,
    statusEvidence: true,
    areaId: true,
    carrierId: true,
    industry: true,
    registrationType: true,
    isAboveScale: true,
    hasLiaison: true,
    lastVerifiedOn: true,
  })
  .partial();
export type BulkPatch = z.infer<typeof bulkPatchSchema>;

export const mostSelected = 20_000;
const bulkInput = z.strictObject({
  selection: z.union([
    z.strictObject({ ids: z.array(idSchema).min(1).max(mostSelected) }),
    /** 全部筛选结果. */
    z.strictObject({ filter: organizationFilterSchema }),
  ]),
  patch: bulkPatchSchema,
  /** Sends this instructor to every one of them that has not got him yet. */
  instructorId: idSchema.optional(),
});
export type BulkInput = z.infer<typeof bulkInput>;

export const bulkPreviewSchema = z.strictObject({
  selected: z.int(),
  changed: z.int(),
  /** The first of them, to be looked at. */
  rows: z.array(z.strictObject({ id: idSchema, name: z.string(), words: z.string() })),
  indicators: indicatorEffectSchema,
});
export type BulkPreview = z.infer<typeof bulkPreviewSchema>;

const changed = z.strictObject({ changeId: idSchema, id: idSchema });

export const areaRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  code: z.string(),
  level: areaSchema.shape.level,
  parentId: z.string(),
  depth: z.int(),
  /** Units that lie in it or below it. */
  units: z.int(),
});
export type AreaRow = z.infer<typeof areaRowSchema>;

export const carrierRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  kind: carrierSchema.shape.kind,
  areaId: z.string(),
  areaName: z.string(),
  units: z.int(),
  own: z.int(),
  joint: z.int(),
  workCovered: z.int(),
  blank: z.int(),
  formalMembers: z.int(),
});
export type CarrierRow = z.infer<typeof carrierRowSchema>;

export const registerChannels = {
  'duplicates.find': {
    input: z.strictObject({
      subject,
      id: idSchema.optional(),
      name: z.string().max(400),
      number: z.string().max(60),
      phone: z.string().max(60),
    }),
    output: z.array(duplicateHitSchema),
  },
  /** Whom a merge is about, and who is likely the same. */
  'merge.about': {
    input: z.strictObject({ subject, id: idSchema }),
    output: z.strictObject({ name: z.string(), likely: z.array(duplicateHitSchema) }),
  },
  'merge.preview': { input: mergeInput, output: mergePreviewSchema },
  /** One change: the one stays, the other goes to 历史库, whatever pointed to it points to the one that stays. */
  'merge.commit': { input: mergeInput, output: changed },
  'organizations.split': {
    input: z.strictObject({
      id: idSchema,
      on: calendarDateSchema,
      reason: z.string().max(400),
      name: z.string().max(400),
      creditCode: z.string().max(60),
      counts: z.partialRecord(
        z.enum(['staff', 'members', 'probationaryMembers', 'membersElsewhere']),
        countSchema,
      ),
      /** Party organisations of the old unit that cover the new one too, from its first day on. */
      covers: z.array(idSchema).max(50),
    }),
    output: changed.extend({ founded: idSchema }),
  },
  'bulk.preview': { input: bulkInput, output: bulkPreviewSchema },
  'bulk.commit': {
    input: bulkInput,
    output: z.strictObject({ changeId: idSchema, changed: z.int() }),
  },
  'instructors.names': {
    input: emptySchema,
    output: z.array(z.strictObject({ id: idSchema, name: z.string(), units: z.int() })),
  },
  'areas.tree': { input: emptySchema, output: z.array(areaRowSchema) },
  'areas.save': {
    input: z.strictObject({
      id: idSchema.optional(),
      name: z.string().min(1).max(400),
      code: z.string().max(60),
      level: areaSchema.shape.level,
      parentId: idSchema.optional(),
    }),
    output: changed,
  },
  /** From `on` a place is no more; what lies in it counts under `intoId` from that day. */
  'areas.retire': {
    input: z.strictObject({
      id: idSchema,
      on: calendarDateSchema,
      reason: z.string().max(400),
      intoId: idSchema.optional(),
    }),
    output: changed,
  },
  'carriers.list': { input: emptySchema, output: z.array(carrierRowSchema) },
  'carriers.save': {
    input: z.strictObject({
      id: idSchema.optional(),
      name: z.string().min(1).max(400),
      kind: carrierSchema.shape.kind,
      areaId: idSchema.optional(),
    }),
    output: changed,
  },
  'carriers.retire': {
    input: z.strictObject({ id: idSchema, reason: z.string().max(400) }),
    output: changed,
  },
} as const;
