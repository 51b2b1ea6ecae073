import { addDays, daysBetween, deadline, earliestAfter } from '../calendar/arithmetic';
import { asDay, type CalendarDate } from '../calendar/calendar-date';
import { countWorkingDays, isProvisionalYear, isWorkingDay } from '../calendar/working-days';
import type { DossierFacts } from '../development/facts';
import { probationOf } from '../development/probation';
import { liveFacts } from '../development/standing';
import { ruleOf, type DevelopmentRuleId } from '../regulations/development-rules';
import { localRule } from '../regulations/local-overlay';
import { editionOn, editionWords, rulebooks as nationalRulebooks } from '../regulations/rulebooks';
import type { Citation, Rule } from '../regulations/types';
import { besideTheSteps } from './deadline-table';
import type { Deadline, DeadlineStatus, EngineOptions } from './types';

export type Explanation = {
  readonly rule: string;
  readonly heading: string;
  readonly status: DeadlineStatus;
  readonly resultOn?: CalendarDate;
  readonly days?: number;
  readonly isProvisional: boolean;
  readonly ruleText: string;
  readonly citation: Citation;
  readonly whyThisRulebook: string;
  readonly facts: { label: string; value: string; remark: string }[];
  readonly arithmetic: { label: string; value: string }[];
  readonly whatWouldChange: { label: string; value: string }[];
};

/** Rule, facts and arithmetic of one deadline, in words that a worker can check with a pencil. */
export function explain(item: Deadline, typed: DossierFacts, options: EngineOptions): Explanation {
  const facts = liveFacts(typed);
  const rule = localRule(
    ruleOf(item.rule as DevelopmentRuleId),
    options.overlay,
    asDay(item.anchor.on) ?? options.today,
  );
  return {
    rule: item.rule,
    heading: `${item.step === besideTheSteps ? '' : `第 ${item.step} 步 `}${item.title}，${item.bound === 'notBefore' ? '最早' : '最晚'}`,
    status: item.status,
    ...(item.on === undefined ? {} : { resultOn: item.on }),
    ...(item.days === undefined ? {} : { days: item.days }),
    isProvisional: item.isProvisional,
    ruleText: rule.text,
    citation: item.citation,
    whyThisRulebook: rulebookWords(item, options),
    facts: usedFacts(item, facts),
    arithmetic:
      item.on === undefined
        ? [{ label: '只到年月，按日的期限无法推算', value: '无法判断' }]
        : sumOf({ item, rule, on: item.on, facts }, options),
    whatWouldChange: changesOf(item, rule, facts),
  };
}

function rulebookWords(item: Deadline, options: EngineOptions): string {
  const books = options.rulebooks ?? nationalRulebooks;
  const on = asDay(item.anchor.on);
  const boundary = books.find(({ edition }) => edition === 'regulation2026')?.from;
  if (on === undefined || boundary === undefined) return '起算日只到年月，暂按现行版本。';
  if (item.isStraddling)
    return `${item.anchor.words}在 ${on}，早于新旧《细则》分界日 ${boundary}，期间跨过分界日，请按上级衔接口径核对。`;
  const edition = editionOn(on, books);
  const words = edition === undefined ? '' : editionWords[edition];
  return `${item.anchor.words}在 ${on}，${on >= boundary ? '不早于' : '早于'}新旧《细则》分界日 ${boundary}，故用 ${words}。`;
}

function usedFacts(item: Deadline, facts: DossierFacts): Explanation['facts'] {
  const used = [{ label: item.anchor.words, value: item.anchor.on ?? '未登记', remark: '起算点' }];
  if (item.rule === 'OBSERVE-6M')
    used.push({
      label: '已考察',
      value: `${facts.dossier.reviewedOn?.length ?? 0} 次`,
      remark: (facts.dossier.reviewedOn ?? []).join('、'),
    });
  if (item.rule === 'APPROVE-3M' && facts.dossier.submittedOn !== undefined)
    used.push({ label: '上报日期', value: facts.dossier.submittedOn, remark: '已登记，未采用' });
  if (facts.dossier.extension?.months !== undefined && item.step >= 21)
    used.push({
      label: '延长预备期',
      value: `${facts.dossier.extension.months} 个月`,
      remark: '从原期满之日算起',
    });
  if (item.doneOn !== undefined)
    used.push({ label: item.title, value: item.doneOn, remark: '已办' });
  return used;
}

