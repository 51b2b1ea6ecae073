import { addDays, daysBetween } from '../calendar/arithmetic';
import { asDay, type CalendarDate } from '../calendar/calendar-date';
import { periodDay } from '../deadlines/period-day';
import { limitOf, ruleOf } from '../regulations/development-rules';
import { localRule } from '../regulations/local-overlay';
import type { Severity } from '../regulations/types';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { readFact } from './facts';
import { isExcusedMonth } from './review-excuses';

/** C21: every review lies between 积极分子 and 发展对象, the k-th no later than k half-years after the start. */
export const checkReviews: Check = (context) => {
  const from = asDay(readFact(context.facts, 'activist'));
  const reviews = (context.facts.dossier.reviewedOn ?? []).flatMap((on) => asDay(on) ?? []).sort();
  if (from === undefined) return [];
  const until =
    asDay(readFact(context.facts, 'developmentTarget')) ??
    asDay(readFact(context.facts, 'targetDiscussed'));
  return [
    ...reviews.flatMap((on) => tooEarly(context, from, on)),
    ...reviews.flatMap((on) => (until === undefined ? [] : tooLate(context, until, on))),
    ...lateReviews(
      context,
      from,
      reviews.filter((on) => on >= from),
    ),
  ];
};

function tooEarly(context: AuditContext, from: CalendarDate, on: CalendarDate): readonly Finding[] {
  if (on >= from) return [];
  return outside(context, {
    on,
    evidence: [`确定为积极分子 ${from}`, `考察 ${on}`],
    reckoned: [`早 ${daysBetween(on, from)} 天`],
    message: `半年考察（${on}）早于确定为入党积极分子（${from}）${daysBetween(on, from)} 天，请核对。`,
  });
}

function tooLate(context: AuditContext, until: CalendarDate, on: CalendarDate): readonly Finding[] {
  if (on <= until) return [];
  return outside(context, {
    on,
    severity: 'SOFT',
    evidence: [`考察 ${on}`, `列为发展对象 ${until}`],
    reckoned: [`晚 ${daysBetween(until, on)} 天`],
    message: `积极分子考察（${on}）晚于列为发展对象（${until}）${daysBetween(until, on)} 天，请核对。`,
  });
}

type Outside = Pick<Finding, 'evidence' | 'message' | 'reckoned'> & {
  readonly on: CalendarDate;
  readonly severity?: Severity;
};

function outside(context: AuditContext, claim: Outside): readonly Finding[] {
  return judge(context, { rule: 'C21', outcome: 'broken', ...claim });
}

function lateReviews(
  context: AuditContext,
  from: CalendarDate,
  reviews: readonly CalendarDate[],
): Finding[] {
  const limits = ruleOf('C21');
  const rule = localRule(ruleOf('OBSERVE-6M'), context.options.overlay, from);
  return reviews.flatMap((on, index) => {
    const due = periodDay(rule, { anchor: from, number: index + 1 }, context.options);
    if (due === undefined || on <= addDays(due, limitOf(limits, 'graceDays'))) return [];
    const late = daysBetween(due, on);
    const isExcused = isExcusedMonth(context.facts.dossier, due);
    return judge(context, {
      rule: 'C21',
      on: due,
      outcome: 'broken',
      severity: isExcused ? 'INFO' : late > limitOf(limits, 'severeDays') ? 'HARD' : 'SOFT',
      evidence: [`确定为积极分子 ${from}`, `第 ${index + 1} 次考察 ${on}`],
      reckoned: [`应考察之日 ${due}`, `晚 ${late} 天`],
      message: `第 ${index + 1} 次半年考察（${on}）晚于应考察之日（${due}）${late} 天${isExcused ? '（暂缓或转接期间）' : ''}。`,
    });
  });
}
