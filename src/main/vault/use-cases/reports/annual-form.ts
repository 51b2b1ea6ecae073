import type { ReportTable } from '../../../../contract/desk-work';
import {
  checkIdentities,
  checkTally,
  decompose,
  type IdentityBreach,
} from '../../../../core/coverage/decomposition';
import { holdsOn } from '../../../../core/coverage/join-units';
import { tallyUnits } from '../../../../core/coverage/tally';
import type { CoverageUnit } from '../../../../core/coverage/types';
import type { Desk } from '../desk';
import { readingNote } from '../indicator-reading';
import {
  enterpriseColumns,
  enterpriseLines,
  hasGroupOnly,
  socialColumns,
  socialLines,
  type Column,
  type Counted,
  type Line,
  type Pair,
} from './annual-columns';
import { identityChecks } from './identity-checks';
import { cell, frame, signatoryCheck, type ReportRequest } from './report-frame';

type Form = {
  readonly id: ReportTable['id'];
  readonly title: string;
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
};
type CountedColumn = Counted & { readonly name: string };

/** 党建工作指导员 who go to any of the units today, each once. */
function instructorCounter(desk: Desk): Counted['instructors'] {
  const reach = desk.reference.instructors
    .all()
    .filter(({ kind }) => kind === 'instructor')
    .map(({ assignments = [] }) =>
      assignments.filter((each) => holdsOn(each, desk.today)).map((each) => each.organizationId),
    );
  return (pairs) => {
    const ids = new Set(pairs.map(({ unit }) => unit.id));
    return reach.filter((units) => units.some((id) => ids.has(id))).length;
  };
}

/** 建立党小组的 ≤ 应建尚未建立 (rules §4.4), beside the identities every coverage row keeps. */
function breachesOf({ pairs, tally }: CountedColumn): IdentityBreach[] {
  const groups = pairs.filter(hasGroupOnly).length;
  return [
    ...checkIdentities(decompose(tally)),
    ...checkTally(tally),
    ...(groups > tally.shouldBuildNone
      ? [{ words: '建立党小组的≤应建尚未建立的', left: groups, right: tally.shouldBuildNone }]
      : []),
  ];
}

const shownNames = 3;

/** 党员 ≤ 从业人员 unit by unit: a local check that warns and never blocks. */
function memberCheck(pairs: readonly Pair[]): ReportTable['checks'][number] {
  const odd = pairs.filter(({ unit }) => (unit.members ?? 0) > (unit.staff ?? Infinity));
  if (odd.length === 0) return { label: '党员≤从业', state: 'met', detail: '逐家相符' };
  const names = odd.slice(0, shownNames).map(({ organization }) => organization.name);
  const more = odd.length > shownNames ? ` 等 ${odd.length} 家` : '';
  return { label: '党员≤从业', state: 'warns', detail: `${names.join('、')}${more}党员多于从业` };
}

function unknownCheck(total: CountedColumn | undefined): ReportTable['checks'][number] {
  const unknown = total?.tally.membersUnknownNone ?? 0;
  return unknown === 0
    ? { label: '党员数', state: 'met', detail: '未建单位都已登记' }
    : { label: '党员数', state: 'warns', detail: `${unknown} 家未建单位党员数不详` };
}

function countColumns(desk: Desk, form: Form, pairs: readonly Pair[]): CountedColumn[] {
  const instructors = instructorCounter(desk);
  const absorbs = (id: string): boolean =>
    desk.reference.partyOrganizations.get(id)?.absorbsUntransferred === true;
  return form.columns.map(({ name, holds }) => {
    const within = pairs.filter(holds);
    const units = within.map(({ unit }) => unit);
    return {
      name,
      pairs: within,
      tally: tallyUnits(units, desk.definitions),
      instructors,
      absorbs,
    };
  });
}

function annualForm(
  desk: Desk,
  request: ReportRequest,
  { form, pairs }: { readonly form: Form; readonly pairs: readonly Pair[] },
): ReportTable {
  const columns = countColumns(desk, form, pairs);
  const checked = columns.map((column) => ({ name: column.name, breaches: breachesOf(column) }));
  return {
    ...frame(desk, request),
    id: form.id,
    title: form.title,
    unitLine: '单位：家、个、人',
    header: [[cell('项目'), ...columns.map(({ name }) => cell(name))]],
    columnNumbers: ['甲', ...columns.map((_, index) => String(index + 1))],
    widths: [190, ...columns.map(() => (columns.length > 10 ? 50 : 62))],
    align: ['left', ...columns.map(() => 'right' as const)],
    rows: form.lines.map(({ name, indent, value }) => ({
      indent,
      isStrong: indent === 0,
      cells: [name, ...columns.map((column) => String(value(column)))],
    })),
    notes: [
      '注：版式按 2020 年以前的年报表样，现行表样以上级下发为准。党员按组织关系；人数不详的不计入人数各行。',
      readingNote(desk),
    ],
    checks: [
      ...identityChecks('栏', checked),
      unknownCheck(columns[0]),
      memberCheck(pairs),
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
    lines: enterpriseLines,
  };
  return annualForm(desk, request, { form, pairs: pairsIn(desk, ['enterprise']) });
}

/** rules §5.2: the shape of 年报第30表. */
export function annualSocial(desk: Desk, request: ReportRequest): ReportTable {
  const form = {
    id: 'annualSocial',
    title: '社会组织法人单位建立党的基层组织情况',
    columns: socialColumns,
    lines: socialLines,
  };
  const pairs = pairsIn(desk, ['association', 'serviceBody', 'professional']);
  return annualForm(desk, request, { form, pairs });
}