function sumOf(
  { item, rule, on, facts }: { item: Deadline; rule: Rule; on: CalendarDate; facts: DossierFacts },
  options: EngineOptions,
): Explanation['arithmetic'] {
  const from = asDay(item.anchor.on);
  const last = { label: item.bound === 'notBefore' ? '最早' : '最晚', value: on };
  if (from === undefined || rule.offset === undefined) return [last];
  if ('workingDays' in rule.offset)
    return [...workingDaySum(from, on, rule.offset.workingDays, options), last];
  if ('days' in rule.offset)
    return [
      { label: `${item.anchor.words}，当日不计`, value: from },
      { label: `加 ${rule.offset.days} 天（本地口径）`, value: `＋ ${rule.offset.days} 天` },
      last,
    ];
  const times = item.rule === 'OBSERVE-6M' ? reviewNumber(item, facts) : 1;
  const months = rule.offset.months * times;
  const isUp = item.bound === 'notBefore';
  const plain = isUp ? earliestAfter(from, months) : deadline(from, months);
  const clamp =
    Number(plain.slice(8)) === Number(from.slice(8))
      ? '目标月有这一天，不调整'
      : isUp
        ? '目标月无此日，取下月 1 日'
        : '目标月无此日，取月末';
  const extension = item.rule === 'PROBATION-1Y' ? extensionLine(facts) : [];
  return [
    {
      label: isUp ? `${item.anchor.words}，当日计入` : `${item.anchor.words}，当日不计`,
      value: from,
    },
    {
      label:
        times === 1 ? `加 ${months} 个月，取对应日` : `第 ${times} 次，从起点加 ${months} 个月`,
      value: `＋ ${months} 个月`,
    },
    { label: clamp, value: plain },
    ...extension,
    { label: '遇节假日', value: '不顺延' },
    last,
  ];
}

function reviewNumber(item: Deadline, facts: DossierFacts): number {
  const reviews = facts.dossier.reviewedOn ?? [];
  const place = reviews.findIndex((on) => on === item.doneOn);
  return place === -1 ? reviews.length + 1 : place + 1;
}

function extensionLine(facts: DossierFacts): Explanation['arithmetic'] {
  const months = facts.dossier.extension?.months;
  return months === undefined
    ? []
    : [{ label: '延长预备期，从原期满日算起', value: `＋ ${months} 个月` }];
}

function workingDaySum(
  from: CalendarDate,
  on: CalendarDate,
  needed: number,
  options: EngineOptions,
): Explanation['arithmetic'] {
  const counts = options.countsPostingDay ?? true;
  const rest = daysBetween(from, on) + 1 - countWorkingDays(from, on, options.calendar);
  return [
    { label: counts ? '张贴当天计入' : '张贴次日起算', value: counts ? from : addDays(from, 1) },
    { label: '需满工作日', value: `${needed} 天` },
    { label: '其间休息日', value: `${rest} 天` },
    { label: isWorkingDay(on, options.calendar) ? '最后一日为工作日' : '最后一日', value: on },
    { label: '所用日历', value: calendarWords(from, on, options) },
  ];
}

/** Which years of the calendar took part, and whether one of them had no official arrangement yet. */
function calendarWords(from: CalendarDate, on: CalendarDate, { calendar }: EngineOptions): string {
  const years = [...new Set([from.slice(0, 4), on.slice(0, 4)])];
  const open = years.filter((year) => isProvisionalYear(Number(year), calendar));
  return open.length === 0
    ? '放假安排已公布'
    : `${open.join('、')} 年放假安排未公布，按周一至周五暂算`;
}

function changesOf(
  item: Deadline,
  rule: Rule,
  facts: DossierFacts,
): Explanation['whatWouldChange'] {
  const changes: { label: string; value: string }[] = [];
  for (const { form, fact, on } of facts.dossier.statedElsewhere ?? []) {
    const day = asDay(on);
    if (
      day === undefined ||
      fact !== item.anchor.words ||
      rule.offset === undefined ||
      !('months' in rule.offset)
    )
      continue;
    changes.push({
      label: `${item.anchor.words}实为 ${day.slice(5)}（${form}所写）`,
      value: deadline(day, rule.offset.months),
    });
  }
  const submitted = asDay(facts.dossier.submittedOn);
  if (
    item.rule === 'APPROVE-3M' &&
    submitted !== undefined &&
    rule.offset !== undefined &&
    'months' in rule.offset
  ) {
    changes.push({ label: '改按上报日起算', value: deadline(submitted, rule.offset.months) });
  }
  if (item.outerOn !== undefined) changes.push({ label: '写明特殊情况', value: item.outerOn });
  const probation = probationOf(facts.dossier);
  if (item.step >= 22 && probation?.deferredUntil !== undefined)
    changes.push({ label: '转入后推迟讨论，最迟', value: probation.deferredUntil });
  return changes;
}
