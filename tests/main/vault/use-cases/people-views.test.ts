import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peopleBoard } from '../../../../src/main/vault/use-cases/people-board';
import {
  peopleCalendar,
  peopleCalendarDay,
} from '../../../../src/main/vault/use-cases/people-calendar';
import {
  deletePeopleView,
  peopleDesk,
  savePeopleColumns,
  savePeopleView,
} from '../../../../src/main/vault/use-cases/people-desk';
import { openTestDesk, valueOf, type SeedRecord, type TestDesk } from '../../../support/desk-kit';

const person = (id: string, dossier: object): SeedRecord => ({
  table: 'people',
  record: { id, name: `测${id}`, dossier },
});
const seed: readonly SeedRecord[] = [
  person('a1', { appliedOn: '2026-11-02', receivedOn: '2026-11-02' }),
  person('a2', { appliedOn: '2026-10-20', receivedOn: '2026-10-20' }),
  person('a3', { appliedOn: '2026-10' }),
  person('b1', { appliedOn: '2025-01-05', talkedOn: '2025-01-20', activistOn: '2026-01-12' }),
  person('c1', { appliedOn: '2026-09-01', events: [{ kind: 'applicationWithdrawn' }] }),
];

let open: TestDesk;
beforeEach(async () => (open = await openTestDesk(seed)));
afterEach(() => open.close());

describe('the board', () => {
  it('puts everybody under the stage, the longest wait on top and an unknown day last', () => {
    const { columns, total } = valueOf(peopleBoard(open.desk, { filter: {}, perStage: 40 }));
    expect(total).toBe(5);
    expect(columns.map(({ stage, total: count }) => [stage, count])).toEqual([
      ['applicant', 4],
      ['activist', 1],
      ['developmentTarget', 0],
      ['probationaryMember', 0],
    ]);
    expect(columns[0]?.rows.map(({ id, daysInStage }) => [id, daysInStage])).toEqual([
      ['c1', 83],
      ['a2', 34],
      ['a1', 21],
      ['a3', null],
    ]);
  });

  it('caps a column and keeps its whole number', () => {
    const { columns } = valueOf(peopleBoard(open.desk, { filter: {}, perStage: 1 }));
    expect(columns[0]).toMatchObject({ total: 4, rows: [{ id: 'c1' }] });
  });

  it('shows full members only where the filter asks for them', () => {
    const filter = { includesFullMembers: true };
    const { columns } = valueOf(peopleBoard(open.desk, { filter, perStage: 1 }));
    expect(columns.map(({ stage }) => stage)).toContain('fullMember');
  });
});

describe('the calendar', () => {
  it('lays the open deadlines of the month on their days and leaves closed dossiers out', () => {
    const value = valueOf(peopleCalendar(open.desk, { filter: {}, month: '2026-11' }));
    expect(value.days).toHaveLength(30);
    const due = value.days.filter(({ total }) => total > 0).map(({ on, items }) => [on, items[0]]);
    // a2: received 10-20, the talk is due on 11-20 (rules §2 TALK-1M); c1 is closed.
    expect(due).toMatchObject([['2026-11-20', { subjectName: '测a2', title: '党组织派人谈话' }]]);
    expect(value.total).toBe(1);
  });

  it('knows the rest days, make-up Saturdays included', () => {
    const { days } = valueOf(peopleCalendar(open.desk, { filter: {}, month: '2026-10' }));
    const workingOn = (on: string) => days.find((day) => day.on === on)?.isWorkingDay;
    expect([workingOn('2026-10-01'), workingOn('2026-10-10')]).toEqual([false, true]);
  });

  it('says 暂算 for a year without an official arrangement', () => {
    const value = valueOf(peopleCalendar(open.desk, { filter: {}, month: '2028-02' }));
    expect(value).toMatchObject({ isProvisional: true, days: { length: 29 } });
  });

  it('opens one day with article and next act', () => {
    const { items } = valueOf(peopleCalendarDay(open.desk, { filter: {}, on: '2026-11-20' }));
    expect(items).toMatchObject([{ subjectId: 'a2', days: -3, citation: { edition: '2026 版' } }]);
  });
});

describe('saved views and columns', () => {
  const view = {
    name: '申请人',
    filter: { stages: ['applicant' as const] },
    view: 'board' as const,
  };

  it('are kept in the ledger, the same name once, and can be deleted', async () => {
    const { id } = valueOf(await savePeopleView(open.desk, view));
    const again = valueOf(await savePeopleView(open.desk, { ...view, view: 'table' }));
    expect(again.id).toBe(id);
    expect(valueOf(peopleDesk(open.desk)).views).toEqual([{ ...view, view: 'table', id }]);
    valueOf(await deletePeopleView(open.desk, { id }));
    expect(valueOf(peopleDesk(open.desk)).views).toEqual([]);
  });

  it('leaves the settings as they were', async () => {
    valueOf(await savePeopleColumns(open.desk, { columns: ['name', 'since'] }));
    expect(valueOf(peopleDesk(open.desk)).columns).toEqual(['name', 'since']);
    expect(open.desk.settings.unitName).toBe('演练区');
  });

  it('refuses a name of blanks', async () => {
    expect(await savePeopleView(open.desk, { ...view, name: '  ' })).toMatchObject({ ok: false });
  });
});
