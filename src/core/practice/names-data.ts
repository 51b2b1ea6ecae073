import type { OrganizationKind } from '../records/organization';
import type { carrierKinds } from '../records/area';

/** Words of the fictional district. Every name says of itself that it is a sample. */
export const fictionalSurnames = [
  '测',
  '样',
  '例',
  '试',
  '拟',
  '仿',
  '设',
  '虚',
  '练',
  '演',
  '范',
  '模',
] as const;
export const branchStems = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const;
export const earthlyBranches = [
  '子',
  '丑',
  '寅',
  '卯',
  '辰',
  '巳',
  '午',
  '未',
  '申',
  '酉',
  '戌',
  '亥',
] as const;

/** Streets, a zone and towns; `lean` shifts how far coverage has come there. */
export const streets = [
  { name: '松间街道', lean: -0.05, weight: 12 },
  { name: '竹里街道', lean: 0.05, weight: 9 },
  { name: '云深街道', lean: -0.09, weight: 15 },
  { name: '柳外街道', lean: 0.06, weight: 8 },
  { name: '石上街道', lean: -0.03, weight: 7 },
  { name: '溪桥街道', lean: -0.13, weight: 5 },
  { name: '演练经开区', lean: 0.11, weight: 14 },
  { name: '杏雨街道', lean: 0.02, weight: 7 },
  { name: '青瓦街道', lean: 0.04, weight: 7 },
  { name: '麦垄镇', lean: 0, weight: 6 },
  { name: '渡口镇', lean: -0.04, weight: 5 },
  { name: '南亩镇', lean: 0.03, weight: 5 },
] as const;

export const communityNames = ['东里', '西里', '书院', '河岸', '中街', '桥头'] as const;

export const carrierPlan: readonly {
  readonly kind: (typeof carrierKinds)[number];
  readonly suffix: string;
}[] = [
  { kind: 'building', suffix: '中心大厦' },
  { kind: 'park', suffix: '产业园' },
  { kind: 'commercialDistrict', suffix: '商圈' },
];

export interface Trade {
  readonly kind: OrganizationKind;
  readonly suffix: string;
  readonly industry: string;
  readonly weight: number;
}

/** What units of the district do, with how common each is (in thousandths of all units). */
export const trades: readonly Trade[] = [
  { kind: 'enterprise', suffix: '软件有限公司', industry: '软件和信息技术服务业', weight: 90 },
  { kind: 'enterprise', suffix: '电子商务有限公司', industry: '批发和零售业', weight: 80 },
  { kind: 'enterprise', suffix: '供应链有限公司', industry: '商务服务业', weight: 60 },
  { kind: 'enterprise', suffix: '精密制造有限公司', industry: '制造业', weight: 90 },
  { kind: 'enterprise', suffix: '餐饮管理有限公司', industry: '住宿和餐饮业', weight: 70 },
  { kind: 'enterprise', suffix: '物流有限公司', industry: '交通运输、仓储和邮政业', weight: 60 },
  { kind: 'enterprise', suffix: '广告有限公司', industry: '商务服务业', weight: 60 },
  { kind: 'enterprise', suffix: '建筑装饰有限公司', industry: '建筑业', weight: 70 },
  { kind: 'enterprise', suffix: '物业服务有限公司', industry: '房地产业', weight: 60 },
  { kind: 'enterprise', suffix: '文化传播有限公司', industry: '文化、体育和娱乐业', weight: 60 },
  { kind: 'socialGroup', suffix: '行业协会', industry: '社会组织', weight: 25 },
  { kind: 'socialGroup', suffix: '商会', industry: '社会组织', weight: 20 },
  { kind: 'foundation', suffix: '公益基金会', industry: '社会组织', weight: 6 },
  { kind: 'socialServiceBody', suffix: '职业培训学校', industry: '教育', weight: 45 },
  { kind: 'socialServiceBody', suffix: '养老服务中心', industry: '社会工作', weight: 40 },
  { kind: 'socialServiceBody', suffix: '社会工作服务中心', industry: '社会工作', weight: 40 },
  { kind: 'lawFirm', suffix: '律师事务所', industry: '法律服务', weight: 22 },
  { kind: 'accountingFirm', suffix: '会计师事务所', industry: '会计服务', weight: 14 },
  { kind: 'taxFirm', suffix: '税务师事务所', industry: '税务服务', weight: 6 },
  { kind: 'soleTrader', suffix: '便利店', industry: '批发和零售业', weight: 42 },
];

export const siteTrades: readonly (Trade & {
  readonly platform: string;
  readonly group: 'courier' | 'foodDelivery' | 'rideHailing' | 'freight' | 'streamer';
})[] = [
  {
    kind: 'deliverySite',
    suffix: '外卖站',
    industry: '即时配送',
    weight: 40,
    platform: '迅例外卖',
    group: 'foodDelivery',
  },
  {
    kind: 'courierOutlet',
    suffix: '快递网点',
    industry: '快递',
    weight: 35,
    platform: '捷样快递',
    group: 'courier',
  },
  {
    kind: 'rideHailingFleet',
    suffix: '网约车队',
    industry: '出行',
    weight: 8,
    platform: '通拟出行',
    group: 'rideHailing',
  },
  {
    kind: 'freightSite',
    suffix: '货运站',
    industry: '货运',
    weight: 10,
    platform: '运仿货运',
    group: 'freight',
  },
  {
    kind: 'streamingAgency',
    suffix: '直播基地',
    industry: '网络直播',
    weight: 7,
    platform: '虚声直播',
    group: 'streamer',
  },
];

export const educations = [
  '研究生',
  '大学本科',
  '大学本科',
  '大学专科',
  '大学专科',
  '中专',
  '高中',
] as const;
export const positions = [
  '职员',
  '技术员',
  '项目经理',
  '部门主管',
  '班组长',
  '财务人员',
  '客服专员',
] as const;
export const ethnicities = [
  '汉族',
  '汉族',
  '汉族',
  '汉族',
  '汉族',
  '汉族',
  '汉族',
  '回族',
  '满族',
  '壮族',
] as const;
export const stationServices = [
  '热水',
  '微波炉',
  '充电',
  '药箱',
  '雨具',
  '图书',
  '托管',
  '法律咨询',
] as const;
