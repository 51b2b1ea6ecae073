import type { FactDate } from '../calendar/calendar-date';
import { bothTexts } from '../regulations/articles';
import { limitOf, ruleOf } from '../regulations/development-rules';
import { findContradictions, readBallot } from './ballot';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import type { Ballot } from '../records/dossier';

type Vote = { readonly ballot: Ballot; readonly words: string; readonly on: FactDate | undefined };

/** The two votes of a dossier, steps 15 and 23. */
export function votesOf({ facts }: AuditContext): readonly Vote[] {
  const { meeting, confirmationMeeting } = facts.dossier;
  return [
    ...(meeting === undefined ? [] : [{ ballot: meeting, words: '接收大会', on: meeting.on }]),
    ...(confirmationMeeting === undefined
      ? []
      : [{ ballot: confirmationMeeting, words: '转正大会', on: confirmationMeeting.on }]),
  ];
}

function evidenceOf({ ballot, words, on }: Vote): string[] {
  const { should, present } = ballot;
  return [
    ...(on === undefined ? [] : [`${words} ${on}`]),
    `应到 ${should ?? '—'}`,
    `实到 ${present ?? '—'}`,
    `赞成 ${readBallot(ballot).yes ?? '—'}`,
  ];
}

/** Quorum, majority, secrecy, and counts that add up. */
export const checkBallots: Check = (context) =>
  votesOf(context).flatMap((vote) => [
    ...contradictions(context, vote),
    ...quorum(context, vote),
    ...majority(context, vote),
    ...secrecy(context, vote),
    ...together(context, vote),
    ...probationaryVoters(context, vote),
  ]);

function contradictions(context: AuditContext, vote: Vote): readonly Finding[] {
  return findContradictions(vote.ballot).flatMap(({ rule, message }) =>
    judge(context, {
      rule,
      on: vote.on,
      outcome: 'broken',
      evidence: evidenceOf(vote),
      message: `${vote.words}${message}，请核对表决票与会议记录。`,
    }),
  );
}

function quorum(context: AuditContext, vote: Vote): readonly Finding[] {
  const { ballot, words, on } = vote;
  const { hasQuorum } = readBallot(ballot);
  if (hasQuorum === undefined) return [];
  return judge(context, {
    rule: 'QUORUM',
    on,
    outcome: hasQuorum ? 'clear' : 'broken',
    evidence: evidenceOf(vote),
    message: hasQuorum
      ? `${words}到会人数过半。`
      : `${words}实到 ${ballot.present} 未超过应到 ${ballot.should} 的半数，会议无效。`,
  });
}

function majority(context: AuditContext, vote: Vote): readonly Finding[] {
  const { ballot, words, on } = vote;
  const { isPassed, yes } = readBallot(ballot);
  if (isPassed === undefined) return [];
  return judge(context, {
    rule: 'PASS',
    on,
    outcome: isPassed ? 'clear' : 'broken',
    evidence: evidenceOf(vote),
    message: isPassed
      ? `${words}赞成人数过半。`
      : `${words}赞成 ${yes} 未超过应到 ${ballot.should} 的半数，未通过。`,
  });
}

function secrecy(context: AuditContext, vote: Vote): readonly Finding[] {
  const { ballot, words, on } = vote;
  if (ballot.isSecret === undefined) return [];
  return judge(context, {
    rule: 'BALLOT',
    on,
    outcome: ballot.isSecret ? 'clear' : 'broken',
    evidence: evidenceOf(vote),
    message: ballot.isSecret ? `${words}采取无记名投票。` : `${words}未采取无记名投票。`,
  });
}

/** C49: one vote, one resolution for several people. */
function together(context: AuditContext, vote: Vote): readonly Finding[] {
  const { people } = vote.ballot;
  if (people === undefined) return [];
  const isBroken = people > 1;
  return judge(context, {
    rule: 'C49',
    on: vote.on,
    outcome: isBroken ? 'broken' : 'clear',
    evidence: [...evidenceOf(vote), `同一决议 ${people} 人`],
    message: isBroken
      ? `${vote.words}同一份决议涉及 ${people} 人，应当逐个讨论和表决并分别形成决议。`
      : `${vote.words}单独表决。`,
  });
}

