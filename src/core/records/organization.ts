import { z } from 'zod';
import { calendarDateSchema, factDateSchema } from '../calendar/calendar-date';
import { countSchema, idSchema, recordFields, textSchema } from './shared';

/** rules §4.2: NFE, SELF, SO (three kinds), PRO (three kinds + others), NEG points. */
export const organizationKinds = [
  'enterprise',
  'soleTrader',
  'socialGroup',
  'foundation',
  'socialServiceBody',
  'lawFirm',
  'accountingFirm',
  'taxFirm',
  'otherProfessionalFirm',
  'courierOutlet',
  'deliverySite',
  'rideHailingFleet',
  'freightSite',
  'streamingAgency',
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

export const organizationStatuses = [
  'operating',
  'suspended',
  'deregistered',
  'revoked',
  'movedAway',
  'shell',
  'dormant',
  'duplicateAddress',
  'unknown',
] as const;
export type OrganizationStatus = (typeof organizationStatuses)[number];

export const workerGroups = [
  'courier',
  'foodDelivery',
  'rideHailing',
  'freight',
  'streamer',
  'other',
] as const;

/** 登记、年检、评估: the three acts of a civil-affairs office that party-building goes along with (三同步). */
export const partySyncKinds = ['registration', 'inspection', 'evaluation'] as const;

/** 单位: enterprise, social organisation, professional firm or gig-work site. */
export const organizationSchema = z.strictObject({
  ...recordFields,
  name: textSchema.min(1),
  /** Names it had before (改名), oldest first. */
  formerNames: z.array(textSchema).max(40).optional(),
  /** 统一社会信用代码, 18 characters (GB 32100). */
  creditCode: textSchema.optional(),
  siteNumber: textSchema.optional(),
  kind: z.enum(organizationKinds),
  /** 登记类型 as written: 私营, 港澳台商投资, 外商投资 … */
  registrationType: textSchema.optional(),
  status: z.enum(organizationStatuses),
  /** First day of the present status; before it the unit was in business. Absent = always so. */
  statusSince: calendarDateSchema.optional(),
  statusVerifiedOn: calendarDateSchema.optional(),
  statusVerifiedBy: textSchema.optional(),
  statusEvidence: textSchema.optional(),
  areaId: idSchema.optional(),
  /** 所属乡镇/街道 as typed, where no area record is matched. */
  areaName: textSchema.optional(),
  carrierId: idSchema.optional(),
  address: textSchema.optional(),
  industry: textSchema.optional(),
  foundedOn: factDateSchema.optional(),
  /** 社会组织登记时提交党建承诺书和党员情况调查表之日 (SOC-5WD). */
  pledgedOn: factDateSchema.optional(),
  isAboveScale: z.boolean().optional(),
  isPlatform: z.boolean().optional(),
  isIndustryAssociation: z.boolean().optional(),
  industryDepartment: textSchema.optional(),
  /** 换届 of an association's own council, which is not that of its party organisation. */
  councilElectedOn: factDateSchema.optional(),
  councilTermYears: z.int().min(1).max(10).optional(),
  /** Each registration, yearly inspection or evaluation, and whether party-building went along. */
  partySyncs: z
    .array(
      z.strictObject({
        kind: z.enum(partySyncKinds),
        on: calendarDateSchema,
        withParty: z.boolean().optional(),
        note: textSchema.optional(),
      }),
    )
    .max(200)
    .optional(),
  /** The platform or head office this unit works for (平台、总部－加盟). */
  headquartersId: idSchema.optional(),
  /** The unit it came out of (分立). */
  splitFromId: idSchema.optional(),
  /** 从业人员. Absent = unknown, never zero. */
  staff: countSchema.optional(),
  isStaffApproximate: z.boolean().optional(),
  staffUnder35: countSchema.optional(),
  groupHeadcounts: z.partialRecord(z.enum(workerGroups), countSchema).optional(),
  /** Party members whose 组织关系 is in the unit, probationary members included. */
  members: countSchema.optional(),
  probationaryMembers: countSchema.optional(),
  /** Members working there whose 组织关系 is elsewhere (未转入). */
  membersElsewhere: countSchema.optional(),
  developmentTargets: countSchema.optional(),
  activists: countSchema.optional(),
  applicants: countSchema.optional(),
  head: z
    .strictObject({
      name: textSchema.optional(),
      phone: textSchema.optional(),
      isPartyMember: z.boolean().optional(),
      isSecretary: z.boolean().optional(),
    })
    .optional(),
  massOrganizations: z
    .strictObject({
      union: z.boolean().optional(),
      youthLeague: z.boolean().optional(),
      womensFederation: z.boolean().optional(),
    })
    .optional(),
  hasLiaison: z.boolean().optional(),
  serviceCentreId: idSchema.optional(),
  /** 未建原因 as reported. */
  notBuiltReason: textSchema.optional(),
  excludedReason: textSchema.optional(),
  lastVerifiedOn: calendarDateSchema.optional(),
});
export type Organization = z.infer<typeof organizationSchema>;
