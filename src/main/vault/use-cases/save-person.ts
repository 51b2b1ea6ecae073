import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { newRound } from '../../../core/development/new-round';
import type { RecordChange } from '../../../core/records/change';
import type { Dossier } from '../../../core/records/dossier';
import type { Person } from '../../../core/records/person';
import type { Desk } from './desk';

export const asJson = (value: object): RecordChange['after'] => value as RecordChange['after'];

/** A record with a patch laid on and some fields emptied; what the patch does not name stays as it is. */
export function patched<Value extends object>(
  record: Value,
  patch: object,
  clears: readonly string[],
): Value {
  const kept = Object.entries({ ...record, ...patch }).filter(
    ([key, value]) => !clears.includes(key) && value !== undefined,
  );
  return Object.fromEntries(kept) as Value;
}

export function createPerson(
  desk: Desk,
  { person }: VaultInput<'people.create'>,
): Result<VaultOutput<'people.create'>> {
  const id = desk.newId();
  const branch = desk.reference.partyOrganizations.get(person.branchId);
  const areaId = person.areaId ?? branch?.areaId;
  const record = patched({ id }, { ...person, ...(areaId === undefined ? {} : { areaId }) }, []);
  const result = desk.commit({
    action: 'people.create',
    changes: [{ table: 'people', id, before: null, after: asJson(record) }],
  });
  return result.ok ? { ok: true, value: { id } } : result;
}

export function savePersonIdentity(
  desk: Desk,
  { id, patch, clears }: VaultInput<'people.saveIdentity'>,
): Result<{ changeId: string }> {
  return change(desk, { id, action: 'people.saveIdentity' }, (person) =>
    patched(person, patch, clears),
  );
}

export function savePersonFacts(
  desk: Desk,
  { id, patch, clears, reason }: VaultInput<'people.saveFacts'>,
): Result<{ changeId: string }> {
  return change(desk, { id, action: 'people.saveFacts', note: reason }, (person) => {
    const dossier = person.dossier ?? {};
    const { current, former, undone } = newRound(dossier);
    // A fact that an act undid is typed anew: the round it belonged to is kept beside the present one.
    const isNewRound = [...Object.keys(patch), ...clears].some((key) => undone.includes(key));
    return isNewRound
      ? withFormer({ ...person, dossier: patched(current, patch, clears) }, former)
      : { ...person, dossier: patched(dossier, patch, clears) };
  });
}

/** Rounds before the present one, the newest last; as many as the record keeps. */
export function withFormer(person: Person, former: Dossier | undefined): Person {
  if (former === undefined) return person;
  return {
    ...person,
    formerDossiers: [...(person.formerDossiers ?? []), former].slice(-keptRounds),
  };
}

const keptRounds = 10;

function change(
  desk: Desk,
  { id, action, note }: { id: string; action: string; note?: string | undefined },
  edit: (person: Person) => Person,
): Result<{ changeId: string }> {
  const person = desk.read('people', id);
  if (person === undefined) return failed('C-103');
  const changes = [{ table: 'people', id, before: asJson(person), after: asJson(edit(person)) }];
  return desk.commit({ action, changes, ...(note === undefined ? {} : { note }) });
}

/** Shows one masked value and puts on record that it was shown. */
export function revealValue(
  desk: Desk,
  { id, field }: VaultInput<'people.reveal'>,
): Result<{ value: string }> {
  const person = desk.read('people', id);
  const value = person?.[field];
  if (value === undefined) return failed('C-103');
  const recorded = desk.record('people.reveal', `people/${id}/${field}`);
  return recorded.ok ? { ok: true, value: { value } } : recorded;
}
