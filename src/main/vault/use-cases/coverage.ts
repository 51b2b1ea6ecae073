import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import type { CoverageOverview, IndicatorView } from '../../../contract/coverage';
import { decompose, shownParts, type ShownPart } from '../../../core/coverage/decomposition';
import type { CoverageEvaluation } from '../../../core/coverage/evaluate';
import { indicatorById } from '../../../core/coverage/indicators';
import { cellTally } from '../../../core/coverage/packed-units';
import { coverageRules } from '../../../core/regulations/coverage-rules';
import { legalColumns } from '../../../core/coverage/thresholds-data';
import { trendByMonth } from '../../../core/coverage/trend';
import {
  indicatorIds,
  type CoverageColumn,
  type CoverageGap,
  type Indicator,
  type IndicatorId,
  type TrendPoint,
} from '../../../core/coverage/types';
import { evidenceWords } from '../../../core/regulations/rulebooks';
import type { Desk } from './desk';
import { areaWithin, gapView, tasksByGap } from './gap-views';
import { workIndicator } from './indicator-reading';
import { asJson } from './save-person';

/** Columns of the heat table; sites are counted apart from legal units. */
const heatColumns: readonly {
  readonly id: CoverageColumn;
  readonly name: string;
  readonly isSeparate: boolean;
}[] = [
  { id: 'enterprise', name: '非公企业', isSeparate: false },
  { id: 'association', name: '社会团体和基金会', isSeparate: false },
  { id: 'serviceBody', name: '民办非企业单位', isSeparate: false },
  { id: 'professional', name: '专业服务机构', isSeparate: false },
  { id: 'legal', name: '法人单位合计', isSeparate: false },
  { id: 'site', name: '新就业站点（另计）', isSeparate: true },
];

export function indicatorView(indicator: Indicator): IndicatorView {
  const { id, name, numerator, denominator, percent, formula, citation, tag } = indicator;
  return {
    id,
    name,
    numerator,
    denominator,
    percent,
    formula,
    citation: {
      article: `${citation.instrument}${citation.article}`,
      edition: citation.edition,
      evidence: evidenceWords[tag],
    },
  };
}

const siteIndicator: Partial<Record<IndicatorId, IndicatorId>> = {
  organizationCoverage: 'siteCoverage',
  workCoverage: 'siteWorkCoverage',
};

function isIndicator(id: string): id is IndicatorId {
  return indicatorIds.some((each) => each === id);
}

export function coverageOverview(
  desk: Desk,
  { indicator, asOf }: VaultInput<'coverage.overview'>,
): Result<CoverageOverview> {
  const evaluation = desk.coverage(asOf ?? desk.today);
  const selected =
    indicator !== undefined && isIndicator(indicator) ? indicator : 'organizationCoverage';
  const streets = desk.reference.areas.all().filter(({ level }) => level === 'street');
  const areas = [...streets, ...(hasUnplaced(evaluation) ? [{ id: '', name: '未填街道' }] : [])];
  return {
    ok: true,
    value: {
      asOf: evaluation.asOf,
      indicators: evaluation.indicators.map(indicatorView),
      selected,
      workIndicator: workIndicator(desk),
      exclusions: evaluation.exclusions.map(({ words, count }) => ({ reason: words, count })),
      heat: {
        columns: heatColumns.map((column) => ({ ...column })),
        areas: areas.map(({ id, name }) => ({ id: id === '' ? unplacedId : id, name })),
        cells: areas.flatMap(({ id }) =>
          heatColumns.map((column) =>
            heatCell(desk, evaluation, selected, { column: column.id, areaId: id }),
          ),
        ),
        totals: heatColumns.map((column) =>
          heatCell(desk, evaluation, selected, { column: column.id }),
        ),
      },
      trend: trend(desk, selected),
      gapCounts: countGaps(legalGaps(evaluation)),
    },
  };
}

/** Contract ids are never empty; the row of units without a street has this one. */
export const unplacedId = 'unplaced';

function hasUnplaced(evaluation: CoverageEvaluation): boolean {
  return (
    cellTally(evaluation.board, 'legal', '').units > 0 ||
    cellTally(evaluation.board, 'site', '').units > 0
  );
}

function heatCell(
  desk: Desk,
  evaluation: CoverageEvaluation,
  selected: IndicatorId,
  place: { column: CoverageColumn; areaId?: string },
) {
  const id = place.column === 'site' ? (siteIndicator[selected] ?? selected) : selected;
  const figure = indicatorById(
    id,
    cellTally(evaluation.board, place.column, place.areaId),
    desk.definitions,
  );
  return {
    areaId: place.areaId === undefined ? 'all' : place.areaId || unplacedId,
    column: place.column,
    numerator: figure?.numerator ?? 0,
    denominator: figure?.denominator ?? 0,
    percent: figure?.percent ?? null,
  };
}

