import type { DueBucket } from './types';
import type { Carrier } from '../records/area';
import type { ApproverLevel } from '../records/dossier';
import type { WorkerGroup } from '../new-groups/group-goal';
import type { Station } from '../records/work';
import type { OrganizationKind, OrganizationStatus } from '../records/organization';
import type {
  PartyOrganizationForm,
  PartyOrganizationLevel,
  PostKind,
} from '../records/party-organization';
import type { Stage } from '../records/person';
import type { OutcomeClass } from '../records/reconciliation';
import type { TableName } from '../records/tables';

/** Chinese words per identifier; a gap does not compile. */
export const genderWords = { male: '男', female: '女' } as const;

export const stageWords: Readonly<Record<Stage, string>> = {
  applicant: '申请人',
  activist: '积极分子',
  developmentTarget: '发展对象',
  probationaryMember: '预备党员',
  fullMember: '正式党员',
};

export const organizationKindWords: Readonly<Record<OrganizationKind, string>> = {
  enterprise: '非公企业',
  soleTrader: '个体工商户',
  socialGroup: '社会团体',
  foundation: '基金会',
  socialServiceBody: '民办非企业单位',
  lawFirm: '律师事务所',
  accountingFirm: '会计师事务所',
  taxFirm: '税务师事务所',
  otherProfessionalFirm: '其他专业服务机构',
  courierOutlet: '快递网点',
  deliverySite: '外卖站点',
  rideHailingFleet: '网约车公司（车队）',
  freightSite: '货运公司（物流园）',
  streamingAgency: '直播机构',
};

export const organizationStatusWords: Readonly<Record<OrganizationStatus, string>> = {
  operating: '正常',
  suspended: '停业',
  deregistered: '注销',
  revoked: '吊销',
  movedAway: '迁出',
  shell: '空壳',
  dormant: '僵尸',
  duplicateAddress: '一照多址',
  unknown: '不详',
};

export const partyOrganizationLevelWords: Readonly<Record<PartyOrganizationLevel, string>> = {
  workCommittee: '党工委',
  committee: '党委',
  generalBranch: '党总支',
  branch: '党支部',
  group: '党小组',
};

export const partyOrganizationFormWords: Readonly<Record<PartyOrganizationForm, string>> = {
  own: '单独组建',
  joint: '联合组建',
  regional: '区域性',
  industry: '行业性',
  building: '楼宇',
  market: '市场商圈',
  functional: '功能型',
  temporary: '临时',
  floating: '流动党员党支部',
};

/** Classes of a comparison with a foreign list. */
export const outcomeClassWords: Readonly<Record<OutcomeClass, string>> = {
  added: '新增',
  gone: '消失',
  renamed: '改名',
  moved: '迁址',
  statusChanged: '状态变化',
  same: '一致',
  pending: '待定',
};

export const tableWords: Readonly<Record<TableName, string>> = {
  areas: '区域',
  carriers: '载体',
  organizations: '单位',
  partyOrganizations: '党组织',
  people: '人员',
  meetings: '会议',
  instructors: '党建指导员',
  stations: '驿站',
  requests: '诉求',
  quotas: '发展计划',
  gapTasks: '缺口任务',
  reportSnapshots: '报表快照',
  importBatches: '导入',
  settlements: '情况说明',
  snoozes: '暂缓提醒',
  reconciliations: '名单比对',
};

export const dueBucketWords: Readonly<Record<DueBucket, string>> = {
  overdue: '已超期',
  thisWeek: '本周到期',
  within30: '30 天内',
};

/** 班子职务, as 谈话人 and signatories hold them. */
export const postKindWords: Readonly<Record<PostKind, string>> = {
  secretary: '书记',
  deputySecretary: '副书记',
  organization: '组织委员',
  publicity: '宣传委员',
  discipline: '纪检委员',
  member: '委员',
  organizer: '组织员',
};

export const approverLevelWords: Readonly<Record<ApproverLevel, string>> = {
  committee: '基层党委',
  workCommittee: '党工委',
  generalBranch: '党总支',
  branch: '党支部',
  leadingGroup: '党组',
  temporary: '临时党组织',
};

export const localNoticeWords = {
  activist: '积极分子公示',
  preAccept: '接收前公示',
  confirm: '转正前公示',
} as const;
export const workerGroupWords: Readonly<Record<WorkerGroup, string>> = {
  courier: '快递员',
  foodDelivery: '外卖配送员',
  rideHailing: '网约车司机',
  freight: '货车司机',
  streamer: '网络主播',
  other: '其他',
};

export const stationKindWords: Readonly<Record<Station['kind'], string>> = {
  riderStation: '骑手驿站',
  serviceCentre: '党群服务中心',
  other: '其他阵地',
};

export const carrierKindWords: Readonly<Record<Carrier['kind'], string>> = {
  building: '楼宇',
  park: '园区',
  commercialDistrict: '商圈',
  specializedMarket: '专业市场',
  street: '街区',
  makerSpace: '众创空间',
};
