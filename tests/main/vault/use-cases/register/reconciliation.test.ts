import { afterEach, describe, expect, it } from 'vitest';
import { undo } from '../../../../../src/main/vault/use-cases/history';
import { Shelf, waitingFor } from '../../../../../src/main/vault/use-cases/imports/intake-shelf';
import {
  commitReconciliation,
  listReconciliations,
  previewReconciliation,
} from '../../../../../src/main/vault/use-cases/reconciliation/commit';
import {
  compareWithList,
  decideOutcomes,
  listOutcomes,
} from '../../../../../src/main/vault/use-cases/reconciliation/compare';
import { asJson } from '../../../../../src/main/vault/use-cases/save-person';
import type { ListHead } from '../../../../../src/contract/reconciliation';
import { creditCode, rawSheet, rawWorkbook, type Cells } from '../../../../support/raw-sheet';
import {
  openTestDesk,
  valueOf,
  type SeedRecord,
  type TestDesk,
} from '../../../../support/desk-kit';

const headers: Cells = ['企业名称', '统一社会信用代码', '登记状态', '住所', '所属街道'];
const area = { id: 's1', name: '样松街道', level: 'street' } as const;

const units: readonly SeedRecord[] = [
  { table: 'areas', record: area },
  ...(
    [
      ['同', { creditCode: creditCode(1) }],
      ['改', { creditCode: creditCode(2) }],
      ['销', { creditCode: creditCode(3), staff: 120 }],
      ['失', { creditCode: creditCode(4) }],
      ['补', {}],
    ] as const
  ).map(([id, facts]): SeedRecord => ({
    table: 'organizations',
    record: {
      id,
      name: `例${id}有限公司`,
      kind: 'enterprise',
      status: 'operating',
      areaId: 's1',
      ...facts,
    },
  })),
];

const rows: readonly Cells[] = [
  ['例同有限公司', creditCode(1), '存续', null, '样松街道'],
  ['例改新有限公司', creditCode(2), '存续', null, '样松街道'],
  ['例销有限公司', creditCode(3), '注销', null, '样松街道'],
  ['例补有限公司', creditCode(5), '存续', '样例路 5 号', '样松街道'],
  ['例新设有限公司', creditCode(6), '存续', '样例路 6 号', '样松街道'],
  ['例坏码有限公司', '91990101MA0000000X', '存续', null, '样松街道'],
  ['合计', null, null, null, null],
];

const head: ListHead = { source: 'market', listedOn: '2026-11-01', kinds: ['enterprise'] };

function shelfWith(token: string): Shelf {
  const shelf = new Shelf();
  shelf.put(
    token,
    waitingFor('市监名单.xlsx', rawWorkbook([rawSheet('名单', [headers, ...rows])])),
  );
  return shelf;
}

const open: TestDesk[] = [];
async function deskWithUnits(): Promise<TestDesk> {
  const made = await openTestDesk(units);
  open.push(made);
  return made;
}
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

