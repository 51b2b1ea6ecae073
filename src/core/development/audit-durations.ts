import { daysBetween, deadline, earliestAfter, wholeMonths } from '../calendar/arithmetic';
import { asDay, type CalendarDate } from '../calendar/calendar-date';
import { limitOf, monthsOf, ruleOf } from '../regulations/development-rules';
import { localRule } from '../regulations/local-overlay';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { factTable, readFact, type FactName } from './facts';
import { standingOf } from './standing';

const day = (context: AuditContext, name: FactName) => asDay(readFact(context.facts, name));
const stated = (name: FactName, on: string) => `${factTable[name].words} ${on}`;

/** 26#13: a year of 培养 before step 7; where step 7's day is missing, 列为发展对象 stands in and is named. */
export const checkYearOfTraining: Check = (context) => {
  const activistOn = readFact(context.facts, 'activist');
  const hasOwnDay = readFact(context.facts, 'targetDiscussed') !== undefined;
  const name: FactName = hasOwnDay ? 'targetDiscussed' : 'developmentTarget';
  const targetOn = readFact(context.facts, name);
  if (activistOn === undefined || targetOn === undefined) return [];
  const from = asDay(activistOn);
  const until = asDay(targetOn);
  const claim = {
    rule: 'ACTIVIST-1Y' as const,
    on: activistOn,
    evidence: [stated('activist', activistOn), stated(name, targetOn)],
  };
  if (from === undefined || until === undefined)
    return judge(context, {
      ...claim,
      outcome: 'unknown',
      message: `培养考察是否满一年：${from === undefined ? '确定为入党积极分子' : factTable[name].words}只到年月，无法判断（缺到日的日期）。`,
    });
  const rule = localRule(ruleOf('ACTIVIST-1Y'), context.options.overlay, from);
  const earliest = earliestAfter(from, monthsOf(rule));
  const early = daysBetween(until, earliest);
  const standsIn = hasOwnDay ? '' : '（未登记研究确定人选的日期，以列为发展对象之日计）';
  return judge(context, {
    ...claim,
    outcome: early > 0 ? 'broken' : 'clear',
    reckoned: early > 0 ? [`最早 ${earliest}`, `早 ${early} 天`] : [`最早 ${earliest}`],
    message:
      early > 0
        ? `${factTable[name].words}（${until}）早于培养考察满一年的最早日期（${earliest}）${early} 天${standsIn}。`
        : `确定为积极分子至研究发展对象已满一年${standsIn}。`,
  });
};

/** The first of these facts that is on record. */
function firstKnown(context: AuditContext, names: readonly FactName[]): FactName | undefined {
  return names.find((name) => readFact(context.facts, name) !== undefined);
}

/**
 * C29: with days between missing, the year must still fit between what is on record: from the application where
 * nobody wrote down the activist's day, to the meeting where nobody wrote down the candidate's. Whoever was admitted
 * in a special way took no such year (rules §1.1).
 */
export const checkImpliedYear: Check = (context) => {
  if (standingOf(context.facts.dossier).isSpecialPath) return [];
  const from = firstKnown(context, ['activist', 'applied']);
  const to = firstKnown(context, ['targetDiscussed', 'developmentTarget', 'meeting']);
  if (from === undefined || to === undefined) return [];
  // Both ends on record: the rule itself asks.
  if (from === 'activist' && to !== 'meeting') return [];
  const [start, end] = [day(context, from), day(context, to)];
  if (start === undefined || end === undefined) return [];
  const earliest = earliestAfter(start, monthsOf(ruleOf('C29')));
  if (end >= earliest) return [];
  const months = Math.max(0, wholeMonths(start, end));
  const early = daysBetween(end, earliest);
  const short: Partial<Record<FactName, string>> = { applied: '申请', meeting: '接收' };
  const words = (name: FactName) => short[name] ?? factTable[name].words;
  return judge(context, {
    rule: 'C29',
    on: start,
    outcome: 'broken',
    evidence: [stated(from, start), stated(to, end)],
    reckoned: [`相隔 ${months} 个月`, `最早 ${earliest}`, `早 ${early} 天`],
    message: `从${words(from)}（${start}）到${words(to)}（${end}）仅 ${months} 个月，少于最短培养时间（最早 ${earliest}，早 ${early} 天）。`,
  });
};

