import { addDays, daysBetween } from '../calendar/arithmetic';
import { asDay, type CalendarDate, type FactDate } from '../calendar/calendar-date';
import { bothTexts } from '../regulations/articles';
import { limitOf, ruleOf } from '../regulations/development-rules';
import type { Severity } from '../regulations/types';
import { judge, type AuditContext, type Check, type Claim, type Finding } from './audit-types';
import { readFact } from './facts';
import { probationOf, promptlyBefore, type Probation } from './probation';
import { isClosed } from './stage';

/** What a form states against the day it should state; a month against a day stays open. */
type Stated = Pick<Claim, 'rule' | 'on' | 'citations'> & {
  readonly typed: FactDate;
  readonly right: readonly CalendarDate[];
  readonly words: { readonly should: string; readonly stated: string; readonly clear: string };
};

function statedFinding(context: AuditContext, asked: Stated): readonly Finding[] {
  const { typed, right, words } = asked;
  const [first = ''] = right;
  const evidence = [`${words.should} ${right.join(' 或 ')}`, `${words.stated} ${typed}`];
  const claim = {
    rule: asked.rule,
    on: asked.on,
    evidence,
    ...(asked.citations === undefined ? {} : { citations: asked.citations }),
  };
  const day = asDay(typed);
  if (day === undefined && right.some((on) => on.startsWith(typed)))
    return judge(context, {
      ...claim,
      outcome: 'unknown',
      message: `${words.stated}（${typed}）只到年月，无法判断（缺到日的日期）。`,
    });
  if (day !== undefined && right.includes(day))
    return judge(context, { ...claim, outcome: 'clear', message: words.clear });
  const gap = day === undefined ? [] : [`相差 ${Math.abs(daysBetween(right[0] ?? day, day))} 天`];
  return judge(context, {
    ...claim,
    outcome: 'broken',
    reckoned: gap,
    message: `${words.stated}（${typed}）与${words.should}（${right.length > 1 ? right.join(' 或 ') : first}）不一致${gap.map((each) => `，${each}`).join('')}，请核对。`,
  });
}

/** C22: the form's printed start is the meeting's day; its end the last day or 期满日. */
export const checkPrintedProbation: Check = (context) => {
  const { dossier } = context.facts;
  const printed = dossier.printedProbation;
  if (printed === undefined) return [];
  const probation = probationOf(dossier);
  if (probation === undefined) return probationUnknown(context, 'C22', '志愿书所写预备期起止');
  // The form is filled in at the approval; an extension comes later and is printed elsewhere.
  const ends = [
    ...lastDays(probation.originalConfirmableOn),
    ...(dossier.extension?.months === undefined ? [] : lastDays(probation.confirmableOn)),
  ];
  const words = {
    should: '党支部党员大会通过日',
    stated: '所写预备期起始日',
    clear: '预备期起日相符。',
  };
  const endWords = { should: '应止', stated: '所写预备期止日', clear: '预备期止日相符。' };
  const claim = { rule: 'C22' as const, on: probation.from };
  return [
    ...(printed.from === undefined
      ? []
      : statedFinding(context, { ...claim, typed: printed.from, right: [probation.from], words })),
    ...(printed.until === undefined
      ? []
      : statedFinding(context, { ...claim, typed: printed.until, right: ends, words: endWords })),
  ];
};

/** 预备期最后一日 and 期满日: offices print either, and neither is wrong (TC49). */
function lastDays(confirmableOn: CalendarDate): CalendarDate[] {
  return [addDays(confirmableOn, -1), confirmableOn];
}

function probationUnknown(
  context: AuditContext,
  rule: Claim['rule'],
  words: string,
): readonly Finding[] {
  const on = readFact(context.facts, 'meeting');
  return judge(context, {
    rule,
    on,
    outcome: 'unknown',
    evidence: [`党支部党员大会通过接收 ${on ?? '未登记'}`],
    message: `${words}：${on === undefined ? '未登记接收大会的日期' : '接收大会日期只到年月'}，无法判断。`,
  });
}

