import { addDays } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Area, Carrier } from '../records/area';
import type { Station } from '../records/work';
import { carrierPlan, communityNames, stationServices, streets } from './names-data';
import { createRandom } from './random';

export const districtId = 'area-district';
const two = (index: number): string => String(index + 1).padStart(2, '0');

export const streetId = (street: number): string => `area-${two(street)}`;
export const communityId = (street: number, community: number): string =>
  `area-${two(street)}-${two(community)}`;
export const carrierId = (street: number, index: number): string =>
  `carrier-${two(street)}-${two(index)}`;
export const serviceCentreId = (street: number): string => `station-${two(street)}-02`;

/** Streets that have no rider station yet. */
const withoutStation: ReadonlySet<number> = new Set([5, 10]);
export const riderStationId = (street: number): string | undefined =>
  withoutStation.has(street) ? undefined : `station-${two(street)}-01`;

export const streetName = (street: number): string => streets[street]?.name ?? '';

/** Two characters that name the street on everything in it: 云深. */
export const shortStreetName = (street: number): string =>
  streetName(street).replace(/街道|镇$/, '');

/** 区 → 街道 → 社区. */
export function areaRecords(): Area[] {
  const district: Area = { id: districtId, name: '演练区', level: 'district', code: '990101' };
  return [
    district,
    ...streets.flatMap((street, index): Area[] => [
      {
        id: streetId(index),
        name: street.name,
        level: 'street',
        code: `990101${String(index + 1).padStart(3, '0')}`,
        parentId: districtId,
        order: index,
      },
      ...communityNames.map((name, order): Area => ({
        id: communityId(index, order),
        name: `${name}社区`,
        level: 'community',
        parentId: streetId(index),
        order,
      })),
    ]),
  ];
}

/** Buildings, parks and shopping areas: places where units sit, counted nowhere. */
export function carrierRecords(): Carrier[] {
  return streets.flatMap((_, street) =>
    carrierPlan.map(({ kind, suffix }, index): Carrier => ({
      id: carrierId(street, index),
      name: street === 2 && index === 0 ? '环岛中心' : `${shortStreetName(street)}样例${suffix}`,
      kind,
      areaId: communityId(street, index),
    })),
  );
}

/** A service centre in every street and a rider station in most; one check in eight is late. */
export function stationRecords(seed: number, today: CalendarDate): Station[] {
  const random = createRandom(seed ^ 0x5741);
  const made = streets.flatMap((_, street): Station[] =>
    (['riderStation', 'serviceCentre'] as const).map((kind, index) => ({
      id: `station-${two(street)}-${two(index)}`,
      name: `${shortStreetName(street)}${kind === 'riderStation' ? '骑手驿站' : '党群服务中心'}`,
      kind,
      areaId: communityId(street, index),
      services: stationServices.filter(() => random.chance(0.6)),
      openedOn: addDays(today, -random.int(200, 1500)),
      openingHours: '08:00–22:00',
      lastCheckedOn: addDays(today, -checkedBefore(random.int(3, 60))),
      sessions: [1, 2, 3].map((month) => ({
        on: addDays(today, -30 * month - random.int(0, 9)),
        topic: random.pick(['交通安全', '社保咨询', '入党知识', '急救演练']),
        headcount: random.int(6, 40),
      })),
    })),
  );
  return made.filter(({ id, kind }, index) =>
    kind === 'riderStation' ? id === riderStationId(Math.floor(index / 2)) : true,
  );
}

const lateCheckDays = 52;
const usualCheckDays = 28;
const checkedBefore = (days: number): number =>
  days > lateCheckDays ? days : (days % usualCheckDays) + 1;
