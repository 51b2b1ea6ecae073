import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import { withOverrides } from '../../../../core/development/gate';
import { applyDecision } from '../../../../core/development/meeting';
import { newRound } from '../../../../core/development/new-round';
import type { RecordChange } from '../../../../core/records/change';
import type { Meeting } from '../../../../core/records/work';
import type { Desk } from '../desk';
import { asJson, withFormer } from '../save-person';
import { impossibility, objections, rulesPassedOver, type Matter } from './meeting-checks';

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
  const against = objections(meeting, matters, { branch, engine: desk.engine });
  const [objection] = against;
  if (objection !== undefined && reason === '') return failed('C-108', objection.message);
  const result = desk.commit({
    action: 'meetings.save',
    changes: [
      { table: 'meetings', id: meeting.id, before: null, after: asJson(meeting) },
      ...matters.map((matter) => {
        const rules = rulesPassedOver(against, matter.person.id);
        return personChange(desk, matter, { meeting, rules, reason });
      }),
    ],
    ...(reason === '' ? {} : { note: reason }),
  });
  return result.ok ? { ok: true, value: { ...result.value, id: meeting.id } } : result;
}

/** The facts of one decision, and for which reason which blocks were passed over. */
function personChange(
  desk: Desk,
  { person, item }: Matter,
  {
    meeting,
    rules,
    reason,
  }: { readonly meeting: Meeting; readonly rules: readonly string[]; readonly reason: string },
): RecordChange {
  const typed = person.dossier ?? {};
  const { current, former } =
    item.decision === 'passed' ? newRound(typed) : { current: typed, former: undefined };
  const decided = applyDecision(current, meeting, { ...item, operator: desk.who });
  const dossier = withOverrides(decided, rules, { reason, on: desk.today });
  const after = withFormer({ ...person, dossier }, former);
  return { table: 'people', id: person.id, before: asJson(person), after: asJson(after) };
}
