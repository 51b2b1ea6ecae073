import type { Dossier } from '../records/dossier';

type Part<Key extends keyof Dossier> =
  NonNullable<Dossier[Key]> extends readonly (infer Row)[] ? Row : NonNullable<Dossier[Key]>;
type Words<Key extends keyof Dossier> = Readonly<Record<keyof Part<Key>, string>>;

/** Parts of the dossier that come with facts of their own. */
export const partTitles = {
  localNotices: '其他公示',
  branchDecisions: '支委会（大会）研究',
  disciplinaryMatters: '立案审查、处分',
  membership: '党员动态',
  transfers: '转接',
} as const satisfies Partial<Record<keyof Dossier, string>>;

/** Words of the facts inside a part of the dossier, as the forms ask for them. */
export const membershipWords: Words<'membership'> = {
  awayFrom: '外出之日',
  returnedOn: '返回之日',
  floatingRegisteredOn: '登记为流动党员',
  lastActivityOn: '最近参加组织生活',
  lastDuesOn: '最近交纳党费',
  lastTaskOn: '最近承担所分配工作',
  excuse: '正当理由',
};
export const noticeWords: Words<'localNotices'> = {
  kind: '公示种类',
  from: '公示开始',
  until: '公示结束',
};
export const disciplinaryWords: Words<'disciplinaryMatters'> = {
  kind: '事项',
  from: '起始日期',
  until: '终结日期',
};
export const decisionWords: Words<'branchDecisions'> = {
  step: '所定步骤',
  on: '会议日期',
  body: '会议',
  members: '应到人数',
  present: '实到人数',
  isMinuted: '有会议记录',
};
export const transferWords: Words<'transfers'> = {
  on: '转接日期',
  direction: '方向',
  hasPapers: '材料随转',
  isReviewed: '接收方有审查意见',
};

export const disciplinaryKindWords: Readonly<Record<Part<'disciplinaryMatters'>['kind'], string>> =
  { investigation: '立案审查', penalty: '党纪政务处分' };
export const decidingBodyWords: Readonly<
  Record<NonNullable<Part<'branchDecisions'>['body']>, string>
> = { branchCommittee: '支委会', memberMeeting: '党员大会' };
export const transferDirectionWords: Readonly<
  Record<NonNullable<Part<'transfers'>['direction']>, string>
> = { in: '转入', out: '转出' };
export const paperWords = {
  isDated: '写有落款日期',
  statedName: '所写姓名',
  signedBy: '签名的书记',
} as const satisfies Partial<Words<'papers'>>;
