import { daysBetween } from '../calendar/arithmetic';
import { asDay } from '../calendar/calendar-date';
import { anchorWords, computeDeadlines, readAnchor } from '../deadlines/compute-deadlines';
import { deadlineTable, type DeadlineLine } from '../deadlines/deadline-table';
import { graceUntil, graceWords } from '../deadlines/grace';
import type { Deadline } from '../deadlines/types';
import { findRule, ruleOf } from '../regulations/development-rules';
import {
  citationIn,
  editionOfFact,
  effectiveSeverity,
  rulebooks as nationalRulebooks,
} from '../regulations/rulebooks';
import type { Citation, Severity } from '../regulations/types';
import { judge, type AuditContext, type Check, type Finding, type Verdict } from './audit-types';
import { readFact } from './facts';
import { isExcusedMonth } from './review-excuses';

/** Limits that the deadline table already reckons: late, overdue, crossing the boundary, or month-only. */
export const checkDeadlines: Check = (context) => [
  ...deadlineTable.flatMap((line) => beforeTheTexts(context, line)),
  ...computeDeadlines(context.facts, context.options)
    .filter((item) => item.anchor.on !== undefined && !isAskedElsewhere(item))
    .flatMap((item) => deadlineFinding(context, item)),
];

/**
 * A period that began before the 2014 text has no limit here and answers unknown (rules §0.1). Asked of dossiers that
 * were begun as dossiers, not of every old member on a roster, and only where the later texts have the limit.
 */
function beforeTheTexts(context: AuditContext, line: DeadlineLine): readonly Finding[] {
  const { facts, options } = context;
  const { rule, anchor, done, isRepeated } = line;
  if (isRepeated || done === undefined || askedElsewhere.has(rule)) return [];
  if (readFact(facts, 'received') === undefined && readFact(facts, 'activist') === undefined)
    return [];
  const [on, doneOn] = [readAnchor(facts, anchor), readAnchor(facts, done)];
  if (on === undefined || doneOn === undefined) return [];
  const isOlder = editionOfFact(on, options.rulebooks ?? nationalRulebooks) === undefined;
  const isOfFirstText = citationIn(ruleOf(rule), 'regulation2014') !== undefined;
  if (!isOlder || !isOfFirstText) return [];
  const evidence = [`${anchorWords(anchor)} ${on}`, `${ruleOf(rule).title} ${doneOn}`];
  return judge(context, { rule, on, outcome: 'unknown', evidence, message: '' });
}

/** Asked by checks of their own, with the fallbacks that the law allows. */
const askedElsewhere: ReadonlySet<string> = new Set([
  'ACTIVIST-1Y',
  'PUBLICITY-5WD',
  'PROBATION-1Y',
  'CONFIRM-APPLY',
]);
/** While nothing is decided, one check asks for both; what was decided late is a matter of the table. */
const askedWhileOpen: ReadonlySet<string> = new Set(['CONFIRM-PROMPT', 'TRANSFER-DEFER-6M']);

function isAskedElsewhere({ rule, doneOn }: Deadline): boolean {
  return askedElsewhere.has(rule) || (askedWhileOpen.has(rule) && doneOn === undefined);
}

function deadlineFinding(context: AuditContext, item: Deadline): readonly Finding[] {
  if (item.isStraddling) return straddlingFinding(item);
  switch (item.status) {
    case 'breached':
    case 'overdue':
      return [lateFinding(context, item)];
    case 'met':
      return [found(item, 'clear', `${item.title}在期限 ${item.on ?? ''} 内。`)];
    case 'unknown':
      return item.on === undefined || item.doneOn !== undefined ? [monthOnly(item)] : [];
    case 'waiting':
    case 'due':
      return [];
  }
}

function monthOnly(item: Deadline): Finding {
  const which = item.on === undefined ? item.anchor.words : item.title;
  return found(item, 'unknown', `${item.title}：${which}只到年月，无法判断（缺到日的日期）。`);
}

/** Rules §0.1: a limit that only the newer text knows is named across the boundary, never judged. */
function straddlingFinding(item: Deadline): readonly Finding[] {
  if (item.on === undefined || (item.doneOn ?? '9999') <= item.on) return [];
  const message = `${item.title}：跨版本（按新版推算最晚 ${item.on}），请按上级衔接口径核对。`;
  return [{ ...found(item, 'clear', message), severity: 'INFO', reckoned: [`最晚 ${item.on}`] }];
}

