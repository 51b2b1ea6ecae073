import type { StatusKind } from '../../components/status-mark';

/** Screen marks only: half a year ahead a hint, two months ahead a warning (product.md §3.6). */
const hintDays = 183;
const warningDays = 62;

export function termKind(days: number): StatusKind | undefined {
  if (days < 0) return 'over';
  if (days <= warningDays) return 'soon';
  return days <= hintDays ? 'info' : undefined;
}
