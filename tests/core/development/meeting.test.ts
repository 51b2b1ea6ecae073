import { describe, expect, it } from 'vitest';
import {
  agendaStepOf,
  applyDecision,
  ballotOf,
  countRoll,
  decisionBodyOf,
  gateOfStep,
  isVotedThrough,
  meetingProblems,
  nextAgendaStep,
  type AgendaStep,
} from '../../../src/core/development/meeting';
import { standingOf } from '../../../src/core/development/standing';
import { minutesOf, resolutionOf } from '../../../src/core/development/minutes';
import type { Dossier } from '../../../src/core/records/dossier';
import type { Meeting, RollEntry } from '../../../src/core/records/work';

const stepOf = (number: number): AgendaStep => {
  const step = agendaStepOf(number);
  if (step === undefined) throw new Error(`no step ${number}`);
  return step;
};
const roll = (present: number, absent = 0, written = 0, deducted = 0): RollEntry[] =>
  (
    [
      ['present', present],
      ['absent', absent],
      ['written', written],
      ['deducted', deducted],
    ] as const
  ).flatMap(([attendance, count]) =>
    Array.from({ length: count }, (_, index) => ({
      name: `测${attendance}${index}`,
      attendance,
      ...(attendance === 'deducted' ? { reason: '长期卧床，上级党组织同意' } : {}),
    })),
  );
const meetingOf = (partial: Partial<Meeting>): Meeting => ({
  id: 'm1',
  partyOrganizationId: 'b1',
  kind: 'memberMeeting',
  on: '2026-06-20',
  ...partial,
});

describe('who can go on the agenda', () => {
  it.each<[string, Dossier, number | undefined]>([
    ['申请人', { appliedOn: '2026-06-01' }, 3],
    ['积极分子', { activistOn: '2025-01-01' }, 7],
    ['已研究人选', { activistOn: '2025-01-01', targetDiscussedOn: '2026-02-01' }, undefined],
    ['发展对象', { developmentTargetOn: '2026-06-01' }, 12],
    ['已预审', { developmentTargetOn: '2026-03-01', preReviewedOn: '2026-06-01' }, 15],
    ['预备党员', { approvedOn: '2025-07-01', meeting: { on: '2025-06-14' } }, 23],
    ['已终止', { appliedOn: '2026-06-01', events: [{ kind: 'applicationWithdrawn' }] }, undefined],
  ])('%s', (_words, dossier, step) => {
    expect(nextAgendaStep({ dossier })?.step).toBe(step);
  });

  it('without a committee the members’ meeting decides what the committee would (14#8)', () => {
    expect(decisionBodyOf(stepOf(7), { hasCommittee: false })).toBe('memberMeeting');
    expect(decisionBodyOf(stepOf(7), { hasCommittee: true })).toBe('branchCommittee');
    expect(decisionBodyOf(stepOf(15), { hasCommittee: true })).toBe('memberMeeting');
  });
});

describe('what blocks a step on the day of the meeting', () => {
  const options = { today: '2026-11-23' } as const;
  const activist: Dossier = { activistOn: '2026-03-01' };
  const preReviewed: Dossier = { preReviewedOn: '2026-06-10' };
  it.each([
    {
      law: '26#13, the day before a year',
      dossier: activist,
      step: 7,
      on: '2027-02-28',
      rule: 'ACTIVIST-1Y',
      verdict: 'unreasonable',
    },
    {
      law: '26#13, the very day',
      dossier: activist,
      step: 7,
      on: '2027-03-01',
      rule: 'ACTIVIST-1Y',
      verdict: 'clear',
    },
    {
      law: '26#19, the last day of the month',
      dossier: preReviewed,
      step: 15,
      on: '2026-07-10',
      rule: 'MEET-1M',
      verdict: 'clear',
    },
    {
      law: '26#19, one day later',
      dossier: preReviewed,
      step: 15,
      on: '2026-07-11',
      rule: 'MEET-1M',
      verdict: 'unreasonable',
    },
  ] as const)('$law', ({ dossier, step, on, rule, verdict }) => {
    const found = gateOfStep({ dossier }, stepOf(step), { on, options });
    expect(found.find((finding) => finding.rule === rule)?.verdict).toBe(verdict);
  });

  it('asks as if the step were done and leaves the facts alone', () => {
    const dossier = Object.freeze({ activistOn: '2026-03-01' as const });
    gateOfStep({ dossier }, stepOf(7), { on: '2027-03-01', options });
    expect(dossier).toEqual({ activistOn: '2026-03-01' });
  });
});

