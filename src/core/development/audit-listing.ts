import { asDay, type CalendarDate, type FactDate } from '../calendar/calendar-date';
import { daysBetween } from '../calendar/arithmetic';
import { countWorkingDays, lastWorkingDay } from '../calendar/working-days';
import { ruleOf } from '../regulations/development-rules';
import { localRule } from '../regulations/local-overlay';
import {
  citationIn,
  editionOfFact,
  rulebooks as nationalRulebooks,
} from '../regulations/rulebooks';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { factTable, readFact, type FactName } from './facts';

const stated = (name: FactName, on: string) => `${factTable[name].words} ${on}`;

/** 列为发展对象, or step 7 where that day is missing, says which rulebook asks for 同意 and 公示 (rules §0.1). */
function judgedBy({ facts, options }: AuditContext): FactDate {
  return (
    readFact(facts, 'developmentTarget') ??
    readFact(facts, 'targetDiscussed') ??
    readFact(facts, 'noticeFrom') ??
    options.today
  );
}

type Notice = {
  readonly from: CalendarDate;
  readonly needed: number;
  readonly lastOn: CalendarDate;
};

/** 26#13: five working days, and the listing after them. */
export const checkNotice: Check = (context) => {
  const books = context.options.rulebooks ?? nationalRulebooks;
  const judgedOn = judgedBy(context);
  if (citationIn(ruleOf('PUBLICITY-5WD'), editionOfFact(judgedOn, books)) === undefined) return [];
  const typed = readFact(context.facts, 'noticeFrom');
  if (typed === undefined) return noticeMissing(context);
  const from = asDay(typed);
  if (from === undefined)
    return judge(context, {
      rule: 'PUBLICITY-5WD',
      on: judgedOn,
      outcome: 'unknown',
      evidence: [stated('noticeFrom', typed)],
      message: '公示开始日期只到年月，无法判断公示是否满五个工作日（缺到日的日期）。',
    });
  const { offset } = localRule(ruleOf('PUBLICITY-5WD'), context.options.overlay, from);
  const needed = offset !== undefined && 'workingDays' in offset ? offset.workingDays : 0;
  const { lastOn, isProvisional } = lastWorkingDay(from, needed, context.options);
  const notice = { from, needed, lastOn };
  const provisional = isProvisional ? '（暂算）' : '';
  return [
    ...noticeLength(context, notice, { judgedOn, provisional }),
    ...listingAfter(context, notice, { judgedOn, provisional }),
  ];
};

type Judged = { readonly judgedOn: FactDate; readonly provisional: string };

function noticeLength(
  context: AuditContext,
  { from, needed, lastOn }: Notice,
  { judgedOn, provisional }: Judged,
): readonly Finding[] {
  const typed = readFact(context.facts, 'noticeUntil');
  if (typed === undefined) return [];
  const claim = {
    rule: 'PUBLICITY-5WD' as const,
    on: judgedOn,
    evidence: [stated('noticeFrom', from), stated('noticeUntil', typed)],
  };
  const until = asDay(typed);
  if (until === undefined)
    return judge(context, {
      ...claim,
      outcome: 'unknown',
      message: '公示结束日期只到年月，无法判断公示是否满五个工作日（缺到日的日期）。',
    });
  const counts = context.options.countsPostingDay ?? true;
  const all = countWorkingDays(from, until, context.options.calendar);
  const first = countWorkingDays(from, from, context.options.calendar);
  const count = counts ? all : Math.max(0, all - first);
  const isShort = until < lastOn;
  return judge(context, {
    ...claim,
    outcome: isShort ? 'broken' : 'clear',
    reckoned: [`公示最后一日 ${lastOn}${provisional}`, `${count} 个工作日`],
    message: isShort
      ? `公示 ${from} 至 ${until} 只有 ${count} 个工作日，不足 ${needed} 个，应至 ${lastOn}${provisional}。`
      : `公示期 ${count} 个工作日。`,
  });
}