/** 26#31: no confirmation before the end of probation. */
export const checkNotEarly: Check = (context) => {
  const typed = readFact(context.facts, 'confirmationMeeting');
  if (typed === undefined) return [];
  const probation = probationOf(context.facts.dossier);
  if (probation === undefined)
    return readFact(context.facts, 'meeting') === undefined
      ? []
      : probationUnknown(context, 'CONFIRM-NOT-EARLY', '是否提前转正');
  const { confirmableOn } = probation;
  const meeting = asDay(typed);
  const claim = {
    rule: 'CONFIRM-NOT-EARLY' as const,
    on: typed,
    evidence: [`期满 ${confirmableOn}`, `讨论转正 ${typed}`],
  };
  if (meeting === undefined)
    return judge(context, {
      ...claim,
      outcome: 'unknown',
      message: '讨论转正的日期只到年月，是否提前转正无法判断（缺到日的日期）。',
    });
  const early = daysBetween(meeting, confirmableOn);
  return judge(context, {
    ...claim,
    outcome: early > 0 ? 'broken' : 'clear',
    reckoned: early > 0 ? [`早 ${early} 天`] : [],
    message:
      early > 0
        ? `讨论转正（${meeting}）早于预备期满之日（${confirmableOn}）${early} 天。`
        : '未提前转正。',
  });
};

/** C24: six to twelve months, counted from the original end, decided when that had come. */
export const checkExtension: Check = (context) => {
  const { extension } = context.facts.dossier;
  if (extension === undefined) return [];
  return [
    ...extensionLength(context, extension.months),
    ...extensionDecided(context, extension.resolvedOn),
    ...extensionPrinted(context),
  ];
};

const extensionDay = (context: AuditContext) =>
  context.facts.dossier.extension?.resolvedOn ??
  probationOf(context.facts.dossier)?.originalConfirmableOn;

function extensionLength(context: AuditContext, months: number | undefined): readonly Finding[] {
  const rule = ruleOf('EXTEND-ONCE');
  const [least, most] = [limitOf(rule, 'leastMonths'), limitOf(rule, 'mostMonths')];
  const resolved = context.facts.dossier.extension?.resolvedOn;
  const decided = resolved === undefined ? [] : [`延长决议 ${resolved}`];
  const claim = { rule: 'EXTEND-ONCE' as const, on: extensionDay(context) };
  if (months === undefined)
    return judge(context, {
      ...claim,
      outcome: 'unknown',
      evidence: [...decided, '延长月数 未登记'],
      message: '未登记延长预备期的月数，无法判断新的期满之日。',
    });
  const isBroken = months < least || months > most;
  const end = probationOf(context.facts.dossier)?.confirmableOn;
  return judge(context, {
    ...claim,
    outcome: isBroken ? 'broken' : 'clear',
    evidence: [...decided, `延长 ${months} 个月`],
    reckoned: end === undefined ? [] : [`延长后期满 ${end}`],
    message: isBroken
      ? `延长预备期 ${months} 个月，应不少于 ${least} 个月、不超过 ${most} 个月。`
      : '延长时间符合规定。',
  });
}

/** All three outcomes are discussed when probation is over; an earlier extension is looked into. */
function extensionDecided(
  context: AuditContext,
  resolvedOn: FactDate | undefined,
): readonly Finding[] {
  const probation = probationOf(context.facts.dossier);
  const on = asDay(resolvedOn);
  if (probation === undefined || on === undefined) return [];
  const early = daysBetween(on, probation.originalConfirmableOn);
  if (early <= 0) return [];
  return judge(context, {
    rule: 'EXTEND-ONCE',
    on,
    outcome: 'broken',
    severity: 'SOFT',
    evidence: [`期满 ${probation.originalConfirmableOn}`, `延长决议 ${on}`],
    reckoned: [`早 ${early} 天`],
    message: `延长预备期的决议（${on}）早于预备期满之日（${probation.originalConfirmableOn}）${early} 天，请核实。`,
  });
}

function extensionPrinted(context: AuditContext): readonly Finding[] {
  const { extension } = context.facts.dossier;
  const probation = probationOf(context.facts.dossier);
  if (probation === undefined || extension === undefined) return [];
  const claim = { rule: 'EXTEND-ONCE' as const, on: extensionDay(context) };
  const start = { should: '原期满之日', stated: '所写延长起日', clear: '延长起日相符。' };
  const end = { should: '延长期止日', stated: '所写延长止日', clear: '延长止日相符。' };
  return [
    ...(extension.from === undefined
      ? []
      : statedFinding(context, {
          ...claim,
          typed: extension.from,
          right: [probation.originalConfirmableOn],
          words: start,
        })),
    ...(extension.until === undefined || extension.months === undefined
      ? []
      : statedFinding(context, {
          ...claim,
          typed: extension.until,
          right: lastDays(probation.confirmableOn),
          words: end,
        })),
  ];
}

