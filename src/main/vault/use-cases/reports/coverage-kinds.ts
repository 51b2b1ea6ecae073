import type { ReportTable } from '../../../../contract/desk-work';
import { checkIdentities, decompose, shownParts } from '../../../../core/coverage/decomposition';
import { percentWords } from '../../../../core/coverage/percent';
import { tallyUnits } from '../../../../core/coverage/tally';
import type { CoverageUnit } from '../../../../core/coverage/types';
import { organizationKindWords } from '../../../../core/labels/labels';
import { organizationKinds, type OrganizationKind } from '../../../../core/records/organization';
import { coverageRules, surveyStaffThreshold } from '../../../../core/regulations/coverage-rules';
import type { Desk } from '../desk';
import { readingNote, workRate } from '../indicator-reading';
import { identityChecks } from './identity-checks';
import { cell, dayOf, frame, signatoryCheck, type ReportRequest } from './report-frame';

const fifty = coverageRules['STAFF-50'].threshold ?? 0;
const hundred = coverageRules['STAFF-100'].threshold ?? 0;

type Size = { readonly name: string; readonly holds: (staff: number | undefined) => boolean };
const between = (least: number, below: number) => (staff: number | undefined) =>
  staff !== undefined && staff >= least && staff < below;

/** Sizes that do not overlap and leave nobody out: parts sum to the whole. */
const sizes: readonly Size[] = [
  { name: `${surveyStaffThreshold} 人以下`, holds: between(0, surveyStaffThreshold) },
  { name: `${surveyStaffThreshold}–${fifty - 1} 人`, holds: between(surveyStaffThreshold, fifty) },
  { name: `${fifty}–${hundred - 1} 人`, holds: between(fifty, hundred) },
  { name: `${hundred} 人以上`, holds: between(hundred, Number.POSITIVE_INFINITY) },
  { name: '人数不详', holds: (staff) => staff === undefined },
];

type Row = {
  readonly name: string;
  readonly indent: number;
  readonly units: readonly CoverageUnit[];
};

function rowsOf(units: readonly CoverageUnit[]): Row[] {
  const kinds = organizationKinds.filter((kind) => units.some((unit) => unit.kind === kind));
  return kinds.flatMap((kind: OrganizationKind) => {
    const ofKind = units.filter((unit) => unit.kind === kind);
    const parts = sizes.map(({ name, holds }) => ({
      name,
      indent: 2,
      units: ofKind.filter(({ staff }) => holds(staff)),
    }));
    return [
      { name: organizationKindWords[kind], indent: 0, units: ofKind },
      ...parts.filter((part) => part.units.length > 0),
    ];
  });
}

/** 两个覆盖情况统计表 by kind and size: sites and sole traders in rows of their own. */
export function coverageKinds(desk: Desk, request: ReportRequest): ReportTable {
  const inScope = desk
    .coverage(dayOf(desk, request))
    .units.filter(({ exclusion }) => exclusion === undefined);
  const rows = rowsOf(inScope);
  const figures = rows.map(({ units }) => decompose(tallyUnits(units, desk.definitions)));
  const checked = figures.map((row, index) => ({
    name: rows[index]?.name ?? '',
    breaches: checkIdentities(row),
  }));
  return {
    ...frame(desk, request),
    id: 'coverageKinds',
    title: '两个覆盖情况统计表（按类型和规模）',
    unitLine: '单位：家、%',
    header: [
      [
        '单位类型、从业人数',
        '单位数',
        '单独建立',
        '联合建立',
        '未建立',
        '应建未建',
        '仅有个别党员',
        '没有党员',
        '党员数不详',
        '已开展工作',
        '空白',
        '组织覆盖率',
        '工作覆盖率',
      ].map((text) => cell(text)),
    ],
    widths: [140, 52, 52, 52, 52, 52, 60, 52, 60, 60, 46, 62, 62],
    align: ['left', ...Array.from({ length: 12 }, () => 'right' as const)],
    rows: rows.map(({ name, indent }, index) => ({
      indent,
      isStrong: indent === 0,
      cells: [
        name,
        ...cellsOf(desk, figures[index] ?? decompose(tallyUnits([], desk.definitions))),
      ],
    })),
    notes: [
      '注：新就业站点、个体工商户各列一行，不并入法人单位合计。从业人数不详的单位单列，不丢。',
      readingNote(desk),
    ],
    checks: [...identityChecks('行', checked), signatoryCheck(desk)],
  };
}

function cellsOf(desk: Desk, row: ReturnType<typeof decompose>): string[] {
  const { units, own, joint } = row;
  return [
    ...shownParts.map((part) => String(row[part])),
    percentWords(own + joint, units),
    workRate(desk, row),
  ];
}
