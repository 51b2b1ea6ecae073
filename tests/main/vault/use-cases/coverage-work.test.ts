import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateCoverage } from '../../../../src/core/coverage/evaluate';
import { generatePracticeLedger } from '../../../../src/core/practice/generate-practice-ledger';
import type { CalendarDate } from '../../../../src/core/calendar/calendar-date';
import { coverageOverview, coverageTrend } from '../../../../src/main/vault/use-cases/coverage';
import { taskItem } from '../../../../src/main/vault/use-cases/due-items';
import {
  getInstructor,
  listInstructors,
  saveInstructor,
} from '../../../../src/main/vault/use-cases/field-work/instructors';
import { assignGap, listGaps } from '../../../../src/main/vault/use-cases/gap-list';
import { closeTask, listTasks } from '../../../../src/main/vault/use-cases/gap-tasks';
import { listHistory, undo } from '../../../../src/main/vault/use-cases/history';
import { saveOrganization } from '../../../../src/main/vault/use-cases/organizations';
import { reorganizeParty } from '../../../../src/main/vault/use-cases/reorganize-party';
import { recordOutput, reportTable } from '../../../../src/main/vault/use-cases/reports/reports';
import { adoptUnions, unionLetter } from '../../../../src/main/vault/use-cases/unions/adopt';
import { unionBoard } from '../../../../src/main/vault/use-cases/unions/board';
import { openTestDesk, type SeedRecord, type TestDesk } from '../../../support/desk-kit';

const today = '2026-11-23';
let open: TestDesk;

beforeAll(async () => {
  const records = [...generatePracticeLedger({ seed: 20261123, today })].filter(
    ({ table }) => table !== 'people',
  );
  open = await openTestDesk(records as SeedRecord[], today);
});
afterAll(() => open.close());

