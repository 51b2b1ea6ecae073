import type { CalendarDate } from '../calendar/calendar-date';
import type { Organization } from '../records/organization';

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
