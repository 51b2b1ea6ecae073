import type { EngineOptions } from '../../../../core/deadlines/types';
import { isBlocking } from '../../../../core/development/audit-types';
import { findContradictions } from '../../../../core/development/ballot';
import { factsOf } from '../../../../core/development/facts';
import {
  agendaStepOf,
  ballotOf,
  gateOfStep,
  isVotedThrough,
  meetingProblems,
  nextAgendaStep,
} from '../../../../core/development/meeting';
import type { PartyOrganization } from '../../../../core/records/party-organization';
import type { Person } from '../../../../core/records/person';
import type { Meeting, MeetingItem } from '../../../../core/records/work';

/** One matter of the meeting with the person it is about. */
export type Matter = { readonly person: Person; readonly item: MeetingItem };

/** What no reason can mend: the meeting as typed cannot be a record. */
export function impossibility(
  meeting: Meeting,
  branch: PartyOrganization | undefined,
  today: string,
): string | undefined {
  if (branch === undefined) return '没有这个党组织。';
  if (meeting.on > today) return '会议日期晚于今天。';
  const items = meeting.items ?? [];
  if (items.length === 0) return '会议没有议题。';
  if (new Set(items.map(({ personId }) => personId)).size < items.length)
    return '同一人在一次会议上列了两次。';
  if (items.some(({ decision }) => decision === undefined)) return '有议题没有写明结果。';
  return undefined;
}

/** What stands against saving: for whom, by which rule where it is one of the law, in words. */
export type Objection = {
  readonly personId?: string;
  readonly rule?: string;
  readonly message: string;
};

/** What may be saved only with a reason on record: the law's blocks, the roll, and figures that do not carry. */
export function objections(
  meeting: Meeting,
  matters: readonly Matter[],
  known: { readonly branch: PartyOrganization; readonly engine: EngineOptions },
): Objection[] {
  const { hasCommittee, form } = known.branch;
  return [
    ...meetingProblems(meeting, { hasCommittee, form }),
    ...matters.flatMap((matter) => [
      ...stepObjections(meeting, matter, known),
      ...voteObjections(meeting, matter).map((message) => ({ message })),
    ]),
  ];
}

/** The rules a meeting passed over for one person: her own, and those of the meeting as such. */
export function rulesPassedOver(all: readonly Objection[], personId: string): string[] {
  const own = all.filter((each) => each.personId === undefined || each.personId === personId);
  return [...new Set(own.flatMap(({ rule }) => rule ?? []))];
}

function stepObjections(
  meeting: Meeting,
  { person, item }: Matter,
  { branch, engine }: { readonly branch: PartyOrganization; readonly engine: EngineOptions },
): Objection[] {
  const facts = factsOf(person, { hasCommittee: branch.hasCommittee, form: branch.form });
  const step = agendaStepOf(item.step);
  if (step === undefined || nextAgendaStep(facts)?.step !== item.step)
    return [{ message: `${person.name}现在不到办这一步，或者已经登记过。` }];
  return gateOfStep(facts, step, { on: meeting.on, options: engine })
    .filter(isBlocking)
    .map(({ rule, message }) => ({
      personId: person.id,
      rule,
      message: `${person.name}：${message}`,
    }));
}

function voteObjections(meeting: Meeting, { person, item }: Matter): string[] {
  if (agendaStepOf(item.step)?.isVoted !== true) return [];
  const ballot = ballotOf(meeting, item);
  const contradictions = findContradictions(ballot).map(({ message }) => message);
  const isThrough = isVotedThrough(ballot);
  const problems = [
    ...contradictions,
    ...(isThrough === undefined ? ['票数没有填全'] : []),
    ...(isThrough === false && item.decision === 'passed'
      ? ['赞成或到会人数不够，不能记为通过']
      : []),
    ...(ballot.isSecret === true ? [] : ['没有注明采取无记名投票']),
  ];
  return problems.map((problem) => `${person.name}：${problem}。`);
}