describe('reconciliation with a list of the market authority', () => {
  it('counts every row once and writes nothing while it is only compared', async () => {
    const { desk } = await deskWithUnits();
    const shelf = shelfWith('t');
    const before = desk.ledger.sequence;
    const { counts, sheets } = valueOf(compareWithList(desk, shelf, { token: 't', head }));
    expect(sheets).toEqual([{ name: '名单', isUsed: true, words: '7 行' }]);
    expect(counts).toMatchObject({
      rowsRead: 7,
      byClass: { added: 1, renamed: 1, statusChanged: 1, same: 2, moved: 0, pending: 0, gone: 1 },
      unread: 1,
      skipped: 1,
      repeated: 0,
      open: { added: 1, renamed: 1, statusChanged: 1, gone: 1, same: 0 },
    });
    const unread = valueOf(
      listOutcomes(desk, shelf, { token: 't', class: 'unread', range: { offset: 0, limit: 9 } }),
    );
    expect(unread.rows[0]).toMatchObject({ name: '例坏码有限公司', place: '名单!7' });
    expect(desk.ledger.sequence).toBe(before);
  });

  it('shows what every indicator becomes, commits once, and one undo takes all of it back', async () => {
    const { desk } = await deskWithUnits();
    const shelf = shelfWith('t');
    valueOf(compareWithList(desk, shelf, { token: 't', head }));
    const say = (
      target: Parameters<typeof decideOutcomes>[2]['target'],
      decision: Parameters<typeof decideOutcomes>[2]['decision'],
    ) => decideOutcomes(desk, shelf, { token: 't', target, decision });
    valueOf(say({ class: 'added' }, { choice: 'accept' }));
    valueOf(say({ class: 'statusChanged' }, { choice: 'accept' }));
    valueOf(say({ class: 'gone' }, { choice: 'accept', status: 'movedAway' }));
    expect(say({ class: 'renamed' }, { choice: 'refuse', reason: '' }).ok).toBe(false);
    valueOf(say({ class: 'renamed' }, { choice: 'refuse', reason: '上门核实名称未改' }));
    const preview = valueOf(previewReconciliation(desk, shelf, { token: 't', fillsBlanks: true }));
    expect(preview).toMatchObject({ created: 1, updated: 3, refused: 1, open: 0 });
    const work = preview.indicators.find(({ id }) => id === 'organizationCoverage');
    expect(work).toMatchObject({
      before: { numerator: 0, denominator: 5 },
      after: { numerator: 0, denominator: 4 },
    });
    const staff100 = preview.indicators.find(({ id }) => id === 'staff100BuiltRate');
    expect(staff100).toMatchObject({ before: { denominator: 1 }, after: { denominator: 0 } });

    const done = valueOf(commitReconciliation(desk, shelf, { token: 't', fillsBlanks: true }));
    expect(desk.coverage().indicators[0]).toMatchObject(work?.after ?? {});
    const { organizations } = desk.reference;
    expect(organizations.get('销')).toMatchObject({
      status: 'deregistered',
      statusSince: '2026-11-01',
      statusVerifiedBy: '办理员甲',
      statusEvidence: '市场监管部门名单（市监名单.xlsx，2026-11-01）：名单!4',
    });
    expect(organizations.get('失')).toMatchObject({ status: 'movedAway' });
    expect(organizations.get('改')?.name).toBe('例改有限公司');
    expect(organizations.get('补')).toMatchObject({
      creditCode: creditCode(5),
      address: '样例路 5 号',
    });
    expect(organizations.size).toBe(6);
    expect(valueOf(listReconciliations(desk))).toMatchObject([
      { id: done.id, rowsRead: 7, words: '新增 1，消失 1，改名 1，状态变化 1' },
    ]);
    valueOf(undo(desk, { changeId: done.changeId }));
    expect(desk.reference.organizations.size).toBe(5);
    expect(desk.reference.organizations.get('失')?.status).toBe('operating');
    expect(valueOf(listReconciliations(desk))).toEqual([]);
  });

  it('a refusal is kept: the next list does not ask the same again', async () => {
    const { desk } = await deskWithUnits();
    const first = shelfWith('t');
    valueOf(compareWithList(desk, first, { token: 't', head }));
    valueOf(
      decideOutcomes(desk, first, {
        token: 't',
        target: { class: 'renamed' },
        decision: { choice: 'refuse', reason: '上门核实名称未改' },
      }),
    );
    valueOf(previewReconciliation(desk, first, { token: 't', fillsBlanks: false }));
    valueOf(commitReconciliation(desk, first, { token: 't', fillsBlanks: false }));
    const second = shelfWith('u');
    const { counts } = valueOf(compareWithList(desk, second, { token: 'u', head }));
    expect(counts.settledBefore).toBe(1);
    expect(counts.open.renamed).toBe(0);
    const settled = valueOf(
      listOutcomes(desk, second, {
        token: 'u',
        class: 'settledBefore',
        range: { offset: 0, limit: 9 },
      }),
    );
    expect(settled.rows[0]?.rememberedWords).toBe(
      '2026-11-23 办理员甲比对《市监名单.xlsx》时不采纳：上门核实名称未改',
    );
  });

  it('a missing unit whose status was changed is not asked about again, unless it comes back', async () => {
    const { desk } = await deskWithUnits();
    const settle = (token: string) => {
      const shelf = shelfWith(token);
      const { counts } = valueOf(compareWithList(desk, shelf, { token, head }));
      valueOf(
        decideOutcomes(desk, shelf, {
          token,
          target: { class: 'gone' },
          decision: { choice: 'accept', status: 'unknown' },
        }),
      );
      valueOf(previewReconciliation(desk, shelf, { token, fillsBlanks: false }));
      valueOf(commitReconciliation(desk, shelf, { token, fillsBlanks: false }));
      return counts.open.gone;
    };
    expect([settle('t'), settle('u')]).toEqual([1, 0]);
    const unit = desk.reference.organizations.get('失');
    expect(unit?.status).toBe('unknown');
    const back = { ...unit, status: 'operating' } as const;
    valueOf(
      desk.commit({
        action: 'organizations.save',
        changes: [
          { table: 'organizations', id: '失', before: asJson(unit ?? {}), after: asJson(back) },
        ],
      }),
    );
    expect(settle('v')).toBe(1);
  });

  it('is not written over a ledger that has moved on since the preview', async () => {
    const { desk } = await deskWithUnits();
    const shelf = shelfWith('t');
    valueOf(compareWithList(desk, shelf, { token: 't', head }));
    valueOf(previewReconciliation(desk, shelf, { token: 't', fillsBlanks: true }));
    valueOf(desk.record('test.note', '别的操作'));
    const late = commitReconciliation(desk, shelf, { token: 't', fillsBlanks: true });
    expect(late.ok ? '' : late.failure.code).toBe('I-703');
  });
});

