import type { ReportTable } from '../../../../contract/desk-work';
import { checkIdentities, decompose } from '../../../../core/coverage/decomposition';
import { tallyUnits } from '../../../../core/coverage/tally';
import type { CoverageTally, CoverageUnit } from '../../../../core/coverage/types';
import type { Organization } from '../../../../core/records/organization';
import { coverageRules } from '../../../../core/regulations/coverage-rules';
import type { Desk } from '../desk';
import { cell, frame, signatoryCheck, type ReportRequest } from './report-frame';

/** A unit with its record: the annual forms ask for facts that coverage itself does not use. */
type Pair = { readonly unit: CoverageUnit; readonly organization: Organization };
type Column = { readonly name: string; readonly holds: (pair: Pair) => boolean };
type Line = {
  readonly name: string;
  readonly indent: number;
  readonly value: (pairs: readonly Pair[], tally: CoverageTally) => number;
};

const fifty = coverageRules['STAFF-50'].threshold ?? 0;
const hundred = coverageRules['STAFF-100'].threshold ?? 0;
const registered = (words: string) => (pair: Pair) =>
  (pair.organization.registrationType ?? '').includes(words);

/** 第27表's columns; 登记类型 as it was registered. */
const enterpriseColumns: readonly Column[] = [
  { name: '总数', holds: () => true },
  { name: '从业人员\n50人以上', holds: ({ unit }) => (unit.staff ?? 0) >= fifty },
  { name: '从业人员\n100人以上', holds: ({ unit }) => (unit.staff ?? 0) >= hundred },
  {
    name: '法定代表人\n是党员的',
    holds: ({ organization }) => organization.head?.isPartyMember === true,
  },
  {
    name: '兼任党组织\n书记的',
    holds: ({ organization }) => organization.head?.isSecretary === true,
  },
  { name: '私有经济\n控制', holds: registered('私营') },
  { name: '其中：\n私营独资', holds: registered('私营独资') },
  { name: '港澳台商\n投资', holds: registered('港澳台') },
  { name: '其中：\n港澳台商独资', holds: registered('港澳台商独资') },
  { name: '外商\n投资', holds: registered('外商') },
  { name: '其中：\n外商独资', holds: registered('外商独资') },
];

const ofKind =
  (...kinds: readonly Organization['kind'][]) =>
  ({ unit }: Pair) =>
    kinds.includes(unit.kind);

/** 第30表's columns. */
const socialColumns: readonly Column[] = [
  { name: '总数', holds: () => true },
  { name: '社会团体', holds: ofKind('socialGroup') },
  { name: '基金会', holds: ofKind('foundation') },
  { name: '民办非企业\n单位', holds: ofKind('socialServiceBody') },
  { name: '律师\n事务所', holds: ofKind('lawFirm') },
  { name: '会计师\n事务所', holds: ofKind('accountingFirm') },
  { name: '税务师\n事务所', holds: ofKind('taxFirm') },
];

const isBuilt = ({ unit }: Pair): boolean =>
  unit.covers.some(({ form }) => form === 'own' || form === 'joint');
const sum = (pairs: readonly Pair[], of: (unit: CoverageUnit) => number | undefined): number =>
  pairs.reduce((total, { unit }) => total + (of(unit) ?? 0), 0);

