import { asDay } from '../calendar/calendar-date';
import { applyOffset } from '../deadlines/apply-offset';
import { ruleOf, type DevelopmentRuleId } from '../regulations/development-rules';
import { addedRules, localRule } from '../regulations/local-overlay';
import type { Offset, Rule } from '../regulations/types';
import type { AuditContext, Check, Finding } from './audit-types';
import { factNames, factTable, readFact, type FactName } from './facts';

type Between = {
  readonly from: FactName;
  readonly to: FactName;
  readonly bound: 'noLaterThan' | 'notBefore';
};

/** Local rules of rules §2 that bind two dated facts; each is judged only where the district switched it on. */
const localPeriods: readonly (Between & { readonly rule: DevelopmentRuleId })[] = [
  { rule: 'APPLY-ACTIVIST-WAIT', from: 'applied', to: 'activist', bound: 'notBefore' },
  { rule: 'TRAIN-VALID', from: 'trainingUntil', to: 'meeting', bound: 'noLaterThan' },
  { rule: 'REVIEW-1Y', from: 'politicalReview', to: 'meeting', bound: 'noLaterThan' },
  {
    rule: 'PREREVIEW-1M',
    from: 'preReviewSubmitted',
    to: 'preReviewed',
    bound: 'noLaterThan',
  },
  { rule: 'DEV-TO-MEETING-3M', from: 'developmentTarget', to: 'meeting', bound: 'noLaterThan' },
];

/** What the district's own paper asks beyond the national text, from the day on which the paper holds. */
export const checkLocalRules: Check = (context) => {
  const { overlay, today } = context.options;
  if (overlay === undefined) return [];
  const switchedOn = localPeriods.flatMap((period) => {
    const rule = localRule(ruleOf(period.rule), overlay, dayOf(context, period.from) ?? today);
    return rule.isOn && rule.offset !== undefined
      ? findingsOf(context, { rule, offset: rule.offset, between: period })
      : [];
  });
  const days = new Set(factNames.flatMap((name) => dayOf(context, name) ?? []));
  const added = [...days].flatMap((day) =>
    addedRules(overlay, day).flatMap(({ rule, offset, between }) => {
      if (!isFactName(between.from) || !isFactName(between.to)) return [];
      if (dayOf(context, between.from) !== day) return [];
      const { from, to } = between;
      return findingsOf(context, { rule, offset, between: { from, to, bound: between.bound } });
    }),
  );
  return [...switchedOn, ...added];
};

function isFactName(name: string): name is FactName {
  return Object.hasOwn(factTable, name);
}

function dayOf({ facts }: AuditContext, name: FactName) {
  return asDay(readFact(facts, name));
}

function findingsOf(
  context: AuditContext,
  asked: { readonly rule: Rule; readonly offset: Offset; readonly between: Between },
): readonly Finding[] {
  const { rule, offset, between } = asked;
  const from = dayOf(context, between.from);
  const to = dayOf(context, between.to);
  const [citation] = rule.citations;
  if (from === undefined || to === undefined || citation === undefined) return [];
  const limit = applyOffset(from, { offset, times: 1, bound: between.bound }, context.options)?.on;
  if (limit === undefined) return [];
  const isKept = between.bound === 'notBefore' ? to >= limit : to <= limit;
  const isReminder = rule.severity === 'INFO';
  return [
    {
      rule: rule.id,
      severity: rule.severity === 'HARD' ? 'SOFT' : rule.severity,
      verdict: isKept || isReminder ? 'clear' : 'verify',
      evidence: [
        `${factTable[between.from].words} ${from}`,
        `${factTable[between.to].words} ${to}`,
      ],
      citation,
      message: isKept
        ? `${rule.title}：符合本地口径。`
        : `${rule.title}：${factTable[between.to].words}（${to}）${between.bound === 'notBefore' ? '早于' : '晚于'}本地口径的 ${limit}。`,
    },
  ];
}
