import type { CoverageTally, CoverageUnit } from '../../../../core/coverage/types';
import { builtAs, type BuiltAs } from '../../../../core/coverage/unit-state';
import type { Organization } from '../../../../core/records/organization';
import { coverageRules } from '../../../../core/regulations/coverage-rules';

/** A unit with its record: the annual forms ask for facts that coverage itself does not use. */
export type Pair = { readonly unit: CoverageUnit; readonly organization: Organization };
export type Column = { readonly name: string; readonly holds: (pair: Pair) => boolean };

/** What a line may count: the units of a column, their tally, and what only the ledger knows. */
export type Counted = {
  readonly pairs: readonly Pair[];
  readonly tally: CoverageTally;
  readonly instructors: (pairs: readonly Pair[]) => number;
  readonly absorbs: (partyOrganizationId: string) => boolean;
};
export type Line = {
  readonly name: string;
  readonly indent: number;
  readonly value: (counted: Counted) => number;
};

const fifty = coverageRules['STAFF-50'].threshold ?? 0;
const hundred = coverageRules['STAFF-100'].threshold ?? 0;
const registered =
  (...words: readonly string[]) =>
  ({ organization }: Pair) =>
    words.some((word) => (organization.registrationType ?? '').includes(word));

/** 第27表's thirteen columns; 登记类型 as it was registered. */
export const enterpriseColumns: readonly Column[] = [
  { name: '总数', holds: () => true },
  { name: '从业\n50人\n以上', holds: ({ unit }) => (unit.staff ?? 0) >= fifty },
  { name: '从业\n100人\n以上', holds: ({ unit }) => (unit.staff ?? 0) >= hundred },
  {
    name: '法定代表\n人是党\n员的',
    holds: ({ organization }) => organization.head?.isPartyMember === true,
  },
  {
    name: '兼任党\n组织书\n记的',
    holds: ({ organization }) => organization.head?.isSecretary === true,
  },
  { name: '私有\n经济\n控制', holds: registered('私营', '私有') },
  { name: '私营\n独资', holds: registered('私营独资') },
  { name: '港澳台\n商投资', holds: registered('港澳台') },
  { name: '外商\n投资', holds: registered('外商') },
  {
    name: '港澳台\n商经济\n控制',
    holds: registered('港澳台商经济控制', '港澳台商控制', '港澳台商独资'),
  },
  { name: '港澳台\n商独资', holds: registered('港澳台商独资') },
  { name: '外商\n经济\n控制', holds: registered('外商经济控制', '外商控制', '外商独资') },
  { name: '外商\n独资', holds: registered('外商独资') },
];

const ofKind =
  (...kinds: readonly Organization['kind'][]) =>
  ({ unit }: Pair) =>
    kinds.includes(unit.kind);

/** 第30表's columns. */
export const socialColumns: readonly Column[] = [
  { name: '总数', holds: () => true },
  { name: '社会团体', holds: ofKind('socialGroup') },
  { name: '基金会', holds: ofKind('foundation') },
  { name: '民办非企业\n单位', holds: ofKind('socialServiceBody') },
  { name: '律师\n事务所', holds: ofKind('lawFirm') },
  { name: '会计师\n事务所', holds: ofKind('accountingFirm') },
  { name: '税务师\n事务所', holds: ofKind('taxFirm') },
];

const built = ({ unit }: Pair): BuiltAs => builtAs(unit.covers);
const isBuilt = (pair: Pair): boolean => built(pair) !== 'none';
const isInstructed = ({ unit }: Pair): boolean => unit.links.includes('instructor');
const sum = (pairs: readonly Pair[], of: (unit: CoverageUnit) => number | undefined): number =>
  pairs.reduce((total, { unit }) => total + (of(unit) ?? 0), 0);
const staffOf = ({ staff }: CoverageUnit): number | undefined => staff;
const membersOf = ({ members }: CoverageUnit): number | undefined => members;

/** 未建 and yet with a 党小组 of its own: counted within 应建尚未建立. */
export const hasGroupOnly = (pair: Pair): boolean =>
  !isBuilt(pair) && pair.unit.covers.some(({ level }) => level === 'group');

