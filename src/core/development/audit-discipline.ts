import { asDay, type FactDate } from '../calendar/calendar-date';
import { computeDeadlines } from '../deadlines/compute-deadlines';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { factTable, readFact, type FactName } from './facts';
import { eventsOf, standingOf } from './standing';
import { sideTransitions } from './transitions-data';

/** Decisions about the person; what happens to the papers afterwards is no decision. */
const decidedFacts: readonly FactName[] = [
  'activist',
  'targetDiscussed',
  'developmentTarget',
  'preReviewed',
  'meeting',
  'approved',
  'confirmationMeeting',
  'confirmationApproved',
];

type Span = {
  readonly words: string;
  readonly from: FactDate;
  readonly until: FactDate | undefined;
};

/** Times in which nothing about the person should be decided: investigation, penalty, and a hold between its acts. */
function spansOf({ facts }: AuditContext): readonly Span[] {
  const matters = (facts.dossier.disciplinaryMatters ?? []).flatMap(({ kind, from, until }) =>
    from === undefined
      ? []
      : [{ words: kind === 'investigation' ? '立案审查' : '处分', from, until }],
  );
  const acts = eventsOf(facts.dossier);
  const holds = acts.flatMap(({ kind, on }, index): Span[] => {
    if (kind !== 'onHold' || on === undefined) return [];
    const resumed = acts.slice(index + 1).find((act) => act.kind === 'resumed');
    return [{ words: sideTransitions.onHold.words, from: on, until: resumed?.on }];
  });
  return [...matters, ...holds];
}

/** C64: a step decided while a matter was open; month against month where a day is missing. */
export const checkDisciplinaryMatters: Check = (context) =>
  spansOf(context).flatMap(({ words, from, until }) =>
    decidedFacts.flatMap((name): readonly Finding[] => {
      const on = readFact(context.facts, name);
      if (on === undefined || on <= from || (until !== undefined && on >= until)) return [];
      const period = `${from} 至 ${until ?? '今'}`;
      return judge(context, {
        rule: 'C64',
        on,
        outcome: 'broken',
        evidence: [`${words} ${period}`, `${factTable[name].words} ${on}`],
        message: `${factTable[name].words}（${on}）在${words}期间（${period}），请核实是否已经查清并写明情况。`,
      });
    }),
  );

/** C69: what was still open when the dossier ended is no longer reminded of, and is said once. */
export const checkStoppedReminders: Check = (context) => {
  const { facts, options } = context;
  const { dossier } = facts;
  if (dossier.events === undefined) return [];
  if (standingOf(dossier).rest !== 'closed') return [];
  const ending = eventsOf(dossier).findLast(({ kind }) => sideTransitions[kind].rest === 'closed');
  if (ending === undefined) return [];
  const { events: _events, ...steps } = dossier;
  const asOf = asDay(ending.on) ?? options.today;
  const open = computeDeadlines({ ...facts, dossier: steps }, { ...options, today: asOf }).filter(
    ({ isOpen, status }) => isOpen && (status === 'overdue' || status === 'due'),
  );
  if (open.length === 0) return [];
  const { words } = sideTransitions[ending.kind];
  return judge(context, {
    rule: 'C69',
    on: ending.on,
    outcome: 'broken',
    evidence: [
      `${words} ${ending.on ?? '日期未登记'}`,
      ...open.map(({ title, on }) => `${title} ${on ?? ''}`),
    ],
    message: `${words}（${ending.on ?? '日期未登记'}）时尚有 ${open.length} 项未办（${open.map(({ title }) => title).join('、')}），提醒已停止。`,
  });
};