/** C51: probationary members among the voters, said so or seen from the roster. */
function probationaryVoters(context: AuditContext, vote: Vote): readonly Finding[] {
  const { probationaryVoters: count, should } = vote.ballot;
  if (count !== undefined && count > 0)
    return judge(context, {
      rule: 'C51',
      on: vote.on,
      outcome: 'broken',
      evidence: [...evidenceOf(vote), `预备党员 ${count} 人`],
      message: `${vote.words}有 ${count} 名预备党员计入表决，预备党员没有表决权。`,
    });
  const { fullMembers } = context.facts.branch ?? {};
  if (should === undefined || fullMembers === undefined || should <= fullMembers) return [];
  return judge(context, {
    rule: 'C51',
    on: vote.on,
    outcome: 'broken',
    // The roster may be of another day, so that the surplus is only a reason to look.
    severity: 'SOFT',
    evidence: [...evidenceOf(vote), `正式党员 ${fullMembers}`],
    reckoned: [`多 ${should - fullMembers} 人`],
    message: `${vote.words}应到 ${should} 人多于在册正式党员 ${fullMembers} 名，疑似计入预备党员，请核对。`,
  });
}

/** The branch on the day: its size, its form, and who approves. */
export const checkBranch: Check = (context) => {
  const { branch, dossier } = context.facts;
  return [
    ...approver(context),
    ...(branch === undefined
      ? []
      : [
          ...committeeOfSize(context, branch.fullMembers),
          ...formOfBranch(context),
          ...votesOf(context).flatMap((vote) => rosterFinding(context, vote)),
        ]),
    ...(dossier.branchDecisions ?? []).flatMap((decision) => decisionBody(context, decision)),
  ];
};

function committeeOfSize(
  context: AuditContext,
  fullMembers: number | undefined,
): readonly Finding[] {
  const { branch, dossier } = context.facts;
  const committeeFrom = limitOf(ruleOf('C40'), 'committeeFrom');
  if (fullMembers === undefined || branch?.hasCommittee !== false || fullMembers < committeeFrom)
    return [];
  return judge(context, {
    rule: 'C40',
    on: dossier.meeting?.on,
    outcome: 'broken',
    evidence: [`正式党员 ${fullMembers} 名`, '未设支部委员会'],
    message: `支部有正式党员 ${fullMembers} 名，应当设支部委员会。`,
  });
}

/** Levels that may deliberate or hand on, and cannot approve (rules §1). */
const cannotApprove: Readonly<Record<string, string>> = {
  generalBranch: '党总支',
  branch: '党支部',
  leadingGroup: '党组',
  temporary: '临时党组织',
};

function approver(context: AuditContext): readonly Finding[] {
  const { branch, dossier } = context.facts;
  const level = cannotApprove[dossier.approverLevel ?? ''];
  return (
    [
      ['审批', dossier.approvedOn],
      ['转正审批', dossier.confirmationApprovedOn],
    ] as const
  ).flatMap(([words, on]) => {
    const isBad = branch?.canApprove === false || level !== undefined;
    if (on === undefined || !isBad) return [];
    const by = dossier.approvedBy === undefined ? '' : `（${dossier.approvedBy}）`;
    return judge(context, {
      rule: 'C41',
      on,
      outcome: 'broken',
      evidence: [`${words} ${on}`, `审批组织 ${level ?? '没有审批权限'}`],
      message: `${words}（${on}）的党组织${by}${level === undefined ? '' : `是${level}，`}没有审批权限。`,
    });
  });
}

const temporaryForms = /temporary|临时/;
const functionalForms = /functional|功能/;
/** 功能型 is by general knowledge, 临时 by the 支部工作条例; only the second is red (rules §4.3). */
const functionalCitations = bothTexts(22, 'M', 'M');

