import type { Result } from '../../../../contract/common';
import type { GroupRow, NewGroupsOverview, PlatformRow } from '../../../../contract/new-groups';
import { countPeople } from '../../../../core/new-groups/counting-place';
import {
  countSites,
  goalState,
  groupOfSite,
  headsOfGroup,
  type Site,
  type WorkerGroup,
} from '../../../../core/new-groups/group-goal';
import { organizationKinds, workerGroups } from '../../../../core/records/organization';
import { newGroupGoal } from '../../../../core/regulations/coverage-rules';
import { evidenceWords } from '../../../../core/regulations/rulebooks';
import type { Desk } from '../desk';
import { streetName } from '../gap-views';
import { workersOf, type Worker } from './roster';
import { affiliatesOf, sitesOf } from './sites';

export function newGroupsOverview(desk: Desk): Result<NewGroupsOverview> {
  const sites = sitesOf(desk);
  const workers = workersOf(desk);
  const listed = countPeople(workers, ({ group }) => group);
  const { dueOn, citation, tag } = newGroupGoal;
  const rows = workerGroups.map((group) => groupRow(desk, sites, { group, listed }));
  return {
    ok: true,
    value: {
      today: desk.today,
      goal: {
        dueOn,
        daysLeft: goalState({ sites: 0, covered: 0 }, desk.today).daysLeft,
        citation: {
          article: citation.instrument,
          edition: citation.edition,
          evidence: evidenceWords[tag],
        },
      },
      groups: rows.filter(
        ({ sites: count, groupHeads, listed: people }) => count + groupHeads + people > 0,
      ),
      total: groupRow(desk, sites, { group: null, listed }),
      platforms: platformRows(desk, sites),
      people: peopleCounts(workers),
    },
  };
}

function groupRow(
  desk: Desk,
  sites: readonly Site[],
  asked: { readonly group: WorkerGroup | null; readonly listed: ReadonlyMap<WorkerGroup, number> },
): GroupRow {
  const { group, listed } = asked;
  const isAsked = (each: WorkerGroup): boolean => group === null || group === each;
  const counts = countSites(
    sites.filter(({ unit }) => isAsked(groupOfSite(unit.kind))),
    desk.definitions,
  );
  const { missing, perMonth } = goalState(counts, desk.today);
  const sum = (of: (each: WorkerGroup) => number): number =>
    workerGroups.filter(isAsked).reduce((total, each) => total + of(each), 0);
  return {
    group,
    kinds: organizationKinds.filter(
      (kind) => groupOfSite(kind) !== 'other' && isAsked(groupOfSite(kind)),
    ),
    ...counts,
    groupHeads: sum((each) => headsOfGroup(sites, each)),
    listed: sum((each) => listed.get(each) ?? 0),
    missing,
    perMonth,
  };
}

const seatOf = ({ organization }: Site): string | null => organization.headquartersId ?? null;

/** Head offices with their nets, the widest gap first; sites that name none stand last. */
function platformRows(desk: Desk, sites: readonly Site[]): PlatformRow[] {
  const affiliates = affiliatesOf(desk);
  const rows = [...new Set([...sites, ...affiliates].map(seatOf))].map((id) =>
    platformRow(desk, id, {
      sites: sites.filter((site) => seatOf(site) === id),
      affiliates: affiliates.filter((unit) => seatOf(unit) === id),
    }),
  );
  const missing = (row: PlatformRow): number => row.sites - row.covered;
  return rows.sort(
    (left, right) =>
      Number(left.id === null) - Number(right.id === null) || missing(right) - missing(left),
  );
}

function platformRow(
  desk: Desk,
  id: string | null,
  net: { readonly sites: readonly Site[]; readonly affiliates: readonly Site[] },
): PlatformRow {
  const { sites: units, covered } = countSites(net.affiliates, desk.definitions);
  const seat = id === null ? undefined : desk.reference.organizations.get(id);
  const party = desk.reference.partyOrganizations
    .all()
    .find(({ covers }) => id !== null && covers?.some((each) => each.organizationId === id));
  return {
    id,
    name: id === null ? '未登记平台或总部' : (seat?.name ?? '（已移入历史库）'),
    areaName: streetName(desk, seat?.areaId),
    isOutside: seat?.excludedReason !== undefined,
    partyOrganization: party?.name ?? '',
    ...countSites(net.sites, desk.definitions),
    affiliates: { units, covered },
  };
}

function peopleCounts(workers: readonly Worker[]): NewGroupsOverview['people'] {
  const places = countPeople(workers, ({ place }) => place.kind);
  const how = (test: (worker: Worker) => boolean): number => workers.filter(test).length;
  return {
    people: new Set(workers.map(({ id }) => id)).size,
    atSites: places.get('organization') ?? 0,
    inAreas: places.get('area') ?? 0,
    unplaced: places.get('none') ?? 0,
    rivals: how(({ isRival }) => isRival),
    floating: how(({ floating }) => floating.state === 'registered'),
    floatingDue: how(({ floating }) => floating.state === 'due'),
    transfers: how(({ transfers }) => transfers > 0),
  };
}
