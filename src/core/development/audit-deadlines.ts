import { daysBetween } from '../calendar/arithmetic';
import { computeDeadlines } from '../deadlines/compute-deadlines';
import type { Deadline } from '../deadlines/types';
import { findRule } from '../regulations/development-rules';
import { effectiveSeverity } from '../regulations/rulebooks';
import type { Severity } from '../regulations/types';
import type { Check, Finding, Verdict } from './audit-types';

/** Limits that the deadline table already reckons: late, overdue, crossing the boundary, or month-only. */
export const checkDeadlines: Check = ({ facts, options }) =>
  computeDeadlines(facts, options)
    .filter((item) => item.anchor.on !== undefined && !isAskedElsewhere(item))
    .flatMap(deadlineFinding);

/** Asked by checks of their own, with the fallbacks that the law allows. */
const askedElsewhere: ReadonlySet<string> = new Set([
  'ACTIVIST-1Y',
  'PUBLICITY-5WD',
  'PROBATION-1Y',
  'CONFIRM-APPLY',
]);

function isAskedElsewhere({ rule, doneOn }: Deadline): boolean {
  return askedElsewhere.has(rule) || (rule === 'CONFIRM-PROMPT' && doneOn === undefined);
}

function deadlineFinding(item: Deadline): readonly Finding[] {
  if (item.isStraddling) return straddlingFinding(item);
  switch (item.status) {
    case 'breached':
    case 'overdue':
      return [lateFinding(item)];
    case 'met':
      return [found(item, 'clear', `${item.title}在期限 ${item.on ?? ''} 内。`)];
    case 'unknown':
      return item.on === undefined || item.doneOn !== undefined
        ? [found(item, 'unknown', `${item.title}：日期只到年月，无法判断（缺到日的日期）。`)]
        : [];
    case 'waiting':
    case 'due':
      return [];
  }
}

/** Rules §0.1: a limit that only the newer text knows is named across the boundary, never judged. */
function straddlingFinding(item: Deadline): readonly Finding[] {
  if (item.on === undefined || (item.doneOn ?? '9999') <= item.on) return [];
  const message = `${item.title}：跨版本（按新版推算最晚 ${item.on}），请按上级衔接口径核对。`;
  return [{ ...found(item, 'clear', message), severity: 'INFO' }];
}

function lateFinding(item: Deadline): Finding {
  const severity = lateSeverity(item);
  const message =
    item.doneOn === undefined
      ? `${item.title}最晚应在 ${item.on ?? ''}，至今未办，已超期 ${daysLate(item)} 天。`
      : `${item.title}（${item.doneOn}）晚于最后期限（${item.on ?? ''}）${daysLate(item)} 天${outerWords(item)}。`;
  return { ...found(item, verdictOfLateness(severity), message), severity };
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
  return item.doneOn.length === item.on.length
    ? daysBetween(item.on, item.doneOn as typeof item.on)
    : 0;
}

function isPastOuter(item: Deadline): boolean {
  if (item.on === undefined || item.outerOn === undefined) return false;
  return daysLate(item) > daysBetween(item.on, item.outerOn);
}

function outerWords(item: Deadline): string {
  return isPastOuter(item) ? `，也超过特殊情况的最长期限（${item.outerOn ?? ''}），应重新办理` : '';
}

/** How severe lateness is, where the rule grades it by days (rules §2); else the rule's own severity. */
function lateSeverity(item: Deadline): Severity {
  const limits = findRule(item.rule)?.limits ?? {};
  switch (item.rule) {
    case 'APPROVE-3M':
      return isPastOuter(item) ? 'HARD' : 'SOFT';
    case 'CONTACT-1..2':
      return 'SOFT';
    case 'OBSERVE-6M':
      if (daysLate(item) <= (limits['graceDays'] ?? 0)) return 'INFO';
      return gradedBy(item, limits['severeDays']);
    case 'CONFIRM-PROMPT':
      return gradedBy(item, (limits['redDays'] ?? 0) - (limits['promptDays'] ?? 0));
    default:
      return item.severity;
  }
}

function gradedBy(item: Deadline, redAfterDays: number | undefined): Severity {
  return redAfterDays !== undefined && daysLate(item) > redAfterDays
    ? effectiveSeverity('HARD', item.citation.tag)
    : item.severity;
}
