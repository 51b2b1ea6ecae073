/**
 * A rate in percent, two places, half up on the exact fraction; null where the denominator is 0.
 * @example percentOf(3, 7) //=> 42.86
 */
export function percentOf(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null;
  // Whole numbers until the last step: 0.285 × 100 would already be off in binary.
  return Math.floor((numerator * 20_000 + denominator) / (2 * denominator)) / 100;
}

/** As on screen: one place, and — where there is nothing to divide by. */
export function percentWords(numerator: number, denominator: number): string {
  if (denominator === 0) return '—';
  return `${(Math.floor((numerator * 2_000 + denominator) / (2 * denominator)) / 10).toFixed(1)}%`;
}
