import type { CalendarDate } from '../calendar/calendar-date';
import type { EngineOptions } from '../deadlines/types';
import type { Ballot, Dossier } from '../records/dossier';
import type { Meeting, MeetingItem, RollEntry } from '../records/work';
import { limitOf, ruleOf, type DevelopmentRuleId } from '../regulations/development-rules';
import { auditDossier } from './audit';
import type { Finding } from './audit-types';
import { readBallot } from './ballot';
import { readFact, type BranchFacts, type DossierFacts } from './facts';
import { deriveStage, isClosed } from './stage';

/** What a meeting may decide on: the step, who decides, and the rules asked before it goes on the agenda. */
export type AgendaStep = {
  readonly step: number;
  readonly title: string;
  /** 支委会研究; in a branch without a committee the members' meeting decides instead (14#8). */
  readonly body: Meeting['kind'];
  readonly isVoted: boolean;
  readonly asks: readonly DevelopmentRuleId[];
};

export const agendaSteps: readonly AgendaStep[] = [
  {
    step: 3,
    title: '确定为入党积极分子',
    body: 'branchCommittee',
    isVoted: false,
    asks: ['AGE-18', 'TALK-1M', 'ACTIVIST-AFTER-TALK'],
  },
  {
    step: 7,
    title: '研究确定发展对象人选',
    body: 'branchCommittee',
    isVoted: false,
    asks: ['ACTIVIST-1Y', 'OBSERVE-COUNT', 'CONTACT-1..2', 'C30', 'C21'],
  },
  {
    step: 12,
    title: '支委会审查',
    body: 'branchCommittee',
    isVoted: false,
    asks: ['PUBLICITY-5WD', 'REVIEW-DONE', 'TRAIN-3D24H', 'INTRODUCER-2'],
  },
  {
    step: 15,
    title: '讨论接收预备党员',
    body: 'memberMeeting',
    isVoted: true,
    asks: ['MEET-1M', 'REVIEW-DONE', 'TRAIN-3D24H', 'INTRODUCER-2', 'PREDEPART-3M', 'C42', 'C61'],
  },
  {
    step: 23,
    title: '讨论预备党员转正',
    body: 'memberMeeting',
    isVoted: true,
    asks: ['CONFIRM-NOT-EARLY', 'CONFIRM-PROMPT', 'CONFIRM-APPLY', 'TRANSFER-DEFER-6M'],
  },
];

export function agendaStepOf(step: number): AgendaStep | undefined {
  return agendaSteps.find((each) => each.step === step);
}

/** The step a branch's next meeting can decide for this person, by stage and what is on record. */
export function nextAgendaStep(facts: DossierFacts): AgendaStep | undefined {
  if (isClosed(facts)) return undefined;
  const lacks = (name: Parameters<typeof readFact>[1]) => readFact(facts, name) === undefined;
  const { stage } = deriveStage(facts);
  switch (stage) {
    case 'applicant':
      return agendaStepOf(3);
    case 'activist':
      return lacks('targetDiscussed') ? agendaStepOf(7) : undefined;
    case 'developmentTarget':
      if (!lacks('meeting')) return undefined;
      if (!lacks('preReviewed')) return agendaStepOf(15);
      return lacks('committeeReviewed') ? agendaStepOf(12) : undefined;
    case 'probationaryMember':
      return lacks('confirmationMeeting') ? agendaStepOf(23) : undefined;
    case 'fullMember':
    case undefined:
      return undefined;
  }
}

/** Who decides a step in this branch: without a committee everything goes to the members' meeting (14#8). */
export function decisionBodyOf(step: AgendaStep, branch: BranchFacts | undefined): Meeting['kind'] {
  return step.body === 'branchCommittee' && branch?.hasCommittee === false
    ? 'memberMeeting'
    : step.body;
}

/** The dossier as it would stand if the step were done that day; the typed facts are not touched. */
export function withStepDone(dossier: Dossier, step: number, on: CalendarDate): Dossier {
  switch (step) {
    case 3:
      return { ...dossier, activistOn: on };
    case 7:
      return { ...dossier, targetDiscussedOn: on };
    case 12:
      return { ...dossier, committeeReviewedOn: on };
    case 15:
      return { ...dossier, meeting: { ...dossier.meeting, on } };
    case 23:
      return { ...dossier, confirmationMeeting: { ...dossier.confirmationMeeting, on } };
    default:
      return dossier;
  }
}

