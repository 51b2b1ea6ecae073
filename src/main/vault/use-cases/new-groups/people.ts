import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import type { NewGroupPeopleFilter, NewGroupPerson } from '../../../../contract/new-groups';
import { stageWords } from '../../../../core/labels/labels';
import { initialsOf } from '../../columns/people-columns';
import type { Desk } from '../desk';
import { workersOf, type Worker } from './roster';
import { areaPath, platformName } from './sites';

type Test = (worker: Worker) => boolean;

function testsOf({ text, group, place, floating }: NewGroupPeopleFilter): Test[] {
  const wanted = text?.trim().toLowerCase() ?? '';
  const tests: Test[] = [];
  if (wanted !== '')
    tests.push(({ name }) => name.includes(wanted) || initialsOf(name).startsWith(wanted));
  if (group !== undefined) tests.push((worker) => worker.group === group);
  if (place === 'rival') tests.push(({ isRival }) => isRival);
  else if (place !== undefined) tests.push((worker) => worker.place.kind === place);
  if (floating !== undefined) tests.push((worker) => worker.floating.state === floating);
  return tests;
}

export function listNewGroupPeople(
  desk: Desk,
  { filter, range }: VaultInput<'newGroups.people'>,
): Result<VaultOutput<'newGroups.people'>> {
  const tests = testsOf(filter);
  const found = workersOf(desk).filter((worker) => tests.every((test) => test(worker)));
  const rows = found
    .slice(range.offset, range.offset + range.limit)
    .map((worker) => personRow(desk, worker));
  return { ok: true, value: { rows, total: found.length } };
}

function placeName(desk: Desk, { place }: Worker): string {
  if (place.kind === 'none') return '';
  return place.kind === 'area'
    ? areaPath(desk, place.id)
    : (desk.reference.organizations.get(place.id)?.name ?? '');
}

function personRow(desk: Desk, worker: Worker): NewGroupPerson {
  const { reference } = desk;
  const site = reference.organizations.get(worker.siteId);
  return {
    id: worker.id,
    name: worker.name,
    group: worker.group,
    stageWords: worker.stage === undefined ? '' : stageWords[worker.stage],
    platformName: platformName(desk, site),
    siteName: site?.name ?? '',
    stationName: reference.stations.get(worker.stationId)?.name ?? '',
    residenceName: areaPath(desk, worker.residenceAreaId),
    placeName: placeName(desk, worker),
    placeKind: worker.place.kind,
    isRival: worker.isRival,
    branchName: reference.partyOrganizations.get(worker.branchId)?.name ?? '',
    floating: worker.floating.state,
    floatingDueOn: worker.floating.dueOn ?? '',
  };
}

const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
  list.map(({ id, name }) => ({ id, name }));

export function personPlaces(
  desk: Desk,
  { personId }: VaultInput<'newGroups.places'>,
): Result<VaultOutput<'newGroups.places'>> {
  const worker = workersOf(desk).find(({ id }) => id === personId);
  const record = desk.read('people', personId);
  if (record === undefined) return failed('C-103');
  const sites = desk.coverage().units.filter(({ column }) => column === 'site');
  return {
    ok: true,
    value: {
      name: record.name,
      places: {
        siteId: worker?.siteId ?? '',
        stationId: worker?.stationId ?? '',
        residenceAreaId: worker?.residenceAreaId ?? '',
        countedIn:
          worker === undefined || worker.place.kind === 'none'
            ? ''
            : `${worker.place.kind}:${worker.place.id}`,
        awaySince: record.awaySince ?? '',
        isFloating: record.isFloating ?? false,
      },
      sites: sites.map(({ id }) => ({
        id,
        name: desk.reference.organizations.get(id)?.name ?? '',
      })),
      stations: named(desk.reference.stations.all()),
      areas: desk.areasOn().map(({ id }) => ({ id, name: areaPath(desk, id) })),
    },
  };
}