function value<Value>(
  result: { ok: true; value: Value } | { ok: false; failure: { message: string } },
): Value {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

describe('as of a day', () => {
  it('as-of today equals the live figure; an earlier day is asked of the dated facts', () => {
    const live = value(coverageOverview(open.desk, {}));
    expect(value(coverageOverview(open.desk, { asOf: today }))).toEqual(live);
    const earlier = value(coverageOverview(open.desk, { asOf: '2025-11-23' }));
    expect(earlier.asOf).toBe('2025-11-23');
    const { coverageRecords, definitions } = open.desk;
    const direct = evaluateCoverage(coverageRecords, '2025-11-23', definitions);
    expect(earlier.indicators.map(({ numerator }) => numerator)).toEqual(
      direct.indicators.map(({ numerator }) => numerator),
    );
  });

  it('a unit that is closed today stays in the figures of yesterday, and undo takes it back', () => {
    const { desk } = open;
    const unit = desk
      .coverage()
      .units.find(({ exclusion, column }) => exclusion === undefined && column === 'enterprise');
    const before = value(coverageOverview(desk, { asOf: '2026-11-22' })).indicators;
    const saved = value(
      saveOrganization(desk, { id: unit?.id ?? '', patch: { status: 'deregistered' }, clears: [] }),
    );
    expect(desk.coverage().states.get(unit?.id ?? '')).toBe('excluded');
    expect(value(coverageOverview(desk, { asOf: '2026-11-22' })).indicators).toEqual(before);
    value(undo(desk, { changeId: saved.changeId }));
    expect(desk.coverage().states.get(unit?.id ?? '')).not.toBe('excluded');
  });

  it('the trend is each month end as asked for alone, and an edit moves it at once', async () => {
    const { desk } = open;
    const points = async (indicator: string) =>
      value(await coverageTrend(desk, { indicator })).points;
    const asked = (indicator: string, asOf: CalendarDate) =>
      value(coverageOverview(desk, { asOf })).indicators.find(({ id }) => id === indicator)
        ?.percent;
    for (const id of ['organizationCoverage', 'instructorRate', 'siteWorkCoverage']) {
      const trend = await points(id);
      expect(trend.map(({ monthEnd }) => monthEnd.slice(0, 7)).at(0)).toBe('2025-12');
      for (const point of [trend[0], trend[6], trend[11]])
        expect(point?.percent).toBe(asked(id, point?.monthEnd ?? today));
    }
    const before = await points('organizationCoverage');
    const built = [...desk.coverage().states].filter(([, state]) => state === 'own');
    const changes = built.slice(0, 40).flatMap(([id]) => {
      const unit = desk.reference.organizations.get(id);
      if (unit === undefined) return [];
      const after = { ...unit, status: 'deregistered', statusSince: '2026-10-15' };
      return [{ table: 'organizations', id, before: unit as never, after: after as never }];
    });
    const saved = value(desk.commit({ action: 'test.close', changes }));
    const after = await points('organizationCoverage');
    expect(after.slice(0, 10)).toEqual(before.slice(0, 10));
    expect(after[10]?.percent).toBeLessThan(before[10]?.percent ?? 0);
    expect(after[11]?.percent).toBeLessThan(before[11]?.percent ?? 0);
    value(undo(desk, { changeId: saved.changeId }));
    expect(await points('organizationCoverage')).toEqual(before);
  });

  it('gaps are of today whatever day the figures are asked for; those assigned stand by their day', () => {
    const { desk } = open;
    const { gapCounts } = value(coverageOverview(desk, {}));
    expect(value(coverageOverview(desk, { asOf: '2025-11-23' })).gapCounts).toEqual(gapCounts);
    const range = { offset: 0, limit: 200 };
    const assigned = value(listGaps(desk, { assignment: 'assigned', range }));
    const days = assigned.rows.map(({ dueOn }) => dueOn ?? '9999');
    expect(days.length).toBeGreaterThan(3);
    expect(days).toEqual([...days].sort());
    const all = value(listGaps(desk, { assignment: 'all', range })).total;
    expect(all).toBe(gapCounts.reduce((sum, { count }) => sum + count, 0));
  });
});

describe('联合组建', () => {
  it('proposes, promises, becomes tasks, and refuses an unlawful group', () => {
    const { desk } = open;
    const board = value(unionBoard(desk, { ground: 'community' }));
    const { ground, placeId } = board;
    const open3 = board.units.filter(({ isOpen, formalMembers }) => isOpen && formalMembers === 0);
    const unlawful = [{ kind: 'joint' as const, unitIds: open3.slice(0, 2).map(({ id }) => id) }];
    const edited = value(unionBoard(desk, { ground, placeId, groups: unlawful }));
    expect(edited.groups.map(({ isLawful }) => isLawful)).toEqual([false]);
    const asked = { ground, placeId, owner: '办理员甲', dueOn: '2026-12-31' } as const;
    expect(adoptUnions(desk, { ...asked, groups: unlawful }).ok).toBe(false);

    const groups = board.groups.map(({ kind, unitIds }) => ({ kind, unitIds }));
    expect(board.groups.every(({ isLawful }) => isLawful)).toBe(true);
    const adopted = value(adoptUnions(desk, { ...asked, groups }));
    expect(adopted.tasks).toBeGreaterThan(0);
    const letter = value(unionLetter(desk, { ground, placeId, groups }));
    expect(letter.title).toContain(board.placeName);
    value(undo(desk, { changeId: adopted.changeId }));
  });
});

describe('动态销号', () => {
  it('an open gap needs evidence; the closed task keeps it', () => {
    const { desk } = open;
    const range = { offset: 0, limit: 1 };
    const [task] = value(listTasks(desk, { state: 'open', range })).rows;
    const id = task?.id ?? '';
    expect(closeTask(desk, { id, evidence: ' ' }).ok).toBe(false);
    value(closeTask(desk, { id, evidence: '上门核实记录' }));
    const closed = value(listTasks(desk, { state: 'closed', range })).rows;
    expect(closed).toMatchObject([{ id, closedOn: today, evidence: '上门核实记录' }]);
    // The gap's history is read on the page of its unit or branch.
    const table = `${task?.subject ?? ''}s`;
    const recordId = task?.subjectId ?? '';
    const [last] = value(listHistory(desk, { table, recordId, limit: 1 }));
    expect(last?.title).toBe('缺口任务销号');
    expect(last?.details.map(({ label, after }) => [label, after])).toContainEqual([
      '销号依据',
      '上门核实记录',
    ]);
  });
});

describe('指导员负担过重 (issue 4: each gap with reason, act, owner, due day, history, closing evidence)', () => {
  it('is a gap of the instructor, a task, a due item, and closes when units are handed over', () => {
    const { desk } = open;
    const range = { offset: 0, limit: 50 };
    const gaps = (more: object = {}) =>
      value(listGaps(desk, { rule: 'INSTR-LOAD', assignment: 'all', range, ...more }));
    const [gap, ...others] = gaps().rows;
    expect(others).toEqual([]);
    const id = gap?.subjectId ?? '';
    const instructor = desk.reference.instructors.get(id);
    expect(gap).toMatchObject({
      ...{ subject: 'instructor', subjectName: instructor?.name, title: '指导员负担过重' },
      reason: expect.stringMatching(/^联系运营单位 1[12] 家，超过 10 家$/) as string,
      suggestedAct: '分出一部分单位，另派指导员',
    });
    const { gapCounts } = value(coverageOverview(desk, {}));
    expect(gapCounts).toContainEqual(expect.objectContaining({ rule: 'INSTR-LOAD', count: 1 }));
    const unit = desk.reference.organizations.get(instructor?.assignments?.[0]?.organizationId);
    expect(gaps({ areaId: unit?.areaId }).total).toBe(1);
    const elsewhere = desk.reference.areas.all().filter(({ level }) => level === 'street');
    expect(elsewhere.map((area) => gaps({ areaId: area.id }).total)).toContain(0);
    const page = () => value(getInstructor(desk, { id }));
    expect(page().gaps).toMatchObject([{ rule: 'INSTR-LOAD' }]);
    const crowded = { only: 'overloaded', range } as const;
    expect(value(listInstructors(desk, crowded)).rows.map((row) => row.id)).toEqual([id]);

    const asked = { rule: 'INSTR-LOAD', subject: 'instructor', subjectId: id } as const;
    const task = value(assignGap(desk, { ...asked, owner: '办理员丁', dueOn: '2026-12-01' }));
    expect(page().gaps).toMatchObject([{ owner: '办理员丁', dueOn: '2026-12-01' }]);
    expect(gaps({ assignment: 'assigned' }).total).toBe(1);
    expect(taskItem(desk, task.id)).toMatchObject({
      ...{ subject: 'instructor', subjectId: id, subjectName: instructor?.name },
      context: '缺口任务，责任人 办理员丁',
    });
    const stateOf = () =>
      value(listTasks(desk, { state: 'all', range: { offset: 0, limit: 200 } })).rows.find(
        (row) => row.id === task.id,
      );
    expect(stateOf()).toMatchObject({ state: 'open', subject: 'instructor', subjectId: id });
    expect(closeTask(desk, { id: task.id, evidence: '' }).ok).toBe(false);

    const fewer = { assignments: instructor?.assignments?.slice(0, 6) };
    const handed = value(saveInstructor(desk, { id, patch: fewer, clears: [] }));
    expect([gaps().total, page().gaps.length, stateOf()?.state]).toEqual([0, 0, 'vanished']);
    const closed = value(closeTask(desk, { id: task.id, evidence: '' }));
    const history = value(listHistory(desk, { table: 'instructors', recordId: id, limit: 9 }));
    expect(history.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['缺口任务销号', '分派缺口任务']),
    );
    const labels = history.flatMap(({ details }) => details.map(({ label }) => label));
    expect(labels).toContain('责任人');
    expect(labels.filter((label) => /[a-z]/i.test(label))).toEqual([]);
    for (const { changeId } of [closed, handed, task]) value(undo(desk, { changeId }));
    expect(gaps({ assignment: 'unassigned' }).total).toBe(1);
  });
});

