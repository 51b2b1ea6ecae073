import type { VaultInput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { MentorLoad, ProposedMentor } from '../../../../contract/mentors';
import { failed } from '../../../../contract/failure-words';
import { factsOf } from '../../../../core/development/facts';
import { probationOf } from '../../../../core/development/probation';
import { liveFacts } from '../../../../core/development/standing';
import { fullMemberCode, personFlags } from '../../columns/people-columns';
import type { Desk } from '../desk';

const proposedAtMost = 12;

/** Full members whose name or initials fit, those of the person's own branch first. */
export function proposeMentors(
  desk: Desk,
  { personId, text }: VaultInput<'mentors.propose'>,
): Result<ProposedMentor[]> {
  const person = desk.read('people', personId);
  if (person === undefined) return failed('C-103');
  const { people } = desk;
  const wanted = text.trim().toLowerCase();
  const own: number[] = [];
  const others: number[] = [];
  for (let row = 0; row < people.count; row += 1) {
    if (!isVoter(desk, row) || people.ids[row] === personId) continue;
    if (!(people.haystack[row]?.includes(wanted) ?? false)) continue;
    if (people.branchIds[row] === person.branchId) own.push(row);
    else if (wanted !== '' && others.length < proposedAtMost) others.push(row);
  }
  const loads = loadByMentor(desk);
  const rows = [...own, ...others].slice(0, proposedAtMost);
  return {
    ok: true,
    value: rows.map((row) => proposed(desk, row, { loads, branchId: person.branchId })),
  };
}

function isVoter({ people }: Desk, row: number): boolean {
  const silent = personFlags.retired | personFlags.closed;
  return people.stage[row] === fullMemberCode && ((people.flags[row] ?? 0) & silent) === 0;
}

function proposed(
  desk: Desk,
  row: number,
  known: { readonly loads: ReadonlyMap<string, Loaded>; readonly branchId: string | undefined },
): ProposedMentor {
  const { people } = desk;
  const id = people.texts.ids.at(row);
  const branchId = people.texts.branchIds.at(row);
  const name = people.texts.names.at(row);
  const loaded = known.loads.get(id) ?? known.loads.get(keyOf(name, branchId));
  return {
    personId: id,
    name,
    branchName: desk.partyName(branchId) ?? '',
    isOfBranch: branchId === known.branchId,
    since: fullMemberSince(desk, id),
    load: loaded?.people.length ?? 0,
  };
}

/** 党龄 counts from 期满 (26#33); where no probation is on record, the day of the confirmation stands in. */
function fullMemberSince(desk: Desk, id: string): ProposedMentor['since'] {
  const person = desk.stored('people', id);
  if (person === undefined) return null;
  const { dossier } = liveFacts(factsOf(person));
  return probationOf(dossier)?.confirmableOn ?? dossier.confirmationApprovedOn ?? null;
}

type Loaded = { name: string; branchId: string; people: { id: string; name: string }[] };
const keyOf = (name: string, branchId: string) => `${branchId}/${name}`;

/** Whom each mentor accompanies now: by the person named, or by name within the branch. */
function loadByMentor(desk: Desk): Map<string, Loaded> {
  const { people } = desk;
  const mentors = people.facts.column('mentors');
  const silent = personFlags.retired | personFlags.closed;
  const loads = new Map<string, Loaded>();
  for (let row = 0; row < people.count; row += 1) {
    const isSilent = ((people.flags[row] ?? 0) & silent) !== 0;
    if (isSilent || people.stage[row] === fullMemberCode || (mentors?.[row] ?? 0) <= 0) continue;
    const id = people.texts.ids.at(row);
    const branchId = people.texts.branchIds.at(row);
    for (const mentor of desk.stored('people', id)?.dossier?.mentors ?? []) {
      if (mentor.until !== undefined) continue;
      const key = mentor.personId ?? keyOf(mentor.name, branchId);
      const load = loads.get(key) ?? { name: mentor.name, branchId, people: [] };
      load.people.push({ id, name: people.texts.names.at(row) });
      loads.set(key, load);
    }
  }
  return loads;
}

/** The heaviest load first, then by branch and name. */
export function mentorLoads(desk: Desk): MentorLoad[] {
  const order = new Intl.Collator('zh-Hans-CN');
  return [...loadByMentor(desk).values()]
    .map(({ name, branchId, people }) => ({
      name,
      branchName: desk.partyName(branchId) ?? '',
      people,
    }))
    .sort(
      (a, b) =>
        b.people.length - a.people.length ||
        order.compare(a.branchName, b.branchName) ||
        order.compare(a.name, b.name),
    );
}

export const listMentorLoads = (desk: Desk): Result<MentorLoad[]> => ({
  ok: true,
  value: mentorLoads(desk),
});
