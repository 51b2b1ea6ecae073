import { z } from 'zod';
import { calendarDateSchema, factDateSchema } from '../calendar/calendar-date';
import { dossierSchema } from './dossier';
import { workerGroups } from './organization';
import { idSchema, periodFields, recordFields, textSchema } from './shared';

export const stages = [
  'applicant',
  'activist',
  'developmentTarget',
  'probationaryMember',
  'fullMember',
] as const;
export type Stage = (typeof stages)[number];

/** 人员. The stage is derived from the dossier; `declaredStage` is what a roster stated where there is no dossier fact. */
export const personSchema = z.strictObject({
  ...recordFields,
  name: textSchema.min(1),
  /** 公民身份号码, 18 characters; never shown unmasked without a recorded act. */
  idNumber: textSchema.optional(),
  staffNumber: textSchema.optional(),
  phone: textSchema.optional(),
  gender: z.enum(['male', 'female']).optional(),
  birthOn: factDateSchema.optional(),
  ethnicity: textSchema.optional(),
  nativePlace: textSchema.optional(),
  education: textSchema.optional(),
  position: textSchema.optional(),
  workplace: textSchema.optional(),
  group: z.enum(workerGroups).optional(),
  isFloating: z.boolean().optional(),
  /** 外出日: since when a member has been away from where the 组织关系 is. */
  awaySince: calendarDateSchema.optional(),
  declaredStage: z.enum(stages).optional(),
  joinedOn: factDateSchema.optional(),
  confirmedOn: factDateSchema.optional(),
  /** The branch that keeps the dossier or the membership. */
  branchId: idSchema.optional(),
  branchName: textSchema.optional(),
  areaId: idSchema.optional(),
  affiliations: z
    .array(
      z.strictObject({
        kind: z.enum(['work', 'residence', 'site', 'station']),
        organizationId: idSchema.optional(),
        areaId: idSchema.optional(),
        stationId: idSchema.optional(),
        ...periodFields,
      }),
    )
    .max(60)
    .optional(),
  /** 归口: exactly one place counts the person on any day. */
  countedUnder: z
    .array(
      z.strictObject({
        organizationId: idSchema.optional(),
        areaId: idSchema.optional(),
        ...periodFields,
      }),
    )
    .max(60)
    .optional(),
  dossier: dossierSchema.optional(),
  formerDossiers: z.array(dossierSchema).max(10).optional(),
});
export type Person = z.infer<typeof personSchema>;
