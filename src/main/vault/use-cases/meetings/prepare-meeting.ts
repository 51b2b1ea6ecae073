import type { VaultInput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import type { Candidate, Preparation } from '../../../../contract/meetings';
import type { CalendarDate } from '../../../../core/calendar/calendar-date';
import { factsOf, type BranchFacts } from '../../../../core/development/facts';
import {
  bodyWords,
  branchAdvice,
  decisionBodyOf,
  gateOfStep,
  nextAgendaStep,
} from '../../../../core/development/meeting';
import { deriveStage } from '../../../../core/development/stage';
import type { PartyOrganization } from '../../../../core/records/party-organization';
import type { Person } from '../../../../core/records/person';
import { personFlags } from '../../columns/people-columns';
import type { Desk } from '../desk';
import { gateItem } from '../person-view';

/** Who is ready for this branch's meeting on that day, who votes, and what is to be minded. */
export function prepareMeeting(
  desk: Desk,
  { partyOrganizationId, on }: VaultInput<'meetings.prepare'>,
): Result<Preparation> {
  const branch = desk.reference.partyOrganizations.get(partyOrganizationId);
  if (branch === undefined) return failed('C-103');
  const people = peopleOf(desk, partyOrganizationId);
  const voters = people.filter((person) => isFullMemberOn(person, on));
  const facts = meetingBranch(branch, voters.length);
  return {
    ok: true,
    value: {
      branchName: branch.name,
      hasCommittee: branch.hasCommittee ?? null,
      fullMembers: facts.fullMembers ?? null,
      candidates: people.flatMap((person) => candidateOf(desk, person, { facts, on }) ?? []),
      roll: voters.map(({ id, name }) => ({ personId: id, name })),
      advice: [
        ...branchAdvice(facts),
        ...rollAdvice(branch, voters.length),
        ...(branch.hasCommittee === false
          ? [`本支部未设支部委员会，由${bodyWords.memberMeeting}研究决定。`]
          : []),
      ],
    },
  };
}

/** What the meeting knows of its branch: the people listed, else the number on record. */
export function meetingBranch(branch: PartyOrganization, voters: number): BranchFacts {
  const fullMembers = voters > 0 ? voters : branch.fullMembers;
  return { fullMembers, hasCommittee: branch.hasCommittee, form: branch.form };
}

function rollAdvice(branch: PartyOrganization, voters: number): string[] {
  if (branch.fullMembers === undefined || branch.fullMembers === voters) return [];
  return [
    `在册正式党员登记为 ${branch.fullMembers} 名，账本中列有 ${voters} 名，请补全应到名册后再表决。`,
  ];
}

export function peopleOf(desk: Desk, branchId: string): Person[] {
  const { people } = desk;
  const found: Person[] = [];
  for (let row = 0; row < people.count; row += 1) {
    if (people.branchIds[row] !== branchId) continue;
    if (((people.flags[row] ?? 0) & personFlags.retired) !== 0) continue;
    const person = desk.read('people', people.ids[row] ?? '');
    if (person !== undefined) found.push(person);
  }
  return found;
}

/** A full member votes from the day probation ended for them; an undated one is taken as one. */
function isFullMemberOn(person: Person, on: CalendarDate): boolean {
  const facts = factsOf(person);
  const { stage } = deriveStage(facts);
  const since = facts.dossier.confirmationApprovedOn;
  return stage === 'fullMember' && (since === undefined || since <= on);
}

function candidateOf(
  desk: Desk,
  person: Person,
  { facts: branch, on }: { facts: BranchFacts; on: CalendarDate },
): Candidate | undefined {
  const facts = factsOf(person, branch);
  const step = nextAgendaStep(facts);
  if (step === undefined) return undefined;
  return {
    personId: person.id,
    name: person.name,
    step: step.step,
    stepTitle: step.title,
    body: decisionBodyOf(step, branch),
    isVoted: step.isVoted,
    gate: gateOfStep(facts, step, { on, options: desk.engine }).map(gateItem),
  };
}
