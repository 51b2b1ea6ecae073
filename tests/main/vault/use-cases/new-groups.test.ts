import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indicatorIds } from '../../../../src/core/coverage/types';
import { generatePracticeLedger } from '../../../../src/core/practice/generate-practice-ledger';
import { coverageBreakdown } from '../../../../src/main/vault/use-cases/breakdown';
import { listAssociations } from '../../../../src/main/vault/use-cases/field-work/associations';
import {
  getInstructor,
  listInstructors,
  recordVisit,
} from '../../../../src/main/vault/use-cases/field-work/instructors';
import {
  listRequests,
  saveRequest,
} from '../../../../src/main/vault/use-cases/field-work/requests';
import {
  getStation,
  listStations,
  saveStation,
} from '../../../../src/main/vault/use-cases/field-work/stations';
import { homeOverview } from '../../../../src/main/vault/use-cases/home';
import { undo } from '../../../../src/main/vault/use-cases/history';
import { newGroupsOverview } from '../../../../src/main/vault/use-cases/new-groups/overview';
import {
  listNewGroupPeople,
  personPlaces,
} from '../../../../src/main/vault/use-cases/new-groups/people';
import { stationReach } from '../../../../src/main/vault/use-cases/new-groups/reach';
import { savePlaces } from '../../../../src/main/vault/use-cases/new-groups/save-places';
import { listOrganizations } from '../../../../src/main/vault/use-cases/organization-list';
import { reportTable } from '../../../../src/main/vault/use-cases/reports/reports';
import { openTestDesk, valueOf, type SeedRecord, type TestDesk } from '../../../support/desk-kit';

const today = '2026-11-23';
const range = { offset: 0, limit: 200 };
let open: TestDesk;

beforeAll(async () => {
  const size = { organizations: 900, people: 900 };
  const records = [...generatePracticeLedger({ seed: 20261123, today, size })];
  open = await openTestDesk(records as SeedRecord[], today);
});
afterAll(() => open.close());

describe('新就业群体', () => {
  it('groups and platforms add up to the whole, and so do the three places of the people', () => {
    const { groups, total, platforms, people } = valueOf(newGroupsOverview(open.desk));
    expect(total.sites).toBeGreaterThan(10);
    for (const part of ['sites', 'built', 'covered', 'heads', 'members', 'listed'] as const) {
      const sum = groups.reduce((all, row) => all + row[part], 0);
      expect([part, sum]).toEqual([part, total[part]]);
    }
    for (const part of ['sites', 'built', 'covered', 'heads'] as const) {
      expect(platforms.reduce((all, row) => all + row[part], 0)).toBe(total[part]);
    }
    expect(people.atSites + people.inAreas + people.unplaced).toBe(people.people);
    expect(people.people).toBe(total.listed);
  });

  it('every figure opens a list of the same length', () => {
    const { groups, platforms } = valueOf(newGroupsOverview(open.desk));
    const sort = { by: 'name', descending: false } as const;
    const indicator = { id: 'siteWorkCoverage', part: 'denominator' } as const;
    for (const { kinds, sites, group } of groups) {
      if (group === 'other') continue;
      const filter = { column: 'site', kinds, indicator };
      expect(valueOf(listOrganizations(open.desk, { filter, sort, range })).total).toBe(sites);
    }
    for (const { id, sites } of platforms) {
      const filter = { column: 'site', headquartersId: id ?? 'none', indicator };
      expect(valueOf(listOrganizations(open.desk, { filter, sort, range })).total).toBe(sites);
    }
  });

  it('加盟企业 that are no sites stand beside their head office, as units, and open as a list', () => {
    const { platforms } = valueOf(newGroupsOverview(open.desk));
    const sort = { by: 'name', descending: false } as const;
    const total = (id: string, part: 'denominator' | 'numerator') => {
      const indicator = { id: 'workCoverage', part };
      const filter = { column: 'legal', headquartersId: id, indicator };
      return valueOf(listOrganizations(open.desk, { filter, sort, range })).total;
    };
    expect(platforms.some(({ affiliates }) => affiliates.units > 2)).toBe(true);
    for (const { id, affiliates } of platforms) {
      if (id === null) expect(affiliates).toEqual({ units: 0, covered: 0 });
      else
        expect([total(id, 'denominator'), total(id, 'numerator')]).toEqual([
          affiliates.units,
          affiliates.covered,
        ]);
    }
  });

  it('a person is moved from a day on, counted in one place, and undo takes it back', () => {
    const { desk } = open;
    const asked = { filter: { place: 'organization' as const }, range };
    const [person] = valueOf(listNewGroupPeople(desk, asked)).rows;
    const personId = person?.id ?? '';
    const before = valueOf(newGroupsOverview(desk)).people;
    const { places, areas } = valueOf(personPlaces(desk, { personId }));
    const next = { ...places, countedIn: `area:${areas[1]?.id ?? ''}`, awaySince: '2026-01-05' };
    const saved = valueOf(savePlaces(desk, { personId, from: '2026-11-01', places: next }));
    const after = valueOf(newGroupsOverview(desk)).people;
    expect(after).toMatchObject({
      ...{ people: before.people, atSites: before.atSites - 1, inAreas: before.inAreas + 1 },
    });
    expect(desk.read('people', personId)?.countedUnder?.at(-2)?.until).toBe('2026-10-31');
    valueOf(undo(desk, { changeId: saved.changeId }));
    expect(valueOf(newGroupsOverview(desk)).people).toEqual(before);
  });
});