const joined = { should: '党支部党员大会通过日', stated: '所写入党时间', clear: '入党时间相符。' };
const confirmed = { should: '预备期满之日', stated: '所写转正时间', clear: '转正时间相符。' };
const seniority = { should: '预备期满之日', stated: '所写党龄起算日', clear: '党龄起算日相符。' };
/** 入党时间 stands with the start of probation, the other two with 党龄. */
const joinedCitations = bothTexts(31);

/** 26#33: seniority, 入党时间 and 转正时间 follow from the meeting and the end of probation, never from an approval. */
export const checkStatedDays: Check = (context) => {
  const { dossier } = context.facts;
  const { printedSeniorityFrom, printedJoinedOn, printedConfirmedOn } = dossier;
  const probation = probationOf(dossier);
  if (probation === undefined) return [];
  const { from, confirmableOn } = probation;
  const end = { on: confirmableOn, right: [confirmableOn] };
  const asked: readonly (Omit<Stated, 'typed'> & { readonly typed: FactDate | undefined })[] = [
    { rule: 'SENIORITY', ...end, typed: printedSeniorityFrom, words: seniority },
    {
      rule: 'C68',
      on: from,
      right: [from],
      typed: printedJoinedOn,
      words: joined,
      citations: joinedCitations,
    },
    { rule: 'C68', ...end, typed: printedConfirmedOn, words: confirmed },
  ];
  return asked.flatMap(({ typed, ...rest }) =>
    typed === undefined ? [] : statedFinding(context, { ...rest, typed }),
  );
};

/** 26#31: probation is over and no decision of any kind is on record; a transfer may put it off (26#35). */
export const checkUndecided: Check = (context) => {
  const { dossier } = context.facts;
  const probation = probationOf(dossier);
  const { extension } = dossier;
  const isDecided =
    readFact(context.facts, 'confirmationMeeting') !== undefined ||
    readFact(context.facts, 'confirmationApproved') !== undefined ||
    (extension !== undefined && extension.months === undefined);
  if (probation === undefined || isDecided || isClosed(context.facts)) return [];
  const late = daysBetween(probation.confirmableOn, context.options.today);
  if (late <= 0) return [];
  // The deferral of a person transferred in is TRANSFER-DEFER-6M's, with days of its own.
  if (probation.deferredUntil !== undefined) return deferred(context, probation);
  return undecided(context, probation.confirmableOn, late);
};

function undecided(
  context: AuditContext,
  confirmableOn: CalendarDate,
  late: number,
): readonly Finding[] {
  const { today } = context.options;
  const tolerated = promptlyBefore(context.facts.dossier);
  const isTolerated = tolerated !== undefined && today <= tolerated;
  return judge(context, {
    rule: 'CONFIRM-PROMPT',
    on: confirmableOn,
    outcome: 'broken',
    severity: isTolerated ? 'INFO' : severityOfDelay(late),
    evidence: [`期满 ${confirmableOn}`, `今天 ${today}`],
    reckoned: [`已过 ${late} 天`],
    message: `预备期已于 ${confirmableOn} 届满，至今 ${late} 天，未见转正、延长或取消资格的决议${isTolerated ? '（立案审查期间）' : severeWords(late)}。`,
  });
}

function severityOfDelay(late: number): Severity {
  const rule = ruleOf('CONFIRM-PROMPT');
  if (late > limitOf(rule, 'redDays')) return 'HARD';
  return late > limitOf(rule, 'promptDays') ? 'SOFT' : 'INFO';
}

function severeWords(late: number): string {
  return late > limitOf(ruleOf('CONFIRM-PROMPT'), 'severeDays') ? '，逾期已超过半年' : '';
}

function deferred(
  context: AuditContext,
  { confirmableOn, deferredUntil }: Probation,
): readonly Finding[] {
  const { today } = context.options;
  if (deferredUntil === undefined) return [];
  const late = daysBetween(deferredUntil, today);
  return judge(context, {
    rule: 'TRANSFER-DEFER-6M',
    on: confirmableOn,
    outcome: 'broken',
    ...(late > 0 ? {} : { severity: 'INFO' as const }),
    evidence: [`期满 ${confirmableOn}`, `推迟讨论最晚 ${deferredUntil}`],
    reckoned: late > 0 ? [`超期 ${late} 天`] : [`还有 ${-late} 天`],
    message:
      late > 0
        ? `转入的预备党员最晚可推迟至 ${deferredUntil} 讨论转正，已超期 ${late} 天。`
        : `转入的预备党员可推迟讨论转正，最晚 ${deferredUntil}。`,
  });
}
