import type { OrganizationKind } from '../records/organization';
import type { PartyOrganizationForm, PartyOrganizationLevel } from '../records/party-organization';
import type {
  BaseColumn,
  CoverageCitation,
  CoverageDefinitions,
  CoverageRuleId,
  EvidenceTag,
  ExclusionReason,
  GapSeverity,
  WorkCoverageCounts,
} from './types';

/** One rule of rules.md §4.3 (or a term rule of §2) as data: numbers, words, source. */
export interface CoverageRule {
  readonly id: CoverageRuleId;
  readonly title: string;
  readonly severity: GapSeverity;
  readonly tag: EvidenceTag;
  readonly scope: 'national' | 'local';
  readonly inForce: { readonly from: string; readonly until?: string };
  readonly citation: CoverageCitation;
  readonly suggestedAct: string;
  /** The legal number; its unit is said by the rule's title. Absent where the rule only asks yes or no. */
  readonly threshold?: number;
}

const nonPublicOpinion: CoverageCitation = {
  instrument: '中办发〔2012〕11号',
  article: '',
  edition: '2012 年',
};
const branchRegulation: CoverageCitation = {
  instrument: '《支部工作条例（试行）》',
  article: '',
  edition: '2018 年',
};
const annualForm: CoverageCitation = {
  instrument: '党内统计年报第27表',
  article: '',
  edition: '',
};
const termOpinion: CoverageCitation = {
  instrument: '《关于党的基层组织任期的意见》',
  article: '',
  edition: '2018 年',
};
const localPractice: CoverageCitation = { instrument: '本地做法', article: '', edition: '' };

const since = {
  nonPublic: { from: '2012-05-24' },
  branch: { from: '2018-10-28' },
  term: { from: '2018-07-01' },
  always: { from: '2012-05-24' },
} as const;

export const coverageRules: Readonly<Record<CoverageRuleId, CoverageRule>> = {
  'ORG-3': {
    id: 'ORG-3',
    title: '应建未建',
    severity: 'hard',
    tag: 'VO',
    scope: 'national',
    inForce: since.nonPublic,
    citation: nonPublicOpinion,
    suggestedAct: '向上级党组织申请单独建立党支部',
    threshold: 3,
  },
  BLANK: {
    id: 'BLANK',
    title: '工作覆盖空白',
    severity: 'hard',
    tag: 'VO',
    scope: 'national',
    inForce: since.nonPublic,
    citation: nonPublicOpinion,
    suggestedAct: '选派党建工作指导员，或确定联络员',
  },
  'STAFF-100': {
    id: 'STAFF-100',
    title: '100 人以上无组织',
    severity: 'hard',
    tag: 'VO',
    scope: 'national',
    inForce: since.always,
    citation: annualForm,
    suggestedAct: '列入重点组建，选派指导员摸清党员',
    threshold: 100,
  },
  'STAFF-50': {
    id: 'STAFF-50',
    title: '50 人以上无党员',
    severity: 'soft',
    tag: 'VO',
    scope: 'national',
    inForce: since.always,
    citation: annualForm,
    suggestedAct: '选派指导员，从骨干中培养入党积极分子',
    threshold: 50,
  },
  'ORG-UNION-5': {
    id: 'ORG-UNION-5',
    title: '联合超 5 个单位',
    severity: 'soft',
    tag: 'VO',
    scope: 'national',
    inForce: since.branch,
    citation: branchRegulation,
    suggestedAct: '按地域、行业拆分联合党支部',
    threshold: 5,
  },
  'ORG-LT3': {
    id: 'ORG-LT3',
    title: '单独党支部不足三人',
    severity: 'soft',
    tag: 'VO',
    scope: 'national',
    inForce: since.branch,
    citation: branchRegulation,
    suggestedAct: '报上级及时调整为联合党支部或撤销',
    threshold: 3,
  },
  'ORG-COMMITTEE-7': {
    id: 'ORG-COMMITTEE-7',
    title: '应设支委会未设',
    severity: 'hard',
    tag: 'VO',
    scope: 'national',
    inForce: since.branch,
    citation: branchRegulation,
    suggestedAct: '召开党员大会选举产生支部委员会',
    threshold: 7,
  },
  'ORG-50': {
    id: 'ORG-50',
    title: '党支部超过 50 人',
    severity: 'soft',
    tag: 'VO',
    scope: 'national',
    inForce: since.branch,
    citation: branchRegulation,
    suggestedAct: '研究改设党总支',
    threshold: 50,
  },
  'ORG-100': {
    id: 'ORG-100',
    title: '党员超过 100 人未设党委',
    severity: 'soft',
    tag: 'VO',
    scope: 'national',
    inForce: since.branch,
    citation: branchRegulation,
    suggestedAct: '研究改设党委',
    threshold: 100,
  },
  'TERM-3Y': {
    id: 'TERM-3Y',
    title: '届满未换届',
    severity: 'hard',
    tag: 'VO',
    scope: 'national',
    inForce: since.term,
    citation: termOpinion,
    suggestedAct: '报批延期或按期换届',
    threshold: 3,
  },
  'TERM-5Y': {
    id: 'TERM-5Y',
    title: '届满未换届',
    severity: 'hard',
    tag: 'VO',
    scope: 'national',
    inForce: since.term,
    citation: termOpinion,
    suggestedAct: '报批延期或按期换届',
    threshold: 5,
  },
  'MISSING-POST': {
    id: 'MISSING-POST',
    title: '书记空缺',
    severity: 'soft',
    tag: 'L',
    scope: 'local',
    inForce: since.always,
    citation: localPractice,
    suggestedAct: '补选或由上级指派书记',
  },
  'INSTR-FORMAL': {
    id: 'INSTR-FORMAL',
    title: '指导员空缺',
    severity: 'soft',
    tag: 'L',
    scope: 'local',
    inForce: since.always,
    citation: localPractice,
    suggestedAct: '另派一名正式党员任党建工作指导员',
  },
  'INSTR-VISIT': {
    id: 'INSTR-VISIT',
    title: '指导员久未走访',
    severity: 'soft',
    tag: 'L',
    scope: 'local',
    inForce: since.always,
    citation: localPractice,
    suggestedAct: '请指导员走访并登记',
    threshold: 3,
  },
};

/** Local rules that stay silent until a district switches them on (rules §2 INSTR-VISIT, "config"). */
export const rulesOffByDefault: ReadonlySet<CoverageRuleId> = new Set(['INSTR-VISIT']);

/** Term reminders: months before the day (rules §2 TERM-*), longest postponement in months. */
export const termReminderMonths = 6;
export const termPostponementMonths = 12;

/** 摸排口径 of the staff subset (rules §4.4, 10人以上企业组织覆盖率). */
export const surveyStaffThreshold = 10;

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
  stated: '登记了不计入的理由',
};

/** rules §4.4: indicator 工作覆盖率 A with the lenient 应建已建率. */
export const defaultDefinitions: CoverageDefinitions = {
  counts: defaultWorkCoverageCounts,
  shouldBuildRate: 'lenient',
};
