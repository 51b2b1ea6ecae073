import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { daysBetween } from '../../../core/calendar/arithmetic';
import { existsOn } from '../../../core/coverage/join-units';
import { termOf } from '../../../core/coverage/term';
import type { PartyOrganization } from '../../../core/records/party-organization';
import { initialsOf } from '../columns/people-columns';
import type { Desk } from './desk';
import { termItem } from './due-items';
import { areaWithin, gapView, streetName, tasksByGap } from './gap-views';
import { peopleOfBranches } from './organizations';
import { patched } from './save-person';
import { commitRecord } from './save-record';

type Filter = VaultInput<'partyOrganizations.list'>['filter'];

export function listPartyOrganizations(
  desk: Desk,
  { filter, range }: VaultInput<'partyOrganizations.list'>,
): Result<VaultOutput<'partyOrganizations.list'>> {
  const live = desk.reference.partyOrganizations
    .all()
    .filter((party) => existsOn(party, desk.today));
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const ordered = isFiltered
    ? live.filter((party) => matches(desk, party, filter)).map((party) => ({ party, depth: 0 }))
    : asTree(live);
  const members = membersByBranch(desk);
  const rows = ordered.slice(range.offset, range.offset + range.limit).map(({ party, depth }) => {
    const term = termOf(party, desk.today);
    return {
      id: party.id,
      name: party.name,
      level: party.level,
      form: party.form,
      parentName: parentName(desk, party),
      areaName: streetName(desk, party.areaId),
      members: party.fullMembers ?? members.get(party.id) ?? null,
      units: (party.covers ?? []).filter(({ until }) => until === undefined || until >= desk.today)
        .length,
      termDueOn: term?.dueOn ?? null,
      termDays: term === undefined ? null : daysBetween(desk.today, term.dueOn),
      termNotice: term?.notice ?? ('none' as const),
      depth,
    };
  });
  return { ok: true, value: { rows, total: ordered.length } };
}

function matches(
  desk: Desk,
  party: PartyOrganization,
  { text, areaId, term, forms }: Filter,
): boolean {
  const wanted = text?.trim().toLowerCase();
  if (wanted && !party.name.includes(wanted) && !initialsOf(party.name).includes(wanted))
    return false;
  if (areaId !== undefined && !areaWithin(desk, areaId).has(party.areaId ?? '')) return false;
  if (forms?.length && !forms.includes(party.form)) return false;
  return term === undefined || termOf(party, desk.today)?.notice === term;
}

/** Parents before children, each level indented once. */
function asTree(
  parties: readonly PartyOrganization[],
): { party: PartyOrganization; depth: number }[] {
  const ids = new Set(parties.map(({ id }) => id));
  const children = new Map<string, PartyOrganization[]>();
  for (const party of parties) {
    const parent = party.parentId !== undefined && ids.has(party.parentId) ? party.parentId : '';
    children.set(parent, [...(children.get(parent) ?? []), party]);
  }
  const ordered: { party: PartyOrganization; depth: number }[] = [];
  const walk = (parent: string, depth: number): void => {
    for (const party of children.get(parent) ?? []) {
      ordered.push({ party, depth });
      walk(party.id, depth + 1);
    }
  };
  walk('', 0);
  return ordered;
}

function parentName(desk: Desk, party: PartyOrganization): string {
  return desk.reference.partyOrganizations.get(party.parentId)?.name ?? party.parentName ?? '';
}

function membersByBranch(desk: Desk): Map<string, number> {
  const { people } = desk;
  const counts = new Map<string, number>();
  for (let row = 0; row < people.count; row += 1) {
    const branch = people.branchIds[row] ?? '';
    counts.set(branch, (counts.get(branch) ?? 0) + 1);
  }
  return counts;
}

export function getPartyOrganization(
  desk: Desk,
  { id }: VaultInput<'partyOrganizations.get'>,
): Result<VaultOutput<'partyOrganizations.get'>> {
  const record = desk.reference.partyOrganizations.get(id) ?? desk.read('partyOrganizations', id);
  if (record === undefined) return failed('C-103');
  const tasks = tasksByGap(desk);
  const { gaps } = desk.coverage();
  return {
    ok: true,
    value: {
      record,
      parentName: parentName(desk, record),
      areaName: streetName(desk, record.areaId),
      members: record.fullMembers ?? membersByBranch(desk).get(id) ?? null,
      units: (record.covers ?? []).map(({ organizationId, from, until }) => ({
        id: organizationId,
        name: desk.reference.organizations.get(organizationId)?.name ?? '（已移入历史库）',
        from: from ?? '',
        until: until ?? '',
      })),
      children: desk.reference.partyOrganizations
        .all()
        .filter(({ parentId }) => parentId === id)
        .map(({ id: childId, name }) => ({ id: childId, name })),
      term: termItem(desk, id) ?? null,
      gaps: gaps
        .filter((gap) => gap.subject === 'partyOrganization' && gap.subjectId === id)
        .map((gap) => gapView(desk, gap, tasks)),
      people: peopleOfBranches(desk, new Set([id])),
    },
  };
}

export function savePartyOrganization(
  desk: Desk,
  { id, patch, clears }: VaultInput<'partyOrganizations.save'>,
): Result<VaultOutput<'partyOrganizations.save'>> {
  const known = id === undefined ? undefined : desk.read('partyOrganizations', id);
  if (id !== undefined && known === undefined) return failed('C-103');
  const recordId = id ?? desk.newId();
  const after = patched(known ?? { id: recordId, level: 'branch', form: 'own' }, patch, clears);
  const act = { table: 'partyOrganizations', action: 'partyOrganizations.save' } as const;
  return commitRecord(desk, { ...act, known, after });
}