/** What the law says to deciding this step on that day, worst first; clear answers included. */
export function gateOfStep(
  facts: DossierFacts,
  step: AgendaStep,
  question: { readonly on: CalendarDate; readonly options: EngineOptions },
): readonly Finding[] {
  const dossier = withStepDone(facts.dossier, step.step, question.on);
  const found = auditDossier({ ...facts, dossier }, { ...question.options, today: question.on });
  const order = ['unreasonable', 'verify', 'unknown', 'clear'];
  return found
    .filter(({ rule }) => step.asks.some((asked) => asked === rule))
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

/** 应到 and 实到 of a roll: deductions are out of both, a written opinion is no attendance. */
export function countRoll(roll: readonly RollEntry[]): { should: number; present: number } {
  const should = roll.filter(({ attendance }) => attendance !== 'deducted').length;
  const present = roll.filter(({ attendance }) => attendance === 'present').length;
  return { should, present };
}

export type RollProblem = { readonly rule: DevelopmentRuleId; readonly message: string };

/** What is wrong with a meeting as such, before any vote is counted. */
export function meetingProblems(
  meeting: Pick<Meeting, 'kind' | 'roll' | 'items'>,
  branch: BranchFacts | undefined,
): RollProblem[] {
  const found: RollProblem[] = [];
  for (const { name, attendance, reason } of meeting.roll ?? [])
    if (attendance === 'deducted' && (reason ?? '').trim() === '')
      found.push({ rule: 'C43', message: `${name}不计入应到，须写明原因和上级党组织同意的依据。` });
  for (const item of meeting.items ?? []) {
    const step = agendaStepOf(item.step);
    if (step !== undefined && decisionBodyOf(step, branch) !== meeting.kind)
      found.push({
        rule: 'C40',
        message: `${step.title}应当由${bodyWords[decisionBodyOf(step, branch)]}决定。`,
      });
  }
  return found;
}

/** 支部工作条例: a branch of this size has a committee; said beside the meeting, which it does not stop. */
export function branchAdvice(branch: BranchFacts | undefined): string[] {
  const committeeFrom = limitOf(ruleOf('C40'), 'committeeFrom');
  const fullMembers = branch?.fullMembers;
  if (fullMembers === undefined || fullMembers < committeeFrom || branch?.hasCommittee !== false)
    return [];
  return [`支部有正式党员 ${fullMembers} 名，${committeeFrom} 名以上应当设支部委员会。`];
}

export const bodyWords: Readonly<Record<Meeting['kind'], string>> = {
  branchCommittee: '党支部委员会会议',
  memberMeeting: '党支部党员大会',
};

/** The ballot of one person with the roll's counts: one vote each, one roll for all (rules §1 step 15). */
export function ballotOf(
  meeting: Pick<Meeting, 'id' | 'on' | 'roll'>,
  item: Pick<MeetingItem, 'ballot'>,
): Ballot {
  return {
    ...item.ballot,
    ...countRoll(meeting.roll ?? []),
    on: meeting.on,
    meetingId: meeting.id,
  };
}

/** What the figures make of a vote; undefined while a figure is missing. */
export function isVotedThrough(ballot: Ballot): boolean | undefined {
  const { hasQuorum, isPassed } = readBallot(ballot);
  if (hasQuorum === false || isPassed === false) return false;
  return hasQuorum === undefined || isPassed === undefined ? undefined : true;
}

/** The facts one decision adds to a dossier; what was typed before stays. */
export function applyDecision(dossier: Dossier, meeting: Meeting, item: MeetingItem): Dossier {
  const { on } = meeting;
  const step = agendaStepOf(item.step);
  // Nobody wrote down what was decided: unknown, and never taken for a yes.
  if (step === undefined || item.decision === undefined) return dossier;
  if (item.decision === 'notPassed')
    return {
      ...dossier,
      closure: { kind: 'meetingRejected', on, reason: item.remark ?? `${step.title}未通过` },
    };
  if (item.decision === 'cancelled')
    return { ...dossier, closure: { kind: 'probationCancelled', on, ...reasonOf(item) } };
  if (item.decision === 'extended')
    return {
      ...dossier,
      extension: {
        resolvedOn: on,
        ...(item.extensionMonths === undefined ? {} : { months: item.extensionMonths }),
      },
    };
  const done = withStepDone(dossier, item.step, on);
  if (!step.isVoted) return done;
  const ballot = ballotOf(meeting, item);
  return item.step === 15 ? { ...done, meeting: ballot } : { ...done, confirmationMeeting: ballot };
}

const reasonOf = ({ remark }: MeetingItem) => (remark === undefined ? {} : { reason: remark });