describe('党组织调整', () => {
  it('one change dissolves and founds; undo takes back both', () => {
    const { desk } = open;
    const party = desk.reference.partyOrganizations
      .all()
      .find(({ form, covers }) => form === 'joint' && (covers?.length ?? 0) >= 2);
    const id = party?.id ?? '';
    const ids = (party?.covers ?? []).map(({ organizationId }) => organizationId);
    const before = desk.coverage().indicators;
    const result = value(
      reorganizeParty(desk, {
        id,
        kind: 'rebuild',
        on: '2026-11-20',
        reason: '演练党组〔2026〕9 号',
        successors: [
          { name: '新建联合党支部', form: 'joint', level: 'branch', organizationIds: ids },
        ],
      }),
    );
    expect(desk.reference.partyOrganizations.get(result.founded[0])?.succeedsId).toBe(id);
    expect(desk.coverage().indicators).toEqual(before);
    value(undo(desk, { changeId: result.changeId }));
    expect(desk.reference.partyOrganizations.get(id)?.dissolvedOn).toBeUndefined();
    expect(desk.reference.partyOrganizations.get(result.founded[0])).toBeUndefined();
  });
});

describe('prints', () => {
  const wide = [
    'coverageTable',
    'shouldBuildList',
    'coverageKinds',
    'annualEnterprises',
    'annualSocial',
    'instructorLedger',
    'termLedger',
    'newGroups',
    'stationLedger',
    'requestLedger',
    'associationLedger',
  ] as const;
  it.each(wide)('%s: every row fills every column and no identity is broken', async (report) => {
    const table = value(await reportTable(open.desk, { report, outputMode: 'internal' }));
    expect(table.rows.length).toBeGreaterThan(0);
    expect(table.widths.length).toBe(table.align.length);
    expect(table.rows.every(({ cells }) => cells.length === table.widths.length)).toBe(true);
    expect(table.checks.filter(({ state }) => state === 'blocks')).toEqual([]);
    const [first = []] = table.header;
    expect(first.reduce((sum, { columns }) => sum + columns, 0)).toBe(table.widths.length);
  });

  it('what does not add up is shown with both sides and goes out only with a reason (rules §4.4)', async () => {
    const { desk } = open;
    const unit = desk
      .coverage()
      .units.find(
        ({ exclusion, kind, members, covers }) =>
          exclusion === undefined && kind === 'socialGroup' && members === 0 && covers.length === 0,
      );
    const group = {
      id: 'party-group-01',
      name: '样例党小组',
      level: 'group',
      form: 'own',
      covers: desk
        .coverage()
        .units.filter(
          ({ exclusion, column, covers, members }) =>
            exclusion === undefined &&
            column === unit?.column &&
            covers.length === 0 &&
            members === 0,
        )
        .map(({ id }) => ({ organizationId: id })),
    };
    const change = { table: 'partyOrganizations', id: group.id, before: null, after: group };
    const saved = value(desk.commit({ action: 'test.group', changes: [change] }));
    const request = { report: 'annualSocial', outputMode: 'internal' } as const;
    const { checks, snapshotNumber } = value(await reportTable(desk, request));
    const broken = checks.filter(({ state }) => state === 'blocks');
    expect(broken[0]?.label).toBe('勾稽：总数');
    expect(broken[0]?.detail).toMatch(/建立党小组的≤应建尚未建立的：\d+ 与 \d+ 不符/);
    const output = { report: 'annualSocial', target: 'pdf', pages: 1, snapshotNumber } as const;
    expect((await recordOutput(desk, output)).ok).toBe(false);
    expect((await recordOutput(desk, { ...output, reason: ' ' })).ok).toBe(false);
    value(await recordOutput(desk, { ...output, reason: '党小组挂靠社区，下月调整' }));
    value(undo(desk, { changeId: saved.changeId }));
    expect(
      value(await reportTable(desk, request)).checks.every(({ state }) => state !== 'blocks'),
    ).toBe(true);
  });

  it('the reading that was chosen is printed with the figures', async () => {
    const table = value(
      await reportTable(open.desk, { report: 'coverageTable', outputMode: 'internal' }),
    );
    expect(table.notes.join('')).toMatch(
      /口径：有指导员、.+工作覆盖率按 A 口径.+应建已建计单独建立和联合建立/,
    );
  });

  it('a printed table is compared with its last snapshot, cell by cell', async () => {
    const { desk } = open;
    const request = { report: 'coverageTable', outputMode: 'internal' } as const;
    const checkOf = async () =>
      value(await reportTable(desk, request)).checks.find(({ label }) => label === '与上次相比');
    expect((await checkOf())?.detail).toContain('第一份快照');
    const output = { report: 'coverageTable', target: 'pdf', pages: 3 } as const;
    value(await recordOutput(desk, { ...output, snapshotNumber: '2026-1123-02' }));
    expect(await checkOf()).toMatchObject({ state: 'met' });
    const unit = desk
      .coverage()
      .units.find(({ exclusion, column }) => exclusion === undefined && column === 'enterprise');
    const patch = { status: 'deregistered' as const };
    value(saveOrganization(desk, { id: unit?.id ?? '', patch, clears: [] }));
    expect((await checkOf())?.detail).toMatch(/全区合计 单位数 \d+ → \d+/);
  });

  it('a table of a past month end is printed as of that day, and today is compared with it', async () => {
    const { desk } = open;
    const asOf = '2026-10-31';
    const request = { report: 'coverageTable', outputMode: 'internal' } as const;
    const past = value(await reportTable(desk, { ...request, asOf }));
    expect(past).toMatchObject({ asOf, snapshotNumber: expect.stringContaining('2026-1031') });
    const units = evaluateCoverage(desk.coverageRecords, asOf, desk.definitions).tallies.legal
      .units;
    expect(past.rows[0]?.cells[1]).toBe(String(units));
    const output = { report: 'coverageTable', target: 'pdf', pages: 3, asOf } as const;
    value(await recordOutput(desk, { ...output, snapshotNumber: past.snapshotNumber }));
    const { checks } = value(await reportTable(desk, request));
    const month = checks.find(({ label }) => label === '与上月相比');
    expect(month?.detail).toContain(`截至 ${asOf}`);
    // What was printed later of a later day says nothing about the past day.
    expect(
      value(await reportTable(desk, { ...request, asOf: '2026-09-30' })).checks,
    ).toContainEqual(expect.objectContaining({ detail: expect.stringContaining('第一份快照') }));
  });
});
