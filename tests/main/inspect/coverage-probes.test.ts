import { describe, expect, it } from 'vitest';
import { inspectCoverage, type CoverageReport } from '../../../src/main/inspect/coverage';
import { UnusableInput } from '../../../src/main/inspect/unusable-input';

/*
 * Cases in the manner of the shared coverage_cases.json, worked out by hand from rules.md §4.3 and §4.4. Each
 * names what it is about; `figures` are counts, or percentages for ids ending in _pct.
 */
const today = '2026-11-23';

type Unit = Readonly<Record<string, unknown>>;
type Party = Readonly<Record<string, unknown>>;

/** An operating enterprise. `in` = the party organisations that cover it. */
function u(id: string, facts: Unit & { readonly in?: readonly string[] } = {}): Unit {
  const { in: covers = [], ...rest } = facts;
  return { id, kind: 'NFE', status: '正常', partyOrganizationIds: covers, ...rest };
}
const own = (id: string, facts: Party = {}): Party => ({
  id,
  form: '单独',
  level: '支部',
  ...facts,
});
const joint = (id: string, facts: Party = {}): Party => ({
  id,
  form: '联合',
  level: '支部',
  ...facts,
});
const many = (count: number, make: (index: number) => Unit): Unit[] =>
  Array.from({ length: count }, (_, index) => make(index));

interface Probe {
  readonly title: string;
  readonly units: readonly Unit[];
  readonly parties?: readonly Party[];
  readonly figures?: Readonly<Record<string, number | null>>;
  readonly states?: Readonly<Record<string, string>>;
  /** `rule subject` of every gap of the rules named in `of`; all rules where it is absent. */
  readonly gaps?: readonly string[];
  readonly of?: readonly string[];
  readonly doubts?: readonly string[];
}

