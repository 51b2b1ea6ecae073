import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { OverrideRow } from '../../../../contract/dossier-acts';
import { personFlags } from '../../columns/people-columns';
import type { Desk } from '../desk';
import { overrideViews } from './path';

/** Every block that was passed over with a reason, newest first. */
export function overrideRows(desk: Desk): OverrideRow[] {
  const { people } = desk;
  const rows: OverrideRow[] = [];
  for (let row = 0; row < people.count; row += 1) {
    const flags = people.flags[row] ?? 0;
    if ((flags & personFlags.overridden) === 0 || (flags & personFlags.retired) !== 0) continue;
    const id = people.texts.ids.at(row);
    const dossier = desk.stored('people', id)?.dossier;
    if (dossier === undefined) continue;
    const person = {
      personId: id,
      personName: people.texts.names.at(row),
      branchName: desk.partyName(people.texts.branchIds.at(row)) ?? '',
    };
    rows.push(...overrideViews(desk, dossier).map((view) => ({ ...person, ...view })));
  }
  return rows.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

export function listOverrides(
  desk: Desk,
  { range }: VaultInput<'dossier.overrides'>,
): Result<VaultOutput<'dossier.overrides'>> {
  const rows = overrideRows(desk);
  return {
    ok: true,
    value: { rows: rows.slice(range.offset, range.offset + range.limit), total: rows.length },
  };
}
