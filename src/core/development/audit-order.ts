import { daysBetween, deadline } from '../calendar/arithmetic';
import { asDay, type CalendarDate } from '../calendar/calendar-date';
import type { DevelopmentRuleId } from '../regulations/development-rules';
import { limitOf, ruleOf } from '../regulations/development-rules';
import { editionOn } from '../regulations/rulebooks';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { factNames, factTable, readFact, type FactName } from './facts';

type Pair = {
  readonly earlier: FactName;
  readonly later: FactName;
  readonly rule?: DevelopmentRuleId;
  readonly isStrict?: boolean;
  /** The older text has neither 同意 nor 公示, so it orders nothing around them (rules §0.1). */
  readonly isOnly2026?: boolean;
};

/** The main chain of C10; the day itself is allowed unless strict. Own rules where the law has them. */
const pairs: readonly Pair[] = [
  { earlier: 'applied', later: 'talked' },
  { earlier: 'talked', later: 'activist', rule: 'ACTIVIST-AFTER-TALK' },
  { earlier: 'applied', later: 'activist' },
  { earlier: 'activist', later: 'activistFiled' },
  { earlier: 'activist', later: 'targetDiscussed' },
  { earlier: 'targetDiscussed', later: 'targetAgreed', rule: 'DEV-AGREE' },
  { earlier: 'targetAgreed', later: 'noticeFrom', rule: 'DEV-AGREE', isOnly2026: true },
  { earlier: 'noticeFrom', later: 'noticeUntil' },
  { earlier: 'noticeUntil', later: 'developmentTarget', isStrict: true, isOnly2026: true },
  { earlier: 'noticeUntil', later: 'politicalReview', isOnly2026: true },
  { earlier: 'noticeUntil', later: 'committeeReviewed', isOnly2026: true },
  { earlier: 'noticeUntil', later: 'preReviewed', isOnly2026: true },
  { earlier: 'targetAgreed', later: 'developmentTarget' },
  { earlier: 'targetDiscussed', later: 'developmentTarget' },
  { earlier: 'activist', later: 'developmentTarget' },
  { earlier: 'developmentTarget', later: 'politicalReview' },
  { earlier: 'developmentTarget', later: 'trainingFrom' },
  { earlier: 'developmentTarget', later: 'preReviewed' },
  { earlier: 'politicalReview', later: 'preReviewed' },
  { earlier: 'trainingUntil', later: 'preReviewed' },
  { earlier: 'committeeReviewed', later: 'preReviewed' },
  { earlier: 'preReviewed', later: 'membershipForm' },
  { earlier: 'membershipForm', later: 'meeting' },
  { earlier: 'preReviewed', later: 'meeting' },
  { earlier: 'politicalReview', later: 'meeting' },
  { earlier: 'trainingUntil', later: 'meeting' },
  { earlier: 'committeeReviewed', later: 'meeting' },
  { earlier: 'noticeFrom', later: 'meeting' },
  { earlier: 'noticeUntil', later: 'meeting' },
  { earlier: 'activist', later: 'meeting' },
  { earlier: 'developmentTarget', later: 'meeting' },
  { earlier: 'meeting', later: 'committeeTalk', rule: 'PARTYTALK' },
  { earlier: 'committeeTalk', later: 'approved', rule: 'PARTYTALK' },
  { earlier: 'meeting', later: 'approved' },
  { earlier: 'approved', later: 'filedUp' },
  { earlier: 'approved', later: 'groupAssigned' },
  { earlier: 'approved', later: 'oath' },
  { earlier: 'meeting', later: 'confirmationApplied' },
  { earlier: 'confirmationApplied', later: 'confirmationMeeting' },
  { earlier: 'confirmationMeeting', later: 'confirmationApproved' },
  { earlier: 'confirmationApproved', later: 'archived' },
];

const stated = (name: FactName, on: string) => `${factTable[name].words} ${on}`;

export const checkOrder: Check = (context) => pairs.flatMap((pair) => checkPair(pair, context));

