import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { factDateSchema, asDay, type CalendarDate } from '../../core/calendar/calendar-date';
import { addDays, daysBetween, deadline, earliestAfter } from '../../core/calendar/arithmetic';
import { lastWorkingDay } from '../../core/calendar/working-days';
import { applyOffset } from '../../core/deadlines/apply-offset';
import { computeDeadlines } from '../../core/deadlines/compute-deadlines';
import { engineOptions } from '../../core/deadlines/engine-options';
import { periodDay } from '../../core/deadlines/period-day';
import type { Deadline, EngineOptions } from '../../core/deadlines/types';
import { auditDossier } from '../../core/development/audit';
import { auditRoster, rosterLineOf } from '../../core/development/audit-roster';
import { comparedWords, verdictWords, type Finding } from '../../core/development/audit-types';
import { readFact, type DossierFacts } from '../../core/development/facts';
import { liveFacts } from '../../core/development/standing';
import { probationOf } from '../../core/development/probation';
import { dossierSchema } from '../../core/records/dossier';
import { organizationStatuses } from '../../core/records/organization';
import { postKinds } from '../../core/records/party-organization';
import { closureIsAnAct } from '../../core/records/migrations/people-2-closure-is-an-act';
import { settingsSchema } from '../../core/records/settings';
import { checkNumbers } from '../../core/regulations/material-checks';
import { limitOf, monthsOf, ruleOf } from '../../core/regulations/development-rules';
import { UnusableInput } from './unusable-input';

/** What is said on standard error is Chinese, also where the schema says it (inspect.md). */
const chinese = z.locales.zhCN().localeError;

const postSchema = z.strictObject({
  kind: z.enum(postKinds),
  name: z.string(),
  from: factDateSchema.optional(),
  until: factDateSchema.optional(),
});

const inputSchema = dossierSchema.extend({
  id: z.string().optional(),
  name: z.string().optional(),
  idNumber: z.string().optional(),
  gender: z.enum(['male', 'female']).optional(),
  birthOn: factDateSchema.optional(),
  branch: z
    .strictObject({
      id: z.string().optional(),
      fullMembers: z.int().optional(),
      underDiscipline: z.int().optional(),
      hasCommittee: z.boolean().optional(),
      form: z.string().optional(),
      canApprove: z.boolean().optional(),
      foundedOn: factDateSchema.optional(),
      dissolvedOn: factDateSchema.optional(),
      posts: z.array(postSchema).optional(),
      committeePosts: z.array(postSchema).optional(),
      quotas: z.array(z.strictObject({ year: z.int(), count: z.int() })).optional(),
    })
    .optional(),
  unit: z
    .strictObject({
      status: z.enum(organizationStatuses).optional(),
      statusSince: factDateSchema.optional(),
      hasPartyOrganization: z.boolean().optional(),
    })
    .optional(),
});
type Input = z.infer<typeof inputSchema>;

/** Settings under which the dossiers are read; a file that names none is read as a new ledger would. */
const settingsInputSchema = settingsSchema
  .pick({
    rulebookBoundaryOn: true,
    countsPostingDay: true,
    rollsOverHolidays: true,
    reviewMode: true,
    workingDayOverrides: true,
    localOverlay: true,
  })
  .partial();

const withSettingsSchema = z.strictObject({
  settings: settingsInputSchema,
  dossiers: z.array(z.unknown()),
});

/** `inspect -- dossier`: what the engine makes of one dossier or of several (docs/inspect.md). */
export function inspectDossierFile(file: string, today: CalendarDate): unknown {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UnusableInput(`读不出 ${file}：不是 JSON 文件，或文件不存在。`);
  }
  if (Array.isArray(json)) return inspectRoster(json, { today });
  if (typeof json === 'object' && json !== null && 'dossiers' in json) {
    const { settings, dossiers } = parsedBy(withSettingsSchema, json);
    return inspectRoster(dossiers, engineOptions(settings, today));
  }
  return inspectDossier(json, today);
}

export function inspectDossier(json: unknown, today: CalendarDate): unknown {
  return inspectRoster([json], { today })[0];
}

/** Several dossiers: each by itself, and what only the list shows (the same number twice, a day with many). */
export function inspectRoster(list: readonly unknown[], options: EngineOptions): unknown[] {
  const inputs = list.map((json) => parsedBy(inputSchema, inPresentShape(json)));
  const all = inputs.map(factsOfInput);
  const shared = auditRoster(all.map(rosterLineOf), options);
  return all.map((facts, place) => ({
    id: inputs[place]?.id ?? null,
    computed: computedDays(liveFacts(facts), options),
    deadlines: computeDeadlines(facts, options).map((item) => deadlineView(item, options.today)),
    findings: [...auditDossier(facts, options), ...(shared.get(place) ?? [])]
      .filter(isWorthSaying)
      .map(findingView),
  }));
}

/** A dossier in an older shape is still a dossier: the input changes only by adding. */
function inPresentShape(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  return closureIsAnAct({ dossier: json })['dossier'];
}

