import { addDays } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type { PartyOrganization, PartyOrganizationLevel } from '../records/party-organization';
import { fictionalPhone } from './fictional-identity';
import { communityNames, streets } from './names-data';
import { communityId, districtId, shortStreetName, streetId, streetName } from './place-records';
import { createRandom } from './random';
import type { BranchPlan, UnitPlan } from './types';
import type { Companion } from './dossier-records';

const two = (index: number): string => String(index + 1).padStart(2, '0');

export const workCommitteeId = (street: number): string => `party-work-${two(street)}`;
export const committeeId = (street: number): string => `party-committee-${two(street)}`;
export const communityBranchId = (street: number, community: number): string =>
  `party-community-${two(street)}-${two(community)}`;

/** Level by size, the way the branch regulation suggests; the numbers of the law are in coverage's data. */
function levelOf(members: number): PartyOrganizationLevel {
  if (members > 100) return 'committee';
  return members > 50 ? 'generalBranch' : 'branch';
}

const levelWords: Readonly<Record<PartyOrganizationLevel, string>> = {
  workCommittee: '党工委',
  committee: '党委',
  generalBranch: '党总支',
  branch: '党支部',
  group: '党小组',
};

function calmElection(seed: number, today: CalendarDate, most: number): CalendarDate {
  return addDays(today, -createRandom(seed).int(60, most));
}

/** 街道党工委 and the 综合党委 under it, which admits members in the two-new field. */
function streetCommittees(seed: number, today: CalendarDate): PartyOrganization[] {
  return streets.flatMap((_, street): PartyOrganization[] => [
    {
      id: workCommitteeId(street),
      name: `${streetName(street)}党工委`,
      level: 'workCommittee',
      form: 'regional',
      areaId: streetId(street),
      foundedOn: addDays(today, -5200),
      canApprove: true,
      phone: fictionalPhone(80_000_000 + street),
    },
    {
      id: committeeId(street),
      name: `${shortStreetName(street)}综合党委`,
      level: 'committee',
      form: 'regional',
      parentId: workCommitteeId(street),
      areaId: streetId(street),
      foundedOn: addDays(today, -3900),
      canApprove: true,
      hasCommittee: true,
      termYears: 5,
      lastElectedOn: calmElection(seed + street, today, 1600),
      approvalNumber: `演练党组〔${Number(today.slice(0, 4)) - 10}〕${street + 1} 号`,
    },
  ]);
}

/** Industry committees and two organisations of passage: none of them makes a unit built. */
function districtOrganizations(seed: number, today: CalendarDate): PartyOrganization[] {
  const industry = ['律师行业', '快递行业', '互联网行业'].map((name, index): PartyOrganization => ({
    id: `party-industry-${two(index)}`,
    name: `演练区${name}党委`,
    level: 'committee',
    form: 'industry',
    areaId: districtId,
    foundedOn: addDays(today, -2600),
    canApprove: true,
    hasCommittee: true,
    termYears: 5,
    lastElectedOn: calmElection(seed + 100 + index, today, 1600),
  }));
  const passing = { level: 'branch', areaId: districtId, canApprove: false } as const;
  return [
    ...industry,
    {
      ...passing,
      id: 'party-temporary-01',
      name: '演练会展临时党支部',
      form: 'temporary',
      foundedOn: addDays(today, -80),
    },
    {
      ...passing,
      id: 'party-functional-01',
      name: '演练青年志愿功能型党支部',
      form: 'functional',
      foundedOn: addDays(today, -400),
    },
  ];
}

/** Branches of the communities keep members whose unit has no organisation. */
function communityBranches(
  seed: number,
  today: CalendarDate,
  membersOf: (id: string) => number,
): PartyOrganization[] {
  return streets.flatMap((_, street) =>
    communityNames.map((name, community): PartyOrganization => {
      const id = communityBranchId(street, community);
      const members = membersOf(id);
      const level = levelOf(members);
      return {
        id,
        name: `${shortStreetName(street)}${name}社区两新${levelWords[level]}`,
        level,
        form: 'regional',
        parentId: committeeId(street),
        areaId: communityId(street, community),
        foundedOn: addDays(today, -3000),
        canApprove: false,
        hasCommittee: members >= 7,
        fullMembers: members,
        lastElectedOn: calmElection(seed + street * 10 + community, today, 860),
      };
    }),
  );
}

const membersOfUnits = (units: readonly UnitPlan[]): number =>
  units.reduce((sum, unit) => sum + (unit.fullMembers ?? 0), 0);

/** A branch that covers units, with its secretary and, from seven members on, its committee. */
export function branchRecord(
  branch: BranchPlan,
  companions: readonly Companion[],
): PartyOrganization {
  const members = membersOfUnits(branch.units);
  const level = branch.form === 'own' ? levelOf(members) : 'branch';
  const from = branch.lastElectedOn;
  const [secretary, second] = companions;
  return {
    id: branch.id,
    name: branch.form === 'own' ? `${branch.name}${levelWords[level]}` : branch.name,
    ...(branch.label === undefined ? {} : { label: branch.label }),
    level,
    form: branch.form,
    parentId: committeeId(branch.street),
    areaId: streetId(branch.street),
    foundedOn: branch.foundedOn,
    approvalNumber: `演练党组〔${branch.foundedOn.slice(0, 4)}〕${branch.units.length} 号`,
    canApprove: false,
    hasCommittee: members >= 7,
    fullMembers: members,
    termYears: level === 'committee' ? 5 : 3,
    lastElectedOn: branch.lastElectedOn,
    covers: branch.units.map((unit) => ({ organizationId: unit.id, from: branch.foundedOn })),
    ...(secretary === undefined
      ? {}
      : {
          posts: [
            { kind: 'secretary', ...secretary, from },
            ...(second === undefined || members < 7
              ? []
              : [{ kind: 'organization' as const, ...second, from }]),
          ],
        }),
  };
}

/** Everything above and beside the branches that cover units, parents before children. */
export function standingPartyRecords(
  seed: number,
  today: CalendarDate,
  membersOf: (id: string) => number,
): PartyOrganization[] {
  return [
    ...streetCommittees(seed, today),
    ...districtOrganizations(seed, today),
    ...communityBranches(seed, today, membersOf),
  ];
}
