import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar/arithmetic';
import { defaultDefinitions } from '../../../src/core/coverage/thresholds-data';
import {
  countingPlaceOn,
  countPeople,
  hasRivalPlaces,
  movedTo,
} from '../../../src/core/new-groups/counting-place';
import { floatingOf } from '../../../src/core/new-groups/floating';
import { countSites, goalState, groupOfSite } from '../../../src/core/new-groups/group-goal';
import type { Site } from '../../../src/core/new-groups/group-goal';
import { checkState, mapStations, reachOf } from '../../../src/core/new-groups/station-reach';
import { computeDeadlines } from '../../../src/core/deadlines/compute-deadlines';
import { monthsOf, ruleOf } from '../../../src/core/regulations/development-rules';
import type { Area } from '../../../src/core/records/area';
import { organizationKinds } from '../../../src/core/records/organization';

const today = '2026-11-23';
const days = fc.integer({ min: -400, max: 400 }).map((shift) => addDays(today, shift));
const entry = fc.record(
  {
    organizationId: fc.constantFrom('site-1', 'site-2', 'site-3'),
    areaId: fc.constantFrom('area-1', 'area-2'),
    from: days,
    until: days,
  },
  { requiredKeys: [] },
);
const person = fc.record({
  id: fc.integer({ min: 0, max: 40 }).map((number) => `person-${number}`),
  group: fc.constantFrom('courier', 'foodDelivery', 'streamer'),
  countedUnder: fc.array(entry, { maxLength: 5 }),
});
const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

describe('归口: nobody is counted twice (product §2, countedUnder)', () => {
  it('over places, areas and groups the sums are the number of distinct people, on any day', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), days, (people, day) => {
        const distinct = new Set(people.map(({ id }) => id)).size;
        const byPlace = countPeople(people, (each) => JSON.stringify(countingPlaceOn(each, day)));
        const byGroup = countPeople(people, ({ group }) => group);
        expect([total(byPlace), total(byGroup)]).toEqual([distinct, distinct]);
      }),
    );
  });

  it('the order of the list does not matter', () => {
    const people = fc.uniqueArray(person, { maxLength: 30, selector: ({ id }) => id });
    fc.assert(
      fc.property(people, (list) => {
        const count = (each: typeof list) =>
          [...countPeople(each, (one) => JSON.stringify(countingPlaceOn(one, today)))].sort();
        expect(count([...list].reverse())).toEqual(count(list));
      }),
    );
  });

  it('where periods overlap, the one that began last counts; nobody placed is counted as nowhere', () => {
    const countedUnder = [{ organizationId: 'site-1', from: '2025-01-01' as const }];
    const both = [...countedUnder, { areaId: 'area-1', from: '2026-01-01' as const }];
    expect(countingPlaceOn({ countedUnder: both }, today)).toEqual({ kind: 'area', id: 'area-1' });
    expect(hasRivalPlaces({ countedUnder: both }, today)).toBe(true);
    expect(hasRivalPlaces({ countedUnder }, today)).toBe(false);
    expect(countingPlaceOn({ countedUnder }, '2024-12-31')).toEqual({ kind: 'none' });
  });

  it('a move leaves every earlier day as it was and settles every later one', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), days, days, (entries, from, asked) => {
        const moved = movedTo(
          entries,
          { areaId: 'area-9' },
          { from, dayBefore: addDays(from, -1) },
        );
        const after = countingPlaceOn({ countedUnder: moved }, asked);
        if (asked >= from) expect(after).toEqual({ kind: 'area', id: 'area-9' });
        else expect(after).toEqual(countingPlaceOn({ countedUnder: entries }, asked));
      }),
    );
  });
});

