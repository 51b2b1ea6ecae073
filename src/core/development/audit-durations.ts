import { daysBetween, deadline, earliestAfter, wholeMonths } from '../calendar/arithmetic';
import { asDay, type CalendarDate } from '../calendar/calendar-date';
import { countWorkingDays, lastWorkingDay } from '../calendar/working-days';
import { limitOf, monthsOf, ruleOf } from '../regulations/development-rules';
import { citationIn, editionOn, rulebooks as nationalRulebooks } from '../regulations/rulebooks';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { factTable, readFact, type FactName } from './facts';

const day = (context: AuditContext, name: FactName) => asDay(readFact(context.facts, name));
const stated = (name: FactName, on: string) => `${factTable[name].words} ${on}`;

/** 26#13: a year of 培养 before step 7; where step 7's day is missing, 列为发展对象 stands in and is named. */
export const checkYearOfTraining: Check = (context) => {
  const activistOn = readFact(context.facts, 'activist');
  const name: FactName =
    readFact(context.facts, 'targetDiscussed') === undefined
      ? 'developmentTarget'
      : 'targetDiscussed';
  const targetOn = readFact(context.facts, name);
  if (activistOn === undefined || targetOn === undefined) return [];
  const from = asDay(activistOn);
  const until = asDay(targetOn);
  const evidence = [stated('activist', activistOn), stated(name, targetOn)];
  if (from === undefined || until === undefined) {
    return judge(context, {
      rule: 'ACTIVIST-1Y',
      on: until,
      outcome: 'unknown',
      evidence,
      message: '培养考察是否满一年：日期只到年月，无法判断。',
    });
  }
  const earliest = earliestAfter(from, monthsOf(ruleOf('ACTIVIST-1Y')));
  const isBroken = until < earliest;
  return judge(context, {
    rule: 'ACTIVIST-1Y',
    on: until,
    outcome: isBroken ? 'broken' : 'clear',
    evidence,
    message: isBroken
      ? `${factTable[name].words}（${until}）早于培养考察满一年的最早日期（${earliest}）${daysBetween(until, earliest)} 天。`
      : '确定为积极分子至研究发展对象已满一年。',
  });
};

/** C29: with the days between missing, a year from application to the meeting is the least that must have passed. */
export const checkImpliedYear: Check = (context) => {
  const applied = day(context, 'applied');
  const meeting = day(context, 'meeting');
  if (applied === undefined || meeting === undefined || day(context, 'activist') !== undefined)
    return [];
  const earliest = earliestAfter(applied, monthsOf(ruleOf('C29')));
  if (meeting >= earliest) return [];
  return judge(context, {
    rule: 'C29',
    on: meeting,
    outcome: 'broken',
    evidence: [stated('applied', applied), stated('meeting', meeting)],
    message: `从申请（${applied}）到接收（${meeting}）仅 ${wholeMonths(applied, meeting)} 个月，少于最短培养时间（最早 ${earliest}，早 ${daysBetween(meeting, earliest)} 天）。`,
  });
};

/** 26#13: five working days, and the listing after them; required by the day of 列为发展对象. */
export const checkNotice: Check = (context) => {
  const from = day(context, 'noticeFrom');
  const target = day(context, 'developmentTarget') ?? day(context, 'targetDiscussed');
  const books = context.options.rulebooks ?? nationalRulebooks;
  const judgedOn = target ?? from ?? context.options.today;
  if (citationIn(ruleOf('PUBLICITY-5WD'), editionOn(judgedOn, books)) === undefined) return [];
  if (from === undefined) return noticeMissing(context, target);
  const offset = ruleOf('PUBLICITY-5WD').offset;
  const needed = offset !== undefined && 'workingDays' in offset ? offset.workingDays : 0;
  const { lastOn, isProvisional } = lastWorkingDay(from, needed, context.options);
  const until = day(context, 'noticeUntil');
  const provisional = isProvisional ? '（暂算）' : '';
  const claims: Finding[] = [];
  if (until !== undefined) {
    const count = countWorkingDays(from, until, context.options.calendar);
    const isShort = until < lastOn;
    claims.push(
      ...judge(context, {
        rule: 'PUBLICITY-5WD',
        on: judgedOn,
        outcome: isShort ? 'broken' : 'clear',
        evidence: [stated('noticeFrom', from), stated('noticeUntil', until)],
        message: isShort
          ? `公示 ${from} 至 ${until} 只有 ${count} 个工作日，不足 ${needed} 个，应至 ${lastOn}${provisional}。`
          : `公示期 ${count} 个工作日。`,
      }),
    );
  }
  const listed = day(context, 'developmentTarget');
  if (listed !== undefined && listed <= lastOn) {
    claims.push(
      ...judge(context, {
        rule: 'PUBLICITY-5WD',
        on: judgedOn,
        outcome: 'broken',
        evidence: [stated('noticeFrom', from), stated('developmentTarget', listed)],
        message: `列为发展对象（${listed}）不晚于公示最后一日（${lastOn}）${provisional}，公示尚未结束。`,
      }),
    );
  }
  return claims;
};

