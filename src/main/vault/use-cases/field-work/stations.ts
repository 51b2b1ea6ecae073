import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { StationRow } from '../../../../contract/field-work';
import { failed } from '../../../../contract/failure-words';
import { checkState } from '../../../../core/new-groups/station-reach';
import type { Station } from '../../../../core/records/work';
import { stationCheckDays } from '../../../../core/regulations/coverage-rules';
import type { Desk } from '../desk';
import { areaWithin } from '../gap-views';
import { workersOf } from '../new-groups/roster';
import { areaPath, sitesOf } from '../new-groups/sites';
import { saveRecord } from '../save-record';

/** As set by the district, else the usual habit. */
export const checkDaysOf = (desk: Desk): number =>
  desk.settings.stationCheckDays ?? stationCheckDays;

const checkOf = (desk: Desk, station: Station): StationRow['check'] =>
  checkState(station, { today: desk.today, days: checkDaysOf(desk) });

function stationRow(desk: Desk, station: Station): StationRow {
  const sessions = station.sessions ?? [];
  return {
    id: station.id,
    name: station.name,
    kind: station.kind,
    areaName: areaPath(desk, station.areaId),
    services: station.services ?? [],
    openingHours: station.openingHours ?? '',
    lastCheckedOn: station.lastCheckedOn ?? '',
    check: checkOf(desk, station),
    sessions: sessions.length,
    attendances: sessions.reduce((sum, { headcount }) => sum + headcount, 0),
  };
}

const urgency = { overdue: 0, unknown: 1, fine: 2 } as const;

export function listStations(
  desk: Desk,
  { text, areaId, check, range }: VaultInput<'stations.list'>,
): Result<VaultOutput<'stations.list'>> {
  const within = areaId === undefined ? undefined : areaWithin(desk, areaId);
  const all = desk.reference.stations
    .all()
    .filter((station) => within?.has(station.areaId ?? '') !== false)
    .filter(({ name }) => name.includes(text?.trim() ?? ''))
    .map((station) => stationRow(desk, station));
  const found = all
    .filter((row) => check === undefined || row.check === check)
    .sort(
      (left, right) =>
        urgency[left.check] - urgency[right.check] ||
        left.lastCheckedOn.localeCompare(right.lastCheckedOn),
    );
  return {
    ok: true,
    value: {
      rows: found.slice(range.offset, range.offset + range.limit),
      total: found.length,
      overdue: all.filter((row) => row.check === 'overdue').length,
      checkDays: checkDaysOf(desk),
    },
  };
}

export function getStation(
  desk: Desk,
  { id }: VaultInput<'stations.get'>,
): Result<VaultOutput<'stations.get'>> {
  const record = desk.reference.stations.get(id) ?? desk.read('stations', id);
  if (record === undefined) return failed('C-103');
  const sites = sitesOf(desk).filter(
    ({ organization }) => record.areaId !== undefined && organization.areaId === record.areaId,
  );
  return {
    ok: true,
    value: {
      record,
      areaName: areaPath(desk, record.areaId),
      check: checkOf(desk, record),
      checkDays: checkDaysOf(desk),
      sites: sites.map(({ organization }) => ({ id: organization.id, name: organization.name })),
      people: workersOf(desk).filter(({ stationId }) => stationId === id).length,
    },
  };
}

export function saveStation(
  desk: Desk,
  { id, patch, clears }: VaultInput<'stations.save'>,
): Result<VaultOutput<'stations.save'>> {
  const blank = { name: '', kind: 'riderStation' } as const;
  return saveRecord(desk, { table: 'stations', action: 'stations.save', id, blank, patch, clears });
}
