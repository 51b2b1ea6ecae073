import { asDay } from '../calendar/calendar-date';
import { limitOf, ruleOf } from '../regulations/development-rules';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { readFact } from './facts';

/** 26#9: one or two mentors at a time, formal members. */
export const checkMentors: Check = (context) => {
  const { mentors } = context.facts.dossier;
  if (mentors === undefined) return [];
  const rule = ruleOf('CONTACT-1..2');
  const current = mentors.filter(({ until }) => until === undefined);
  const on = asDay(readFact(context.facts, 'activist'));
  const most = limitOf(rule, 'most');
  const claims: Finding[] = [];
  const isCountBroken = current.length > most || mentors.length < limitOf(rule, 'least');
  claims.push(
    ...judge(context, {
      rule: 'CONTACT-1..2',
      on,
      outcome: isCountBroken ? 'broken' : 'clear',
      evidence: mentors.map(({ name }) => `培养联系人 ${name}`),
      message: isCountBroken
        ? `培养联系人 ${current.length} 名，规定为 1–2 名正式党员。`
        : '培养联系人人数符合规定。',
    }),
  );
  for (const { name } of mentors.filter(({ isFullMember }) => isFullMember === false)) {
    claims.push(
      ...judge(context, {
        rule: 'C30',
        on,
        outcome: 'broken',
        evidence: [`培养联系人 ${name}`],
        message: `培养联系人 ${name} 不是正式党员。`,
      }),
    );
  }
  return claims;
};

/** 26#14: exactly two, formal members, none under 留党察看. */
export const checkIntroducers: Check = (context) => {
  const { introducers } = context.facts.dossier;
  if (introducers === undefined) return [];
  const on = asDay(readFact(context.facts, 'developmentTarget'));
  const evidence = introducers.map(({ name }) => `入党介绍人 ${name}`);
  const needed = limitOf(ruleOf('INTRODUCER-2'), 'exactly');
  const distinct = new Set(introducers.map(({ name, personId }) => personId ?? name)).size;
  const problems = [
    ...(distinct === needed && introducers.length === needed
      ? []
      : [`入党介绍人 ${introducers.length} 名，规定为 2 名正式党员`]),
    ...introducers
      .filter(({ isFullMember }) => isFullMember === false)
      .map(({ name }) => `入党介绍人 ${name} 不是正式党员`),
    ...introducers
      .filter(({ isUnderDiscipline }) => isUnderDiscipline === true)
      .map(({ name }) => `入党介绍人 ${name} 受留党察看处分、尚未恢复党员权利`),
  ];
  if (problems.length === 0)
    return judge(context, {
      rule: 'INTRODUCER-2',
      on,
      outcome: 'clear',
      evidence,
      message: '入党介绍人符合规定。',
    });
  return problems.flatMap((problem) =>
    judge(context, {
      rule: 'INTRODUCER-2',
      on,
      outcome: 'broken',
      evidence,
      message: `${problem}。`,
    }),
  );
};

/** C32: only where somebody stated the kinship; nothing is asked about families. */
export const checkKinship: Check = (context) => {
  const { mentors, introducers } = context.facts.dossier;
  const relatives = [
    ...(mentors ?? []).map((each) => ({ ...each, role: '培养联系人' })),
    ...(introducers ?? []).map((each) => ({ ...each, role: '入党介绍人' })),
  ].filter(({ isRelative }) => isRelative === true);
  return relatives.flatMap(({ name, role }) =>
    judge(context, {
      rule: 'C32',
      on: asDay(readFact(context.facts, 'activist')),
      outcome: 'broken',
      evidence: [`${role} ${name}`],
      message: `${role} ${name} 是申请人的近亲属，一般应当回避。`,
    }),
  );
};

/** C36: an introducer who neither came nor wrote. */
export const checkIntroducersSpoke: Check = (context) =>
  (context.facts.dossier.introducers ?? [])
    .filter(({ hasSpoken }) => hasSpoken === false)
    .flatMap(({ name }) =>
      judge(context, {
        rule: 'C36',
        on: asDay(readFact(context.facts, 'meeting')),
        outcome: 'broken',
        evidence: [`入党介绍人 ${name}`],
        message: `入党介绍人 ${name} 未到会介绍情况，也没有书面意见。`,
      }),
    );

export const checkPoliticalReview: Check = (context) => {
  const { politicalReview, preReviewedOn, meeting } = context.facts.dossier;
  const hasMovedOn = preReviewedOn !== undefined || meeting?.on !== undefined;
  if (politicalReview === undefined) {
    if (preReviewedOn === undefined) return [];
    return judge(context, {
      rule: 'REVIEW-DONE',
      on: asDay(preReviewedOn),
      outcome: 'unknown',
      evidence: [],
      message: '未登记政治审查结论，无法判断。',
    });
  }
  const { result } = politicalReview;
  const isBad = result !== undefined && /不合格|未通过|fail/i.test(result);
  if (!isBad || !hasMovedOn) return [];
  return judge(context, {
    rule: 'REVIEW-DONE',
    on: asDay(politicalReview.on),
    outcome: 'broken',
    evidence: [`政审结论 ${result}`],
    message: `政治审查结论为“${result}”，仍继续办理。`,
  });
};

export const checkTraining: Check = (context) => {
  const { training } = context.facts.dossier;
  if (training === undefined) return trainingMissing(context);
  const rule = ruleOf('TRAIN-3D24H');
  const { days, hours } = training;
  const isEnough = (days ?? 0) >= limitOf(rule, 'days') || (hours ?? 0) >= limitOf(rule, 'hours');
  const isKnown = days !== undefined || hours !== undefined;
  const on = asDay(training.until) ?? asDay(training.from);
  const evidence = [`集中培训 ${days ?? '—'} 天/${hours ?? '—'} 学时`];
  if (!isKnown)
    return judge(context, {
      rule: 'TRAIN-3D24H',
      on,
      outcome: 'unknown',
      evidence,
      message: '未登记培训天数和学时，无法判断。',
    });
  return judge(context, {
    rule: 'TRAIN-3D24H',
    on,
    outcome: isEnough ? 'clear' : 'broken',
    evidence,
    message: isEnough
      ? '集中培训达到要求。'
      : `集中培训 ${days ?? '—'} 天/${hours ?? '—'} 学时，未达到 ${limitOf(rule, 'days')} 天或 ${limitOf(rule, 'hours')} 学时。`,
  });
};

function trainingMissing(context: AuditContext): readonly Finding[] {
  const on = readFact(context.facts, 'preReviewed');
  if (on === undefined) return [];
  return judge(context, {
    rule: 'TRAIN-3D24H',
    on: asDay(on),
    outcome: 'unknown',
    evidence: [`预审 ${on}`],
    message: '未登记短期集中培训，无法判断。',
  });
}
