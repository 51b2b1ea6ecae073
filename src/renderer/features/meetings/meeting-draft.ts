import type { Candidate, MeetingDraft, Preparation } from '../../../contract/meetings';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { countRoll } from '../../../core/development/meeting';
import { readBallot, type BallotReading } from '../../../core/development/ballot';
import type { Ballot } from '../../../core/records/dossier';
import type { MeetingItem, RollEntry } from '../../../core/records/work';

export type Head = {
  readonly branchId: string;
  readonly on: CalendarDate;
  readonly kind: MeetingDraft['kind'];
  readonly place: string;
  readonly chair: string;
  readonly recorder: string;
};

/** Votes as typed: empty means not counted yet. */
export type Votes = {
  readonly yes: string;
  readonly no: string;
  readonly abstain: string;
  readonly writtenYes: string;
};
export const emptyVotes: Votes = { yes: '', no: '', abstain: '', writtenYes: '' };

export type AgendaItem = {
  readonly candidate: Candidate;
  readonly votes: Votes;
  readonly decision: NonNullable<MeetingItem['decision']>;
  readonly extensionMonths: string;
  readonly remark: string;
};

export const newItem = (candidate: Candidate): AgendaItem => ({
  candidate,
  votes: emptyVotes,
  decision: 'passed',
  extensionMonths: '6',
  remark: '',
});

export const rollOf = ({ roll }: Preparation): RollEntry[] =>
  roll.map(({ personId, name }) => ({ personId, name, attendance: 'present' }));

const count = (text: string): number | undefined =>
  /^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined;

/** What holds for every vote of the meeting. */
export type Poll = { readonly roll: readonly RollEntry[]; readonly isSecret: boolean };

/** The ballot of one person over the roll's counts; what is not typed stays unknown. */
export function ballotOfItem(item: AgendaItem, { roll, isSecret }: Poll): Ballot {
  const { yes, no, abstain, writtenYes } = item.votes;
  const typed = { yes: count(yes), no: count(no), abstain: count(abstain) };
  const written = count(writtenYes);
  return {
    ...countRoll(roll),
    ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)),
    ...(written === undefined || written === 0 ? {} : { written: { yes: written } }),
    isSecret,
  };
}

export const readingOf = (item: AgendaItem, poll: Poll): BallotReading =>
  readBallot(ballotOfItem(item, poll));

export function draftOf(head: Head, poll: Poll, items: readonly AgendaItem[]): MeetingDraft {
  const optional = (text: string, key: 'place' | 'chair' | 'recorder') =>
    text.trim() === '' ? {} : { [key]: text.trim() };
  return {
    partyOrganizationId: head.branchId,
    kind: head.kind,
    on: head.on,
    ...optional(head.place, 'place'),
    ...optional(head.chair, 'chair'),
    ...optional(head.recorder, 'recorder'),
    ...(head.kind === 'memberMeeting' ? { roll: [...poll.roll] } : {}),
    items: items.map((item) => itemOf(item, poll)),
  };
}

function itemOf(item: AgendaItem, poll: Poll): MeetingItem {
  const { candidate, decision, extensionMonths, remark } = item;
  const months = count(extensionMonths);
  return {
    personId: candidate.personId,
    step: candidate.step,
    decision,
    ...(candidate.isVoted ? { ballot: ballotOfItem(item, poll) } : {}),
    ...(decision === 'extended' && months !== undefined ? { extensionMonths: months } : {}),
    ...(remark.trim() === '' ? {} : { remark: remark.trim() }),
  };
}