function parsedBy<Shape>(schema: z.ZodType<Shape>, json: unknown): Shape {
  const parsed = schema.safeParse(json, { error: chinese });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UnusableInput(
    `档案内容不合格式：${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  );
}

function factsOfInput(input: Input): DossierFacts {
  const { id: _id, name, idNumber, gender, birthOn, branch, unit, ...dossier } = input;
  return { dossier, birthOn, branch, unit, person: { name, idNumber, gender } };
}

/** Latest day of a period that begins with a fact; absent where the fact is missing or known to the month only. */
function latest(
  facts: DossierFacts,
  fact: Parameters<typeof readFact>[1],
  rule: Parameters<typeof ruleOf>[0],
  options: EngineOptions,
) {
  const on = asDay(readFact(facts, fact));
  const { offset } = ruleOf(rule);
  if (on === undefined) return null;
  return applyOffset(on, { offset, times: 1, bound: 'noLaterThan' }, options)?.on ?? null;
}

function computedDays(facts: DossierFacts, options: EngineOptions): Record<string, unknown> {
  const activist = asDay(readFact(facts, 'activist'));
  const meeting = asDay(readFact(facts, 'meeting'));
  const birth = asDay(facts.birthOn);
  const years = limitOf(ruleOf('AGE-18'), 'years');
  const { outerOffset } = ruleOf('APPROVE-3M');
  const outer = outerOffset !== undefined && 'months' in outerOffset ? outerOffset.months : 0;
  const reviews = facts.dossier.reviewedOn?.length ?? 0;
  const half = ruleOf('OBSERVE-6M');
  return {
    adultOn: birth === undefined ? null : earliestAfter(birth, years * 12),
    talkDueOn: latest(facts, 'received', 'TALK-1M', options),
    reviewDueOn:
      activist === undefined
        ? []
        : [1, 2].map((more) =>
            periodDay(half, { anchor: activist, number: reviews + more }, options),
          ),
    earliestTargetOn:
      activist === undefined ? null : earliestAfter(activist, monthsOf(ruleOf('ACTIVIST-1Y'))),
    ...noticeComputed(facts, options),
    leaveBarredUntil: latest(facts, 'preReviewed', 'PREDEPART-3M', options),
    meetingDueOn: latest(facts, 'preReviewed', 'MEET-1M', options),
    approvalDueOn: latest(facts, 'meeting', 'APPROVE-3M', options),
    approvalLatestOn: meeting === undefined ? null : deadline(meeting, outer),
    oathDueOn: latest(facts, 'approved', 'OATH-1M', options),
    ...probationDays(facts),
    confirmationApprovalDueOn: latest(facts, 'confirmationMeeting', 'CONFIRM-3M', options),
  };
}

function noticeComputed(facts: DossierFacts, options: EngineOptions): Record<string, unknown> {
  const from = asDay(readFact(facts, 'noticeFrom'));
  const agreed = asDay(readFact(facts, 'targetAgreed'));
  if (from === undefined)
    return { noticeLastOn: null, noticeIsProvisional: false, earliestListedOn: null };
  const { lastOn, isProvisional } = lastWorkingDay(from, noticeDays(), options);
  const after = addDays(lastOn, 1);
  return {
    noticeLastOn: lastOn,
    noticeIsProvisional: isProvisional,
    // 同意日 and the day after 公示, whichever is later (rules §1 step 8).
    earliestListedOn: agreed !== undefined && agreed > after ? agreed : after,
  };
}

function probationDays({ dossier }: DossierFacts): Record<string, unknown> {
  const probation = probationOf(dossier);
  const confirmableOn = probation?.confirmableOn ?? null;
  return {
    probationFromOn: probation?.from ?? null,
    probationLastOn: probation?.probationLastOn ?? null,
    confirmableOn,
    seniorityFromOn: confirmableOn,
    deferredUntilOn: probation?.deferredUntil ?? null,
  };
}

function noticeDays(): number {
  const { offset } = ruleOf('PUBLICITY-5WD');
  return offset !== undefined && 'workingDays' in offset ? offset.workingDays : 0;
}

/** The last day of a 公示 still belongs to it: what comes after may be dated from the next day (rules §0.4). */
function allowedFrom({ rule, on }: Deadline): CalendarDate | null {
  if (on === undefined) return null;
  return rule === 'PUBLICITY-5WD' ? addDays(on, 1) : on;
}

function deadlineView(item: Deadline, today: CalendarDate): unknown {
  const isNotBefore = item.bound === 'notBefore';
  const on = isNotBefore ? allowedFrom(item) : (item.on ?? null);
  return {
    rule: item.rule,
    status: item.status,
    ...(isNotBefore ? { notBeforeOn: on } : { dueOn: on }),
    ...(item.outerOn === undefined ? {} : { latestOn: item.outerOn }),
    ...(item.remindOn === undefined ? {} : { remindOn: item.remindOn }),
    days: on === null ? null : daysBetween(today, on),
    edition: item.citation.edition,
    article: item.citation.article,
    tag: item.citation.tag,
    provisional: item.isProvisional,
    straddling: item.isStraddling,
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
    evidence: comparedWords(finding),
    edition: finding.citation.edition,
    article: finding.citation.article,
    tag: finding.citation.tag,
    message: finding.message,
  };
}
