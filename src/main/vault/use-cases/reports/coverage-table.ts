import type { ReportTable } from '../../../../contract/desk-work';
import type { CalendarDate } from '../../../../core/calendar/calendar-date';
import {
  checkIdentities,
  decompose,
  type Decomposition,
} from '../../../../core/coverage/decomposition';
import { cellTally } from '../../../../core/coverage/packed-units';
import { percentWords } from '../../../../core/coverage/percent';
import type { CoverageColumn } from '../../../../core/coverage/types';
import type { Desk } from '../desk';
import { readingNote, workIndicator, workRate } from '../indicator-reading';
import { identityChecks } from './identity-checks';
import { cell, dayOf, frame, signatoryCheck, type ReportRequest } from './report-frame';

const kinds: readonly { readonly column: CoverageColumn; readonly name: string }[] = [
  { column: 'enterprise', name: '其中：非公企业' },
  { column: 'association', name: '社会团体和基金会' },
  { column: 'serviceBody', name: '民办非企业单位' },
  { column: 'professional', name: '专业服务机构' },
];

const workNote = (desk: Desk): string =>
  workIndicator(desk) === 'workCoverage'
    ? '16 栏＝（2 栏＋6 栏＋14 栏）÷ 1 栏'
    : '16 栏＝14 栏÷ 9 栏（B 口径）';

type Row = {
  readonly name: string;
  readonly indent: number;
  readonly isStrong: boolean;
  readonly figures: Decomposition;
};

/** 两个覆盖情况统计表: by street, then by kind; every row adds up (rules §4.4). */
export function coverageTable(desk: Desk, request: ReportRequest): ReportTable {
  const rows = tableRows(desk, dayOf(desk, request));
  return {
    ...frame(desk, request),
    id: 'coverageTable',
    title: '两个覆盖情况统计表',
    unitLine: '单位：家、个、%',
    header: [
      [
        cell('街道（园区）及单位类型', 1, 2),
        cell('单位数', 1, 2),
        cell('已单独建立党组织', 4),
        cell('已建立联合党支部', 3),
        cell('未建立党组织', 4),
        cell('组织\n覆盖率', 1, 2),
        cell('未建立党组织的', 2),
        cell('工作\n覆盖率', 1, 2),
      ],
      [
        '小计',
        '党委',
        '总支',
        '支部',
        '单位数',
        '3名以上党员的',
        '联合\n支部数',
        '小计',
        '应建\n未建',
        '仅有个\n别党员',
        '没有\n党员',
        '已开展\n工作',
        '空白',
      ].map((text) => cell(text)),
    ],
    columnNumbers: ['甲', ...Array.from({ length: 16 }, (_, index) => String(index + 1))],
    widths: [134, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 50, 39, 39, 50],
    align: ['left', ...Array.from({ length: 16 }, () => 'right' as const)],
    rows: rows.map(({ name, indent, isStrong, figures }) => ({
      indent,
      isStrong,
      cells: [name, ...figureCells(desk, figures)],
    })),
    notes: [
      `注：1 栏＝2 栏＋6 栏＋9 栏；13 栏＝（2 栏＋6 栏）÷ 1 栏；${workNote(desk)}；9 栏＝14 栏＋15 栏。党员数不详的单位计入 9 栏小计。联合党支部计入牵头单位所在类型。`,
      readingNote(desk),
    ],
    checks: [
      ...identityChecks(
        '行',
        rows.map(({ name, figures }) => ({ name, breaches: checkIdentities(figures) })),
      ),
      unknownCheck(rows),
      signatoryCheck(desk),
    ],
  };
}

function tableRows(desk: Desk, asOf: CalendarDate): Row[] {
  const { board } = desk.coverage(asOf);
  const streets = desk.areasOn(asOf).filter(({ level }) => level === 'street');
  const groups = [{ id: undefined, name: '全区合计' }, ...streets, { id: '', name: '未填街道' }];
  return groups.flatMap(({ id, name }) => {
    const total = decompose(cellTally(board, 'legal', id));
    if (total.units === 0) return [];
    const parts = kinds.map(({ column, name: kind }, index) => ({
      name: kind,
      indent: index === 0 ? 1 : 4,
      isStrong: false,
      figures: decompose(cellTally(board, column, id)),
    }));
    return [
      { name, indent: 0, isStrong: true, figures: total },
      ...parts.filter(({ figures }) => figures.units > 0),
    ];
  });
}

function figureCells(desk: Desk, figures: Decomposition): string[] {
  const {
    units,
    own,
    ownCommittee,
    ownGeneralBranch,
    ownBranch,
    joint,
    jointWithThree,
    jointBranches,
  } = figures;
  const { none, shouldBuild, fewMembers, noMembers, workCovered, blank } = figures;
  const counts = [
    units,
    own,
    ownCommittee,
    ownGeneralBranch,
    ownBranch,
    joint,
    jointWithThree,
    jointBranches,
    none,
    shouldBuild,
    fewMembers,
    noMembers,
  ].map(String);
  return [
    ...counts,
    percentWords(own + joint, units),
    String(workCovered),
    String(blank),
    workRate(desk, figures),
  ];
}

function unknownCheck(rows: readonly Row[]): ReportTable['checks'][number] {
  const unknown = rows[0]?.figures.membersUnknown ?? 0;
  return unknown === 0
    ? { label: '党员数', state: 'met', detail: '各单位都已登记' }
    : { label: '党员数', state: 'warns', detail: `${unknown} 家未建单位党员数不详` };
}
