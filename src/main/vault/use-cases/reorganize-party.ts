import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { reorganizationProblem, reorganize } from '../../../core/coverage/reorganize';
import type { Desk } from './desk';
import { asJson } from './save-person';

/** 撤销、改建、拆分 as one change: the old record ends, the new ones begin, undo takes back both. */
export function reorganizeParty(
  desk: Desk,
  { id, ...asked }: VaultInput<'partyOrganizations.reorganize'>,
): Result<VaultOutput<'partyOrganizations.reorganize'>> {
  const party = desk.read('partyOrganizations', id);
  if (party === undefined) return failed('C-103');
  const act = {
    ...asked,
    successors: asked.successors.map((successor) => ({ ...successor, id: desk.newId() })),
  };
  const problem = reorganizationProblem(party, act);
  if (problem !== undefined) return failed('C-101', `（${problem}）`);
  const { former, founded } = reorganize(party, act);
  const result = desk.commit({
    action: 'partyOrganizations.reorganize',
    note: act.reason,
    changes: [
      { table: 'partyOrganizations', id, before: asJson(party), after: asJson(former) },
      ...founded.map((record) => ({
        table: 'partyOrganizations',
        id: record.id,
        before: null,
        after: asJson(record),
      })),
    ],
  });
  if (!result.ok) return result;
  const { changeId } = result.value;
  return { ok: true, value: { changeId, id, founded: founded.map((record) => record.id) } };
}
