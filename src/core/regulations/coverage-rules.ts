import type { CoverageCitation, CoverageRuleId, EvidenceTag, GapSeverity } from '../coverage/types';

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
const newGroupOpinion: CoverageCitation = {
  instrument: '《关于加强新就业群体服务管理的意见》',
  article: '',
  edition: '2026 年',
};
const localPractice: CoverageCitation = { instrument: '本地做法', article: '', edition: '' };

const since = {
  nonPublic: { from: '2012-05-24' },
  branch: { from: '2018-10-28' },
  term: { from: '2018-07-01' },
  always: { from: '2012-05-24' },
} as const;

/** Term reminders: months before the day (rules §2 TERM-*), longest postponement in months. */
export const termReminderMonths = 6;
export const termPostponementMonths = 12;

/** 请示 is sent up two months before the term ends (rules §2 TERM-*, 2m: L). */
export const termRequestMonths = 2;

/** 新就业群体 are to be covered throughout by then (rules §4.4, NEG 覆盖). */
export const newGroupGoal = {
  dueOn: '2027-12-31',
  citation: newGroupOpinion,
  tag: 'INF',
} as const;

/** Days after which a station nobody checked is marked; a habit, changed in the settings. */
export const stationCheckDays = 30;

/** 摸排口径 of the staff subset (rules §4.4, 10人以上企业组织覆盖率). */
export const surveyStaffThreshold = 10;

/** 社会组织 of interest begin at thirty (摸排口径, rules §4.4; a setting). */
export const socialSurveyStaffThreshold = 30;

/** A record nobody verified for longer than this is stale (product §2, data quality). */
export const staleAfterMonths = 12;

/** Units one instructor may keep (rules §4.3 INSTR-FORMAL, "load ≤ config"). */
export const instructorLoadLimit = 10;

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
    title: '党支部不足三人',
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
  'INSTR-LOAD': {
    id: 'INSTR-LOAD',
    title: '指导员负担过重',
    severity: 'soft',
    tag: 'L',
    scope: 'local',
    inForce: since.always,
    citation: localPractice,
    suggestedAct: '分出一部分单位，另派指导员',
    threshold: instructorLoadLimit,
  },
  'MEMBERS-ELSEWHERE': {
    id: 'MEMBERS-ELSEWHERE',
    title: '党员组织关系未转入',
    severity: 'soft',
    tag: 'VO',
    scope: 'national',
    inForce: since.always,
    citation: annualForm,
    suggestedAct: '逐人核对组织关系，能转的转入，不能转的登记为流动党员',
  },
  'STALE-RECORD': {
    id: 'STALE-RECORD',
    title: '单位信息超过一年未核',
    severity: 'info',
    tag: 'L',
    scope: 'local',
    inForce: since.always,
    citation: localPractice,
    suggestedAct: '上门或电话核实，登记核实日期和核实人',
    threshold: staleAfterMonths,
  },
  'TEMP/FUNC': {
    id: 'TEMP/FUNC',
    title: '临时、功能型党组织不换届',
    severity: 'soft',
    tag: 'VO',
    scope: 'national',
    inForce: since.branch,
    citation: branchRegulation,
    suggestedAct: '核对组建形式；书记由批准成立的党组织指定',
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
