import { indicatorRules } from './indicator-data';
import type { IndicatorRule } from './indicator-data';
import { percentOf, percentWords } from './percent';
import { exclusionWords, legalColumns } from './thresholds-data';
import type {
  CoverageDefinitions,
  CoverageTally,
  CoverageUnit,
  ExclusionCount,
  ExclusionReason,
  Indicator,
  IndicatorId,
} from './types';

/** Evaluates one indicator over a tally and writes its formula out with the figures. */
export function indicatorOf(
  rule: IndicatorRule,
  tally: CoverageTally,
  definitions: CoverageDefinitions,
): Indicator {
  const numerator = rule.numerator(tally, definitions);
  const denominator = rule.denominator(tally);
  const words = rule.numeratorWords(tally, definitions);
  return {
    id: rule.id,
    name: rule.name,
    numerator,
    denominator,
    percent: percentOf(numerator, denominator),
    formula: `${rule.name}＝${words}${words.endsWith('）') ? '' : ' '}÷ ${rule.denominatorWords(definitions)} ${denominator} ＝ ${percentWords(numerator, denominator)}`,
    unknown: rule.unknown(tally),
    citation: rule.citation,
    tag: rule.tag,
  };
}

/** The indicators of rules §4.4: legal units first, sites counted beside them. */
export function coverageIndicators(
  tallies: { readonly legal: CoverageTally; readonly site: CoverageTally },
  definitions: CoverageDefinitions,
): Indicator[] {
  return indicatorRules.map((rule) => indicatorOf(rule, tallies[rule.over], definitions));
}

/** One indicator by id over any tally: what a heat cell and a trend point show. */
export function indicatorById(
  id: IndicatorId,
  tally: CoverageTally,
  definitions: CoverageDefinitions,
): Indicator | undefined {
  const rule = indicatorRules.find((candidate) => candidate.id === id);
  return rule === undefined ? undefined : indicatorOf(rule, tally, definitions);
}

const reasonOrder = Object.keys(exclusionWords);

/** Legal units that count in no denominator, by reason, the most frequent first; reasons of one count stand in their own order. */
export function exclusionCounts(units: readonly CoverageUnit[]): ExclusionCount[] {
  const counts = new Map<ExclusionReason, number>();
  for (const { exclusion, column } of units) {
    if (exclusion !== undefined && legalColumns.includes(column))
      counts.set(exclusion, (counts.get(exclusion) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, words: exclusionWords[reason], count }))
    .sort(
      (left, right) =>
        right.count - left.count ||
        reasonOrder.indexOf(left.reason) - reasonOrder.indexOf(right.reason),
    );
}