function formOfBranch(context: AuditContext): readonly Finding[] {
  const { branch, dossier } = context.facts;
  const form = branch?.form ?? '';
  const on = dossier.meeting?.on;
  const isTemporary = temporaryForms.test(form);
  if (on === undefined || !(isTemporary || functionalForms.test(form))) return [];
  return judge(context, {
    rule: 'C42',
    on,
    outcome: 'broken',
    evidence: [`大会 ${on}`, isTemporary ? '临时党支部' : '功能型党支部'],
    ...(isTemporary ? {} : { citations: functionalCitations }),
    message: `${isTemporary ? '临时党支部' : '功能型党支部'}一般不接收预备党员（大会 ${on}）。`,
  });
}

/** C43: 应到 against the roster of full members with a vote, less what was left out with approval. */
function rosterFinding(context: AuditContext, { ballot, words, on }: Vote): readonly Finding[] {
  const { fullMembers, underDiscipline = 0 } = context.facts.branch ?? {};
  const { should, deducted = 0, isDeductionApproved } = ballot;
  if (should === undefined || fullMembers === undefined) return [];
  const expected = fullMembers - underDiscipline - deducted;
  const isUnapproved = deducted > 0 && isDeductionApproved !== true;
  if (should === expected && !isUnapproved) return [];
  const evidence = [
    ...(on === undefined ? [] : [`${words} ${on}`]),
    `应到 ${should}`,
    `正式党员 ${fullMembers}`,
    ...(underDiscipline > 0 ? [`留党察看 ${underDiscipline}`] : []),
    ...(deducted > 0 ? [`不计 ${deducted}`] : []),
  ];
  const message =
    should === expected
      ? `${words}应到 ${should} 人中不计 ${deducted} 人，未见上级党组织同意和大会通过的记录。`
      : `${words}应到 ${should} 人与在册有表决权的正式党员 ${expected} 名（正式党员 ${fullMembers} 名）不符，请核对扣除依据。`;
  const isTooFew = should < fullMembers - underDiscipline && isDeductionApproved !== true;
  return judge(context, {
    rule: 'C43',
    on,
    outcome: 'broken',
    ...(isTooFew ? { severity: 'HARD' as const } : {}),
    evidence,
    reckoned: [`相差 ${Math.abs(should - expected)} 人`],
    message,
  });
}

type Decision = NonNullable<AuditContext['facts']['dossier']['branchDecisions']>[number];

/** C40, C50: the body that decided fits the branch, and more than half of its committee came. */
function decisionBody(context: AuditContext, decision: Decision): readonly Finding[] {
  const { step, on, body, members, present, isMinuted } = decision;
  const { hasCommittee } = context.facts.branch ?? {};
  const title = `第 ${step} 步${on === undefined ? '' : `（${on}）`}`;
  const found: Finding[] = [];
  if (body !== undefined && hasCommittee !== undefined) {
    const fits = (body === 'branchCommittee') === hasCommittee;
    found.push(
      ...judge(context, {
        rule: 'C40',
        on,
        outcome: fits ? 'clear' : 'broken',
        evidence: [title, body === 'branchCommittee' ? '支委会研究' : '党员大会研究'],
        message: fits
          ? `${title}的决定机构与支部设置相符。`
          : `${title}由${body === 'branchCommittee' ? '支委会' : '党员大会'}研究，本支部${hasCommittee ? '设' : '不设'}支部委员会，应当由${hasCommittee ? '支委会' : '党员大会'}研究决定。`,
      }),
    );
  }
  if (members !== undefined && present !== undefined) {
    const isBroken = present * 2 <= members || present > members;
    found.push(
      ...judge(context, {
        rule: 'C50',
        on,
        outcome: isBroken ? 'broken' : 'clear',
        evidence: [title, `委员 ${members}`, `到会 ${present}`],
        message: isBroken
          ? `${title}支委会到会 ${present} 人，委员 ${members} 人，到会未超过半数或者人数不符，请核实。`
          : `${title}支委会到会过半。`,
      }),
    );
  }
  if (isMinuted === false)
    found.push(
      ...judge(context, {
        rule: 'C80',
        on,
        outcome: 'broken',
        evidence: [title, '无会议记录'],
        message: `${title}未找到会议记录，请核实是否经会议研究。`,
      }),
    );
  return found;
}
