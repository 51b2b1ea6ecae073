import type { FactDate } from '../calendar/calendar-date';
import { asDay } from '../calendar/calendar-date';
import { judge, type Check } from './audit-types';
import { factNames, factTable, readFact, type DossierFacts } from './facts';
import { eventsOf, standingOf } from './standing';
import { sideTransitions } from './transitions-data';

/** An extension and transfers recorded as acts count like those typed; nothing else is read from the acts. */
export function withEventFacts(facts: DossierFacts): DossierFacts {
  if (facts.dossier.events === undefined) return facts;
  const { live } = standingOf(facts.dossier);
  const extension = facts.dossier.extension ?? live.extension;
  const { transfers } = live;
  return {
    ...facts,
    dossier: {
      ...facts.dossier,
      ...(extension === undefined ? {} : { extension }),
      ...(transfers === undefined ? {} : { transfers }),
    },
  };
}

/** EXTEND-ONCE (26#31): a second act of extension. */
export const checkExtendedTwice: Check = (context) => {
  const extensions = (context.facts.dossier.events ?? []).filter(
    ({ kind }) => kind === 'probationExtended',
  );
  if (extensions.length < 2) return [];
  return judge(context, {
    rule: 'EXTEND-ONCE',
    on: asDay(extensions.at(-1)?.on),
    outcome: 'broken',
    evidence: extensions.map(({ on }) => `延长预备期 ${on ?? '日期未登记'}`),
    message: `预备期只能延长一次，登记了 ${extensions.length} 次，请核实。`,
  });
};

/** C66: a step taken after the dossier was closed, with no act that opened it again. */
export const checkStepAfterEnd: Check = (context) => {
  const { facts } = context;
  if (standingOf(facts.dossier).rest !== 'closed') return [];
  const ending = eventsOf(facts.dossier).findLast(
    ({ kind }) => sideTransitions[kind].rest === 'closed',
  );
  const on = ending?.on;
  // Someone who was transferred out goes on elsewhere, and those days may be known here.
  if (ending === undefined || on === undefined || ending.kind === 'transferredOut') return [];
  const later = factNames.find((name) => name !== 'archived' && isAfter(readFact(facts, name), on));
  if (later === undefined) return [];
  const words = sideTransitions[ending.kind].words;
  return judge(context, {
    rule: 'C66',
    on: asDay(on),
    outcome: 'broken',
    evidence: [`${words} ${on}`, `${factTable[later].words} ${readFact(facts, later) ?? ''}`],
    message: `${words}（${on}）之后又登记了${factTable[later].words}（${readFact(facts, later) ?? ''}），请核实。`,
  });
};

/** Later to the day, or in a later month where one of the two is known to the month only. */
function isAfter(fact: FactDate | undefined, on: FactDate): boolean {
  if (fact === undefined) return false;
  const length = Math.min(fact.length, on.length);
  return fact.slice(0, length) > on.slice(0, length);
}
