import { isInColumn } from '../../../../core/coverage/tally';
import type { CoverageColumn } from '../../../../core/coverage/types';
import type { Site } from '../../../../core/new-groups/group-goal';
import type { Desk } from '../desk';
import { streetName } from '../gap-views';

/** Gig-work sites as they stand today, with their records. */
export const sitesOf = (desk: Desk): Site[] => unitsIn(desk, 'site');

/** Legal units that work under a head office (加盟、合作企业). */
export const affiliatesOf = (desk: Desk): Site[] =>
  unitsIn(desk, 'legal').filter(({ organization }) => organization.headquartersId !== undefined);

function unitsIn(desk: Desk, column: CoverageColumn): Site[] {
  return desk.coverage().units.flatMap((unit) => {
    if (!isInColumn(unit, column)) return [];
    const organization = desk.reference.organizations.get(unit.id);
    return organization === undefined ? [] : [{ unit, organization }];
  });
}

/** 云深街道 东里社区: an area with the street above it. */
export function areaPath(desk: Desk, areaId: string | undefined): string {
  const street = streetName(desk, areaId);
  const own = desk.reference.areas.get(areaId)?.name ?? '';
  return own === street ? street : `${street} ${own}`.trim();
}

/** The platform a site works for, by its head office or as it was typed. */
export function platformName(desk: Desk, site: Site['organization'] | undefined): string {
  const headquarters = desk.reference.organizations.get(site?.headquartersId);
  return headquarters?.name ?? site?.custom?.['平台'] ?? '';
}
