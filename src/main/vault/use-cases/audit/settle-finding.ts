import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import { auditDossier } from '../../../../core/development/audit';
import type { Finding } from '../../../../core/development/audit-types';
import { draftLetter } from '../../../../core/development/explanation-letter';
import { factsCompared } from '../../../../core/development/settle';
import type { Person } from '../../../../core/records/person';
import type { Desk } from '../desk';
import { sharedFindings } from './audit-book';
import { surroundedFacts } from '../surroundings';
import { asJson } from '../save-person';

type FindingKey = VaultInput<'audit.letter'>;
type Named = { readonly person: Person; readonly finding: Finding };

/**
 * The finding as it stands now, of the dossier itself or of its comparison with others; none where the facts have
 * changed since the screen was drawn.
 */
async function findFinding(
  desk: Desk,
  { personId, rule, facts }: FindingKey,
): Promise<Named | undefined> {
  const person = desk.read('people', personId);
  if (person === undefined) return undefined;
  const isMeant = (each: Finding) => each.rule === rule && factsCompared(each) === facts;
  const finding =
    auditDossier(surroundedFacts(desk, person), desk.engine).find(isMeant) ??
    (await sharedFindings(desk, personId, true))?.find(isMeant);
  return finding === undefined ? undefined : { person, finding };
}

/** Writes the explanation down beside the facts it explains; the facts stay as they are. */
export async function settleFinding(
  desk: Desk,
  { explanation, ...key }: VaultInput<'audit.settle'>,
): Promise<Result<{ changeId: string }>> {
  if ((await findFinding(desk, key)) === undefined) return failed('C-103');
  const id = desk.newId();
  const settlement = {
    id,
    ...key,
    explanation: explanation.trim(),
    settledOn: desk.today,
    settledBy: desk.settings.operator,
  };
  return desk.commit({
    action: 'audit.settle',
    note: `people/${key.personId}/${key.rule}`,
    changes: [{ table: 'settlements', id, before: null, after: asJson(settlement) }],
  });
}

export function reopenFinding(
  desk: Desk,
  { settlementId }: VaultInput<'audit.reopen'>,
): Result<{ changeId: string }> {
  const settlement = desk.read('settlements', settlementId);
  if (settlement === undefined || settlement.retired !== undefined) return failed('C-103');
  const retired = { on: desk.today, reason: '撤回情况说明' };
  const [before, after] = [asJson(settlement), asJson({ ...settlement, retired })];
  return desk.commit({
    action: 'audit.reopen',
    note: `people/${settlement.personId}/${settlement.rule}`,
    changes: [{ table: 'settlements', id: settlementId, before, after }],
  });
}

export async function draftExplanation(
  desk: Desk,
  key: VaultInput<'audit.letter'>,
): Promise<Result<VaultOutput<'audit.letter'>>> {
  const named = await findFinding(desk, key);
  if (named === undefined) return failed('C-103');
  const { person, finding } = named;
  const branch = desk.reference.partyOrganizations.get(person.branchId);
  const { paragraphs, ...letter } = draftLetter({
    personName: person.name,
    branchName: branch?.name ?? person.branchName ?? '',
    finding,
    today: desk.today,
  });
  return { ok: true, value: { ...letter, paragraphs: [...paragraphs] } };
}
