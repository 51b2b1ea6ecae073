import type { OrganizationKind } from '../records/organization';
import type { PartyOrganizationForm, PartyOrganizationLevel } from '../records/party-organization';
import { surveyStaffThreshold } from '../regulations/coverage-rules';
import type { BaseColumn, CoverageDefinitions, ExclusionReason, WorkCoverageCounts } from './types';

/** Default of `settings.workCoverageCounts`: the ways named in 中办发〔2012〕11号 and the service centre; 妇联 is left to the district. */
export const defaultWorkCoverageCounts: WorkCoverageCounts = {
  instructor: true,
  liaison: true,
  union: true,
  youthLeague: true,
  womensFederation: false,
  serviceCentre: true,
};

/**
 * How a form of party organisation counts for the units it covers (rules §4.1, §4.4). 功能型 holds no
 * 组织关系 and 临时 is no standing organisation: neither counts. An industry or regional committee alone is
 * not a unit's own organisation, so the area forms count by their branches only.
 */
export const formCounting: Readonly<
  Record<
    PartyOrganizationForm,
    { readonly as: 'own' | 'joint' | 'none'; readonly branchOnly: boolean }
  >
> = {
  own: { as: 'own', branchOnly: false },
  joint: { as: 'joint', branchOnly: false },
  regional: { as: 'joint', branchOnly: true },
  industry: { as: 'joint', branchOnly: true },
  building: { as: 'joint', branchOnly: true },
  market: { as: 'joint', branchOnly: true },
  floating: { as: 'joint', branchOnly: true },
  functional: { as: 'none', branchOnly: false },
  temporary: { as: 'none', branchOnly: false },
};

/** Years of a term by level where the record states none (任期意见: 支部、总支 3 年，基层党委 5 年). */
export const termYearsByLevel: Readonly<Record<PartyOrganizationLevel, number | undefined>> = {
  workCommittee: undefined,
  committee: 5,
  generalBranch: 3,
  branch: 3,
  group: undefined,
};

/** 临时 and 功能型 hold no elections of their own (条例第八条). */
export const formsWithoutTerm: ReadonlySet<PartyOrganizationForm> = new Set([
  'temporary',
  'functional',
]);

export const columnOfKind: Readonly<Record<OrganizationKind, BaseColumn>> = {
  enterprise: 'enterprise',
  soleTrader: 'soleTrader',
  socialGroup: 'association',
  foundation: 'association',
  socialServiceBody: 'serviceBody',
  lawFirm: 'professional',
  accountingFirm: 'professional',
  taxFirm: 'professional',
  otherProfessionalFirm: 'professional',
  courierOutlet: 'site',
  deliverySite: 'site',
  rideHailingFleet: 'site',
  freightSite: 'site',
  streamingAgency: 'site',
};

/** Columns that make 法人单位合计; sites and sole traders are counted beside it. */
export const legalColumns: readonly BaseColumn[] = [
  'enterprise',
  'association',
  'serviceBody',
  'professional',
];

export const exclusionWords: Readonly<Record<ExclusionReason, string>> = {
  suspended: '停业',
  deregistered: '注销',
  revoked: '吊销',
  movedAway: '迁出',
  shell: '空壳',
  dormant: '僵尸',
  duplicateAddress: '一照多址',
  unknown: '经营状态未核',
  notFounded: '当日尚未成立',
  stated: '另有登记的理由',
};

/** rules §4.4: indicator 工作覆盖率 A with the lenient 应建已建率. */
export const defaultDefinitions: CoverageDefinitions = {
  counts: defaultWorkCoverageCounts,
  shouldBuildRate: 'lenient',
  socialStaff: surveyStaffThreshold,
};
