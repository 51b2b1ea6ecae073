import type { Result } from '../../../../contract/common';
import type { ReachRow } from '../../../../contract/new-groups';
import type { Site } from '../../../../core/new-groups/group-goal';
import {
  mapStations,
  reachOf,
  type Reach,
  type StationMap,
} from '../../../../core/new-groups/station-reach';
import type { Desk } from '../desk';
import { sitesOf } from './sites';

/** Sites by street and by how near their next station is; the streets with the most left out first. */
export function stationReach(desk: Desk): Result<ReachRow[]> {
  const { reference } = desk;
  const map = mapStations(reference.stations.all(), reference.areas.all(), desk.today);
  const sites = sitesOf(desk).filter(({ unit }) => unit.exclusion === undefined);
  const streets = desk.areasOn().filter(({ level }) => level === 'street');
  const rows = streets.map(({ id, name }) => reachRow(desk, { id, name }, { map, sites }));
  const left = ({ reach }: ReachRow): number => reach.none * 1000 + reach.street;
  return { ok: true, value: rows.sort((one, other) => left(other) - left(one)) };
}

function reachRow(
  desk: Desk,
  street: { readonly id: string; readonly name: string },
  { map, sites }: { readonly map: StationMap; readonly sites: readonly Site[] },
): ReachRow {
  const isHere = (areaId: string | undefined): boolean =>
    areaId !== undefined && map.streetOf.get(areaId) === street.id;
  const stations = desk.reference.stations.all().filter(({ areaId }) => isHere(areaId));
  const here = sites.filter(({ organization }) => isHere(organization.areaId));
  const reach: Record<Reach, number> = { community: 0, street: 0, none: 0, unknown: 0 };
  const lacking = new Set<string>();
  for (const { organization } of here) {
    const near = reachOf(organization, map);
    reach[near] += 1;
    if (near !== 'community')
      lacking.add(desk.reference.areas.get(organization.areaId)?.name ?? '');
  }
  return {
    areaId: street.id,
    name: street.name,
    stations: stations.length,
    riderStations: stations.filter(({ kind }) => kind === 'riderStation').length,
    sites: here.length,
    reach,
    lacking: [...lacking].sort(),
  };
}
