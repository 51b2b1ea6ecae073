import type { FactDate } from '../calendar/calendar-date';
import type { Dossier } from '../records/dossier';
import { limitOf, ruleOf, type DevelopmentRuleId } from '../regulations/development-rules';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { readFact, type FactName } from './facts';
import { deriveStage } from './stage';

type Mentor = NonNullable<Dossier['mentors']>[number];
type Introducer = NonNullable<Dossier['introducers']>[number];

/** The first of these days that is on record: it chooses the rulebook where the step's own day is missing. */
export function firstDay({ facts }: AuditContext, ...names: FactName[]): FactDate | undefined {
  for (const name of names) {
    const on = readFact(facts, name);
    if (on !== undefined) return on;
  }
  return undefined;
}

const mentorDay = (context: AuditContext) =>
  firstDay(context, 'activist', 'mentorAssigned', 'targetDiscussed', 'developmentTarget');

function broken(
  context: AuditContext,
  rule: DevelopmentRuleId,
  on: FactDate | undefined,
  [message, ...evidence]: readonly [string, ...string[]],
): readonly Finding[] {
  return judge(context, { rule, on, outcome: 'broken', evidence, message });
}

const mentorWords = ({ name, from, until }: Mentor): string => {
  const period =
    from === undefined && until === undefined ? '' : `（${from ?? ''} 至 ${until ?? '今'}）`;
  return `培养联系人 ${name}${period}`;
};

/** 26#9: one or two mentors at a time, formal members on the day of their assignment. */
export const checkMentors: Check = (context) => {
  const { mentors } = context.facts.dossier;
  if (mentors === undefined) return [];
  return [
    ...mentorCount(context, mentors),
    ...mentors.flatMap((mentor) => mentorStatus(context, mentor)),
    ...standingUnknown(context, mentors, {
      rule: 'C30',
      on: mentorDay(context),
      role: '培养联系人',
    }),
    ...mentors.flatMap((mentor) => mentorUnfit(context, mentor)),
  ];
};

function mentorCount(context: AuditContext, mentors: readonly Mentor[]): readonly Finding[] {
  const rule = ruleOf('CONTACT-1..2');
  const most = limitOf(rule, 'most');
  const together = mostAtOnce(mentors);
  const isBroken = together.length > most || mentors.length < limitOf(rule, 'least');
  return judge(context, {
    rule: 'CONTACT-1..2',
    on: mentorDay(context),
    outcome: isBroken ? 'broken' : 'clear',
    evidence: (isBroken && together.length > 0 ? together : mentors).map(mentorWords),
    reckoned: [`同时 ${together.length} 名`],
    message: isBroken
      ? `培养联系人 ${together.length} 名，规定为 1–2 名正式党员。`
      : '培养联系人人数符合规定。',
  });
}

/** The largest group of mentors whose periods meet; a period without its days reaches to the end of time. */
function mostAtOnce(mentors: readonly Mentor[]): readonly Mentor[] {
  const groups = mentors.map((first) => {
    const on = first.from ?? '';
    return mentors.filter(({ from = '', until = '9999' }) => from <= on && on <= until);
  });
  return groups.reduce<readonly Mentor[]>(
    (largest, group) => (group.length > largest.length ? group : largest),
    [],
  );
}

function mentorStatus(context: AuditContext, mentor: Mentor): readonly Finding[] {
  const { name, isFullMember, fullMemberSince, from } = mentor;
  const on = from ?? mentorDay(context);
  if (isFullMember === false)
    return broken(context, 'C30', on, [`培养联系人 ${name} 不是正式党员。`, mentorWords(mentor)]);
  const assigned = from ?? readFact(context.facts, 'activist');
  if (fullMemberSince === undefined || assigned === undefined || fullMemberSince <= assigned)
    return [];
  return broken(context, 'C30', on, [
    `培养联系人 ${name} 指定时（${assigned}）还不是正式党员（${fullMemberSince} 转正）。`,
    `指定 ${assigned}`,
    `转正 ${fullMemberSince}`,
  ]);
}

/** Nobody said whether they are formal members: a missing fact never passes as kept (rules §0.3). */
function standingUnknown(
  context: AuditContext,
  people: readonly (Mentor | Introducer)[],
  { rule, on, role }: { rule: DevelopmentRuleId; on: FactDate | undefined; role: string },
): readonly Finding[] {
  const unsaid = people.filter(
    ({ isFullMember, fullMemberSince }) =>
      isFullMember === undefined && fullMemberSince === undefined,
  );
  if (unsaid.length === 0) return [];
  const names = unsaid.map(({ name }) => name).join('、');
  return judge(context, {
    rule,
    on,
    outcome: 'unknown',
    evidence: unsaid.map(({ name }) => `${role} ${name}`),
    message: `${role} ${names} 未登记是否为正式党员，无法判断。`,
  });
}

/** C38: a mentor who died, left or lost standing while the person was still an activist. */
function mentorUnfit(context: AuditContext, mentor: Mentor): readonly Finding[] {
  const { name, unfitFrom, unfitReason, until } = mentor;
  if (unfitFrom === undefined || (until !== undefined && until <= unfitFrom)) return [];
  const listed = readFact(context.facts, 'developmentTarget');
  if (listed !== undefined && listed <= unfitFrom) return [];
  const reason = unfitReason === undefined ? '' : `（${unfitReason}）`;
  return broken(context, 'C38', unfitFrom, [
    `培养联系人 ${name} 自 ${unfitFrom} 起不能再担任${reason}，应当另行指定并记录更换时间。`,
    mentorWords(mentor),
    `不能担任 ${unfitFrom}`,
  ]);
}

