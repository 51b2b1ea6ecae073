import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { factDateSchema, asDay, type CalendarDate } from '../../core/calendar/calendar-date';
import { deadline } from '../../core/calendar/arithmetic';
import { lastWorkingDay } from '../../core/calendar/working-days';
import { computeDeadlines } from '../../core/deadlines/compute-deadlines';
import type { Deadline, EngineOptions } from '../../core/deadlines/types';
import { auditDossier } from '../../core/development/audit';
import { auditRoster } from '../../core/development/audit-roster';
import { verdictWords, type Finding } from '../../core/development/audit-types';
import { readFact, type DossierFacts } from '../../core/development/facts';
import { probationOf } from '../../core/development/probation';
import { dossierSchema } from '../../core/records/dossier';
import { checkNumbers } from '../../core/regulations/material-checks';
import { monthsOf, ruleOf } from '../../core/regulations/development-rules';
import { earliestAfter } from '../../core/calendar/arithmetic';
import { UnusableInput } from './unusable-input';

const inputSchema = dossierSchema.extend({
  id: z.string().optional(),
  birthOn: factDateSchema.optional(),
  branch: z
    .strictObject({
      fullMembers: z.int().optional(),
      hasCommittee: z.boolean().optional(),
      form: z.string().optional(),
      canApprove: z.boolean().optional(),
    })
    .optional(),
});
type Input = z.infer<typeof inputSchema>;

/** `inspect -- dossier`: what the engine makes of one dossier or of several (docs/inspect.md). */
export function inspectDossierFile(file: string, today: CalendarDate): unknown {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UnusableInput(`读不出 ${file}：不是 JSON 文件，或文件不存在。`);
  }
  return Array.isArray(json) ? inspectRoster(json, today) : inspectDossier(json, today);
}

export function inspectDossier(json: unknown, today: CalendarDate): unknown {
  return inspectRoster([json], today)[0];
}

/** Several dossiers: each by itself, and what only the list shows (the same number twice, a day with many). */
export function inspectRoster(list: readonly unknown[], today: CalendarDate): unknown[] {
  const options: EngineOptions = { today };
  const inputs = list.map(readInput);
  const all = inputs.map(factsOfInput);
  const shared = auditRoster(all, options);
  return all.map((facts, place) => ({
    id: inputs[place]?.id ?? null,
    computed: computedDays(facts, options),
    deadlines: computeDeadlines(facts, options).map(deadlineView),
    findings: [...auditDossier(facts, options), ...(shared.get(place) ?? [])]
      .filter(isWorthSaying)
      .map(findingView),
  }));
}

function readInput(json: unknown): Input {
  const parsed = inputSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UnusableInput(
    `档案内容不合格式：${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  );
}

function factsOfInput({ id: _id, birthOn, branch, ...dossier }: Input): DossierFacts {
  return { dossier, birthOn, branch };
}

/** Months after a fact; absent where the fact is missing or known to the month only. */
function latest(
  facts: DossierFacts,
  fact: Parameters<typeof readFact>[1],
  rule: Parameters<typeof ruleOf>[0],
) {
  const on = asDay(readFact(facts, fact));
  return on === undefined ? null : deadline(on, monthsOf(ruleOf(rule)));
}

function computedDays(facts: DossierFacts, options: EngineOptions): Record<string, unknown> {
  const activist = asDay(readFact(facts, 'activist'));
  const noticeFrom = asDay(readFact(facts, 'noticeFrom'));
  const meeting = asDay(readFact(facts, 'meeting'));
  const approve = ruleOf('APPROVE-3M');
  const outer =
    approve.outerOffset !== undefined && 'months' in approve.outerOffset
      ? approve.outerOffset.months
      : 0;
  const notice =
    noticeFrom === undefined ? undefined : lastWorkingDay(noticeFrom, noticeDays(), options);
  const reviews = facts.dossier.reviewedOn?.length ?? 0;
  const half = monthsOf(ruleOf('OBSERVE-6M'));
  return {
    talkDueOn: latest(facts, 'received', 'TALK-1M'),
    reviewDueOn:
      activist === undefined
        ? []
        : [1, 2].map((times) => deadline(activist, half * (reviews + times))),
    earliestTargetOn:
      activist === undefined ? null : earliestAfter(activist, monthsOf(ruleOf('ACTIVIST-1Y'))),
    noticeLastOn: notice?.lastOn ?? null,
    noticeIsProvisional: notice?.isProvisional ?? false,
    meetingDueOn: latest(facts, 'preReviewed', 'MEET-1M'),
    approvalDueOn: latest(facts, 'meeting', 'APPROVE-3M'),
    approvalLatestOn: meeting === undefined ? null : deadline(meeting, outer),
    oathDueOn: latest(facts, 'approved', 'OATH-1M'),
    ...probationDays(facts),
    confirmationApprovalDueOn: latest(facts, 'confirmationMeeting', 'CONFIRM-3M'),
  };
}

function probationDays({ dossier }: DossierFacts): Record<string, unknown> {
  const probation = probationOf(dossier);
  const confirmableOn = probation?.confirmableOn ?? null;
  return {
    probationLastOn: probation?.probationLastOn ?? null,
    confirmableOn,
    seniorityFromOn: confirmableOn,
  };
}

function noticeDays(): number {
  const { offset } = ruleOf('PUBLICITY-5WD');
  return offset !== undefined && 'workingDays' in offset ? offset.workingDays : 0;
}

function deadlineView(item: Deadline): unknown {
  const day =
    item.bound === 'notBefore' ? { notBeforeOn: item.on ?? null } : { dueOn: item.on ?? null };
  return {
    rule: item.rule,
    status: item.status,
    ...day,
    days: item.days ?? null,
    edition: item.citation.edition,
    article: item.citation.article,
    tag: item.citation.tag,
    provisional: item.isProvisional,
    title: item.title,
    isOpen: item.isOpen,
  };
}

/** What a reader has to look at; checks that found nothing are counted on the person page, not listed here. */
function isWorthSaying(finding: Finding): boolean {
  return (
    finding.verdict !== 'clear' || (finding.severity === 'INFO' && finding.evidence.length > 0)
  );
}

function findingView(finding: Finding): unknown {
  return {
    rule: finding.rule,
    checks: checkNumbers[finding.rule] ?? [],
    severity: finding.severity,
    verdict: verdictWords[finding.verdict],
    evidence: finding.evidence,
    edition: finding.citation.edition,
    article: finding.citation.article,
    tag: finding.citation.tag,
    message: finding.message,
  };
}
