import { daysBetween, earliestAfter } from '../calendar/arithmetic';
import { asDay, type CalendarDate, type FactDate } from '../calendar/calendar-date';
import { limitOf, ruleOf } from '../regulations/development-rules';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { factNames, factTable, readFact, type FactName } from './facts';

const stated = (name: FactName, on: string) => `${factTable[name].words} ${on}`;

type TypedFact = { readonly name: FactName; readonly on: FactDate };

/** Facts as typed: the day of receipt stands only where somebody wrote it down. */
function typedFacts({ facts }: AuditContext): readonly TypedFact[] {
  const typed: TypedFact[] = [];
  for (const name of factNames) {
    const on = readFact(facts, name);
    if (on === undefined || (name === 'received' && facts.dossier.receivedOn === undefined))
      continue;
    typed.push({ name, on });
  }
  return typed;
}

/** C11: nothing that has happened lies in the future; a month only where all of it does. */
export const checkFuture: Check = (context) => {
  const { today } = context.options;
  return typedFacts(context).flatMap(({ name, on }) => {
    if (on.slice(0, on.length) <= today.slice(0, on.length)) return [];
    const day = asDay(on);
    return judge(context, {
      rule: 'C11',
      on: undefined,
      outcome: 'broken',
      evidence: [stated(name, on), `今天 ${today}`],
      reckoned: day === undefined ? [] : [`晚 ${daysBetween(today, day)} 天`],
      message: `${factTable[name].words}（${on}）晚于今天（${today}），请核对。`,
    });
  });
};

/** C11: nothing in a dossier happened before birth, and after the application nothing before eighteen. */
export const checkBeforeBirth: Check = (context) => {
  const birth = asDay(context.facts.birthOn);
  if (birth === undefined) return [];
  const grownOn = earliestAfter(birth, limitOf(ruleOf('AGE-18'), 'years') * 12);
  return typedFacts(context).flatMap(({ name, on: typed }) => {
    const on = asDay(typed);
    if (on === undefined || on >= grownOn) return [];
    if (on < birth) return impossible(context, { name, on, limit: birth, words: '出生日期' });
    // The application before eighteen is AGE-18's; here only what came after it.
    if (name === 'applied' || name === 'received') return [];
    return impossible(context, { name, on, limit: grownOn, words: '年满十八岁之日' });
  });
};

/**
 * C11: no step on a day on which the branch was not there. The branch of a full member, or of somebody who was
 * transferred, is the one of today: where they were developed it does not say.
 */
export const checkBranchExists: Check = (context) => {
  const { dossier, branch } = context.facts;
  if (dossier.confirmationApprovedOn !== undefined || hasCome(dossier)) return [];
  const { foundedOn, dissolvedOn } = branch ?? {};
  const founded = asDay(foundedOn);
  const dissolved = asDay(dissolvedOn);
  if (founded === undefined && dissolved === undefined) return [];
  return typedFacts(context).flatMap(({ name, on: typed }) => {
    const on = asDay(typed);
    if (on === undefined || !branchSteps.has(name)) return [];
    if (founded !== undefined && on < founded)
      return impossible(context, { name, on, limit: founded, words: '支部成立之日' });
    if (dissolved !== undefined && on > dissolved)
      return impossible(context, { name, on, limit: dissolved, words: '支部撤销之日' });
    return [];
  });
};

function hasCome({ transfers = [], events = [] }: AuditContext['facts']['dossier']): boolean {
  return (
    transfers.some(({ direction }) => direction !== 'out') ||
    events.some(({ kind }) => kind === 'transferredIn')
  );
}

/** Steps that the branch itself takes; the others may have been taken elsewhere before a transfer. */
const branchSteps: ReadonlySet<FactName> = new Set([
  'targetDiscussed',
  'committeeReviewed',
  'meeting',
  'confirmationMeeting',
]);

type Impossible = {
  readonly name: FactName;
  readonly on: CalendarDate;
  readonly limit: CalendarDate;
  readonly words: string;
};

function impossible(
  context: AuditContext,
  { name, on, limit, words }: Impossible,
): readonly Finding[] {
  const days = daysBetween(on, limit);
  const relation = days > 0 ? `早 ${days} 天` : `晚 ${-days} 天`;
  return judge(context, {
    rule: 'C11',
    on: undefined,
    outcome: 'broken',
    evidence: [`${words} ${limit}`, stated(name, on)],
    reckoned: [relation],
    message: `${factTable[name].words}（${on}）${days > 0 ? '早' : '晚'}于${words}（${limit}），${relation}，请核对。`,
  });
}

/** C14: many steps on one day, or every paper signed on the same one, look written afterwards. */
export const checkSameDay: Check = (context) => {
  const byDay = new Map<CalendarDate, FactName[]>();
  for (const { name, on } of typedFacts(context)) {
    const day = asDay(on);
    if (day === undefined) continue;
    const others = byDay.get(day);
    if (others === undefined) byDay.set(day, [name]);
    else others.push(name);
  }
  const most = limitOf(ruleOf('C14'), 'most');
  const steps = [...byDay].flatMap(([on, names]) => {
    const count = new Set(names.map((name) => factTable[name].step)).size;
    if (count <= most) return [];
    return judge(context, {
      rule: 'C14',
      on,
      outcome: 'broken',
      evidence: names.map((name) => stated(name, on)),
      reckoned: [`${count} 个步骤`],
      message: `${on} 一天之内有 ${count} 个步骤，疑似补材料，请核实。`,
    });
  });
  return [...steps, ...sameDayPapers(context, most)];
};

function sameDayPapers(context: AuditContext, most: number): readonly Finding[] {
  const dated = (context.facts.dossier.papers ?? []).flatMap(({ datedOn }) => asDay(datedOn) ?? []);
  const [on] = dated;
  if (on === undefined || dated.length <= most || dated.some((each) => each !== on)) return [];
  return judge(context, {
    rule: 'C14',
    on,
    outcome: 'broken',
    evidence: [`材料落款 ${on}`],
    reckoned: [`${dated.length} 份`],
    message: `${dated.length} 份材料落款都在 ${on}，疑似补材料，请核实。`,
  });
}

/** C16: the same fact as other forms state it. */
export const checkStatedElsewhere: Check = (context) =>
  (context.facts.dossier.statedElsewhere ?? []).flatMap(({ form, fact, on }) => {
    const name = factNames.find(
      (candidate) => candidate === fact || factTable[candidate].words === fact,
    );
    const typed = name === undefined ? undefined : readFact(context.facts, name);
    if (name === undefined || typed === undefined || typed === on) return [];
    const evidence = [stated(name, typed), `${form}所写 ${on}`];
    const [known, written] = [asDay(typed), asDay(on)];
    // A month that holds the other's day contradicts nothing and proves nothing.
    if ((known === undefined || written === undefined) && typed.slice(0, 7) === on.slice(0, 7))
      return judge(context, {
        rule: 'C16',
        on: typed,
        outcome: 'unknown',
        evidence,
        message: `${factTable[name].words}：登记 ${typed}，${form}写 ${on}，是否一致无法判断（缺到日的日期）。`,
      });
    const days =
      known === undefined || written === undefined
        ? []
        : [`相差 ${Math.abs(daysBetween(known, written))} 天`];
    return judge(context, {
      rule: 'C16',
      on: typed,
      outcome: 'broken',
      evidence,
      reckoned: days,
      message: `${factTable[name].words}：登记 ${typed}，${form}写 ${on}，应相互一致。说明原因，不改日期。`,
    });
  });
