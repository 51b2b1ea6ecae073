import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import { applyDecision } from '../../../../core/development/meeting';
import type { RecordChange } from '../../../../core/records/change';
import type { Meeting } from '../../../../core/records/work';
import type { Desk } from '../desk';
import { asJson } from '../save-person';
import { impossibility, objections, type Matter } from './meeting-checks';

/** One journalled change: the meeting and the facts of everybody it decided on. Undo takes all of it back. */
export function saveMeeting(
  desk: Desk,
  { meeting: draft, overrideReason = '' }: VaultInput<'meetings.save'>,
): Result<VaultOutput<'meetings.save'>> {
  const meeting: Meeting = { ...draft, id: desk.newId() };
  const branch = desk.reference.partyOrganizations.get(meeting.partyOrganizationId);
  const impossible = impossibility(meeting, branch, desk.today);
  if (impossible !== undefined || branch === undefined) return failed('C-108', impossible);
  const matters: Matter[] = [];
  for (const item of meeting.items ?? []) {
    const person = desk.read('people', item.personId);
    if (person === undefined) return failed('C-103');
    matters.push({ person, item });
  }
  const reason = overrideReason.trim();
  const [objection] = objections(meeting, matters, { branch, engine: desk.engine });
  if (objection !== undefined && reason === '') return failed('C-108', objection);
  const result = desk.commit({
    action: 'meetings.save',
    changes: changesOf(meeting, matters),
    ...(reason === '' ? {} : { note: reason }),
  });
  return result.ok ? { ok: true, value: { ...result.value, id: meeting.id } } : result;
}

function changesOf(meeting: Meeting, matters: readonly Matter[]): RecordChange[] {
  return [
    { table: 'meetings', id: meeting.id, before: null, after: asJson(meeting) },
    ...matters.map(({ person, item }) => ({
      table: 'people',
      id: person.id,
      before: asJson(person),
      after: asJson({ ...person, dossier: applyDecision(person.dossier ?? {}, meeting, item) }),
    })),
  ];
}
