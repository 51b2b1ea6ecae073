import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { peopleDeskSchema, type PeopleDesk } from '../../../contract/people-views';
import type { Desk } from './desk';
import { saveMetaPart } from './meta-part';

const part = 'peopleDesk';
const atFirst: PeopleDesk = {
  columns: ['name', 'stage', 'branch', 'daysInStage', 'next', 'dueOn', 'state'],
  views: [],
};

/** Saved views and chosen columns; what an older edition left unreadable starts anew. */
function currentDesk(desk: Desk): PeopleDesk {
  const stored = peopleDeskSchema.safeParse(desk.ledger.meta.data[part]);
  return stored.success ? stored.data : atFirst;
}

export function peopleDesk(desk: Desk): Result<PeopleDesk> {
  return { ok: true, value: currentDesk(desk) };
}

/** Keeps the filter under a name; the same name again means the same chip. */
export async function savePeopleView(
  desk: Desk,
  view: VaultInput<'people.saveView'>,
): Promise<Result<VaultOutput<'people.saveView'>>> {
  const name = view.name.trim();
  if (name === '') return failed('C-101');
  const current = currentDesk(desk);
  const id = current.views.find((each) => each.name === name)?.id ?? desk.newId();
  const others = current.views.filter((each) => each.id !== id);
  const next = { ...current, views: [...others, { ...view, name, id }] };
  if (!peopleDeskSchema.safeParse(next).success) return failed('C-101');
  const saved = await saveMetaPart(desk, part, next);
  return saved.ok ? { ok: true, value: { id } } : saved;
}

export function deletePeopleView(
  desk: Desk,
  { id }: VaultInput<'people.deleteView'>,
): Promise<Result<Record<string, never>>> {
  const current = currentDesk(desk);
  const views = current.views.filter((each) => each.id !== id);
  return saveMetaPart(desk, part, { ...current, views });
}

export function savePeopleColumns(
  desk: Desk,
  { columns }: VaultInput<'people.saveColumns'>,
): Promise<Result<Record<string, never>>> {
  return saveMetaPart(desk, part, { ...currentDesk(desk), columns });
}
