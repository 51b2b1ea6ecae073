import type { CalendarDate } from '../calendar/calendar-date';
import type { EngineOptions } from '../deadlines/types';
import type { Ballot, Dossier, DossierEvent } from '../records/dossier';
import type { Meeting, MeetingItem, RollEntry } from '../records/work';
import { limitOf, ruleOf, type DevelopmentRuleId } from '../regulations/development-rules';
import type { Finding } from './audit-types';
import { readBallot } from './ballot';
import { readFact, type BranchFacts, type DossierFacts } from './facts';
import { gateOf } from './gate';
import { deriveStage, isClosed } from './stage';
import { liveFacts } from './standing';

/** What a meeting may decide on: the step and who decides; step-questions.ts holds what is asked before it. */
export type AgendaStep = {
  readonly step: number;
  readonly title: string;
  /** 支委会研究; in a branch without a committee the members' meeting decides instead (14#8). */
  readonly body: Meeting['kind'];
  readonly isVoted: boolean;
};

export const agendaSteps: readonly AgendaStep[] = [
  {
    step: 3,
    title: '确定为入党积极分子',
    body: 'branchCommittee',
    isVoted: false,
  },
  {
    step: 7,
    title: '研究确定发展对象人选',
    body: 'branchCommittee',
    isVoted: false,
  },
  {
    step: 12,
    title: '支委会审查',
    body: 'branchCommittee',
    isVoted: false,
  },
  {
    step: 15,
    title: '讨论接收预备党员',
    body: 'memberMeeting',
    isVoted: true,
  },
  {
    step: 23,
    title: '讨论预备党员转正',
    body: 'memberMeeting',
    isVoted: true,
  },
];

export function agendaStepOf(step: number): AgendaStep | undefined {
  return agendaSteps.find((each) => each.step === step);
}

/** The step a branch's next meeting can decide for this person, by stage and what is on record. */
export function nextAgendaStep(typed: DossierFacts): AgendaStep | undefined {
  if (isClosed(typed)) return undefined;
  const facts = liveFacts(typed);
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

/** The dated field that a step fills, where it is one plain day. */
const dayFields: Readonly<Partial<Record<number, DayField>>> = {
  1: 'appliedOn',
  2: 'talkedOn',
  3: 'activistOn',
  4: 'activistFiledOn',
  7: 'targetDiscussedOn',
  8: 'developmentTargetOn',
  12: 'committeeReviewedOn',
  13: 'preReviewedOn',
  14: 'membershipFormOn',
  16: 'committeeTalkOn',
  17: 'approvedOn',
  18: 'filedUpOn',
  19: 'groupAssignedOn',
  20: 'oathOn',
  22: 'confirmationAppliedOn',
  24: 'confirmationApprovedOn',
  25: 'archivedOn',
};
type DayField = {
  [Key in keyof Dossier]-?: NonNullable<Dossier[Key]> extends string ? Key : never;
}[keyof Dossier];

/** The dossier as it would stand if the step were done that day; the typed facts are not touched. */
export function withStepDone(dossier: Dossier, step: number, on: CalendarDate): Dossier {
  if (step === 10) return { ...dossier, politicalReview: { ...dossier.politicalReview, on } };
  if (step === 11) return { ...dossier, training: { ...dossier.training, until: on } };
  if (step === 15) return { ...dossier, meeting: { ...dossier.meeting, on } };
  if (step === 23)
    return { ...dossier, confirmationMeeting: { ...dossier.confirmationMeeting, on } };
  const field = dayFields[step];
  return field === undefined ? dossier : { ...dossier, [field]: on };
}

/** What the law says to deciding this step on that day, worst first; clear answers included. */
export function gateOfStep(
  typed: DossierFacts,
  { step }: AgendaStep,
  question: { readonly on: CalendarDate; readonly options: EngineOptions },
): readonly Finding[] {
  const facts = liveFacts(typed);
  return gateOf(facts, {
    ...question,
    step,
    taken: withStepDone(facts.dossier, step, question.on),
  });
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

/** What was decided on one person, and who types it. */
export type Decision = MeetingItem & { readonly operator?: string };

/** The facts one decision adds to a dossier; what was typed before stays. Another outcome than a yes is an act. */
export function applyDecision(dossier: Dossier, meeting: Meeting, item: Decision): Dossier {
  const { on } = meeting;
  const step = agendaStepOf(item.step);
  // Nobody wrote down what was decided: unknown, and never taken for a yes.
  if (step === undefined || item.decision === undefined) return dossier;
  if (item.decision !== 'passed')
    return withEvent(dossier, actOf(item.decision, { meeting, item, title: step.title }));
  const done = withStepDone(dossier, item.step, on);
  if (!step.isVoted) return done;
  const ballot = ballotOf(meeting, item);
  return item.step === 15 ? { ...done, meeting: ballot } : { ...done, confirmationMeeting: ballot };
}

const actKinds = {
  notPassed: 'meetingRejected',
  cancelled: 'probationCancelled',
  extended: 'probationExtended',
} as const;

function actOf(
  decision: keyof typeof actKinds,
  { meeting, item, title }: { meeting: Meeting; item: Decision; title: string },
): DossierEvent {
  const { remark, operator, extensionMonths: months } = item;
  const reason = remark ?? (decision === 'notPassed' ? `${title}未通过` : undefined);
  return {
    kind: actKinds[decision],
    on: meeting.on,
    body: bodyWords[meeting.kind],
    ...(reason === undefined ? {} : { reason }),
    ...(operator === undefined ? {} : { operator }),
    ...(decision === 'extended' && months !== undefined ? { months } : {}),
  };
}

export const withEvent = (dossier: Dossier, event: DossierEvent): Dossier => ({
  ...dossier,
  events: [...(dossier.events ?? []), event],
});
