import type { VaultInput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import type { SearchHit } from '../../../contract/desk-work';
import { stageWords } from '../../../core/labels/labels';
import { allDevelopmentRules } from '../../../core/regulations/development-rules';
import { articleWords } from '../../../core/regulations/rulebooks';
import { initialsOf, personFlags, stageOfCode } from '../columns/people-columns';
import type { Desk } from './desk';
import { streetName } from './gap-views';

const perKind = 6;

/** People by name, pinyin initials or last four of the ID number; units, branches and rules by name. */
export function find(desk: Desk, { text }: VaultInput<'search.find'>): Result<SearchHit[]> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return { ok: true, value: [] };
  return {
    ok: true,
    value: [
      ...findPeople(desk, wanted),
      ...findNamed(desk, wanted, 'organization'),
      ...findNamed(desk, wanted, 'partyOrganization'),
      ...findRules(wanted),
    ],
  };
}

function findPeople(desk: Desk, wanted: string): SearchHit[] {
  const { people, reference } = desk;
  const hits: SearchHit[] = [];
  for (let row = 0; row < people.count && hits.length < perKind; row += 1) {
    if (
      people.haystack[row]?.includes(wanted) !== true ||
      ((people.flags[row] ?? 0) & personFlags.retired) !== 0
    )
      continue;
    const stage = stageOfCode(people.stage[row] ?? 0);
    const branch = reference.partyOrganizations.get(people.branchIds[row])?.name ?? '';
    hits.push({
      kind: 'person',
      id: people.ids[row] ?? '',
      title: people.names[row] ?? '',
      subtitle: [stage === undefined ? '' : stageWords[stage], branch].filter(Boolean).join(' • '),
    });
  }
  return hits;
}

function findNamed(
  desk: Desk,
  wanted: string,
  kind: 'organization' | 'partyOrganization',
): SearchHit[] {
  const table =
    kind === 'organization' ? desk.reference.organizations : desk.reference.partyOrganizations;
  const hits: SearchHit[] = [];
  for (const { id, name, areaId } of table.all()) {
    if (hits.length >= perKind) break;
    if (name.includes(wanted) || initialsOf(name).startsWith(wanted))
      hits.push({ kind, id, title: name, subtitle: streetName(desk, areaId) });
  }
  return hits;
}

function findRules(wanted: string): SearchHit[] {
  return allDevelopmentRules
    .filter(({ title, text }) => title.includes(wanted) || text.includes(wanted))
    .slice(0, perKind)
    .map((rule) => ({
      kind: 'rule',
      id: rule.id,
      title: rule.title,
      subtitle:
        rule.citations[0] === undefined
          ? rule.text
          : `${articleWords(rule.citations[0])} ${rule.text}`,
    }));
}