describe('a list whose columns are not plain', () => {
  const token = 'list-2';
  /** Headers nobody knows, below a title. */
  const strange: readonly Cells[] = [
    ['2026 年 11 月底数', null, null],
    ['主体', '证照编号', '现状'],
    ['例同有限公司', creditCode(1), '存续'],
    ['例销有限公司', creditCode(3), '注销'],
  ];

  async function waiting(sheetRows: readonly Cells[]) {
    const { desk: here } = await deskWithUnits();
    const shelf = new Shelf();
    shelf.put(token, waitingFor('底数.xlsx', rawWorkbook([rawSheet('底数', sheetRows)])));
    return { here, shelf };
  }

  it('is not taken as certain; pointed at, it compares as any other', async () => {
    const { here, shelf } = await waiting(strange);
    const first = valueOf(compareWithList(here, shelf, { token, head }));
    expect(first.isCertain).toBe(false);
    const chosen = {
      headerRows: { 底数: [2] },
      included: { 底数: true },
      mapping: {
        '底数!A': 'organizationName',
        '底数!B': 'creditCode',
        '底数!C': 'operatingStatus',
      },
    };
    const { isCertain, counts } = valueOf(compareWithList(here, shelf, { token, head, ...chosen }));
    expect([isCertain, counts.rowsRead]).toEqual([true, 2]);
    expect(counts.byClass).toMatchObject({ same: 1, statusChanged: 1 });
  });

  it('the usual headers are certain at once', async () => {
    const { here, shelf } = await waiting([headers, ...rows]);
    expect(valueOf(compareWithList(here, shelf, { token, head })).isCertain).toBe(true);
  });
});

describe('a list after a street was merged into another', () => {
  it('names the new street, and no unit counts as moved', async () => {
    const { desk } = await deskWithUnits();
    const into = { id: 's2', name: '样竹街道', level: 'street' };
    const ended = { ...area, retired: { on: '2026-07-01', reason: '撤并', intoId: 's2' } };
    valueOf(
      desk.commit({
        action: 'test.merge',
        changes: [
          { table: 'areas', id: 's2', before: null, after: into },
          { table: 'areas', id: 's1', before: area, after: ended },
        ],
      }),
    );
    const listed = rows.map((row) => row.map((cell) => (cell === '样松街道' ? '样竹街道' : cell)));
    const shelf = new Shelf();
    shelf.put('m', waitingFor('名单.xlsx', rawWorkbook([rawSheet('名单', [headers, ...listed])])));
    const { counts } = valueOf(compareWithList(desk, shelf, { token: 'm', head }));
    expect(counts.byClass).toMatchObject({ moved: 0, same: 2 });
  });
});
