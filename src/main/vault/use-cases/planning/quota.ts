import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { QuotaRow, QuotaUse } from '../../../../contract/planning';
import type { CalendarDate } from '../../../../core/calendar/calendar-date';
import { civilOf, toDayNumber } from '../../../../core/calendar/day-number';
import { absent } from '../../../../core/deadlines/packed';
import type { RecordChange } from '../../../../core/records/change';
import type { Quota } from '../../../../core/records/work';
import { personFlags, stageCode } from '../../columns/people-columns';
import { streetOn } from '../../../../core/coverage/area-tree';
import type { Desk } from '../desk';
import { asJson } from '../save-person';

type Counted = {
  readonly branchId: string;
  readonly month: number | undefined;
  readonly isNewGroup: boolean;
};

/** Planned against used, by street and branch: admitted = accepted by the meeting of the year; in progress = 发展对象 not yet accepted. */
export function quotaOverview(
  desk: Desk,
  { year }: VaultInput<'quota.overview'>,
): Result<VaultOutput<'quota.overview'>> {
  const counted = countPeople(desk, year);
  const rows = new QuotaRows(desk);
  for (const quota of quotasOf(desk, year)) rows.plan(quota);
  for (const person of counted) rows.count(person);
  const months = Array.from(
    { length: 12 },
    (_, month) => counted.filter((person) => person.month === month + 1).length,
  );
  const list = rows.list();
  const planned = sum(list.map((row) => (row.branchId === '' ? row.planned : 0)));
  return { ok: true, value: { year, total: { ...rows.total, planned }, rows: list, months } };
}

/** Planned in the district: a street's own figure, or the sum of its branches' where it has none. */
export function plannedTotal(desk: Desk, year: number): number | undefined {
  const quotas = quotasOf(desk, year);
  if (quotas.length === 0) return undefined;
  const rows = new QuotaRows(desk);
  for (const quota of quotas) rows.plan(quota);
  return sum(rows.list().map(({ branchId, planned }) => (branchId === '' ? planned : 0)));
}

function quotasOf({ reference }: Desk, year: number): Quota[] {
  return reference.quotas.all().filter((quota) => quota.year === year);
}

type Place = { readonly row: number; readonly month: number | undefined };

/** Who uses a place of the year, from the columns alone: a month where the meeting accepted, none while in progress. */
export function* usedPlaces({ people }: Desk, year: number): Generator<Place> {
  const meetings = people.facts.column('meeting');
  const first = toDayNumber(`${year}-01-01` as CalendarDate);
  const last = toDayNumber(`${year}-12-31` as CalendarDate);
  const target = stageCode('developmentTarget');
  for (let row = 0; row < people.count; row += 1) {
    const flags = people.flags[row] ?? 0;
    if ((flags & personFlags.retired) !== 0) continue;
    const meeting = meetings?.[row] ?? absent;
    if (meeting !== absent && meeting >= first && meeting <= last)
      yield { row, month: civilOf(meeting).month };
    else if (
      people.stage[row] === target &&
      meeting === absent &&
      (flags & personFlags.closed) === 0
    )
      yield { row, month: undefined };
  }
}

function countPeople(desk: Desk, year: number): Counted[] {
  const { texts } = desk.people;
  return [...usedPlaces(desk, year)].map(({ row, month }) => ({
    branchId: texts.branchIds.at(row),
    month,
    isNewGroup:
      month !== undefined && desk.stored('people', texts.ids.at(row))?.group !== undefined,
  }));
}

const unused = (): Mutable => ({ planned: 0, admitted: 0, inProgress: 0, newGroups: 0 });
type Mutable = { -readonly [Key in keyof QuotaUse]: QuotaUse[Key] };

/** Street lines with their branches under them; a branch appears once it has a plan or a person. */
class QuotaRows {
  readonly total = unused();
  readonly #streets = new Map<string, Mutable>();
  readonly #branches = new Map<string, Mutable>();

  constructor(private readonly desk: Desk) {
    for (const area of desk.areasOn())
      if (area.level === 'street') this.#streets.set(area.id, unused());
  }

  /** A branch's plan is part of its street's where the street has none of its own. */
  plan({ areaId, partyOrganizationId, count }: Quota): void {
    if (partyOrganizationId !== undefined) this.#branch(partyOrganizationId).planned += count;
    else this.#street(areaId ?? '').planned += count;
  }

  count({ branchId, month, isNewGroup }: Counted): void {
    const isAdmitted = month !== undefined;
    for (const use of [
      this.total,
      this.#branch(branchId),
      this.#street(this.#streetOf(branchId)),
    ]) {
      use[isAdmitted ? 'admitted' : 'inProgress'] += 1;
      if (isNewGroup) use.newGroups += 1;
    }
  }

  list(): QuotaRow[] {
    const branches = [...this.#branches].map(([branchId, use]) => ({
      areaId: this.#streetOf(branchId),
      row: { ...use, branchId, branchName: this.#partyName(branchId) },
    }));
    return [...this.#streets].flatMap(([areaId, use]) => {
      const areaName = this.desk.reference.areas.get(areaId)?.name ?? '未填街道';
      const own = branches.filter((branch) => branch.areaId === areaId).map(({ row }) => row);
      const planned = use.planned > 0 ? use.planned : sum(own.map((row) => row.planned));
      return [
        { ...use, planned, areaId, areaName, branchId: '', branchName: '' },
        ...own
          .sort((a, b) => b.admitted + b.inProgress - a.admitted - a.inProgress)
          .map((row) => ({ ...row, areaId, areaName })),
      ];
    });
  }

  #branch(id: string): Mutable {
    return found(this.#branches, id);
  }
  #street(id: string): Mutable {
    return found(this.#streets, id);
  }
  #partyName(id: string): string {
    return this.desk.reference.partyOrganizations.get(id)?.name ?? '未填党支部';
  }

  #streetOf(branchId: string): string {
    const { areas, partyOrganizations } = this.desk.reference;
    const { areaId } = partyOrganizations.get(branchId) ?? {};
    return streetOn((id) => areas.get(id), areaId, this.desk.today)?.id ?? '';
  }
}

function found(uses: Map<string, Mutable>, id: string): Mutable {
  const known = uses.get(id) ?? unused();
  uses.set(id, known);
  return known;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** One record per line of the page; the same line is edited, never doubled. */
export function saveQuotas(
  desk: Desk,
  { year, entries }: VaultInput<'quota.save'>,
): Result<VaultOutput<'quota.save'>> {
  const known = quotasOf(desk, year);
  const changes = entries.map(({ areaId, branchId, count }): RecordChange => {
    const before = known.find(
      (quota) =>
        quota.partyOrganizationId === branchId &&
        (branchId !== undefined || quota.areaId === areaId),
    );
    const id = before?.id ?? desk.newId();
    const place = {
      ...(areaId === undefined ? {} : { areaId }),
      ...(branchId === undefined ? {} : { partyOrganizationId: branchId }),
    };
    const after = { ...(before ?? { id, year, ...place }), count };
    return {
      table: 'quotas',
      id,
      before: before === undefined ? null : asJson(before),
      after: asJson(after),
    };
  });
  const saved = desk.commit({ action: 'quota.save', changes });
  return saved.ok ? { ok: true, value: {} } : saved;
}
