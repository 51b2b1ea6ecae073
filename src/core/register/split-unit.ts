import type { CalendarDate } from '../calendar/calendar-date';
import { coveredIds } from '../coverage/join-units';
import type { Organization } from '../records/organization';
import type { PartyOrganization } from '../records/party-organization';

const counts = ['staff', 'members', 'probationaryMembers', 'membersElsewhere'] as const;
type CountField = (typeof counts)[number];

/** One unit that comes out of another (分立), and the numbers that go with it. */
export interface SplitPart {
  readonly id: string;
  readonly name: string;
  readonly creditCode?: string | undefined;
  readonly counts: Partial<Record<CountField, number>>;
}

export interface Split {
  /** First day of the new unit. */
  readonly on: CalendarDate;
  readonly reason: string;
  readonly part: SplitPart;
}

/** Why it cannot be split as asked; undefined when it can. */
export function splitProblem(unit: Organization, { on, reason, part }: Split): string | undefined {
  if (reason.trim() === '') return '要写明依据，例如登记机关的通知';
  if (part.name.trim() === '') return '要写明新单位的名称';
  if (unit.foundedOn !== undefined && on <= unit.foundedOn) return '日期不能早于原单位成立';
  const more = counts.find((field) => (part.counts[field] ?? 0) > (unit[field] ?? Infinity));
  return more === undefined ? undefined : '分出去的人数多于原单位登记的人数';
}

/** Why these party organisations of the old unit cannot cover the new one too. */
export function coversProblem(
  parties: readonly (PartyOrganization | undefined)[],
  { unitId, on }: { readonly unitId: string; readonly on: CalendarDate },
): string | undefined {
  const isOfUnit = (party: PartyOrganization | undefined) =>
    party !== undefined && coveredIds(party, on).includes(unitId);
  if (!parties.every(isOfUnit)) return '所选党组织那一天没有覆盖原单位';
  return parties.some((party) => party?.form === 'own')
    ? '单独建立的党组织不能直接覆盖新单位，先改建为联合党支部'
    : undefined;
}

/** Facts of the place and the trade go along; what is counted is divided, never doubled. */
export function splitUnit(
  unit: Organization,
  { on, part }: Split,
): { readonly rest: Organization; readonly founded: Organization } {
  const { kind, areaId, areaName, carrierId, address, industry, registrationType } = unit;
  const along = { areaId, areaName, carrierId, address, industry, registrationType };
  const stated = Object.entries({ ...along, creditCode: part.creditCode, ...part.counts }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const left = Object.fromEntries(
    counts.flatMap((field) => {
      const [whole, gone] = [unit[field], part.counts[field]];
      return whole === undefined || gone === undefined ? [] : [[field, whole - gone]];
    }),
  );
  return {
    rest: { ...unit, ...left },
    founded: {
      ...(Object.fromEntries(stated) as Partial<Organization>),
      id: part.id,
      name: part.name.trim(),
      kind,
      status: 'operating',
      foundedOn: on,
      splitFromId: unit.id,
    },
  };
}