function noticeMissing(
  context: AuditContext,
  target: CalendarDate | undefined,
): readonly Finding[] {
  if (target === undefined || day(context, 'developmentTarget') === undefined) return [];
  return judge(context, {
    rule: 'PUBLICITY-5WD',
    on: target,
    outcome: 'unknown',
    evidence: [stated('developmentTarget', target)],
    message: '未登记公示起止日期，无法判断公示是否满五个工作日。',
  });
}

/** 26#13: the committee's 同意 must be there before the listing. */
export const checkAgreement: Check = (context) => {
  const target = day(context, 'developmentTarget');
  if (target === undefined || readFact(context.facts, 'targetAgreed') !== undefined) return [];
  const isNew =
    editionOn(target, context.options.rulebooks ?? nationalRulebooks) === 'regulation2026';
  const word = isNew ? '同意' : '备案';
  return judge(context, {
    rule: 'DEV-AGREE',
    on: target,
    outcome: 'unknown',
    evidence: [stated('developmentTarget', target)],
    message: `未登记上级党委${word}的日期，请核实是否经上级党委${word}。`,
  });
};

/** 26#18: leaving within three months of pre-review or meeting. */
export const checkLeaving: Check = (context) => {
  const leaveOn = asDay(context.facts.dossier.expectedLeaveOn);
  if (leaveOn === undefined) return [];
  return (['preReviewed', 'meeting'] as const).flatMap((name) => {
    const on = day(context, name);
    if (on === undefined) return [];
    const until = deadline(on, monthsOf(ruleOf('PREDEPART-3M')));
    const isBroken = leaveOn <= until && leaveOn >= on;
    return judge(context, {
      rule: 'PREDEPART-3M',
      on,
      outcome: isBroken ? 'broken' : 'clear',
      evidence: [stated(name, on), `预计离开 ${leaveOn}`],
      message: isBroken
        ? `预计 ${leaveOn} 离开，在${factTable[name].words}后三个月内（至 ${until}），一般不办理接收手续。`
        : '三个月内不离开。',
    });
  });
};

/** OBSERVE-COUNT: reviews on record against the half-years that passed. */
export const checkReviewCount: Check = (context) => {
  const from = day(context, 'activist');
  const until = day(context, 'targetDiscussed') ?? day(context, 'developmentTarget');
  const reviews = context.facts.dossier.reviewedOn;
  if (from === undefined || until === undefined || reviews === undefined) return [];
  const rule = ruleOf('OBSERVE-COUNT');
  const needed = Math.max(
    limitOf(rule, 'least'),
    Math.floor(wholeMonths(from, until) / monthsOf(rule)),
  );
  const isBroken = reviews.length < needed;
  return judge(context, {
    rule: 'OBSERVE-COUNT',
    on: until,
    outcome: isBroken ? 'broken' : 'clear',
    evidence: [stated('activist', from), `研究发展对象 ${until}`, `考察 ${reviews.length} 次`],
    message: isBroken
      ? `培养期间考察 ${reviews.length} 次，按半年一次应不少于 ${needed} 次。`
      : `考察 ${reviews.length} 次。`,
  });
};
