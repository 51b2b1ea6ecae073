import { organizationStatusWords } from '../labels/labels';
import type { Area } from '../records/area';
import type { Organization, OrganizationStatus } from '../records/organization';
import type { Difference, ListedUnit } from './types';
import { isSameAddress, nameKey } from './unit-names';

/** Areas as a comparison needs them. */
export interface AreaBook {
  readonly byId: ReadonlyMap<string, Area>;
  /** The one street of a name, else the one area of it; a name that several have tells nothing. */
  readonly byName: ReadonlyMap<string, Area>;
}

/** Areas whose name no other of them has. */
function uniqueByName(areas: readonly Area[]): (readonly [string, Area])[] {
  const counts = new Map<string, number>();
  for (const { name } of areas) counts.set(nameKey(name), (counts.get(nameKey(name)) ?? 0) + 1);
  return areas
    .map((area) => [nameKey(area.name), area] as const)
    .filter(([name]) => counts.get(name) === 1);
}

/** A list names places as they are now; units may still be recorded where a place was that is merged by now. */
export function areaBook(areas: readonly Area[]): AreaBook {
  const standing = areas.filter(({ retired }) => retired === undefined);
  const streets = standing.filter(({ level }) => level === 'street');
  return {
    byId: new Map(areas.map((area) => [area.id, area])),
    byName: new Map([...uniqueByName(standing), ...uniqueByName(streets)]),
  };
}

/** Whether one area is the other or lies in it. */
function isWithin(book: AreaBook, areaId: string | undefined, outerId: string): boolean {
  const seen = new Set<string>();
  let id = areaId;
  while (id !== undefined && !seen.has(id)) {
    if (id === outerId) return true;
    seen.add(id);
    const area = book.byId.get(id);
    id = area?.retired?.intoId ?? area?.parentId;
  }
  return false;
}

/**
 * What a register can know better than we do. Its 正常 only says that the unit is on its books: it does not
 * contradict what somebody saw on the spot (停业、空壳、僵尸、一照多址).
 */
const seenOnTheSpot: ReadonlySet<OrganizationStatus> = new Set([
  'suspended',
  'shell',
  'dormant',
  'duplicateAddress',
]);

function statusDifference(unit: Organization, listed: ListedUnit): Difference[] {
  const { status } = listed;
  if (status === undefined || status === unit.status) return [];
  if (status === 'operating' && seenOnTheSpot.has(unit.status)) return [];
  return [
    {
      kind: 'statusChanged',
      label: '状态',
      before: organizationStatusWords[unit.status],
      after: organizationStatusWords[status],
      patch: { status },
    },
  ];
}

function nameDifference(unit: Organization, listed: ListedUnit): Difference[] {
  if (nameKey(unit.name) === nameKey(listed.name)) return [];
  const former = [...new Set([...(unit.formerNames ?? []), unit.name])];
  return [
    {
      kind: 'renamed',
      label: '名称',
      before: unit.name,
      after: listed.name,
      patch: { name: listed.name, formerNames: former },
    },
  ];
}

function placeDifferences(unit: Organization, listed: ListedUnit, book: AreaBook): Difference[] {
  const found: Difference[] = [];
  if (unit.address !== undefined && listed.address !== undefined) {
    const { address } = listed;
    if (!isSameAddress(unit.address, address))
      found.push({
        kind: 'moved',
        label: '地址',
        before: unit.address,
        after: address,
        patch: { address },
      });
  }
  const area = listed.town === undefined ? undefined : book.byName.get(nameKey(listed.town));
  if (area !== undefined && unit.areaId !== undefined && !isWithin(book, unit.areaId, area.id)) {
    found.push({
      kind: 'moved',
      label: '区域',
      before: book.byId.get(unit.areaId)?.name ?? '不详',
      after: area.name,
      patch: { areaId: area.id },
    });
  }
  return found;
}

/** Everything in which a row contradicts its record; what the list leaves out contradicts nothing. */
export function differencesOf(
  unit: Organization,
  listed: ListedUnit,
  book: AreaBook,
): Difference[] {
  return [
    ...statusDifference(unit, listed),
    ...nameDifference(unit, listed),
    ...placeDifferences(unit, listed, book),
  ];
}

/** Blank fields of the record for which the list has a value; nothing that is filled is touched. */
export function fillsOf(
  unit: Partial<Organization>,
  listed: ListedUnit,
  book: AreaBook,
): Partial<Organization> {
  const areaId = listed.town === undefined ? undefined : book.byName.get(nameKey(listed.town))?.id;
  const offered: Partial<Organization> = {
    ...(listed.creditCode === undefined ? {} : { creditCode: listed.creditCode }),
    ...(listed.address === undefined ? {} : { address: listed.address }),
    ...(listed.foundedOn === undefined ? {} : { foundedOn: listed.foundedOn }),
    ...(listed.industry === undefined ? {} : { industry: listed.industry }),
    ...(listed.registrationType === undefined ? {} : { registrationType: listed.registrationType }),
    ...(listed.headName === undefined ? {} : { head: { name: listed.headName } }),
    ...(areaId === undefined ? {} : { areaId }),
    ...(areaId === undefined && listed.town !== undefined ? { areaName: listed.town } : {}),
  };
  const isBlank = (field: string) =>
    unit[field as keyof Organization] === undefined &&
    !(field === 'areaName' && unit.areaId !== undefined);
  return Object.fromEntries(Object.entries(offered).filter(([field]) => isBlank(field)));
}