function listingAfter(
  context: AuditContext,
  { from, lastOn }: Notice,
  { judgedOn, provisional }: Judged,
): readonly Finding[] {
  const listed = readFact(context.facts, 'developmentTarget');
  const on = asDay(listed);
  if (on === undefined || on > lastOn) return [];
  const early = daysBetween(on, lastOn) + 1;
  return judge(context, {
    rule: 'PUBLICITY-5WD',
    on: judgedOn,
    outcome: 'broken',
    evidence: [stated('noticeFrom', from), stated('developmentTarget', on)],
    reckoned: [`公示最后一日 ${lastOn}${provisional}`, `早 ${early} 天`],
    message: `列为发展对象（${on}）不晚于公示最后一日（${lastOn}）${provisional}，公示尚未结束，早 ${early} 天。`,
  });
}

function noticeMissing(context: AuditContext): readonly Finding[] {
  const target = readFact(context.facts, 'developmentTarget');
  if (target === undefined) return [];
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
  const target = readFact(context.facts, 'developmentTarget');
  if (target === undefined || readFact(context.facts, 'targetAgreed') !== undefined) return [];
  const books = context.options.rulebooks ?? nationalRulebooks;
  const word = editionOfFact(target, books) === 'regulation2026' ? '同意' : '备案';
  return judge(context, {
    rule: 'DEV-AGREE',
    on: target,
    outcome: 'unknown',
    evidence: [stated('developmentTarget', target)],
    message: `未登记上级党委${word}的日期，请核实是否经上级党委${word}。`,
  });
};

/** C61: what the notice brought up is cleared before the listing. */
export const checkObjection: Check = (context) => {
  const { notice, developmentTargetOn } = context.facts.dossier;
  if (notice?.hasObjection !== true || developmentTargetOn === undefined) return [];
  const ended = notice.until === undefined ? [] : [stated('noticeUntil', notice.until)];
  return judge(context, {
    rule: 'C61',
    on: developmentTargetOn,
    outcome: 'broken',
    evidence: [...ended, stated('developmentTarget', developmentTargetOn)],
    message: `公示期间有异议，未见查清即列为发展对象（${developmentTargetOn}）。`,
  });
};

const localNoticeRules = {
  activist: 'PUB-ACTIVIST',
  preAccept: 'PUB-PREACCEPT',
  confirm: 'PUB-CONFIRM',
} as const;
const noticedFacts = {
  activist: 'activist',
  preAccept: 'meeting',
  confirm: 'confirmationMeeting',
} as const satisfies Record<keyof typeof localNoticeRules, FactName>;

/** PUB-*: 公示 that a district asks for beside the national one; silent until it does. */
export const checkLocalNotices: Check = (context) => {
  const { overlay, today } = context.options;
  if (overlay === undefined) return [];
  return (['activist', 'preAccept', 'confirm'] as const).flatMap((kind) => {
    const on = readFact(context.facts, noticedFacts[kind]);
    const rule = localRule(ruleOf(localNoticeRules[kind]), overlay, asDay(on) ?? today);
    const needed =
      rule.offset !== undefined && 'workingDays' in rule.offset ? rule.offset.workingDays : 0;
    if (!rule.isOn || on === undefined) return [];
    const typed = context.facts.dossier.localNotices?.find((each) => each.kind === kind);
    const [from, until] = [asDay(typed?.from), asDay(typed?.until)];
    const claim = { rule: localNoticeRules[kind], on, citations: rule.citations };
    if (from === undefined || until === undefined)
      return judge(context, {
        ...claim,
        outcome: 'unknown',
        evidence: [stated(noticedFacts[kind], on)],
        message: `未登记${rule.title}的起止日期，无法判断是否满 ${needed} 个工作日。`,
      });
    const { lastOn } = lastWorkingDay(from, needed, context.options);
    const isShort = until < lastOn;
    return judge(context, {
      ...claim,
      outcome: isShort ? 'broken' : 'clear',
      evidence: [`${rule.title} ${from} 至 ${until}`],
      reckoned: [`公示最后一日 ${lastOn}`],
      message: isShort
        ? `${rule.title}（${from} 至 ${until}）不足 ${needed} 个工作日，应至 ${lastOn}。`
        : `${rule.title}已满 ${needed} 个工作日。`,
    });
  });
};
