import { asDay } from '../calendar/calendar-date';
import { limitOf, ruleOf } from '../regulations/development-rules';
import { findContradictions, readBallot } from './ballot';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import type { Ballot } from '../records/dossier';

/** Steps 15 and 23: quorum, majority, secrecy, and counts that add up. */
export const checkBallots: Check = (context) => {
  const { meeting, confirmationMeeting } = context.facts.dossier;
  return [
    ...(meeting === undefined ? [] : checkBallot(context, meeting, '接收大会')),
    ...(confirmationMeeting === undefined
      ? []
      : checkBallot(context, confirmationMeeting, '转正大会')),
  ];
};

function checkBallot(context: AuditContext, ballot: Ballot, words: string): readonly Finding[] {
  const on = asDay(ballot.on);
  const { should, present } = ballot;
  const reading = readBallot(ballot);
  const evidence = [
    `应到 ${should ?? '—'}`,
    `实到 ${present ?? '—'}`,
    `赞成 ${reading.yes ?? '—'}`,
  ];
  const claims: Finding[] = findContradictions(ballot).flatMap(({ rule, message }) =>
    judge(context, {
      rule,
      on,
      outcome: 'broken',
      evidence,
      message: `${words}${message}，请核对表决票与会议记录。`,
    }),
  );
  if (reading.hasQuorum !== undefined) {
    claims.push(
      ...judge(context, {
        rule: 'QUORUM',
        on,
        outcome: reading.hasQuorum ? 'clear' : 'broken',
        evidence,
        message: reading.hasQuorum
          ? `${words}到会人数过半。`
          : `${words}实到 ${present} 未超过应到 ${should} 的半数，会议无效。`,
      }),
    );
  }
  if (reading.isPassed !== undefined) {
    claims.push(
      ...judge(context, {
        rule: 'PASS',
        on,
        outcome: reading.isPassed ? 'clear' : 'broken',
        evidence,
        message: reading.isPassed
          ? `${words}赞成人数过半。`
          : `${words}赞成 ${reading.yes} 未超过应到 ${should} 的半数，未通过。`,
      }),
    );
  }
  if (ballot.isSecret === false)
    claims.push(
      ...judge(context, {
        rule: 'BALLOT',
        on,
        outcome: 'broken',
        evidence,
        message: `${words}未采取无记名投票。`,
      }),
    );
  return claims;
}

/** The branch on the day: its size, its form, and who approves. */
export const checkBranch: Check = (context) => {
  const { branch, dossier } = context.facts;
  if (branch === undefined) return [];
  const on = asDay(dossier.meeting?.on);
  const claims: Finding[] = [];
  const committeeFrom = limitOf(ruleOf('C40'), 'committeeFrom');
  if (
    branch.fullMembers !== undefined &&
    branch.hasCommittee === false &&
    branch.fullMembers >= committeeFrom
  ) {
    claims.push(
      ...judge(context, {
        rule: 'C40',
        on,
        outcome: 'broken',
        evidence: [`正式党员 ${branch.fullMembers} 名`],
        message: `支部有正式党员 ${branch.fullMembers} 名，应当设支部委员会。`,
      }),
    );
  }
  if (dossier.approvedOn !== undefined && branch.canApprove === false) {
    claims.push(
      ...judge(context, {
        rule: 'C41',
        on: asDay(dossier.approvedOn),
        outcome: 'broken',
        evidence: [`审批 ${dossier.approvedOn}`],
        message: '审批的党组织没有审批权限。',
      }),
    );
  }
  if (on !== undefined && (branch.form === 'temporary' || branch.form === 'functional')) {
    claims.push(
      ...judge(context, {
        rule: 'C42',
        on,
        outcome: 'broken',
        evidence: [`大会 ${on}`],
        message: '临时党支部、功能型党支部一般不接收预备党员。',
      }),
    );
  }
  const should = dossier.meeting?.should;
  if (should !== undefined && branch.fullMembers !== undefined && should !== branch.fullMembers) {
    claims.push(
      ...judge(context, {
        rule: 'C43',
        on,
        outcome: 'broken',
        evidence: [`应到 ${should}`, `正式党员 ${branch.fullMembers}`],
        message: `应到 ${should} 人与在册正式党员 ${branch.fullMembers} 名不符，请核对扣除依据。`,
      }),
    );
  }
  return claims;
};
