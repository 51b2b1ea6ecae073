import type { CoverageOverview } from '../../../contract/coverage';
import { CitationTag } from '../../components/citation-tag';
import { percentWords } from '../../lib/format';

export type IndicatorStripProps = {
  readonly overview: CoverageOverview;
  readonly onSelect: (indicator: string) => void;
};

/** The rates a district is asked for; the others wait behind one control (rules.md §4.4). */
const shownFirst: ReadonlySet<string> = new Set([
  'organizationCoverage',
  'ownRate',
  'shouldBuildRate',
  'staff50WithMembersRate',
  'siteWorkCoverage',
]);

/** Every rate with its fraction; the chosen one colours the table below. */
export function IndicatorStrip({ overview, onSelect }: IndicatorStripProps) {
  const { indicators, selected } = overview;
  const shown = indicators.filter(
    ({ id }) => shownFirst.has(id) || id === selected || id === overview.workIndicator,
  );
  const others = indicators.filter((indicator) => !shown.includes(indicator));
  return (
    <div className="indicator-strip" role="group" aria-label="覆盖指标">
      {shown.map((indicator) => (
        <button
          key={indicator.id}
          type="button"
          aria-pressed={indicator.id === selected}
          onClick={() => onSelect(indicator.id)}
        >
          <span>{indicator.name}</span>
          <span>
            <strong>{percentWords(indicator.percent)}</strong>{' '}
            <small>
              {indicator.numerator} / {indicator.denominator}
            </small>
          </span>
        </button>
      ))}
      {others.length > 0 && (
        <label>
          其他 {others.length} 项
          <select value="" onChange={({ target }) => onSelect(target.value)}>
            <option value="" disabled>
              选一项
            </option>
            {others.map((indicator) => (
              <option key={indicator.id} value={indicator.id}>
                {indicator.name} {percentWords(indicator.percent)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

export type FormulaLineProps = {
  readonly overview: CoverageOverview;
  readonly onOpenUnits: (indicator: string) => void;
};

/** The chosen indicator taken apart: formula, what was left out and why, source, list of units. */
export function FormulaLine({ overview, onOpenUnits }: FormulaLineProps) {
  const indicator = overview.indicators.find(({ id }) => id === overview.selected);
  if (indicator === undefined) return null;
  const excluded = overview.exclusions.reduce((sum, { count }) => sum + count, 0);
  const reasons = overview.exclusions.map(({ reason, count }) => `${reason} ${count}`).join('，');
  return (
    <p className="formula-line">
      <span>{indicator.formula}</span>
      {excluded > 0 && (
        <span>
          已剔除 {excluded} 家：{reasons}
        </span>
      )}
      <button type="button" className="link" onClick={() => onOpenUnits(indicator.id)}>
        名单
      </button>
      <span className="formula-source">
        <CitationTag citation={indicator.citation} />
      </span>
    </p>
  );
}