const introducerDay = (context: AuditContext) =>
  firstDay(context, 'developmentTarget', 'targetDiscussed', 'preReviewed', 'meeting');

/** 26#14: exactly two, formal members, none under 留党察看, none the person, settled before the form. */
export const checkIntroducers: Check = (context) => {
  const { introducers } = context.facts.dossier;
  if (introducers === undefined) return [];
  const on = introducerDay(context);
  const evidence = introducers.map(({ name }) => `入党介绍人 ${name}`);
  const problems = [
    ...introducerCount(introducers),
    ...introducers.flatMap((introducer) => introducerProblems(context, introducer)),
  ];
  const unsaid = standingUnknown(context, introducers, {
    rule: 'INTRODUCER-2',
    on,
    role: '入党介绍人',
  });
  if (problems.length === 0 && unsaid.length > 0) return unsaid;
  if (problems.length === 0)
    return judge(context, {
      rule: 'INTRODUCER-2',
      on,
      outcome: 'clear',
      evidence: [...evidence, `共 ${introducers.length} 名`],
      message: '入党介绍人符合规定。',
    });
  return problems.flatMap(([message, ...compared]) =>
    broken(context, 'INTRODUCER-2', on, [`${message}。`, ...evidence, ...compared]),
  );
};

type Problem = readonly [string, ...string[]];

function introducerCount(introducers: readonly Introducer[]): Problem[] {
  const needed = limitOf(ruleOf('INTRODUCER-2'), 'exactly');
  if (introducers.length !== needed)
    return [[`入党介绍人 ${introducers.length} 名，规定为 ${needed} 名正式党员`]];
  const distinct = new Set(introducers.map(({ name, personId }) => personId ?? name)).size;
  return distinct === needed ? [] : [[`两名入党介绍人是同一人，规定为 ${needed} 名正式党员`]];
}

function introducerProblems(context: AuditContext, introducer: Introducer): Problem[] {
  const { name, isFullMember, isUnderDiscipline } = introducer;
  const problems: Problem[] = [];
  if (isFullMember === false) problems.push([`入党介绍人 ${name} 不是正式党员`]);
  if (isUnderDiscipline === true)
    problems.push([`入党介绍人 ${name} 受留党察看处分、尚未恢复党员权利`]);
  if (name !== '' && name === context.facts.person?.name)
    problems.push([`入党介绍人 ${name} 与本人同名，不能由本人担任，请核对`]);
  return [...problems, ...introducerDays(context, introducer)];
}

function introducerDays(context: AuditContext, introducer: Introducer): Problem[] {
  const { name, from, fullMemberSince } = introducer;
  const formOn = readFact(context.facts, 'membershipForm');
  const asOf = from ?? introducerDay(context);
  const problems: Problem[] = [];
  if (fullMemberSince !== undefined && asOf !== undefined && fullMemberSince > asOf)
    problems.push([
      `确定入党介绍人 ${name} 时（${asOf}）其还不是正式党员（${fullMemberSince} 转正）`,
      `确定 ${asOf}`,
      `转正 ${fullMemberSince}`,
    ]);
  if (from !== undefined && formOn !== undefined && from > formOn)
    problems.push([
      `入党介绍人 ${name} 的确定（${from}）晚于填写入党志愿书（${formOn}）`,
      `确定 ${from}`,
      `填写入党志愿书 ${formOn}`,
    ]);
  return problems;
}

/** C32: only where somebody stated the kinship; nothing is asked about families. */
export const checkKinship: Check = (context) => {
  const { mentors, introducers } = context.facts.dossier;
  const relatives = [
    ...(mentors ?? []).map((each) => ({ ...each, role: '培养联系人' })),
    ...(introducers ?? []).map((each) => ({ ...each, role: '入党介绍人' })),
  ].filter(({ isRelative }) => isRelative === true);
  return relatives.flatMap(({ name, role }) =>
    broken(context, 'C32', mentorDay(context), [
      `${role} ${name} 是申请人的近亲属，一般应当回避。`,
      `${role} ${name}`,
    ]),
  );
};

/** C34: an introducer from elsewhere. */
export const checkIntroducersBelong: Check = (context) =>
  (context.facts.dossier.introducers ?? [])
    .filter(({ isOfSameCommittee }) => isOfSameCommittee === false)
    .flatMap(({ name }) =>
      broken(context, 'C34', introducerDay(context), [
        `入党介绍人 ${name} 不属于本支部或者本基层党委，请核实。`,
        `入党介绍人 ${name}`,
      ]),
    );

/** C36: an introducer who neither came nor wrote. */
export const checkIntroducersSpoke: Check = (context) =>
  (context.facts.dossier.introducers ?? [])
    .filter(({ hasSpoken }) => hasSpoken === false)
    .flatMap(({ name }) =>
      broken(context, 'C36', readFact(context.facts, 'meeting'), [
        `入党介绍人 ${name} 未到会介绍情况，也没有书面意见。`,
        `入党介绍人 ${name}`,
      ]),
    );

/** CONTACT-1..2 of today: an activist whose mentors have all ended has none. */
export const checkMentorNow: Check = (context) => {
  const mentors = context.facts.dossier.mentors ?? [];
  const { today } = context.options;
  const hasOne = mentors.some(
    ({ until }) => until === undefined || until >= today.slice(0, until.length),
  );
  if (mentors.length === 0 || hasOne || deriveStage(context.facts).stage !== 'activist') return [];
  return judge(context, {
    rule: 'CONTACT-1..2',
    on: today,
    outcome: 'broken',
    severity: 'SOFT',
    evidence: mentors.map(mentorWords),
    message: '原培养联系人均已结束联系，现无培养联系人，应当另行指定。',
  });
};
