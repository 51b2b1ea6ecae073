import { asDay, type CalendarDate } from '../calendar/calendar-date';
import type { EngineOptions } from '../deadlines/types';
import type { Dossier } from '../records/dossier';
import { editionOn } from '../regulations/rulebooks';
import { factTable, type FactName } from './facts';
import { describe, type PlanRow } from './plan-forward';
import { beforeWait, isPassed, planLines, waitedFor } from './plan-lines';
import { standingOf } from './standing';

export type BackwardRow = Omit<PlanRow, 'latestOn'> & {
  /** A typed fact that came too late for the aim, or a day that is already past. */
  readonly isMissed: boolean;
};

export type Aim = { readonly fact: FactName; readonly by: CalendarDate };

type Latest = { readonly on: CalendarDate; readonly isProvisional: boolean };

/**
 * "To be accepted by that day, each step no later than …": the last day on which every step still leaves the
 * waits after it. Facts stand as they are; where one is too late the aim cannot be reached, and that is said.
 * @param options.today a planned day before today is missed
 */
export function planBackward(typed: Dossier, aim: Aim, options: EngineOptions): BackwardRow[] {
  const dossier = standingOf(typed).live;
  const latestDays = latestByFact(aim, options);
  return planLines.flatMap((line) => {
    const latest = latestDays.get(line.fact);
    if (latest === undefined) return [];
    const done = asDay(factTable[line.fact].read(dossier));
    const isAsked =
      line.isOnly2026 !== true || editionOn(latest.on, options.rulebooks) === 'regulation2026';
    if (done === undefined && (!isAsked || isPassed(line.fact, dossier))) return [];
    const row: BackwardRow = {
      ...describe(line, done ?? latest.on, options),
      state: done === undefined ? 'planned' : 'done',
      on: done ?? latest.on,
      isProvisional: done === undefined && latest.isProvisional,
      isMissed: done === undefined ? latest.on < options.today : done > latest.on,
    };
    return [row];
  });
}

/** From the aim back along the chain: a step must end before everything that follows it can begin. */
function latestByFact({ fact, by }: Aim, options: EngineOptions): ReadonlyMap<FactName, Latest> {
  const latest = new Map<FactName, Latest>([[fact, { on: by, isProvisional: false }]]);
  for (const line of [...planLines].reverse()) {
    const own = latest.get(line.fact);
    if (own === undefined) continue;
    for (const earlier of line.after) {
      const bound =
        earlier === waitedFor(line)
          ? beforeWait(line, own.on, options)
          : { on: own.on, isProvisional: false };
      const isProvisional = own.isProvisional || bound.isProvisional;
      const known = latest.get(earlier);
      if (known === undefined || bound.on < known.on)
        latest.set(earlier, { on: bound.on, isProvisional });
    }
  }
  return latest;
}