const organizationLines: readonly Line[] = [
  { name: '单位数', indent: 0, value: ({ pairs }) => pairs.length },
  {
    name: '党建工作指导员联系的',
    indent: 1,
    value: ({ pairs }) => pairs.filter(isInstructed).length,
  },
  {
    name: '已单独建立党组织',
    indent: 0,
    value: ({ tally }) => tally.ownCommittee + tally.ownGeneralBranch + tally.ownBranch,
  },
  { name: '建立党委的', indent: 2, value: ({ tally }) => tally.ownCommittee },
  { name: '建立总支部的', indent: 2, value: ({ tally }) => tally.ownGeneralBranch },
  { name: '建立支部的', indent: 2, value: ({ tally }) => tally.ownBranch },
  { name: '已建立联合党支部的', indent: 0, value: ({ tally }) => tally.joint },
  { name: '其中：具有3名以上党员的', indent: 2, value: ({ tally }) => tally.jointWithThree },
  { name: '联合党支部数', indent: 2, value: ({ tally }) => tally.jointBranches },
];

const noneLine: Line = {
  name: '未建立党组织',
  indent: 0,
  value: ({ pairs }) => pairs.filter((pair) => !isBuilt(pair)).length,
};
const shouldBuildLine: Line = {
  name: '应建尚未建立党组织的',
  indent: 2,
  value: ({ tally }) => tally.shouldBuildNone,
};
const fewLines: readonly Line[] = [
  { name: '仅有个别党员的', indent: 2, value: ({ tally }) => tally.fewMembersNone },
  { name: '没有党员的', indent: 2, value: ({ tally }) => tally.noMembersNone },
  { name: '党员数不详的（本表加行）', indent: 2, value: ({ tally }) => tally.membersUnknownNone },
];
const instructorsLine: Line = {
  name: '补充：党建工作指导员',
  indent: 0,
  value: ({ pairs, instructors }) => instructors(pairs),
};

/** 第27表: rows of rules §5.1. */
export const enterpriseLines: readonly Line[] = [
  ...organizationLines,
  noneLine,
  shouldBuildLine,
  ...fewLines,
  instructorsLine,
  { name: '在岗职工', indent: 1, value: ({ pairs }) => sum(pairs, staffOf) },
  { name: '其中：党员', indent: 2, value: ({ pairs }) => sum(pairs, membersOf) },
  {
    name: '已建立党组织的企业在岗职工',
    indent: 1,
    value: ({ pairs }) => sum(pairs.filter(isBuilt), staffOf),
  },
  {
    name: '其中：党员',
    indent: 2,
    value: ({ pairs }) => sum(pairs.filter(isBuilt), membersOf),
  },
  {
    name: '未建但已派指导员的企业在岗职工',
    indent: 1,
    value: ({ pairs }) =>
      sum(
        pairs.filter((pair) => !isBuilt(pair) && isInstructed(pair)),
        staffOf,
      ),
  },
  {
    name: '其中：党员',
    indent: 2,
    value: ({ pairs }) =>
      sum(
        pairs.filter((pair) => !isBuilt(pair) && isInstructed(pair)),
        membersOf,
      ),
  },
];

/** Units whose own organisation was founded with members whose 组织关系 is elsewhere. */
function absorbed(counted: Counted, level: BuiltAs): number {
  return counted.pairs.filter(
    (pair) =>
      built(pair) === level &&
      pair.unit.covers.some(({ partyOrganizationId: id }) => counted.absorbs(id)),
  ).length;
}

/** 第30表: rows of rules §5.2. */
export const socialLines: readonly Line[] = [
  ...organizationLines,
  noneLine,
  shouldBuildLine,
  {
    name: '其中：建立党小组的',
    indent: 3,
    value: ({ pairs }) => pairs.filter(hasGroupOnly).length,
  },
  ...fewLines,
  {
    name: '已派党建工作指导员的',
    indent: 2,
    value: ({ tally }) => tally.instructedNone,
  },
  { name: '补充：从业人员', indent: 0, value: ({ pairs }) => sum(pairs, staffOf) },
  { name: '其中：党员', indent: 2, value: ({ pairs }) => sum(pairs, membersOf) },
  {
    name: '未转入组织关系的',
    indent: 2,
    value: ({ pairs }) => sum(pairs, ({ membersElsewhere }) => membersElsewhere),
  },
  { ...instructorsLine, name: '党建工作指导员', indent: 1 },
  {
    name: '吸收未转入组织关系的党员建立党组织的',
    indent: 0,
    value: (counted) =>
      absorbed(counted, 'ownCommittee') +
      absorbed(counted, 'ownGeneralBranch') +
      absorbed(counted, 'ownBranch'),
  },
  { name: '党委', indent: 2, value: (counted) => absorbed(counted, 'ownCommittee') },
  { name: '总支部', indent: 2, value: (counted) => absorbed(counted, 'ownGeneralBranch') },
  { name: '支部', indent: 2, value: (counted) => absorbed(counted, 'ownBranch') },
];
