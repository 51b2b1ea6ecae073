const step = 5;

export type TrendScale = { readonly low: number; readonly high: number; readonly ticks: number[] };

/** Whole fives around the known values, at least two steps tall, never outside 0–100. */
export function trendScale(percents: readonly number[]): TrendScale {
  const least = percents.length === 0 ? 0 : Math.min(...percents);
  const most = percents.length === 0 ? 100 : Math.max(...percents);
  const low = Math.max(0, Math.min(Math.floor(least / step) * step, 100 - 2 * step));
  const high = Math.min(100, Math.max(Math.ceil(most / step) * step, low + 2 * step));
  const stride = (high - low) / step > 4 ? 2 * step : step;
  const ticks: number[] = [];
  for (let tick = low; tick <= high; tick += stride) ticks.push(tick);
  return { low, high, ticks };
}

/** @example monthWords('2025-12-31', true) //=> '25年12月' */
export function monthWords(monthEnd: string, withYear: boolean): string {
  const [year = '', month = ''] = monthEnd.split('-');
  return `${withYear ? `${year.slice(2)}年` : ''}${Number(month)}月`;
}
