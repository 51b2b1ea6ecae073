import { endOfWeek } from '../../../core/calendar/arithmetic';
import type { CalendarDate } from '../../../core/calendar/calendar-date';

/** A verified backup as the rule sees it. */
export type KeptBackup = { readonly name: string; readonly madeOn: CalendarDate };

const keptDays = 14;
const keptWeeks = 8;
const keptMonths = 24;
const fewestVerified = 3;

/**
 * Names that may go (security.md §3.7): the newest of each of the last 14 days, 8 weeks and 24 months stays, and
 * the newest of every year. Nothing goes while it would leave fewer than three.
 * @param verified verified backups only, in any order; `madeOn` is a civil day, `YYYY-MM-DD`
 */
export function removable(verified: readonly KeptBackup[]): string[] {
  const newestFirst = [...verified].sort((a, b) => b.name.localeCompare(a.name));
  const kept = new Set<string>();
  keepNewestOf(newestFirst, ({ madeOn }) => madeOn, keptDays, kept);
  keepNewestOf(newestFirst, ({ madeOn }) => endOfWeek(madeOn), keptWeeks, kept);
  keepNewestOf(newestFirst, ({ madeOn }) => madeOn.slice(0, 7), keptMonths, kept);
  keepNewestOf(newestFirst, ({ madeOn }) => madeOn.slice(0, 4), Number.POSITIVE_INFINITY, kept);
  for (const { name } of newestFirst.slice(0, fewestVerified)) kept.add(name);
  return newestFirst.filter(({ name }) => !kept.has(name)).map(({ name }) => name);
}

function keepNewestOf(
  newestFirst: readonly KeptBackup[],
  periodOf: (backup: KeptBackup) => string,
  periods: number,
  kept: Set<string>,
): void {
  const seen = new Set<string>();
  for (const backup of newestFirst) {
    const period = periodOf(backup);
    if (seen.has(period)) continue;
    if (seen.size >= periods) return;
    seen.add(period);
    kept.add(backup.name);
  }
}
