import type { Dossier } from '../records/dossier';
import { standingOf } from './standing';

export type Round = {
  /** The dossier with only the facts that still hold; its acts stay with it. */
  readonly current: Dossier;
  /** The dossier as typed, where an act undid some of it: it is kept beside the current one. */
  readonly former: Dossier | undefined;
  /** Names of the facts that an act undid. */
  readonly undone: readonly string[];
};

/**
 * When a step is taken again after an act undid it, the facts of the round before make room and are kept whole:
 * nothing typed is lost, and one round is never judged by the days of another.
 */
export function newRound(dossier: Dossier): Round {
  const { live } = standingOf(dossier);
  const undone = Object.keys(dossier).filter(
    (key) => !toldByActs.has(key) && !isSame(dossier, live, key as keyof Dossier),
  );
  if (undone.length === 0) return { current: dossier, former: undefined, undone };
  const gone = new Set(undone);
  const current = Object.fromEntries(
    Object.entries(dossier).flatMap(([key, value]) =>
      gone.has(key) ? keptPart(live, key as keyof Dossier) : [[key, value]],
    ),
  ) as Dossier;
  return { current, former: dossier, undone };
}

/** What acts add to the live facts is read from the acts again. */
const toldByActs: ReadonlySet<string> = new Set(['extension', 'transfers']);

const isSame = (typed: Dossier, live: Dossier, key: keyof Dossier) =>
  JSON.stringify(typed[key]) === JSON.stringify(live[key]);

function keptPart(live: Dossier, key: keyof Dossier): [string, unknown][] {
  return live[key] === undefined ? [] : [[key, live[key]]];
}
