import { setImmediate as nextTurn } from 'node:timers/promises';
import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import type { CoverageOverview, IndicatorView } from '../../../contract/coverage';
import { decompose, shownParts, type ShownPart } from '../../../core/coverage/decomposition';
import type { CoverageEvaluation } from '../../../core/coverage/evaluate';
import { indicatorById } from '../../../core/coverage/indicators';
import { cellTally } from '../../../core/coverage/packed-units';
import {
  indicatorIds,
  type CoverageColumn,
  type Indicator,
  type IndicatorId,
} from '../../../core/coverage/types';
import { evidenceWords } from '../../../core/regulations/rulebooks';
import type { Desk } from './desk';
import { countGaps } from './gap-list';
import { workIndicator } from './indicator-reading';

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

/** The indicator asked for; 组织覆盖率 where none is. */
const indicatorOr = (id: string | undefined): IndicatorId =>
  indicatorIds.find((each) => each === id) ?? 'organizationCoverage';

export function coverageOverview(
  desk: Desk,
  { indicator, asOf }: VaultInput<'coverage.overview'>,
): Result<CoverageOverview> {
  const evaluation = desk.coverage(asOf ?? desk.today);
  const selected = indicatorOr(indicator);
  const streets = desk.areasOn(evaluation.asOf).filter(({ level }) => level === 'street');
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
      // Gaps and their tasks are today's work, whatever day the figures are asked for.
      gapCounts: countGaps(desk),
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

/** Long enough to be worth a turn, short enough that no other question waits noticeably. */
const sliceMilliseconds = 8;

/**
 * Does long work in slices, other questions in between.
 * @param work goes on until it is done (true) or time is up; asked anew after each turn, for an edit or midnight may
 *   have come in between
 */
async function inSlices(work: (isTimeUp: () => boolean) => boolean): Promise<void> {
  for (;;) {
    const until = performance.now() + sliceMilliseconds;
    if (work(() => performance.now() > until)) return;
    await nextTurn();
  }
}

/** Judges every unit and the trend ahead of the first question, so that the coverage page finds it done. */
export async function warmCoverage(desk: Desk): Promise<void> {
  await inSlices((isTimeUp) => desk.liveCoverage.catchUp(isTimeUp));
  await reckonTrend(desk);
}

const reckonTrend = (desk: Desk): Promise<void> =>
  inSlices((isTimeUp) =>
    desk.liveCoverage.trend.catchUp((id) => desk.reference.organizations.get(id), isTimeUp),
  );

/** Twelve month ends: reckoned whole the first time, in slices, and from then on kept up by edits. */
export async function coverageTrend(
  desk: Desk,
  { indicator }: VaultInput<'coverage.trend'>,
): Promise<Result<VaultOutput<'coverage.trend'>>> {
  const selected = indicatorOr(indicator);
  await reckonTrend(desk);
  const points = desk.liveCoverage.trend.points(selected);
  const value = points.map(({ monthEnd, percent }) => ({ monthEnd, percent }));
  return { ok: true, value: { selected, points: value } };
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

export function listAreas(desk: Desk): Result<VaultOutput<'areas.list'>> {
  return {
    ok: true,
    value: desk.areasOn().map(({ id, name, level, parentId }) => ({
      id,
      name,
      level,
      ...(parentId === undefined ? {} : { parentId }),
    })),
  };
}
