import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import type { CalendarDate } from '../../../../core/calendar/calendar-date';
import type { RecordChange } from '../../../../core/records/change';
import type { PartyOrganization } from '../../../../core/records/party-organization';
import { coversProblem, splitProblem, splitUnit } from '../../../../core/register/split-unit';
import type { Desk } from '../desk';
import { asJson } from '../save-person';

/** 分立: what is counted is divided, the new unit begins on its day; one change, undone as one. */
export function splitOrganization(
  desk: Desk,
  { id, on, reason, name, creditCode, counts, covers }: VaultInput<'organizations.split'>,
): Result<VaultOutput<'organizations.split'>> {
  const unit = desk.reference.organizations.get(id);
  if (unit === undefined) return failed('C-103');
  const founded = desk.newId();
  const code = creditCode.trim();
  const split = {
    on,
    reason,
    part: { id: founded, name, counts, ...(code === '' ? {} : { creditCode: code }) },
  };
  const kept = covers.map((each) => desk.reference.partyOrganizations.get(each));
  const words = splitProblem(unit, split) ?? coversProblem(kept, { unitId: id, on });
  if (words !== undefined) return failed('C-101', `（${words}）`);
  const made = splitUnit(unit, split);
  const result = desk.commit({
    action: 'organizations.split',
    note: reason,
    changes: [
      { table: 'organizations', id, before: asJson(unit), after: asJson(made.rest) },
      { table: 'organizations', id: founded, before: null, after: asJson(made.founded) },
      ...kept.flatMap((party) => (party === undefined ? [] : [covering(party, founded, on)])),
    ],
  });
  return result.ok ? { ok: true, value: { changeId: result.value.changeId, id, founded } } : result;
}

function covering(party: PartyOrganization, unitId: string, from: CalendarDate): RecordChange {
  const covers = [...(party.covers ?? []), { organizationId: unitId, from }];
  const after = asJson({ ...party, covers });
  return { table: 'partyOrganizations', id: party.id, before: asJson(party), after };
}