/** 26#18: leaving within three months of pre-review or meeting. */
export const checkLeaving: Check = (context) => {
  const typed = context.facts.dossier.expectedLeaveOn;
  if (typed === undefined) return [];
  return (['preReviewed', 'meeting'] as const).flatMap((name) => {
    const onTyped = readFact(context.facts, name);
    if (onTyped === undefined) return [];
    const evidence = [stated(name, onTyped), `预计离开 ${typed}`];
    const [on, leaveOn] = [asDay(onTyped), asDay(typed)];
    if (on === undefined || leaveOn === undefined)
      return judge(context, {
        rule: 'PREDEPART-3M',
        on: onTyped,
        outcome: 'unknown',
        evidence,
        message: `${factTable[name].words}后三个月内是否离开：日期只到年月，无法判断（缺到日的日期）。`,
      });
    return leavingFinding(context, { name, on, leaveOn, evidence });
  });
};

function leavingFinding(
  context: AuditContext,
  {
    name,
    on,
    leaveOn,
    evidence,
  }: {
    readonly name: FactName;
    readonly on: CalendarDate;
    readonly leaveOn: CalendarDate;
    readonly evidence: readonly string[];
  },
): readonly Finding[] {
  const until = deadline(on, monthsOf(ruleOf('PREDEPART-3M')));
  const isBroken = leaveOn <= until && leaveOn >= on;
  const reason = context.facts.dossier.overrides?.find(({ rule }) => rule === 'PREDEPART-3M');
  const said = reason === undefined ? '' : `；已说明：${reason.reason}`;
  return judge(context, {
    rule: 'PREDEPART-3M',
    on,
    outcome: isBroken ? 'broken' : 'clear',
    evidence,
    reckoned: [`三个月内 ${until}`, `相隔 ${daysBetween(on, leaveOn)} 天`],
    message: isBroken
      ? `预计 ${leaveOn} 离开，在${factTable[name].words}（${on}）后三个月内（至 ${until}），一般不办理接收手续${said}。`
      : '三个月内不离开。',
  });
}

/** OBSERVE-COUNT: reviews on record against the half-years that passed. */
export const checkReviewCount: Check = (context) => {
  const fromTyped = readFact(context.facts, 'activist');
  const untilName = firstKnown(context, ['targetDiscussed', 'developmentTarget']);
  const untilTyped = untilName === undefined ? undefined : readFact(context.facts, untilName);
  const reviews = context.facts.dossier.reviewedOn;
  if (fromTyped === undefined || untilTyped === undefined || reviews === undefined) return [];
  const evidence = [
    stated('activist', fromTyped),
    `研究发展对象 ${untilTyped}`,
    `考察 ${reviews.length} 次`,
  ];
  const [from, until] = [asDay(fromTyped), asDay(untilTyped)];
  const claim = { rule: 'OBSERVE-COUNT' as const, on: fromTyped, evidence };
  if (from === undefined || until === undefined)
    return judge(context, {
      ...claim,
      outcome: 'unknown',
      message: '半年考察应有的次数：日期只到年月，无法判断（缺到日的日期）。',
    });
  const rule = localRule(ruleOf('OBSERVE-COUNT'), context.options.overlay, from);
  const halves = Math.floor(wholeMonths(from, until) / monthsOf(rule));
  const needed = Math.max(limitOf(rule, 'least'), halves);
  const isBroken = reviews.length < needed;
  return judge(context, {
    ...claim,
    outcome: isBroken ? 'broken' : 'clear',
    reckoned: [`应有 ${needed} 次`],
    message: isBroken
      ? `培养期间考察 ${reviews.length} 次，按半年一次应不少于 ${needed} 次。`
      : `考察 ${reviews.length} 次。`,
  });
};
