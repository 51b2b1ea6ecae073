import type { StatusKind } from './status-mark';

const nearDays = 9;

/** How urgent a day is: past, near, or further off; a first possible day is never late. */
export function toneOfDays(
  days: number,
  bound: 'noLaterThan' | 'notBefore' = 'noLaterThan',
): StatusKind {
  if (days < 0) return bound === 'notBefore' ? 'info' : 'over';
  return days <= nearDays ? 'soon' : 'info';
}