describe('流动党员 (rules §2 FLOAT-6M)', () => {
  it.each([
    ['half a year less a day', { awaySince: '2026-05-24' }, 'away'],
    ['half a year', { awaySince: '2026-05-23' }, 'due'],
    ['half a year and a day', { awaySince: '2026-05-22' }, 'due'],
    ['registered already', { awaySince: '2026-01-31', isFloating: true }, 'registered'],
    ['not away', {}, 'none'],
  ] as const)('%s', (_, facts, state) => {
    expect(floatingOf(facts, { isMember: true, today }).state).toBe(state);
  });

  it('is the very limit of the deadline table, said once in the rule data', () => {
    const days = computeDeadlines(
      { dossier: { membership: { awayFrom: '2026-05-24' } } },
      { today },
    ).find(({ rule }) => rule === 'FLOAT-6M');
    const dueOn = floatingOf({ awaySince: '2026-05-24' }, { isMember: true, today }).dueOn;
    expect([days?.on, monthsOf(ruleOf('FLOAT-6M'))]).toEqual([dueOn, 6]);
  });

  it('month ends clamp down, and who is no member is not asked', () => {
    const awaySince = '2026-08-31';
    expect(floatingOf({ awaySince }, { isMember: true, today }).dueOn).toBe('2027-02-28');
    expect(floatingOf({ awaySince }, { isMember: false, today })).toEqual({ state: 'none' });
  });
});

function site(id: string, part: Partial<Site['unit']>, heads?: number): Site {
  return {
    unit: {
      id,
      kind: 'courierOutlet',
      column: 'site',
      isProbationaryAssumed: false,
      covers: [],
      links: [],
      leads: 0,
      ...part,
    },
    organization: {
      id,
      name: id,
      kind: 'courierOutlet',
      status: 'operating',
      ...(heads === undefined ? {} : { groupHeadcounts: { courier: heads } }),
    },
  };
}

describe('the goal of 2027 (rules §4.4, NEG 覆盖)', () => {
  it('counts organised and worked sites, leaves excluded ones out, and says how many are surveyed', () => {
    const cover = { partyOrganizationId: 'p', form: 'joint', level: 'branch' } as const;
    const sites = [
      site('a', { covers: [cover], members: 3 }, 20),
      site('b', { links: ['liaison'] }, 5),
      site('c', {}),
      site('d', { exclusion: 'suspended' }, 99),
    ];
    expect(countSites(sites, defaultDefinitions)).toEqual({
      ...{ sites: 3, built: 1, covered: 2, surveyed: 2, heads: 25, members: 3 },
    });
  });

  it('the pace is the rest over the whole months left; past the day the rest is due at once', () => {
    expect(goalState({ sites: 30, covered: 17 }, today)).toMatchObject({
      ...{ daysLeft: 403, missing: 13, perMonth: 1 },
    });
    expect(goalState({ sites: 30, covered: 30 }, today).perMonth).toBeNull();
    expect(goalState({ sites: 3, covered: 0 }, '2027-12-31')).toMatchObject({
      ...{ daysLeft: 0, perMonth: 3 },
    });
    expect(goalState({ sites: 3, covered: 0 }, '2028-01-05').daysLeft).toBe(-5);
  });

  it('every kind belongs to one group', () => {
    expect(organizationKinds.filter((kind) => groupOfSite(kind) !== 'other')).toHaveLength(5);
  });
});

describe('驿站 within reach (product §7)', () => {
  const areas: Area[] = [
    { id: 's1', name: '甲街道', level: 'street' },
    { id: 's2', name: '乙街道', level: 'street' },
    { id: 'c1', name: '东里', level: 'community', parentId: 's1' },
    { id: 'c2', name: '西里', level: 'community', parentId: 's1' },
    { id: 'c3', name: '河岸', level: 'community', parentId: 's2' },
  ];
  const map = mapStations([{ areaId: 'c1' }, {}], areas, '2026-11-23');
  it.each([
    ['c1', 'community'],
    ['c2', 'street'],
    ['c3', 'none'],
    [undefined, 'unknown'],
  ] as const)('%s has one %s', (areaId, reach) => {
    expect(reachOf({ id: 'x', areaId }, map)).toBe(reach);
  });

  it('a check is late from the day after the allowed days', () => {
    const state = (lastCheckedOn?: '2026-10-24' | '2026-10-23') =>
      checkState(lastCheckedOn === undefined ? {} : { lastCheckedOn }, { today, days: 30 });
    expect([state('2026-10-24'), state('2026-10-23'), state()]).toEqual([
      'fine',
      'overdue',
      'unknown',
    ]);
  });
});
