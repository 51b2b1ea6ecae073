import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import type { DuplicateHitView } from '../../../../contract/register';
import { organizationStatusWords } from '../../../../core/labels/labels';
import {
  personDuplicates,
  unitDuplicates,
  type DuplicateHit,
  type DuplicateSign,
} from '../../../../core/register/duplicates';
import type { Person } from '../../../../core/records/person';
import { personFlags } from '../../columns/people-columns';
import type { Desk } from '../desk';
import { streetName } from '../gap-views';
import { maskIdNumber } from '../masking';

const signWords: Readonly<Record<DuplicateSign, string>> = {
  creditCode: '信用代码相同',
  idNumber: '身份证号相同',
  name: '同名',
  nearName: '名称相近',
  phone: '联系电话相同',
};
const mostShown = 5;

type Typed = VaultInput<'duplicates.find'>;

/** Records that may be the one being typed: a warning beside the form, never a refusal. */
export function findDuplicates(desk: Desk, typed: Typed): Result<VaultOutput<'duplicates.find'>> {
  const value = typed.subject === 'organization' ? unitHits(desk, typed) : peopleHits(desk, typed);
  return { ok: true, value };
}

/** The record as if it were being typed: what else in the register looks like it. */
export function mergeAbout(
  desk: Desk,
  { subject, id }: VaultInput<'merge.about'>,
): Result<VaultOutput<'merge.about'>> {
  const typed = subject === 'organization' ? typedUnit(desk, id) : typedPerson(desk, id);
  if (typed === undefined) return failed('C-103');
  const found = findDuplicates(desk, { subject, id, ...typed });
  return found.ok ? { ok: true, value: { name: typed.name, likely: found.value } } : found;
}

function typedUnit(desk: Desk, id: string) {
  const unit = desk.read('organizations', id);
  if (unit === undefined) return undefined;
  return { name: unit.name, number: unit.creditCode ?? '', phone: unit.head?.phone ?? '' };
}

function typedPerson(desk: Desk, id: string) {
  const person = desk.read('people', id);
  if (person === undefined) return undefined;
  return { name: person.name, number: person.idNumber ?? '', phone: person.phone ?? '' };
}

function unitHits(desk: Desk, { id, name, number, phone }: Typed): DuplicateHitView[] {
  const units = desk.reference.organizations;
  const hits = unitDuplicates({ id, name, creditCode: number, phone }, units.all());
  return hits.slice(0, mostShown).flatMap((hit) => {
    const unit = units.get(hit.id);
    if (unit === undefined) return [];
    const where = streetName(desk, unit.areaId);
    const code = unit.creditCode ?? '无信用代码';
    return [view(hit, unit.name, [code, where, organizationStatusWords[unit.status]])];
  });
}

/** Only people whose name or last four digits are alike are opened. */
function peopleHits(desk: Desk, { id, name, number, phone }: Typed): DuplicateHitView[] {
  const { people } = desk;
  const wanted = name.replaceAll(/\s/g, '');
  const tail = number.trim().slice(-4).toLowerCase();
  const near: Person[] = [];
  for (let row = 0; row < people.count; row += 1) {
    if (((people.flags[row] ?? 0) & personFlags.retired) !== 0) continue;
    const isNamesake = wanted !== '' && people.names[row] === wanted;
    const hasTail = number.length >= 15 && people.haystack[row]?.includes(tail) === true;
    const person = isNamesake || hasTail ? desk.read('people', people.ids[row] ?? '') : undefined;
    if (person !== undefined) near.push(person);
  }
  const byId = new Map(near.map((person) => [person.id, person]));
  const hits = personDuplicates({ id, name, idNumber: number, phone }, near);
  return hits.slice(0, mostShown).flatMap((hit) => {
    const person = byId.get(hit.id);
    if (person === undefined) return [];
    const branch = desk.reference.partyOrganizations.get(person.branchId)?.name ?? '';
    const masked = person.idNumber === undefined ? '' : maskIdNumber(person.idNumber);
    return [view(hit, person.name, [masked, branch || (person.branchName ?? '')])];
  });
}

function view({ id, sign }: DuplicateHit, title: string, parts: readonly string[]) {
  return { id, sign, title, words: [signWords[sign], ...parts].filter(Boolean).join(' • ') };
}
