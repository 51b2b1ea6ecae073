import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import { agendaStepOf, bodyWords } from '../../../../core/development/meeting';
import { minutesOf, resolutionOf, type MinutesNames } from '../../../../core/development/minutes';
import type { Meeting } from '../../../../core/records/work';
import { rowOf } from '../../columns/people-columns';
import type { Desk } from '../desk';

const namesOf = (desk: Desk, meeting: Meeting): MinutesNames => ({
  branchName: desk.partyName(meeting.partyOrganizationId) ?? '（已撤销的党组织）',
  personName: (id) => nameOf(desk, id),
});

function nameOf(desk: Desk, id: string): string {
  const row = rowOf(desk.people, id);
  return row === undefined ? '（已移入历史库）' : desk.people.texts.names.at(row);
}

/** Newest first. */
export function listMeetings(
  desk: Desk,
  { range }: VaultInput<'meetings.list'>,
): Result<VaultOutput<'meetings.list'>> {
  const meetings = [...desk.ledger.scan('meetings')]
    .map(({ value }) => value as Meeting)
    .filter(({ retired }) => retired === undefined)
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return {
    ok: true,
    value: {
      rows: meetings.slice(range.offset, range.offset + range.limit).map((meeting) => ({
        id: meeting.id,
        on: meeting.on,
        branchName: namesOf(desk, meeting).branchName,
        bodyWords: bodyWords[meeting.kind],
        people: peopleWords(desk, meeting),
      })),
      total: meetings.length,
    },
  };
}

function peopleWords(desk: Desk, { items }: Meeting): string {
  return (items ?? [])
    .map(({ personId, step }) => `${nameOf(desk, personId)}（${agendaStepOf(step)?.title ?? ''}）`)
    .join('、');
}

export function getMeeting(
  desk: Desk,
  { id }: VaultInput<'meetings.get'>,
): Result<VaultOutput<'meetings.get'>> {
  const meeting = desk.read('meetings', id);
  if (meeting === undefined) return failed('C-103');
  const names = namesOf(desk, meeting);
  return {
    ok: true,
    value: {
      meeting,
      branchName: names.branchName,
      title: `${bodyWords[meeting.kind]}记录`,
      minutes: minutesOf(meeting, names),
      resolutions: (meeting.items ?? []).flatMap((item) => {
        const text = resolutionOf(meeting, item, names);
        return text === undefined ? [] : [{ name: names.personName(item.personId), text }];
      }),
    },
  };
}
