import { daysBetween } from '../calendar/arithmetic';
import { asDay, type CalendarDate } from '../calendar/calendar-date';
import { limitOf, ruleOf } from '../regulations/development-rules';
import type { Severity } from '../regulations/types';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { readFact } from './facts';
import { probationOf } from './probation';
import { isClosed } from './stage';

/** C22: the form's printed start is the meeting's day; its end the last day or 期满日. */
export const checkPrintedProbation: Check = (context) => {
  const printed = context.facts.dossier.printedProbation;
  const probation = probationOf(context.facts.dossier);
  if (printed === undefined || probation === undefined) return [];
  const from = asDay(printed.from);
  const until = asDay(printed.until);
  const found: Finding[] = [];
  if (from !== undefined) {
    const isBroken = from !== probation.from;
    found.push(
      ...judge(context, {
        rule: 'C22',
        on: probation.from,
        outcome: isBroken ? 'broken' : 'clear',
        evidence: [`大会通过 ${probation.from}`, `所写起日 ${from}`],
        message: isBroken
          ? `所写预备期起始日（${from}）与党支部党员大会通过日（${probation.from}）不一致，相差 ${Math.abs(daysBetween(probation.from, from))} 天。`
          : '预备期起日相符。',
      }),
    );
  }
  if (until !== undefined) {
    const isBroken = until !== probation.probationLastOn && until !== probation.confirmableOn;
    found.push(
      ...judge(context, {
        rule: 'C22',
        on: probation.from,
        outcome: isBroken ? 'broken' : 'clear',
        evidence: [`应止 ${probation.probationLastOn}`, `所写止日 ${until}`],
        message: isBroken
          ? `所写预备期止日（${until}）应为 ${probation.probationLastOn} 或 ${probation.confirmableOn}。`
          : '预备期止日相符。',
      }),
    );
  }
  return found;
};

/** 26#31: no confirmation before the end of probation. */
export const checkNotEarly: Check = (context) => {
  const probation = probationOf(context.facts.dossier);
  const meeting = asDay(readFact(context.facts, 'confirmationMeeting'));
  if (probation === undefined || meeting === undefined) return [];
  const isBroken = meeting < probation.confirmableOn;
  return judge(context, {
    rule: 'CONFIRM-NOT-EARLY',
    on: meeting,
    outcome: isBroken ? 'broken' : 'clear',
    evidence: [`期满 ${probation.confirmableOn}`, `讨论转正 ${meeting}`],
    message: isBroken
      ? `讨论转正（${meeting}）早于预备期满之日（${probation.confirmableOn}）${daysBetween(meeting, probation.confirmableOn)} 天。`
      : '未提前转正。',
  });
};

export const checkExtension: Check = (context) => {
  const months = context.facts.dossier.extension?.months;
  if (months === undefined) return [];
  const rule = ruleOf('EXTEND-ONCE');
  const [least, most] = [limitOf(rule, 'leastMonths'), limitOf(rule, 'mostMonths')];
  const isBroken = months < least || months > most;
  return judge(context, {
    rule: 'EXTEND-ONCE',
    on: asDay(context.facts.dossier.extension?.resolvedOn),
    outcome: isBroken ? 'broken' : 'clear',
    evidence: [`延长 ${months} 个月`],
    message: isBroken
      ? `延长预备期 ${months} 个月，应不少于 ${least} 个月、不超过 ${most} 个月。`
      : '延长时间符合规定。',
  });
};

/** 26#33: seniority counts from the end of probation, not from the approval. */
export const checkSeniority: Check = (context) => {
  const probation = probationOf(context.facts.dossier);
  const printed = asDay(context.facts.dossier.printedSeniorityFrom);
  if (probation === undefined || printed === undefined) return [];
  const isBroken = printed !== probation.confirmableOn;
  return judge(context, {
    rule: 'SENIORITY',
    on: printed,
    outcome: isBroken ? 'broken' : 'clear',
    evidence: [`应从 ${probation.confirmableOn}`, `所写 ${printed}`],
    message: isBroken
      ? `党龄应从预备期满之日（${probation.confirmableOn}）起算，所写为 ${printed}。`
      : '党龄起算日相符。',
  });
};

/** 26#31: probation is over and no decision of any kind is on record; a transfer may put it off (26#35). */
export const checkUndecided: Check = (context) => {
  const { confirmationMeeting, confirmationApprovedOn, extension } = context.facts.dossier;
  const probation = probationOf(context.facts.dossier);
  const isDecided =
    confirmationMeeting?.on !== undefined ||
    confirmationApprovedOn !== undefined ||
    (extension !== undefined && extension.months === undefined);
  if (probation === undefined || isDecided || isClosed(context.facts)) return [];
  const late = daysBetween(probation.confirmableOn, context.options.today);
  if (late <= 0) return [];
  return probation.deferredUntil === undefined
    ? [...undecided(context, probation.confirmableOn, late)]
    : [...deferred(context, probation.confirmableOn, probation.deferredUntil)];
};

function undecided(
  context: AuditContext,
  confirmableOn: CalendarDate,
  late: number,
): readonly Finding[] {
  return judge(context, {
    rule: 'CONFIRM-PROMPT',
    on: confirmableOn,
    outcome: 'broken',
    severity: severityOfDelay(late),
    evidence: [`期满 ${confirmableOn}`, `今天 ${context.options.today}`],
    message: `预备期已于 ${confirmableOn} 届满，至今 ${late} 天，未见转正、延长或取消资格的决议。`,
  });
}

function severityOfDelay(late: number): Severity {
  const rule = ruleOf('CONFIRM-PROMPT');
  if (late > limitOf(rule, 'redDays')) return 'HARD';
  return late > limitOf(rule, 'promptDays') ? 'SOFT' : 'INFO';
}

function deferred(
  context: AuditContext,
  confirmableOn: CalendarDate,
  deferredUntil: CalendarDate,
): readonly Finding[] {
  const { today } = context.options;
  const isPast = today > deferredUntil;
  return judge(context, {
    rule: 'TRANSFER-DEFER-6M',
    on: confirmableOn,
    outcome: 'broken',
    ...(isPast ? {} : { severity: 'INFO' }),
    evidence: [`期满 ${confirmableOn}`, `推迟讨论最晚 ${deferredUntil}`],
    message: isPast
      ? `转入的预备党员最晚可推迟至 ${deferredUntil} 讨论转正，已超期 ${daysBetween(deferredUntil, today)} 天。`
      : `转入的预备党员可推迟讨论转正，最晚 ${deferredUntil}。`,
  });
}
