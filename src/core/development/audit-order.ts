import { daysBetween, earliestAfter } from '../calendar/arithmetic';
import { asDay, type FactDate } from '../calendar/calendar-date';
import { limitOf, ruleOf } from '../regulations/development-rules';
import { editionOfFact } from '../regulations/rulebooks';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { citationsOfStep, impliedPairs, pairs, type ImpliedPair, type Pair } from './fact-order';
import { factNames, factTable, readFact, type FactName } from './facts';

const stated = (name: FactName, on: string) => `${factTable[name].words} ${on}`;

/** How two dates stand to each other; a month decides only against another month. */
type Relation = { readonly isReversed: boolean; readonly days: number | undefined };

function relationOf(earlier: FactDate, later: FactDate, isStrict: boolean): Relation | 'unknown' {
  const from = asDay(earlier);
  const until = asDay(later);
  if (from !== undefined && until !== undefined) {
    // Days as text stand in their own order; only what is reversed has to be counted.
    if (isStrict ? until > from : until >= from) return kept;
    return { isReversed: true, days: daysBetween(until, from) };
  }
  const length = Math.min(earlier.length, later.length);
  const [a, b] = [earlier.slice(0, length), later.slice(0, length)];
  return a === b ? 'unknown' : { isReversed: b < a, days: undefined };
}

const kept: Relation = { isReversed: false, days: undefined };

export const checkOrder: Check = (context) => {
  const known = knownDays(context);
  const found: Finding[] = [];
  let inOrder = 0;
  for (const pair of pairs) {
    const earlierOn = known.get(pair.earlier);
    const laterOn = known.get(pair.later);
    if (earlierOn === undefined || laterOn === undefined || isBorrowed(pair, context)) continue;
    if (pair.isOnly2026 === true && !isOfNewText(context, laterOn)) continue;
    const relation = relationOf(earlierOn, laterOn, pair.isStrict === true);
    // Fifty orders kept are one answer; a pair with a rule of its own answers for itself.
    if (pair.rule === undefined && relation !== 'unknown' && !relation.isReversed) inOrder += 1;
    else found.push(...pairFinding(context, pair, { earlierOn, laterOn, relation }));
  }
  for (const pair of impliedPairs) {
    const earlierOn = known.get(pair.earlier);
    const laterOn = earlierOn === undefined ? undefined : known.get(pair.later);
    if (earlierOn === undefined || laterOn === undefined || laterOn >= earlierOn) continue;
    found.push(...checkImplied(pair, context, known, { earlierOn, laterOn }));
  }
  return inOrder === 0 ? found : [...found, ...orderKept(context, inOrder)];
};

type KnownDays = ReadonlyMap<FactName, FactDate>;

function knownDays({ facts }: AuditContext): KnownDays {
  const known = new Map<FactName, FactDate>();
  for (const name of factNames) {
    const on = readFact(facts, name);
    if (on !== undefined) known.set(name, on);
  }
  return known;
}

function orderKept(context: AuditContext, count: number): readonly Finding[] {
  return judge(context, {
    rule: 'C10',
    on: undefined,
    outcome: 'clear',
    evidence: [`先后相承 ${count} 处`],
    message: `已核对的 ${count} 处先后相承。`,
  });
}

/** Without a day of receipt the day of applying stands in for it and must not be compared twice. */
function isBorrowed({ earlier, later }: Pair, { facts }: AuditContext): boolean {
  return (earlier === 'received' || later === 'received') && facts.dossier.receivedOn === undefined;
}

type Compared = {
  readonly earlierOn: FactDate;
  readonly laterOn: FactDate;
  readonly relation: Relation | 'unknown';
};

function pairFinding(
  context: AuditContext,
  { earlier, later, rule }: Pick<Pair, 'earlier' | 'later' | 'rule'>,
  { earlierOn, laterOn, relation }: Compared,
): readonly Finding[] {
  const citations = rule === undefined ? citationsOfStep(later) : undefined;
  const claim = {
    rule: rule ?? ('C10' as const),
    on: laterOn,
    evidence: [stated(earlier, earlierOn), stated(later, laterOn)],
    ...(citations === undefined ? {} : { citations }),
  };
  const [first, second] = [factTable[earlier].words, factTable[later].words];
  if (relation === 'unknown')
    return judge(context, {
      ...claim,
      outcome: 'unknown',
      message: `${first}（${earlierOn}）与${second}（${laterOn}）的先后无法判断（缺到日的日期）。`,
    });
  if (!relation.isReversed)
    return judge(context, { ...claim, outcome: 'clear', message: `${first}、${second}先后相承。` });
  const gap = gapWords(relation);
  return judge(context, {
    ...claim,
    outcome: 'broken',
    reckoned: [gap],
    message: `${second}（${laterOn}）不应早于${first}（${earlierOn}），${gap === '同日' ? '与其同日' : gap}，请核对。`,
  });
}

function gapWords({ days }: Relation): string {
  if (days === undefined) return '只到年月，先后已可判断';
  return days === 0 ? '同日' : `早 ${days} 天`;
}

/** Two steps in the wrong order with nothing on record between them; in order they prove nothing. */
function checkImplied(
  pair: ImpliedPair,
  context: AuditContext,
  known: KnownDays,
  { earlierOn, laterOn }: Omit<Compared, 'relation'>,
): readonly Finding[] {
  if (isBorrowed(pair, context)) return [];
  // The day of receipt may be borrowed from the application, so it proves no step between.
  if (pair.between.some((name) => name !== 'received' && known.has(name))) return [];
  const relation = relationOf(earlierOn, laterOn, false);
  if (relation === 'unknown') return [];
  return pairFinding(context, pair, { earlierOn, laterOn, relation });
}

/** The day of 列为发展对象 decides whether 同意 and 公示 were asked for; a step's own day where it is missing. */
function isOfNewText({ facts, options }: AuditContext, on: FactDate): boolean {
  const target = readFact(facts, 'developmentTarget') ?? readFact(facts, 'targetDiscussed') ?? on;
  return editionOfFact(target, options.rulebooks) === 'regulation2026';
}

/** 26#5: eighteen on the day of applying, the birthday included. */
export const checkAge: Check = (context) => {
  const { birthOn } = context.facts;
  const appliedOn = readFact(context.facts, 'applied');
  if (birthOn === undefined || appliedOn === undefined) return [];
  const birth = asDay(birthOn);
  const applied = asDay(appliedOn);
  const evidence = [`出生 ${birthOn}`, stated('applied', appliedOn)];
  if (birth === undefined || applied === undefined) {
    const missing = birth === undefined ? '出生日期' : '申请日期';
    return judge(context, {
      rule: 'AGE-18',
      on: applied,
      outcome: 'unknown',
      evidence,
      message: `${missing}只到年月，无法判断申请时是否年满十八岁，请补全。`,
    });
  }
  const years = limitOf(ruleOf('AGE-18'), 'years');
  const grownOn = earliestAfter(birth, years * 12);
  const isBroken = applied < grownOn;
  return judge(context, {
    rule: 'AGE-18',
    on: applied,
    outcome: isBroken ? 'broken' : 'clear',
    evidence,
    ...(isBroken
      ? { reckoned: [`年满十八岁 ${grownOn}`, `早 ${daysBetween(applied, grownOn)} 天`] }
      : {}),
    message: isBroken
      ? `递交申请（${applied}）时未满十八岁（${grownOn} 年满），差 ${daysBetween(applied, grownOn)} 天。`
      : '递交申请时已年满十八岁。',
  });
};
