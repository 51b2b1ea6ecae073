import { z } from 'zod';
import { calendarDateSchema, factDateSchema } from '../calendar/calendar-date';
import { idSchema, periodFields, recordFields, textSchema } from './shared';

export const partyOrganizationLevels = [
  'workCommittee',
  'committee',
  'generalBranch',
  'branch',
  'group',
] as const;
export const partyOrganizationForms = [
  'own',
  'joint',
  'regional',
  'industry',
  'building',
  'market',
  'functional',
  'temporary',
  'floating',
] as const;
export type PartyOrganizationForm = (typeof partyOrganizationForms)[number];
export type PartyOrganizationLevel = (typeof partyOrganizationLevels)[number];

export const postKinds = [
  'secretary',
  'deputySecretary',
  'organization',
  'publicity',
  'discipline',
  'member',
  'organizer',
] as const;
export type PostKind = (typeof postKinds)[number];

/** 党组织, effective-dated: which units it covers, who holds which post, since when. */
export const partyOrganizationSchema = z.strictObject({
  ...recordFields,
  name: textSchema.min(1),
  level: z.enum(partyOrganizationLevels),
  form: z.enum(partyOrganizationForms),
  parentId: idSchema.optional(),
  parentName: textSchema.optional(),
  areaId: idSchema.optional(),
  foundedOn: factDateSchema.optional(),
  dissolvedOn: calendarDateSchema.optional(),
  /** Why and by which paper it was dissolved or changed. */
  dissolvedReason: textSchema.optional(),
  /** The organisation it came out of (改建、拆分). */
  succeedsId: idSchema.optional(),
  approvalNumber: textSchema.optional(),
  /** Whether it may approve admissions (具有审批权限的基层党委). */
  canApprove: z.boolean().optional(),
  hasCommittee: z.boolean().optional(),
  /** Formal members on record when people are not listed one by one. */
  fullMembers: z.int().min(0).optional(),
  termYears: z.int().min(1).max(10).optional(),
  lastElectedOn: calendarDateSchema.optional(),
  termExtendedUntil: calendarDateSchema.optional(),
  /** Elections with the counts that make them valid (ELECT-QUORUM). */
  elections: z
    .array(
      z.strictObject({
        on: factDateSchema.optional(),
        should: z.int().optional(),
        present: z.int().optional(),
        deducted: z.int().optional(),
        isDeductionApproved: z.boolean().optional(),
      }),
    )
    .max(40)
    .optional(),
  /** 基层党委每年对入党积极分子队伍的分析 (POOL-YEARLY). */
  poolAnalysedOn: z.array(factDateSchema).max(80).optional(),
  phone: textSchema.optional(),
  /** Founded with members whose 组织关系 is elsewhere (年报第30表 counts these apart). */
  absorbsUntransferred: z.boolean().optional(),
  covers: z
    .array(z.strictObject({ organizationId: idSchema, ...periodFields }))
    .max(500)
    .optional(),
  posts: z
    .array(
      z.strictObject({
        kind: z.enum(postKinds),
        name: textSchema,
        personId: idSchema.optional(),
        ...periodFields,
      }),
    )
    .max(200)
    .optional(),
});
export type PartyOrganization = z.infer<typeof partyOrganizationSchema>;
