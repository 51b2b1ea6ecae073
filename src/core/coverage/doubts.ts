import type { CalendarDate } from '../calendar/calendar-date';
import type { Organization } from '../records/organization';
import type { PartyOrganization } from '../records/party-organization';
import { streetsOf } from './area-tree';
import { coveredIds, existsOn } from './join-units';
import type { CoverageRecords } from './types';

/** What is stored and counted by a stated rule, and yet should be looked at: never dropped, never repaired. */
export type DoubtCode =
  | 'STAFF-UNKNOWN'
  | 'STAFF-APPROXIMATE'
  | 'MEMBERS-UNKNOWN'
  | 'PROBATIONARY-OVER-MEMBERS'
  | 'MEMBERS-OVER-STAFF'
  | 'STATUS-UNVERIFIED'
  | 'NO-CREDIT-CODE'
  | 'BRANCH-WITHOUT-UNITS'
  | 'COVER-OVERLAP'
  | 'COVER-REVERSED'
  | 'UNION-ACROSS-AREAS';

export interface Doubt {
  readonly code: DoubtCode;
  readonly subject: 'organization' | 'partyOrganization';
  readonly subjectId: string;
  /** The fact, and the rule by which it is counted meanwhile. */
  readonly words: string;
}

type UnitDoubt = readonly [DoubtCode, (unit: Organization) => string | undefined];

const unitDoubts: readonly UnitDoubt[] = [
  [
    'STAFF-UNKNOWN',
    ({ staff }) =>
      staff === undefined ? '从业人数不详：计入总数，不计入按人数分的各栏' : undefined,
  ],
  [
    'STAFF-APPROXIMATE',
    ({ staff, isStaffApproximate }) =>
      isStaffApproximate === true ? `从业人数是约数，按 ${staff ?? '不详'} 计` : undefined,
  ],
  [
    'MEMBERS-UNKNOWN',
    ({ members }) => (members === undefined ? '党员数不详：计入总数，不判断应建未建' : undefined),
  ],
  [
    'PROBATIONARY-OVER-MEMBERS',
    ({ members, probationaryMembers: part }) =>
      members !== undefined && part !== undefined && part > members
        ? `预备党员 ${part} 名多于党员 ${members} 名：正式党员数按不详计`
        : undefined,
  ],
  [
    'MEMBERS-OVER-STAFF',
    ({ members, staff }) =>
      members !== undefined && staff !== undefined && members > staff
        ? `党员 ${members} 名多于从业 ${staff} 人：照登记数计`
        : undefined,
  ],
  [
    'STATUS-UNVERIFIED',
    ({ status }) => (status === 'unknown' ? '经营状态未核：不计入分母，列在剔除清单' : undefined),
  ],
  [
    'NO-CREDIT-CODE',
    ({ creditCode, siteNumber }) =>
      creditCode === undefined && siteNumber === undefined
        ? '没有统一社会信用代码：按名称识别'
        : undefined,
  ],
];

/** What is doubtful about one unit as it stands. */
export function unitDoubtsOf(unit: Organization): Doubt[] {
  return unitDoubts.flatMap(([code, look]) => {
    const words = look(unit);
    return words === undefined
      ? []
      : [{ code, subject: 'organization', subjectId: unit.id, words }];
  });
}

type Cover = NonNullable<PartyOrganization['covers']>[number];

const reversed = ({ from, until }: Cover): boolean =>
  from !== undefined && until !== undefined && until < from;
const meets = (left: Cover, right: Cover): boolean =>
  (left.from ?? '') <= (right.until ?? '9999') && (right.from ?? '') <= (left.until ?? '9999');

/** Units entered twice for the same days: they are covered once. */
function overlapping(covers: readonly Cover[]): string[] {
  const byUnit = new Map<string, Cover[]>();
  for (const cover of covers.filter((each) => !reversed(each))) {
    byUnit.set(cover.organizationId, [...(byUnit.get(cover.organizationId) ?? []), cover]);
  }
  return [...byUnit]
    .filter(([, list]) =>
      list.some((one, index) => list.slice(index + 1).some((other) => meets(one, other))),
    )
    .map(([id]) => id);
}

/** What is doubtful about one party organisation on a day; `streetOfUnit` says where its units lie. */
export function partyDoubtsOf(
  party: PartyOrganization,
  streetOfUnit: (organizationId: string) => string | undefined,
  day: CalendarDate,
): Doubt[] {
  if (!existsOn(party, day)) return [];
  const covers = party.covers ?? [];
  const held = coveredIds(party, day);
  const streets = new Set(held.map(streetOfUnit).filter((street) => street !== undefined));
  const needsUnits = party.level === 'branch' && (party.form === 'own' || party.form === 'joint');
  const found: [DoubtCode, string][] = [];
  if (needsUnits && held.length === 0)
    found.push(['BRANCH-WITHOUT-UNITS', '没有登记覆盖的单位：不使任何单位计为已建']);
  if (overlapping(covers).length > 0)
    found.push([
      'COVER-OVERLAP',
      `同一单位的覆盖时段重叠（${overlapping(covers).length} 家）：每天只计一次`,
    ]);
  if (covers.some(reversed)) found.push(['COVER-REVERSED', '有覆盖时段的止早于起：该段不计']);
  if (party.form === 'joint' && streets.size > 1)
    found.push([
      'UNION-ACROSS-AREAS',
      `联合党支部跨 ${streets.size} 个街道：单位各计入所在街道，支部计入牵头单位所在街道`,
    ]);
  return found.map(([code, words]) => ({
    code,
    subject: 'partyOrganization',
    subjectId: party.id,
    words,
  }));
}

/** Everything doubtful in the records on a day, units first, in the order of the records. */
export function coverageDoubts(records: CoverageRecords, day: CalendarDate): Doubt[] {
  const streets = streetsOf(records.areas, day);
  const areaOf = new Map(records.organizations.map(({ id, areaId }) => [id, areaId]));
  const streetOfUnit = (id: string): string | undefined => {
    const areaId = areaOf.get(id);
    return areaId === undefined ? undefined : streets.get(areaId);
  };
  return [
    ...records.organizations
      .filter(({ retired }) => retired === undefined || retired.on > day)
      .flatMap(unitDoubtsOf),
    ...records.partyOrganizations.flatMap((party) => partyDoubtsOf(party, streetOfUnit, day)),
  ];
}