const lines: readonly Line[] = [
  { name: '单位数', indent: 0, value: (pairs) => pairs.length },
  {
    name: '党建工作指导员联系的',
    indent: 1,
    value: (pairs) => pairs.filter(({ unit }) => unit.links.includes('instructor')).length,
  },
  { name: '已单独建立党组织', indent: 0, value: (_, tally) => decompose(tally).own },
  { name: '建立党委的', indent: 2, value: (_, tally) => tally.ownCommittee },
  { name: '建立总支部的', indent: 2, value: (_, tally) => tally.ownGeneralBranch },
  { name: '建立支部的', indent: 2, value: (_, tally) => tally.ownBranch },
  { name: '已建立联合党支部的', indent: 0, value: (_, tally) => tally.joint },
  { name: '其中：具有3名以上党员的', indent: 2, value: (_, tally) => tally.jointWithThree },
  { name: '联合党支部数', indent: 2, value: (_, tally) => tally.jointBranches },
  { name: '未建立党组织', indent: 0, value: (_, tally) => decompose(tally).none },
  { name: '应建尚未建立党组织的', indent: 2, value: (_, tally) => tally.shouldBuildNone },
  { name: '仅有个别党员的', indent: 2, value: (_, tally) => tally.fewMembersNone },
  { name: '没有党员的', indent: 2, value: (_, tally) => tally.noMembersNone },
  { name: '党员数不详的（本表加列）', indent: 2, value: (_, tally) => tally.membersUnknownNone },
  { name: '补充：从业人员', indent: 0, value: (pairs) => sum(pairs, ({ staff }) => staff) },
  { name: '其中：党员', indent: 2, value: (pairs) => sum(pairs, ({ members }) => members) },
  {
    name: '未转入组织关系的',
    indent: 2,
    value: (pairs) => sum(pairs, ({ membersElsewhere }) => membersElsewhere),
  },
  {
    name: '已建立党组织单位的党员',
    indent: 2,
    value: (pairs) => sum(pairs.filter(isBuilt), ({ members }) => members),
  },
];

type Form = {
  readonly id: ReportTable['id'];
  readonly title: string;
  readonly columns: readonly Column[];
};

function annualForm(
  desk: Desk,
  request: ReportRequest,
  form: Form,
  pairs: readonly Pair[],
): ReportTable {
  const columns = form.columns.map(({ name, holds }) => {
    const within = pairs.filter(holds);
    return {
      name,
      within,
      tally: tallyUnits(
        within.map(({ unit }) => unit),
        desk.definitions,
      ),
    };
  });
  const breaches = columns.flatMap(({ name, tally }) =>
    checkIdentities(decompose(tally)).map(({ words }) => `${name.replace('\n', '')}：${words}`),
  );
  const unknown = columns[0]?.tally.membersUnknownNone ?? 0;
  return {
    ...frame(desk, request),
    id: form.id,
    title: form.title,
    unitLine: '单位：家、个、人',
    header: [[cell('项目'), ...columns.map(({ name }) => cell(name))]],
    columnNumbers: ['甲', ...columns.map((_, index) => String(index + 1))],
    widths: [170, ...columns.map(() => 62)],
    align: ['left', ...columns.map(() => 'right' as const)],
    rows: lines.map(({ name, indent, value }) => ({
      indent,
      isStrong: indent === 0,
      cells: [name, ...columns.map(({ within, tally }) => String(value(within, tally)))],
    })),
    notes: [
      '注：版式按 2020 年以前的年报表样，现行表样以上级下发为准。党员按组织关系；从业、党员人数不详的不计入人数各行。',
    ],
    checks: [
      breaches.length === 0
        ? { label: '勾稽关系', state: 'met', detail: `${columns.length} 栏全部相符` }
        : { label: '勾稽关系', state: 'blocks', detail: breaches.join('；') },
      unknown === 0
        ? { label: '党员数', state: 'met', detail: '未建单位都已登记' }
        : { label: '党员数', state: 'warns', detail: `${unknown} 家未建单位党员数不详` },
      signatoryCheck(desk),
    ],
  };
}

function pairsIn(desk: Desk, columns: readonly CoverageUnit['column'][]): Pair[] {
  return desk.coverage().units.flatMap((unit) => {
    if (unit.exclusion !== undefined || !columns.includes(unit.column)) return [];
    const organization = desk.reference.organizations.get(unit.id);
    return organization === undefined ? [] : [{ unit, organization }];
  });
}

/** rules §5.1: the shape of 年报第27表. */
export function annualEnterprises(desk: Desk, request: ReportRequest): ReportTable {
  const form = {
    id: 'annualEnterprises',
    title: '非公有经济控制的企业法人单位建立党的基层组织情况',
    columns: enterpriseColumns,
  };
  return annualForm(desk, request, form, pairsIn(desk, ['enterprise']));
}

/** rules §5.2: the shape of 年报第30表. */
export function annualSocial(desk: Desk, request: ReportRequest): ReportTable {
  const form = {
    id: 'annualSocial',
    title: '社会组织法人单位建立党的基层组织情况',
    columns: socialColumns,
  };
  return annualForm(
    desk,
    request,
    form,
    pairsIn(desk, ['association', 'serviceBody', 'professional']),
  );
}
