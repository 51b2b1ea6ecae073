import { daysBetween } from '../calendar/arithmetic';
import { asDay, type FactDate } from '../calendar/calendar-date';
import { limitOf, ruleOf } from '../regulations/development-rules';
import { judge, type Check } from './audit-types';
import { factTable, readFact } from './facts';
import { archiveGroups, datedLikeFacts, papersOf, paperPatterns } from './paper-kinds';

/** C12: the summing up comes after the last reply to the letters. */
export const checkReviewAfterReplies: Check = (context) => {
  const { dossier } = context.facts;
  const summary = papersOf(dossier, 'reviewSummary').flatMap(({ datedOn }) => asDay(datedOn) ?? []);
  const concluded = summary[0] ?? asDay(dossier.politicalReview?.on);
  if (concluded === undefined) return [];
  return papersOf(dossier, 'reply').flatMap(({ kind, datedOn }) => {
    const on = asDay(datedOn);
    if (on === undefined || on <= concluded) return [];
    return judge(context, {
      rule: 'C12',
      on: concluded,
      outcome: 'broken',
      evidence: [`综合政审 ${concluded}`, `${kind} ${on}`],
      reckoned: [`早 ${daysBetween(concluded, on)} 天`],
      message: `综合政审（${concluded}）早于${kind}（${on}）${daysBetween(concluded, on)} 天，请核对。`,
    });
  });
};

/** AC11: letters go to both parents; one alone may be a joint one, and is asked about. */
export const checkLetters: Check = (context) => {
  const letters = papersOf(context.facts.dossier, 'reply');
  const all = letters.length > 0 ? letters : papersOf(context.facts.dossier, 'letter');
  const present = all.filter(({ state }) => state !== 'absent');
  const needed = limitOf(ruleOf('C12'), 'letters');
  if (all.length === 0 || present.length >= needed) return [];
  return judge(context, {
    rule: 'C80',
    on: asDay(context.facts.dossier.politicalReview?.on),
    outcome: 'broken',
    evidence: [`函调材料 ${present.length} 份`],
    message: `函调材料仅 ${present.length} 份（应有 ${needed} 份或合写件），请核对。`,
  });
};

/** C13: opinions are heard before the branch discusses the candidate. */
export const checkOpinionsFirst: Check = (context) => {
  const discussed =
    asDay(readFact(context.facts, 'targetDiscussed')) ??
    asDay(readFact(context.facts, 'developmentTarget'));
  if (discussed === undefined) return [];
  return papersOf(context.facts.dossier, 'opinions').flatMap(({ kind, datedOn }) => {
    const on = asDay(datedOn);
    if (on === undefined || on <= discussed) return [];
    return judge(context, {
      rule: 'C13',
      on: discussed,
      outcome: 'broken',
      evidence: [`${kind} ${on}`, `研究发展对象 ${discussed}`],
      reckoned: [`晚 ${daysBetween(discussed, on)} 天`],
      message: `${kind}（${on}）晚于研究确定发展对象（${discussed}）${daysBetween(discussed, on)} 天，应当先听取意见再研究。`,
    });
  });
};

/** C82: the form is handed out after the pre-review; its own date cannot be earlier. */
export const checkFormAfterPreReview: Check = (context) => {
  const preReviewed = asDay(readFact(context.facts, 'preReviewed'));
  if (preReviewed === undefined) return [];
  return papersOf(context.facts.dossier, 'membershipForm').flatMap(({ kind, datedOn }) => {
    const on = asDay(datedOn);
    if (on === undefined || on >= preReviewed) return [];
    return judge(context, {
      rule: 'C82',
      on,
      outcome: 'broken',
      evidence: [`预审合格 ${preReviewed}`, `${kind} ${on}`],
      reckoned: [`早 ${daysBetween(on, preReviewed)} 天`],
      message: `${kind}日期（${on}）早于预审合格（${preReviewed}）${daysBetween(on, preReviewed)} 天，请核对。`,
    });
  });
};

/** C16: a paper that carries the date of a fact carries the same date. */
export const checkPapersAgree: Check = (context) =>
  datedLikeFacts.flatMap(({ kind, fact }) => {
    const stated = readFact(context.facts, fact);
    if (stated === undefined) return [];
    return papersOf(context.facts.dossier, kind).flatMap((paper) => {
      const { datedOn } = paper;
      // A month against a day says nothing either way.
      if (datedOn === undefined || datedOn === stated || datedOn.length !== stated.length)
        return [];
      return judge(context, {
        rule: 'C16',
        on: asDay(stated),
        outcome: 'broken',
        evidence: [`${factTable[fact].words} ${stated}`, `${paper.kind}落款 ${datedOn}`],
        reckoned: gapOf(stated, datedOn),
        message: `${paper.kind}落款（${datedOn}）与登记的${factTable[fact].words}（${stated}）不一致，请核对原件。`,
      });
    });
  });

function gapOf(stated: FactDate, written: FactDate): string[] {
  const [a, b] = [asDay(stated), asDay(written)];
  return a === undefined || b === undefined ? [] : [`相差 ${Math.abs(daysBetween(a, b))} 天`];
}

/** C83: what the person has to write by hand, where somebody ticked that it is not. */
export const checkHandwriting: Check = (context) =>
  (context.facts.dossier.papers ?? [])
    .filter(
      ({ kind, isHandwritten }) =>
        isHandwritten === false &&
        (paperPatterns.application.test(kind) || paperPatterns.confirmationApplication.test(kind)),
    )
    .flatMap(({ kind, datedOn }) =>
      judge(context, {
        rule: 'C83',
        on: asDay(datedOn),
        outcome: 'broken',
        evidence: [kind],
        message: `${kind}不是本人手写，请核对。`,
      }),
    );

/** C84: of a dossier in the archive, the groups nobody has listed; a dossier without any list is unknown. */
export const checkArchiveGroups: Check = (context) => {
  const { dossier } = context.facts;
  const archived = readFact(context.facts, 'archived');
  if (archived === undefined) return [];
  const lacking = archiveGroups.filter(({ kind }) =>
    papersOf(dossier, kind).every(({ state }) => state === 'absent'),
  );
  const words = lacking.map((group) => group.words).join('、');
  const claim = { rule: 'C84', on: asDay(archived), evidence: [`归档 ${archived}`] } as const;
  if (dossier.papers === undefined)
    return judge(context, {
      ...claim,
      outcome: 'unknown',
      message: '未登记材料清单，无法判断归档的五类材料是否齐全。',
    });
  return judge(context, {
    ...claim,
    outcome: lacking.length > 0 ? 'broken' : 'clear',
    message: lacking.length > 0 ? `归档材料缺：${words}。` : '归档五类材料齐全。',
  });
};
