import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { reaches } from '../core/new-groups/station-reach';
import { organizationKinds, workerGroups } from '../core/records/organization';
import { idSchema } from '../core/records/shared';
import { citationSchema, emptySchema, rangeSchema } from './common';

const siteCounts = {
  sites: z.int(),
  built: z.int(),
  covered: z.int(),
  surveyed: z.int(),
  heads: z.int(),
  members: z.int(),
};

/** One group on its way to the goal; the last row is all of them. */
export const groupRowSchema = z.strictObject({
  group: z.enum(workerGroups).nullable(),
  /** Kinds of site that are run for the group, for the list behind the figure. */
  kinds: z.array(z.enum(organizationKinds)),
  ...siteCounts,
  /** Workers of the group by the sites' own head-counts, wherever they work. */
  groupHeads: z.int(),
  /** People of the group who are listed one by one. */
  listed: z.int(),
  missing: z.int(),
  perMonth: z.number().nullable(),
});
export type GroupRow = z.infer<typeof groupRowSchema>;

/** A head office or platform with its whole net (抓总部带全网); `null` = sites that name none. */
export const platformRowSchema = z.strictObject({
  id: idSchema.nullable(),
  name: z.string(),
  areaName: z.string(),
  isOutside: z.boolean(),
  partyOrganization: z.string(),
  ...siteCounts,
  /** Legal units under the same head office (加盟、合作企业): counted as units, not as sites. */
  affiliates: z.strictObject({ units: z.int(), covered: z.int() }),
});
export type PlatformRow = z.infer<typeof platformRowSchema>;

export const newGroupsOverviewSchema = z.strictObject({
  today: calendarDateSchema,
  goal: z.strictObject({
    dueOn: calendarDateSchema,
    daysLeft: z.int(),
    citation: citationSchema,
  }),
  groups: z.array(groupRowSchema),
  total: groupRowSchema,
  platforms: z.array(platformRowSchema),
  /** Each person once: the three places together are `people`. */
  people: z.strictObject({
    people: z.int(),
    atSites: z.int(),
    inAreas: z.int(),
    unplaced: z.int(),
    rivals: z.int(),
    floating: z.int(),
    floatingDue: z.int(),
    transfers: z.int(),
  }),
});
export type NewGroupsOverview = z.infer<typeof newGroupsOverviewSchema>;

export const floatingStates = ['registered', 'due', 'away', 'none'] as const;

export const newGroupPersonSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  group: z.enum(workerGroups),
  stageWords: z.string(),
  platformName: z.string(),
  siteName: z.string(),
  stationName: z.string(),
  residenceName: z.string(),
  /** Where the person is counted, and where the 组织关系 is kept. */
  placeName: z.string(),
  placeKind: z.enum(['organization', 'area', 'none']),
  isRival: z.boolean(),
  branchName: z.string(),
  floating: z.enum(floatingStates),
  floatingDueOn: z.string(),
});
export type NewGroupPerson = z.infer<typeof newGroupPersonSchema>;

export const newGroupPeopleFilterSchema = z.strictObject({
  text: z.string().max(60).optional(),
  group: z.enum(workerGroups).optional(),
  place: z.enum(['organization', 'area', 'none', 'rival']).optional(),
  floating: z.enum(['registered', 'due']).optional(),
});
export type NewGroupPeopleFilter = z.infer<typeof newGroupPeopleFilterSchema>;

/** Where a person works, rests and lives, and the one place that counts them, as a form shows it. */
export const personPlacesSchema = z.strictObject({
  siteId: z.string(),
  stationId: z.string(),
  residenceAreaId: z.string(),
  countedIn: z.string(),
  awaySince: z.string(),
  isFloating: z.boolean(),
});
export type PersonPlaces = z.infer<typeof personPlacesSchema>;

const optionSchema = z.strictObject({ id: idSchema, name: z.string() });

export const reachRowSchema = z.strictObject({
  areaId: idSchema,
  name: z.string(),
  stations: z.int(),
  riderStations: z.int(),
  sites: z.int(),
  reach: z.record(z.enum(reaches), z.int()),
  /** Communities with sites and without a station of their own. */
  lacking: z.array(z.string()),
});
export type ReachRow = z.infer<typeof reachRowSchema>;

export const newGroupChannels = {
  'newGroups.overview': { input: emptySchema, output: newGroupsOverviewSchema },
  'newGroups.people': {
    input: z.strictObject({ filter: newGroupPeopleFilterSchema, range: rangeSchema }),
    output: z.strictObject({ rows: z.array(newGroupPersonSchema), total: z.int() }),
  },
  /** What the dialog of one person shows and offers. */
  'newGroups.places': {
    input: z.strictObject({ personId: idSchema }),
    output: z.strictObject({
      name: z.string(),
      places: personPlacesSchema,
      sites: z.array(optionSchema),
      stations: z.array(optionSchema),
      areas: z.array(optionSchema),
    }),
  },
  /** From a day on; what held before stays as it was. */
  'newGroups.savePlaces': {
    input: z.strictObject({
      personId: idSchema,
      from: calendarDateSchema,
      places: personPlacesSchema,
    }),
    output: z.strictObject({ changeId: idSchema }),
  },
  /** Which streets have sites and no station within reach. */
  'newGroups.reach': { input: emptySchema, output: z.array(reachRowSchema) },
} as const;
