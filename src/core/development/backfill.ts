import { asDay, type CalendarDate } from '../calendar/calendar-date';
import type { EngineOptions } from '../deadlines/types';
import type { Dossier } from '../records/dossier';
import { editionOn } from '../regulations/rulebooks';
import { factTable, type FactName } from './facts';
import { describe, type PlanRow } from './plan-forward';
import { beforeWait, isPassed, planLines, waitedFor, type Waited } from './plan-lines';
import { standingOf } from './standing';

/** A fact of the past nobody typed, with the last day on which it could lawfully have happened. */
export type BackfillRow = Omit<PlanRow, 'latestOn' | 'state'>;

/**
 * A person of an old roster has a few dates: from each of them back, every step that must lie before it could have
 * been no later than this. A reference for looking through the papers, never a fact (issue 3, Audit).
 * @example latestLawful({ meeting: { on: '2020-06-20' } }, options) // 研究人选, 确定积极分子 … a year earlier
 */
export function latestLawful(typed: Dossier, options: EngineOptions): BackfillRow[] {
  const dossier = standingOf(typed).live;
  const latest = latestDays(dossier, options);
  return planLines.flatMap((line) => {
    const day = latest.get(line.fact);
    if (day === undefined || isTyped(line.fact, dossier) || !isPassed(line.fact, dossier))
      return [];
    const edition = editionOn(day.on, options.rulebooks);
    if (line.isOnly2026 === true && edition !== 'regulation2026') return [];
    return [{ ...describe(line, day.on, options), on: day.on, isProvisional: day.isProvisional }];
  });
}

const isTyped = (fact: FactName, dossier: Dossier): boolean =>
  factTable[fact].read(dossier) !== undefined;

/** Back along the chain from every dated fact: a step must end before all that follows it can begin. */
function latestDays(dossier: Dossier, options: EngineOptions): ReadonlyMap<FactName, Waited> {
  const latest = new Map<FactName, Waited>();
  for (const line of [...planLines].reverse()) {
    const typed: CalendarDate | undefined = asDay(factTable[line.fact].read(dossier));
    // A typed day stands, also where it is later than what follows would allow: the audit says that.
    const own = typed === undefined ? latest.get(line.fact) : { on: typed, isProvisional: false };
    if (own === undefined) continue;
    latest.set(line.fact, own);
    for (const earlier of line.after) {
      const bound =
        earlier === waitedFor(line)
          ? beforeWait(line, own.on, options)
          : { on: own.on, isProvisional: false };
      const known = latest.get(earlier);
      if (known === undefined || bound.on < known.on)
        latest.set(earlier, {
          on: bound.on,
          isProvisional: own.isProvisional || bound.isProvisional,
        });
    }
  }
  return latest;
}
