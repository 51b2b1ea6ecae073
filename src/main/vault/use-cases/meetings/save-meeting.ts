import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import {
  agendaStepOf,
  applyDecision,
  ballotOf,
  isVotedThrough,
  meetingProblems,
} from '../../../../core/development/meeting';
import { findContradictions } from '../../../../core/development/ballot';
import type { RecordChange } from '../../../../core/records/change';
import type { Meeting, MeetingItem } from '../../../../core/records/work';
import type { Desk } from '../desk';
import { asJson } from '../save-person';

/** One journalled change: the meeting and the facts of everybody it decided on. Undo takes all of it back. */
export function saveMeeting(
  desk: Desk,
  { meeting: draft, overrideReason }: VaultInput<'meetings.save'>,
): Result<VaultOutput<'meetings.save'>> {
  const id = desk.newId();
  const meeting: Meeting = { ...draft, id };
  const problem = firstProblem(desk, meeting);
  if (problem !== undefined && (overrideReason ?? '').trim() === '')
    return failed('C-108', problem.endsWith('。') ? problem : `${problem}。`);
  const changes: RecordChange[] = [{ table: 'meetings', id, before: null, after: asJson(meeting) }];
  for (const item of meeting.items ?? []) {
    const person = desk.read('people', item.personId);
    if (person === undefined) return failed('C-103');
    const dossier = applyDecision(person.dossier ?? {}, meeting, item);
    changes.push({
      table: 'people',
      id: person.id,
      before: asJson(person),
      after: asJson({ ...person, dossier }),
    });
  }
  const result = desk.commit({
    action: 'meetings.save',
    changes,
    ...(overrideReason === undefined ? {} : { note: overrideReason }),
  });
  return result.ok ? { ok: true, value: { ...result.value, id } } : result;
}

/** What speaks against saving as it stands; with a reason on record it may be saved all the same. */
function firstProblem(desk: Desk, meeting: Meeting): string | undefined {
  const branch = desk.reference.partyOrganizations.get(meeting.partyOrganizationId);
  if (branch === undefined) return '没有这个党组织';
  if (meeting.on > desk.today) return '会议日期晚于今天';
  const items = meeting.items ?? [];
  if (items.length === 0) return '会议没有议题';
  if (new Set(items.map(({ personId }) => personId)).size < items.length)
    return '同一人在一次会议上列了两次';
  const { hasCommittee, form } = branch;
  const [wrong] = meetingProblems(meeting, { hasCommittee, form });
  return wrong?.message ?? items.map((item) => voteProblem(meeting, item)).find(Boolean);
}

function voteProblem(meeting: Meeting, item: MeetingItem): string | undefined {
  if (agendaStepOf(item.step)?.isVoted !== true) return undefined;
  const ballot = ballotOf(meeting, item);
  const [contradiction] = findContradictions(ballot);
  if (contradiction !== undefined) return contradiction.message;
  const isThrough = isVotedThrough(ballot);
  if (isThrough === undefined) return '票数没有填全';
  if (!isThrough && item.decision === 'passed') return '赞成或到会人数不够，不能记为通过';
  return undefined;
}