function lateFinding(context: AuditContext, item: Deadline): Finding {
  const severity = lateSeverity(context, item);
  const days = daysLate(item);
  const message =
    item.doneOn === undefined
      ? `${item.title}最晚应在 ${item.on ?? ''}，至今未办，已超期 ${days} 天${outerWords(context, item)}。`
      : `${item.title}（${item.doneOn}）晚于最后期限（${item.on ?? ''}）${days} 天${outerWords(context, item)}。`;
  return {
    ...found(item, verdictOfLateness(severity), message),
    severity,
    ...(isPastOuter(item) ? { citation: outerCitation(item) } : {}),
    reckoned: [
      `最晚 ${item.on ?? ''}`,
      ...(isPastOuter(item) ? [`最长 ${item.outerOn ?? ''}`] : []),
      `${item.doneOn === undefined ? '已超期' : '超期'} ${days} 天`,
    ],
  };
}

function verdictOfLateness(severity: Severity): Verdict {
  if (severity === 'INFO') return 'clear';
  return severity === 'HARD' ? 'unreasonable' : 'verify';
}

function found(item: Deadline, verdict: Verdict, message: string): Finding {
  const evidence = [
    `${item.anchor.words} ${item.anchor.on ?? ''}`,
    ...(item.doneOn === undefined ? [] : [`${item.title} ${item.doneOn}`]),
  ];
  const { rule, severity, citation } = item;
  return { rule, severity, verdict, evidence, citation, message };
}

/** Days past `on`, to the day it was done or to today. */
function daysLate(item: Deadline): number {
  if (item.on === undefined) return 0;
  if (item.doneOn === undefined) return -(item.days ?? 0);
  const done = asDay(item.doneOn);
  return done === undefined ? 0 : daysBetween(item.on, done);
}

function isPastOuter(item: Deadline): boolean {
  if (item.on === undefined || item.outerOn === undefined) return false;
  return daysLate(item) > daysBetween(item.on, item.outerOn);
}

/** The outer limit may be less sure than the first: then it is cited with its own tag (rules §0.3). */
function outerCitation({ rule, citation }: Deadline): Citation {
  const tag = findRule(rule)?.outerTags?.[citation.edition];
  return tag === undefined ? citation : { ...citation, tag };
}

function outerWords(context: AuditContext, item: Deadline): string {
  if (isExcused(context, item)) return '（暂缓或转接期间）';
  const until = graceUntil(item, context.options);
  if (until !== undefined)
    return `，${graceWords(until)}，${item.doneOn === undefined ? '暂' : ''}不作为问题`;
  if (item.rule === 'MEET-1M') return '，应当重新预审';
  if (isPastOuter(item)) return `，也超过特殊情况的最长期限（${item.outerOn ?? ''}），应重新办理`;
  if (item.rule !== 'APPROVE-3M') return '';
  const reason = context.facts.dossier.approvalDelayReason;
  return reason === undefined ? '，未写明特殊情况' : `；已写明特殊情况：${reason}`;
}

function isExcused({ facts }: AuditContext, { rule, on }: Deadline): boolean {
  return rule === 'OBSERVE-6M' && on !== undefined && isExcusedMonth(facts.dossier, on);
}

/** How severe lateness is, where the rule grades it by days (rules §2); else the rule's own severity. */
function lateSeverity(context: AuditContext, item: Deadline): Severity {
  const limits = findRule(item.rule)?.limits ?? {};
  if (isExcused(context, item)) return 'INFO';
  switch (item.rule) {
    case 'APPROVE-3M':
      if (isPastOuter(item)) return hardSeverity(context, item, outerCitation(item));
      // Up to six months with the special case written down is what the text allows.
      return context.facts.dossier.approvalDelayReason === undefined ? 'SOFT' : 'INFO';
    case 'CONTACT-1..2':
      return 'SOFT';
    case 'OBSERVE-6M':
      if (graceUntil(item, context.options) !== undefined) return 'INFO';
      return gradedBy(context, item, limits['severeDays']);
    case 'CONFIRM-PROMPT':
      return gradedBy(context, item, (limits['redDays'] ?? 0) - (limits['promptDays'] ?? 0));
    default:
      return item.severity;
  }
}

function gradedBy(
  context: AuditContext,
  item: Deadline,
  redAfterDays: number | undefined,
): Severity {
  return redAfterDays !== undefined && daysLate(item) > redAfterDays
    ? hardSeverity(context, item, item.citation)
    : item.severity;
}

/** HARD as far as the wording is sure, or was seen and confirmed by a user (rules §0.3). */
function hardSeverity({ options }: AuditContext, { rule }: Deadline, { tag }: Citation): Severity {
  return effectiveSeverity('HARD', tag, options.confirmedRules?.includes(rule));
}
