import { addDays, daysBetween, deadline } from '../calendar/arithmetic';
import { asDay, type CalendarDate } from '../calendar/calendar-date';
import { limitOf, monthsOf, ruleOf } from '../regulations/development-rules';
import type { Severity } from '../regulations/types';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { readFact } from './facts';

/** C21: every review lies between 积极分子 and 发展对象, the k-th no later than k half-years after the start. */
export const checkReviews: Check = (context) => {
  const from = asDay(readFact(context.facts, 'activist'));
  const reviews = (context.facts.dossier.reviewedOn ?? []).flatMap((on) => asDay(on) ?? []).sort();
  if (from === undefined) return [];
  const until =
    asDay(readFact(context.facts, 'developmentTarget')) ??
    asDay(readFact(context.facts, 'targetDiscussed'));
  const found: Finding[] = [];
  for (const on of reviews) {
    if (on < from)
      found.push(
        ...outside(context, {
          on,
          evidence: [`确定为积极分子 ${from}`, `考察 ${on}`],
          message: `半年考察（${on}）早于确定为入党积极分子（${from}）${daysBetween(on, from)} 天，请核对。`,
        }),
      );
    if (until !== undefined && on > until)
      found.push(
        ...outside(context, {
          on,
          severity: 'SOFT',
          evidence: [`考察 ${on}`, `列为发展对象 ${until}`],
          message: `积极分子考察（${on}）晚于列为发展对象（${until}）${daysBetween(until, on)} 天，请核对。`,
        }),
      );
  }
  return [
    ...found,
    ...lateReviews(
      context,
      from,
      reviews.filter((on) => on >= from),
    ),
  ];
};

type Outside = Pick<Finding, 'evidence' | 'message'> & {
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
  const rule = ruleOf('C21');
  return reviews.flatMap((on, index) => {
    const due = deadline(from, monthsOf(rule) * (index + 1));
    const late = daysBetween(due, on);
    if (on <= addDays(due, limitOf(rule, 'graceDays'))) return [];
    return judge(context, {
      rule: 'C21',
      on: due,
      outcome: 'broken',
      severity: late > limitOf(rule, 'severeDays') ? 'HARD' : 'SOFT',
      evidence: [`确定为积极分子 ${from}`, `第 ${index + 1} 次考察 ${on}`],
      message: `第 ${index + 1} 次半年考察（${on}）晚于应考察之日（${due}）${late} 天。`,
    });
  });
}