describe('the vote (26#19–20)', () => {
  it('counts a written opinion as a vote and not as attendance, a deduction as neither', () => {
    expect(countRoll(roll(11, 5, 3, 2))).toEqual({ should: 19, present: 11 });
  });

  it.each<
    [
      string,
      RollEntry[],
      { yes: number; no: number; abstain: number; written?: { yes: number } },
      boolean,
    ]
  >([
    ['TC69: exactly half does not carry', roll(18, 6), { yes: 12, no: 4, abstain: 2 }, false],
    ['TC67: more than half of 应到', roll(18, 5), { yes: 12, no: 4, abstain: 2 }, true],
    [
      'TC79: with written opinions',
      roll(11, 6, 3),
      { yes: 8, no: 2, abstain: 1, written: { yes: 3 } },
      true,
    ],
    ['no quorum', roll(10, 10), { yes: 10, no: 0, abstain: 0 }, false],
    ['TC85: three full members', roll(2, 1), { yes: 2, no: 0, abstain: 0 }, true],
  ])('%s', (_case, list, votes, isThrough) => {
    const ballot = ballotOf(meetingOf({ roll: list }), { ballot: votes });
    expect(isVotedThrough(ballot)).toBe(isThrough);
  });

  it('a missing figure decides nothing', () => {
    expect(isVotedThrough(ballotOf(meetingOf({ roll: roll(3) }), {}))).toBeUndefined();
  });
});

describe('what a meeting writes into a dossier', () => {
  const dossier: Dossier = { appliedOn: '2024-01-10', preReviewedOn: '2026-06-01' };
  const votes = { yes: 9, no: 0, abstain: 0, isSecret: true };
  it('a passed vote: the meeting with the counts of the roll', () => {
    const after = applyDecision(dossier, meetingOf({ roll: roll(9, 1) }), {
      personId: 'p',
      step: 15,
      decision: 'passed',
      ballot: votes,
    });
    expect(after).toEqual({
      ...dossier,
      meeting: { ...votes, should: 10, present: 9, on: '2026-06-20', meetingId: 'm1' },
    });
  });
  it('a vote that failed: no accepting meeting, and the reason why', () => {
    const after = applyDecision(dossier, meetingOf({ roll: roll(9, 1) }), {
      personId: 'p',
      step: 15,
      decision: 'notPassed',
      remark: '培养时间偏短',
    });
    expect(after.meeting).toBeUndefined();
    expect(after.events).toEqual([
      {
        kind: 'meetingRejected',
        on: '2026-06-20',
        body: '党支部党员大会',
        reason: '培养时间偏短',
      },
    ]);
  });
  it('an extension: its resolution and months (26#31)', () => {
    const after = applyDecision(dossier, meetingOf({}), {
      personId: 'p',
      step: 23,
      decision: 'extended',
      extensionMonths: 6,
    });
    expect(after.events).toMatchObject([
      { kind: 'probationExtended', on: '2026-06-20', months: 6 },
    ]);
    expect(standingOf(after).live.extension).toEqual({ resolvedOn: '2026-06-20', months: 6 });
    expect(after.confirmationMeeting).toBeUndefined();
  });
});

describe('the meeting itself', () => {
  it('a deduction without its reason is named (C43)', () => {
    const problems = meetingProblems(
      { kind: 'memberMeeting', roll: [{ name: '测一', attendance: 'deducted' }] },
      undefined,
    );
    expect(problems).toMatchObject([{ rule: 'C43' }]);
  });
  it('a step that the other body decides is named (C40)', () => {
    const problems = meetingProblems(
      { kind: 'branchCommittee', items: [{ personId: 'p', step: 15 }] },
      { hasCommittee: true, fullMembers: 9 },
    );
    expect(problems.map(({ message }) => message).join()).toContain('党支部党员大会');
  });
});

describe('minutes and resolution (14#22)', () => {
  const meeting = meetingOf({
    place: '样例会议室',
    chair: '测书记',
    roll: roll(11, 5, 3, 1),
    items: [
      {
        personId: 'p',
        step: 15,
        decision: 'passed',
        ballot: { yes: 8, no: 2, abstain: 1, written: { yes: 3 }, isSecret: true },
      },
    ],
  });
  const names = { branchName: '演练党支部', personName: () => '样骑手' };
  it('name those present, the counts, and each matter by itself', () => {
    const text = minutesOf(meeting, names).join('\n');
    for (const part of [
      '2026年6月20日',
      '应到会有表决权的正式党员 19 名',
      '实到会 11 名',
      '书面意见（3 名）',
      '一、讨论接收预备党员：样骑手',
      '无记名投票',
    ])
      expect(text).toContain(part);
  });
  it('the resolution says 应到、实到、表决结果 and the day', () => {
    const text =
      meeting.items?.[0] === undefined ? '' : resolutionOf(meeting, meeting.items[0], names);
    expect(text).toContain('应到会有表决权的党员 19 名，实到会 11 名');
    expect(text).toContain('赞成 11 票（含书面意见 3 票），反对 2 票，弃权 1 票');
    expect(text).toContain('同意接收样骑手同志为中共预备党员');
  });

  it('call no ballot secret that nobody stated to be', () => {
    const items = meeting.items?.map(
      ({ ballot: { isSecret: _unstated, ...ballot } = {}, ...item }) => ({
        ...item,
        ballot,
      }),
    );
    const open = { ...meeting, ...(items === undefined ? {} : { items }) };
    expect(minutesOf(open, names).join('\n')).not.toContain('无记名');
    expect(
      open.items?.[0] === undefined ? '' : resolutionOf(open, open.items[0], names),
    ).not.toContain('无记名');
  });
});