describe('breakdowns through the app', () => {
  const sort = { by: 'name', descending: false } as const;
  it.each(indicatorIds)(
    '%s: the parts add up and every figure opens its list, on any day',
    (id) => {
      const { desk } = open;
      for (const asOf of ['2026-11-23', '2026-02-28'] as const) {
        const by = id.startsWith('site') ? 'group' : 'staff';
        const { rows, total } = valueOf(coverageBreakdown(desk, { by, indicator: id, asOf }));
        for (const part of ['numerator', 'denominator'] as const) {
          expect(rows.reduce((sum, row) => sum + row[part], 0)).toBe(total[part]);
          for (const { key, words, ...row } of rows) {
            const filter = {
              asOf,
              indicator: { id, part },
              breakdown: { by, key, words },
            } as const;
            const list = valueOf(listOrganizations(desk, { filter, sort, range }));
            expect([words, list.total]).toEqual([words, row[part]]);
          }
        }
      }
    },
  );
});

describe('驿站', () => {
  it('the overdue check stands first and is gone once it is recorded', () => {
    const { desk } = open;
    const list = valueOf(listStations(desk, { range }));
    const [first] = list.rows;
    expect(first?.check).toBe('overdue');
    const id = first?.id ?? '';
    const patch = { lastCheckedOn: today } as const;
    valueOf(saveStation(desk, { id, patch, clears: [] }));
    expect(valueOf(getStation(desk, { id })).check).toBe('fine');
    expect(valueOf(listStations(desk, { range })).overdue).toBe(list.overdue - 1);
  });

  it('reach counts every placed site once', () => {
    const rows = valueOf(stationReach(open.desk));
    const sites = rows.reduce((all, row) => all + row.sites, 0);
    const reached = rows.flatMap(({ reach }) => Object.values(reach));
    expect(reached.reduce((all, count) => all + count, 0)).toBe(sites);
    expect(sites).toBe(valueOf(newGroupsOverview(open.desk)).total.sites);
  });
});

describe('诉求', () => {
  it('a request is evidence of work and never coverage: no state, figure or gap moves (issue 4)', () => {
    const { desk } = open;
    const before = desk.coverage();
    const blank = [...before.states].find(([, state]) => state === 'blank')?.[0] ?? '';
    const frozen = JSON.stringify([[...before.states], before.indicators, before.gaps]);
    const patch = { organizationId: blank, content: '员工子女托管', closedOn: today } as const;
    valueOf(saveRequest(desk, { patch: { ...patch, outcome: '已办' }, clears: [] }));
    const after = desk.coverage();
    expect(JSON.stringify([[...after.states], after.indicators, after.gaps])).toBe(frozen);
  });

  it('the overdue come first and stand on the home page until they are closed', () => {
    const { desk } = open;
    const list = valueOf(listRequests(desk, { range }));
    expect(list.rows.slice(0, list.counts.overdue).map(({ state }) => state)).toEqual(
      Array.from({ length: list.counts.overdue }, () => 'overdue'),
    );
    const id = list.rows[0]?.id ?? '';
    const onHome = () =>
      valueOf(homeOverview(desk)).groups.some(({ items }) =>
        items.some(({ subject, subjectId }) => subject === 'request' && subjectId === id),
      );
    expect(onHome()).toBe(true);
    const patch = { closedOn: today, outcome: '已答复' } as const;
    valueOf(saveRequest(desk, { id, patch, clears: [] }));
    expect(onHome()).toBe(false);
  });
});

describe('指导员和协会商会', () => {
  it('a visit is added to the unit and the count; one that lies ahead is refused', () => {
    const { desk } = open;
    const [row] = valueOf(listInstructors(desk, { range })).rows;
    const id = row?.id ?? '';
    const [unit] = valueOf(getInstructor(desk, { id })).units;
    const visit = { id, organizationId: unit?.organizationId ?? '', note: '送学上门' };
    valueOf(recordVisit(desk, { ...visit, on: today }));
    const after = valueOf(getInstructor(desk, { id }));
    expect(after.visits[0]).toMatchObject({ on: today, note: '送学上门' });
    expect(after.record.visitCount).toBe((row?.visits ?? 0) + 1);
    expect(recordVisit(desk, { ...visit, on: '2026-11-24' }).ok).toBe(false);
  });

  it('departments count every association once, and a gap can be asked for', () => {
    const { desk } = open;
    const list = valueOf(listAssociations(desk, { range }));
    expect(list.departments.reduce((all, { count }) => all + count, 0)).toBe(list.total);
    for (const only of ['noDepartment', 'notBuilt', 'councilDue', 'notInSync'] as const) {
      const part = valueOf(listAssociations(desk, { only, range })).total;
      expect(part).toBeGreaterThan(0);
      expect(part).toBeLessThan(list.total);
    }
  });

  it.each(['requestLedger', 'associationLedger', 'stationLedger', 'newGroups'] as const)(
    '%s prints with number, signatories and one cell per column',
    async (report) => {
      const table = valueOf(await reportTable(open.desk, { report, outputMode: 'internal' }));
      expect(table.rows.length).toBeGreaterThan(0);
      expect(table.snapshotNumber).toMatch(/^2026-1123-\d+$/);
      for (const { cells } of table.rows) expect(cells).toHaveLength(table.widths.length);
    },
  );
});