const probes: readonly Probe[] = [
  {
    title: '§4.4 den=0: nothing in scope shows —, never 0 %',
    units: [],
    figures: {
      active: 0,
      org_coverage_pct: null,
      work_coverage_pct: null,
      should_build_rate_pct: null,
      staff10_org_coverage_pct: null,
      transfer_rate_pct: null,
    },
    gaps: [],
  },
  {
    title: '§4.2 every status beside 正常 is in no denominator, and a unit out of it has no gap',
    units: ['停业', '注销', '吊销', '迁出', '空壳', '僵尸', '一照多址'].map((status) =>
      u(status, { status, staff: 200, members: 9 }),
    ),
    figures: { active: 0, excluded: 7, org_coverage_pct: null, should_build: 0 },
    gaps: [],
  },
  {
    title: '§4.1 each unit is in exactly one state',
    units: [
      u('甲', { in: ['单'] }),
      u('乙', { in: ['联'] }),
      u('丙', { hasLiaison: true }),
      u('丁'),
      u('戊', { status: '空壳' }),
    ],
    parties: [own('单'), joint('联')],
    states: { 甲: 'own', 乙: 'joint', 丙: 'workCovered', 丁: 'blank', 戊: 'excluded' },
    figures: { active: 4, built: 2, sole: 1, joint: 1, work_covered: 3, blank: 1 },
  },
  ...(['hasInstructor', 'hasLiaison', 'hasUnion', 'hasYouthLeague', 'hasCentre'] as const).map(
    (link): Probe => ({
      title: `§4.1 工作覆盖: ${link} alone covers a unit without an organisation`,
      units: [u('甲', { [link]: true }), u('乙', { [link]: false })],
      states: { 甲: 'workCovered', 乙: 'blank' },
      figures: { work_covered: 1, work_coverage_pct: 50, not_built_work_coverage_pct: 50 },
      gaps: ['BLANK 乙'],
      of: ['BLANK'],
    }),
  ),
  {
    title: '§4.4 an instructor on a unit that has an organisation adds nothing to A',
    units: [
      u('甲', { in: ['单'], hasInstructor: true }),
      u('乙', { hasInstructor: true }),
      u('丙'),
    ],
    parties: [own('单')],
    figures: {
      work_covered: 2,
      work_coverage_pct: 66.67,
      not_built_work_coverage_pct: 50,
      instructor_rate_pct: 50,
    },
  },
  {
    title: '§4.4 B and 派驻率 have no denominator where everybody is built',
    units: [u('甲', { in: ['单'] })],
    parties: [own('单')],
    figures: { not_built: 0, not_built_work_coverage_pct: null, instructor_rate_pct: null },
  },
  {
    title: '§4.4 a joint branch counts on the unit side: two units, one branch',
    units: [u('甲', { in: ['联'], members: 2 }), u('乙', { in: ['联'], members: 1 }), u('丙')],
    parties: [joint('联')],
    figures: { built: 2, joint: 2, joint_branches: 1, org_coverage_pct: 66.67, sole_rate_pct: 0 },
  },
  {
    title: '§4.4 own beside joint: the unit counts once, as 单独',
    units: [u('甲', { in: ['单', '联'], members: 5 }), u('乙', { in: ['联'], members: 1 })],
    parties: [own('单'), joint('联')],
    figures: { built: 2, sole: 1, joint: 1, org_coverage_pct: 100 },
  },
  {
    title: '§4.4 two joint branches on one unit count it once',
    units: [u('甲', { in: ['联一', '联二'] }), u('乙')],
    parties: [joint('联一'), joint('联二')],
    figures: { built: 1, joint: 1, org_coverage_pct: 50 },
  },
  {
    title: '§4.4 identity: a 党小组 stays within 应建尚未建立',
    units: [u('甲', { in: ['组'], members: 4, probationary: 0 })],
    parties: [own('组', { level: '党小组' })],
    figures: { built: 0, should_build: 1, should_not_built: 1 },
    states: { 甲: 'blank' },
    gaps: ['ORG-3 甲'],
    of: ['ORG-3'],
  },
  {
    title: '§4.3 功能型 and 临时 are no organisation of the unit',
    units: [u('甲', { in: ['功'], members: 3 }), u('乙', { in: ['临'], members: 3 })],
    parties: [
      { id: '功', form: '功能型', level: '支部' },
      { id: '临', form: '临时', level: '支部' },
    ],
    figures: { built: 0, should_not_built: 2 },
    gaps: ['ORG-3 甲', 'ORG-3 乙'],
    of: ['ORG-3'],
  },
  {
    title:
      '§4.4 行业党委 membership alone is not a unit’s own organisation; a 区域性 branch covers jointly',
    units: [u('甲', { in: ['行'], members: 3 }), u('乙', { in: ['区'], members: 3 })],
    parties: [
      { id: '行', form: '行业性', level: '党委' },
      { id: '区', form: '区域性', level: '支部' },
    ],
    states: { 甲: 'blank', 乙: 'joint' },
    figures: { built: 1, sole: 0, joint: 1, should_not_built: 1 },
  },
  {
    title: '§4.4 identity: 党委, 总支 and 支部 of a unit’s own are all 单独',
    units: [u('甲', { in: ['委'] }), u('乙', { in: ['总'] }), u('丙', { in: ['支'] })],
    parties: [own('委', { level: '党委' }), own('总', { level: '党总支' }), own('支')],
    figures: { sole: 3, built: 3, sole_rate_pct: 100 },
  },
  {
    title:
      '§4.4 应建数 counts units with three formal members, built or not; below three is listed beside it',
    units: [
      u('甲', { in: ['单一'], members: 3 }),
      u('乙', { in: ['单二'], members: 2 }),
      u('丙', { in: ['联'], members: 4 }),
      u('丁', { in: ['联'], members: 1 }),
      u('戊', { members: 5, probationary: 2 }),
      u('己', { members: 4, probationary: 2 }),
    ],
    parties: [own('单一'), own('单二'), joint('联')],
    figures: {
      should_build: 3,
      should_built: 2,
      should_build_rate_pct: 66.67,
      should_build_sole_rate_pct: 33.33,
      should_not_built: 1,
      sole_below_three: 1,
      can_joint_not_built: 1,
    },
    gaps: ['ORG-3 戊'],
    of: ['ORG-3'],
  },
  {
    title: '§4.3 ORG-3: exactly three formal members, two of four probationary are not three',
    units: [
      u('甲', { members: 3, probationary: 0 }),
      u('乙', { members: 4, probationary: 2 }),
      u('丙', { members: 3, probationary: 1 }),
    ],
    figures: { should_build: 1, should_not_built: 1, can_joint_not_built: 2 },
    gaps: ['ORG-3 甲'],
    of: ['ORG-3'],
  },
  {
    title: '§4.4 只有预备党员: 有党员, but nobody to be joined',
    units: [u('甲', { members: 2, probationary: 2 }), u('乙', { members: 0 })],
    figures: {
      can_joint_not_built: 0,
      few_members_not_built: 1,
      no_members_not_built: 1,
      with_members_rate_pct: 0,
    },
  },
  {
    title: '§4.4 有党员单位组织组建率 is over units with members',
    units: [
      u('甲', { in: ['单'], members: 3 }),
      u('乙', { members: 1 }),
      u('丙', { members: 0 }),
      u('丁', { in: ['联'], members: 0 }),
    ],
    parties: [own('单'), joint('联')],
    figures: { with_members_rate_pct: 50, org_coverage_pct: 50 },
  },
  {
    title: '§4.3 STAFF-50 begins at fifty, and asks for members and not for an organisation',
    units: [
      u('甲', { staff: 49, members: 0 }),
      u('乙', { staff: 50, members: 0 }),
      u('丙', { staff: 50, members: 1 }),
      u('丁', { staff: 80, members: 0, in: ['联'] }),
      u('戊', { staff: 80 }),
    ],
    parties: [joint('联')],
    figures: {
      staff50_no_member: 2,
      staff50_active: 4,
      staff50_with_members_pct: 25,
      members_unknown: 1,
    },
    gaps: ['STAFF-50 乙', 'STAFF-50 丁'],
    of: ['STAFF-50'],
  },
  {
    title: '§4.3 STAFF-100 begins at a hundred; a joint branch is an organisation',
    units: [
      u('甲', { staff: 99 }),
      u('乙', { staff: 100 }),
      u('丙', { staff: 100, in: ['联'] }),
      u('丁', { staff: 300, in: ['组'] }),
    ],
    parties: [joint('联'), own('组', { level: '小组' })],
    figures: { staff100_active: 3, staff100_not_built: 2, staff100_built_pct: 33.33 },
    gaps: ['STAFF-100 乙', 'STAFF-100 丁'],
    of: ['STAFF-100'],
  },
  {
    title: '§4.4 10 人以上 begins at ten; unknown staff is in U and in no staff column',
    units: [
      u('甲', { staff: 9, in: ['单'] }),
      u('乙', { staff: 10, in: ['联'] }),
      u('丙', { staff: 10 }),
      u('丁'),
    ],
    parties: [own('单'), joint('联')],
    figures: {
      active: 4,
      staff10_active: 2,
      staff10_built: 1,
      staff10_org_coverage_pct: 50,
      staff_unknown: 1,
    },
    doubts: ['STAFF-UNKNOWN 丁'],
  },
  {
    title: '§4.4 社会组织 of thirty and more',
    units: [
      u('协', { kind: 'SO', staff: 30, in: ['单'] }),
      u('会', { kind: '基金会', staff: 29 }),
      u('校', { kind: '民办非企业单位', staff: 31 }),
    ],
    parties: [own('单')],
    figures: { staff30_active: 2, staff30_built: 1, staff30_org_coverage_pct: 50, active: 3 },
  },
  {
    title: '§4.2 个体工商户 and sites are counted apart from legal units',
    units: [
      u('企', { in: ['单'] }),
      u('户', { kind: 'SELF' }),
      u('站', { kind: 'NEG', in: ['联'] }),
      u('点', { kind: '快递网点', hasInstructor: true }),
    ],
    parties: [own('单'), joint('联')],
    figures: {
      active: 1,
      org_coverage_pct: 100,
      site_org_coverage_pct: 50,
      site_work_coverage_pct: 100,
    },
  },
  {
    title: '§4.2 a list of sites alone is asked about its sites',
    units: [
      u('站', { kind: 'NEG', in: ['联'] }),
      u('点', { kind: 'NEG' }),
      u('网', { kind: 'NEG' }),
    ],
    parties: [joint('联')],
    figures: { active: 3, built: 1, org_coverage_pct: 33.33, site_org_coverage_pct: 33.33 },
  },
  {
    title: '§4.2 律师、会计师、税务师事务所 are legal units',
    units: [
      u('律', { kind: '律师事务所', in: ['单'] }),
      u('会', { kind: '会计师事务所' }),
      u('税', { kind: '税务师事务所' }),
      u('其', { kind: 'PRO' }),
    ],
    parties: [own('单')],
    figures: { active: 4, org_coverage_pct: 25 },
  },
  {
    title: '§4.3 ORG-UNION-5: five is within, six is over',
    units: [
      ...many(5, (index) => u(`五${index}`, { in: ['五'], members: 1 })),
      ...many(6, (index) => u(`六${index}`, { in: ['六'], members: 1 })),
    ],
    parties: [joint('五'), joint('六')],
    figures: { built: 11, joint: 11, joint_branches: 2 },
    gaps: ['ORG-UNION-5 六'],
    of: ['ORG-UNION-5'],
  },
  {
    title: '§4.3 ORG-UNION-5 counts units in business',
    units: many(6, (index) =>
      u(`甲${index}`, { in: ['联'], members: 1, status: index === 0 ? '注销' : '正常' }),
    ),
    parties: [joint('联')],
    figures: { active: 5, joint: 5 },
    gaps: [],
    of: ['ORG-UNION-5'],
  },
  {
    title:
      '§4.3 ORG-LT3: a branch with two formal members, own or joint; three is enough; unknown is unknown',
    units: [
      u('甲', { in: ['单'], members: 3, probationary: 1 }),
      u('乙', { in: ['联'], members: 1 }),
      u('丙', { in: ['联'], members: 1 }),
      u('丁', { in: ['足'], members: 3 }),
      u('戊', { in: ['谜'] }),
    ],
    parties: [own('单'), joint('联'), own('足'), own('谜')],
    gaps: ['ORG-LT3 单', 'ORG-LT3 联'],
    of: ['ORG-LT3'],
  },
  {
    title: '§4.3 ORG-COMMITTEE-7: seven needs one, six does not, one that has it is right',
    units: [
      u('甲', { in: ['七'], members: 7 }),
      u('乙', { in: ['六'], members: 6 }),
      u('丙', { in: ['有'], members: 12 }),
      u('丁', { in: ['八'], members: 8, probationary: 2 }),
    ],
    parties: [
      own('七', { hasCommittee: false }),
      own('六', { hasCommittee: false }),
      own('有', { hasCommittee: true }),
      own('八', { hasCommittee: false }),
    ],
    gaps: ['ORG-COMMITTEE-7 七'],
    of: ['ORG-COMMITTEE-7'],
  },
  {
    title: '§4.3 ORG-50: fifty is for a person, fifty-one is over, a 总支 of fifty-one is right',
    units: [
      u('甲', { in: ['五十'], members: 50 }),
      u('乙', { in: ['五一'], members: 51 }),
      u('丙', { in: ['四九'], members: 49 }),
      u('丁', { in: ['总'], members: 51 }),
    ],
    parties: [
      own('五十', { hasCommittee: true }),
      own('五一', { hasCommittee: true }),
      own('四九', { hasCommittee: true }),
      own('总', { level: '党总支' }),
    ],
    gaps: ['ORG-50 五十', 'ORG-50 五一'],
    of: ['ORG-50', 'ORG-100'],
  },
  {
    title: '§4.3 ORG-100: exactly a hundred is for a person, more suggests a 党委',
    units: [
      u('甲', { in: ['百'], members: 100 }),
      u('乙', { in: ['百一'], members: 101 }),
      u('丙', { in: ['委'], members: 101 }),
    ],
    parties: [
      own('百', { level: '党总支' }),
      own('百一', { level: '党总支' }),
      own('委', { level: '党委' }),
    ],
    gaps: ['ORG-100 百', 'ORG-100 百一'],
    of: ['ORG-100'],
  },
  {
    title: '§2 TERM-3Y: held on the very day is in time, a day later is overdue',
    units: [u('甲', { in: ['准'], members: 5 }), u('乙', { in: ['迟'], members: 5 })],
    parties: [
      own('准', { lastElectedOn: '2023-11-23' }),
      own('迟', { lastElectedOn: '2023-11-22' }),
    ],
    gaps: ['TERM-3Y 迟'],
    of: ['TERM-3Y', 'TERM-5Y'],
  },
  {
    title: '§2 TERM-5Y: a 党委 has five years, and a stated term holds',
    units: [u('甲', { in: ['委', '五'], members: 5 })],
    parties: [
      own('委', { level: '党委', lastElectedOn: '2021-11-22' }),
      own('五', { termYears: 5, lastElectedOn: '2021-11-23' }),
    ],
    gaps: ['TERM-5Y 委'],
    of: ['TERM-3Y', 'TERM-5Y'],
  },
  {
    title: '§4.3 TEMP/FUNC hold no elections: no term runs, a day of election is a question',
    units: [u('甲', { in: ['临', '功'], members: 5 })],
    parties: [
      { id: '临', form: '临时', level: '支部', lastElectedOn: '2015-01-01' },
      { id: '功', form: '功能型', level: '支部' },
    ],
    gaps: ['TEMP/FUNC 临'],
    of: ['TERM-3Y', 'TERM-5Y', 'TEMP/FUNC'],
  },
  {
    title: '§2 an organisation whose election day is unknown is not overdue',
    units: [u('甲', { in: ['单'], members: 5 })],
    parties: [own('单')],
    gaps: [],
    of: ['TERM-3Y', 'TERM-5Y'],
  },
  {
    title:
      'effective dates: from and until are days it held; before and after the unit is not built',
    units: [
      u('甲', { in: ['今起'] }),
      u('乙', { in: ['明起'] }),
      u('丙', { in: ['今止'] }),
      u('丁', { in: ['昨止'] }),
    ],
    parties: [
      own('今起', { from: '2026-11-23' }),
      own('明起', { from: '2026-11-24' }),
      own('今止', { until: '2026-11-23' }),
      own('昨止', { until: '2026-11-22' }),
    ],
    states: { 甲: 'own', 乙: 'blank', 丙: 'own', 丁: 'blank' },
  },
  {
    title:
      'rules §0.4 known to the month: it held until that month is over, and no term is reckoned',
    units: [u('甲', { in: ['上月止'] }), u('乙', { in: ['本月止'], members: 3 })],
    parties: [
      own('上月止', { until: '2026-10' }),
      own('本月止', { until: '2026-11', lastElectedOn: '2020-01' }),
    ],
    states: { 甲: 'blank', 乙: 'own' },
    gaps: [],
    of: ['TERM-3Y', 'TERM-5Y'],
  },
  {
    title:
      'effective dates: an organisation that has ended has no term, no size and no union to be judged',
    units: many(6, (index) => u(`甲${index}`, { in: ['旧'], members: 2 })),
    parties: [joint('旧', { until: '2025-12-31', lastElectedOn: '2019-01-01' })],
    figures: { built: 0 },
    gaps: [],
    of: ['TERM-3Y', 'ORG-UNION-5', 'ORG-LT3', 'ORG-COMMITTEE-7'],
  },
  {
    title: 'a unit founded tomorrow is not counted today',
    units: [u('甲', { foundedOn: '2026-11-24' }), u('乙', { foundedOn: '2026-11-23' })],
    figures: { active: 1, excluded: 1 },
  },
  {
    title: '§4.4 关系转接率 over members, and 未转入 is a gap of its own',
    units: [
      u('甲', { members: 8, membersElsewhere: 2 }),
      u('乙', { members: 0, membersElsewhere: 0 }),
    ],
    figures: { members_total: 10, members_elsewhere: 2, transfer_rate_pct: 80 },
    gaps: ['MEMBERS-ELSEWHERE 甲'],
    of: ['MEMBERS-ELSEWHERE'],
  },
  {
    title: 'a record verified more than a year ago is stale; a year to the day is not',
    units: [
      u('甲', { lastVerifiedOn: '2025-11-23' }),
      u('乙', { lastVerifiedOn: '2025-11-22' }),
      u('丙'),
    ],
    gaps: ['STALE-RECORD 乙'],
    of: ['STALE-RECORD'],
  },
  {
    title: '约30 is thirty and said to be about; a blank number is unknown and not nought',
    units: [u('甲', { staff: '约30人', members: null }), u('乙', { staff: null, members: 0 })],
    figures: { active: 2, staff10_active: 1, members_unknown: 1, staff_unknown: 1 },
    doubts: ['STAFF-APPROXIMATE 甲', 'MEMBERS-UNKNOWN 甲', 'STAFF-UNKNOWN 乙'],
  },
  {
    title: 'numbers that contradict each other are counted by a stated rule and named',
    units: [
      u('甲', { staff: 5, members: 3, probationary: 4 }),
      u('乙', { staff: 2, members: 3, probationary: 0 }),
    ],
    figures: { active: 2, should_build: 1, members_unknown: 1 },
    doubts: ['PROBATIONARY-OVER-MEMBERS 甲', 'MEMBERS-OVER-STAFF 乙'],
  },
  {
    title: 'a union across two streets and a branch without units are named, and counted',
    units: [u('甲', { in: ['联'], area: '东街' }), u('乙', { in: ['联'], area: '西街' })],
    parties: [joint('联'), own('空')],
    figures: { built: 2, org_coverage_pct: 100 },
    doubts: ['UNION-ACROSS-AREAS 联', 'BRANCH-WITHOUT-UNITS 空'],
  },
  {
    title: 'a status nobody stated in a list that states others is no 正常',
    units: [u('甲'), u('乙', { status: null }), u('丙', { status: '查无下落' })],
    figures: { active: 1, excluded: 2 },
    doubts: ['STATUS-UNVERIFIED 乙', 'STATUS-UNVERIFIED 丙'],
  },
  {
    title: 'a list that states no status at all lists units in business, as the importer reads it',
    units: [
      { id: '甲', members: 3 },
      { id: '乙', kind: 'NFE', hasUnion: true },
    ],
    figures: { active: 2, should_not_built: 1, work_covered: 1 },
    doubts: [],
  },
  {
    title: 'percentages are rounded to two places, half up',
    units: many(8, (index) => u(`甲${index}`, index < 1 ? { in: ['单'] } : {})),
    parties: [own('单')],
    figures: { org_coverage_pct: 12.5, work_coverage_pct: 12.5 },
  },
  {
    title: '§4.4 sums of counts, never the mean of rates, in the whole and by kind',
    units: [
      ...many(3, (index) => u(`企${index}`, { in: index === 0 ? ['单'] : [], area: '东街' })),
      u('社', { kind: 'SO', in: ['联'], area: '西街' }),
    ],
    parties: [own('单'), joint('联')],
    figures: { org_coverage_pct: 50 },
  },
];