function checkPair(pair: Pair, context: AuditContext): readonly Finding[] {
  const earlierOn = asDay(readFact(context.facts, pair.earlier));
  const laterOn = asDay(readFact(context.facts, pair.later));
  if (earlierOn === undefined || laterOn === undefined) return [];
  if (pair.isOnly2026 === true && !isOfNewText(context, laterOn)) return [];
  const isBroken = pair.isStrict === true ? laterOn <= earlierOn : laterOn < earlierOn;
  const evidence = [stated(pair.earlier, earlierOn), stated(pair.later, laterOn)];
  const days = daysBetween(laterOn, earlierOn);
  const relation = days === 0 ? '与其同日' : `早 ${days} 天`;
  return judge(context, {
    rule: pair.rule ?? 'C10',
    on: laterOn,
    outcome: isBroken ? 'broken' : 'clear',
    evidence,
    message: isBroken
      ? `${factTable[pair.later].words}（${laterOn}）不应早于${factTable[pair.earlier].words}（${earlierOn}），${relation}，请核对。`
      : `${factTable[pair.earlier].words}、${factTable[pair.later].words}先后相承。`,
  });
}

/** The day of 列为发展对象 decides whether 同意 and 公示 were asked for; a step's own day where it is missing. */
function isOfNewText({ facts, options }: AuditContext, on: CalendarDate): boolean {
  const target =
    asDay(readFact(facts, 'developmentTarget')) ?? asDay(readFact(facts, 'targetDiscussed')) ?? on;
  return editionOn(target, options.rulebooks) === 'regulation2026';
}

/** C11: nothing that has happened lies in the future. */
export const checkFuture: Check = (context) =>
  factNames.flatMap((name) => {
    const on = asDay(readFact(context.facts, name));
    if (on === undefined || on <= context.options.today) return [];
    return judge(context, {
      rule: 'C11',
      on: undefined,
      outcome: 'broken',
      evidence: [stated(name, on), `今天 ${context.options.today}`],
      message: `${factTable[name].words}（${on}）晚于今天（${context.options.today}），请核对。`,
    });
  });

/** C11: nothing in a dossier happened before the person was born. */
export const checkBeforeBirth: Check = (context) => {
  const birth = asDay(context.facts.birthOn);
  if (birth === undefined) return [];
  return factNames.flatMap((name) => {
    const on = asDay(readFact(context.facts, name));
    if (on === undefined || on >= birth) return [];
    return judge(context, {
      rule: 'C11',
      on: undefined,
      outcome: 'broken',
      evidence: [`出生 ${birth}`, stated(name, on)],
      message: `${factTable[name].words}（${on}）早于出生日期（${birth}），请核对。`,
    });
  });
};

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
  const grownOn = deadline(birth, years * 12);
  const isBroken = applied < grownOn;
  return judge(context, {
    rule: 'AGE-18',
    on: applied,
    outcome: isBroken ? 'broken' : 'clear',
    evidence,
    message: isBroken
      ? `递交申请（${applied}）时未满十八岁（${grownOn} 年满），差 ${daysBetween(applied, grownOn)} 天。`
      : '递交申请时已年满十八岁。',
  });
};

/** C14: many steps on one day look written afterwards. */
export const checkSameDay: Check = (context) => {
  const byDay = new Map<CalendarDate, FactName[]>();
  for (const name of factNames) {
    if (name === 'received') continue;
    const on = asDay(readFact(context.facts, name));
    if (on !== undefined) byDay.set(on, [...(byDay.get(on) ?? []), name]);
  }
  const most = limitOf(ruleOf('C14'), 'most');
  return [...byDay].flatMap(([on, names]) => {
    const steps = new Set(names.map((name) => factTable[name].step));
    if (steps.size <= most) return [];
    return judge(context, {
      rule: 'C14',
      on,
      outcome: 'broken',
      evidence: names.map((name) => stated(name, on)),
      message: `${on} 一天之内有 ${steps.size} 个步骤，疑似补材料，请核实。`,
    });
  });
};

/** C16: the same fact as other forms state it. */
export const checkStatedElsewhere: Check = (context) =>
  (context.facts.dossier.statedElsewhere ?? []).flatMap(({ form, fact, on }) => {
    const name = factNames.find(
      (candidate) => candidate === fact || factTable[candidate].words === fact,
    );
    const typed = name === undefined ? undefined : readFact(context.facts, name);
    if (name === undefined || typed === undefined || typed === on) return [];
    return judge(context, {
      rule: 'C16',
      on: asDay(typed),
      outcome: 'broken',
      evidence: [stated(name, typed), `${form}所写 ${on}`],
      message: `${factTable[name].words}：登记 ${typed}，${form}写 ${on}，应相互一致。说明原因，不改日期。`,
    });
  });