const trendMonths = 12;
const trends = new WeakMap<CoverageEvaluation, Map<string, TrendPoint[]>>();

/** Twelve past days asked anew; kept with the evaluation they belong to. */
function trend(desk: Desk, indicator: IndicatorId): CoverageOverview['trend'] {
  const evaluation = desk.coverage();
  const kept = trends.get(evaluation) ?? new Map<string, TrendPoint[]>();
  trends.set(evaluation, kept);
  let points = kept.get(indicator);
  if (points === undefined) {
    points = trendByMonth(desk.coverageRecords, {
      indicator,
      today: desk.today,
      months: trendMonths,
      definitions: desk.definitions,
    });
    kept.set(indicator, points);
  }
  return points.map(({ monthEnd, percent }) => ({ monthEnd, percent }));
}

/** Gaps of legal units and branches; sites have their own column and their own work. */
export function legalGaps({ gaps }: CoverageEvaluation): CoverageGap[] {
  return gaps.filter(
    ({ status, column }) =>
      status !== 'dueSoon' && (column === undefined || legalColumns.includes(column)),
  );
}

function countGaps(gaps: readonly CoverageGap[]): CoverageOverview['gapCounts'] {
  const counts = new Map<CoverageGap['rule'], number>();
  for (const { rule } of gaps) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => ({
    rule,
    title: coverageRules[rule].title,
    severity: coverageRules[rule].severity,
    count,
  }));
}

export function decomposeCell(
  desk: Desk,
  { areaId, column, asOf }: VaultInput<'coverage.decompose'>,
): Result<VaultOutput<'coverage.decompose'>> {
  const place =
    areaId === undefined || areaId === 'all' ? undefined : areaId === unplacedId ? '' : areaId;
  const row = decompose(
    cellTally(desk.coverage(asOf ?? desk.today).board, column as CoverageColumn, place),
  );
  const value = Object.fromEntries(shownParts.map((part) => [part, row[part]]));
  return { ok: true, value: value as Record<ShownPart, number> };
}

const severityOrder = ['hard', 'soft', 'info'];

export function listGaps(
  desk: Desk,
  { rule, areaId, assignment, range }: VaultInput<'coverage.gaps'>,
): Result<VaultOutput<'coverage.gaps'>> {
  const tasks = tasksByGap(desk);
  const within = areaId === undefined ? undefined : areaWithin(desk, areaId);
  const found = legalGaps(desk.coverage()).filter((gap) => {
    if (rule !== undefined && gap.rule !== rule) return false;
    const owner = tasks.get(`${gap.rule}/${gap.subjectId}`)?.owner;
    if (assignment !== 'all' && (owner !== undefined) !== (assignment === 'assigned')) return false;
    const place =
      gap.subject === 'organization'
        ? desk.reference.organizations.get(gap.subjectId)
        : desk.reference.partyOrganizations.get(gap.subjectId);
    return within === undefined || within.has(place?.areaId ?? '');
  });
  found.sort((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity));
  const rows = found
    .slice(range.offset, range.offset + range.limit)
    .map((gap) => gapView(desk, gap, tasks));
  return { ok: true, value: { rows, total: found.length } };
}

export function assignGap(
  desk: Desk,
  input: VaultInput<'coverage.assignGap'>,
): Result<VaultOutput<'coverage.assignGap'>> {
  const { rule, subject, subjectId, owner, dueOn } = input;
  const existing = tasksByGap(desk).get(`${rule}/${subjectId}`);
  const id = existing?.id ?? desk.newId();
  const target =
    subject === 'organization' ? { organizationId: subjectId } : { partyOrganizationId: subjectId };
  const after = {
    ...existing,
    id,
    rule,
    ...target,
    owner,
    dueOn,
    openedOn: existing?.openedOn ?? desk.today,
  };
  const changes = [
    {
      table: 'gapTasks',
      id,
      before: existing === undefined ? null : asJson(existing),
      after: asJson(after),
    },
  ];
  const result = desk.commit({ action: 'coverage.assignGap', changes });
  return result.ok ? { ok: true, value: { changeId: result.value.changeId, id } } : result;
}

export function listAreas(desk: Desk): Result<VaultOutput<'areas.list'>> {
  return {
    ok: true,
    value: desk.reference.areas.all().map(({ id, name, level, parentId }) => ({
      id,
      name,
      level,
      ...(parentId === undefined ? {} : { parentId }),
    })),
  };
}