const valuesOf = (report: CoverageReport): Record<string, number | null> =>
  Object.fromEntries(
    report.indicators.map(({ id, numerator, percent }) => [
      id,
      id.endsWith('_pct') ? percent : numerator,
    ]),
  );

function gapsOf({ gaps }: CoverageReport, of: readonly string[] | undefined): string[] {
  return gaps
    .filter(({ rule }) => of?.includes(rule) !== false)
    .map((gap) => `${gap.rule} ${gap.organizationId ?? gap.partyOrganizationId ?? ''}`);
}

describe('coverage of a list of units, case by case', () => {
  it.each(probes.map((probe) => [probe.title, probe] as const))('%s', (_title, probe) => {
    const { units, parties = [], figures = {}, states = {} } = probe;
    const json = { organizations: units, partyOrganizations: parties };
    const report = inspectCoverage(json, { today });
    expect(valuesOf(report)).toMatchObject(figures);
    const byId = Object.fromEntries(report.states.map(({ id, state }) => [id, state]));
    expect(byId).toMatchObject(states);
    if (probe.gaps !== undefined)
      expect(gapsOf(report, probe.of).sort()).toEqual([...probe.gaps].sort());
    if (probe.doubts !== undefined) {
      const named = report.doubts.map(({ code, subjectId }) => `${code} ${subjectId}`);
      const asked = new Set(probe.doubts.map((each) => each.split(' ')[0]));
      const wanted =
        probe.doubts.length === 0 ? named.filter((each) => /STATUS/.test(each)) : named;
      expect(
        wanted.filter((each) => probe.doubts?.length === 0 || asked.has(each.split(' ')[0])).sort(),
      ).toEqual([...probe.doubts].sort());
    }
  });

  it('§4.4 parts sum to the whole by area and by kind, whatever the case', () => {
    for (const { units, parties = [] } of probes) {
      const report = inspectCoverage(
        { organizations: units, partyOrganizations: parties },
        { today },
      );
      const { valid_rows: all, active, built, not_built: none } = valuesOf(report);
      expect((built ?? 0) + (none ?? 0)).toBe(active);
      const sum = report.byKind.reduce((total, { indicators }) => {
        const rows = indicators.find(({ id }) => id === 'valid_rows');
        return total + (rows?.numerator ?? 0);
      }, 0);
      expect(sum).toBe(report.states.length);
      expect(all ?? 0).toBeLessThanOrEqual(report.states.length);
    }
  });

  it('the order of units and organisations changes no figure and no gap', () => {
    for (const { units, parties = [] } of probes) {
      const forward = inspectCoverage(
        { organizations: units, partyOrganizations: parties },
        { today },
      );
      const backward = inspectCoverage(
        { organizations: [...units].reverse(), partyOrganizations: [...parties].reverse() },
        { today },
      );
      expect(valuesOf(backward)).toEqual(valuesOf(forward));
      expect(gapsOf(backward, undefined).sort()).toEqual(gapsOf(forward, undefined).sort());
    }
  });

  it.each([
    ['a number below nought', { organizations: [u('甲', { staff: -1 })] }],
    ['a number that cannot be read', { organizations: [u('甲', { staff: '若干' })] }],
    ['a party organisation nobody has', { organizations: [u('甲', { in: ['无'] })] }],
    ['one id twice', { organizations: [u('甲'), u('甲')] }],
    ['a kind nobody knows', { organizations: [u('甲', { kind: '外星' })] }],
    ['no list at all', { partyOrganizations: [] }],
    ['a day that does not exist', { organizations: [u('甲', { lastVerifiedOn: '2026-02-30' })] }],
  ])('is refused with a Chinese sentence: %s', (_title, json) => {
    expect(() => inspectCoverage(json, { today })).toThrow(UnusableInput);
  });
});
