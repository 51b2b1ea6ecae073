import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../../src/core/calendar/calendar-date';
import { parseFile } from '../../../../src/main/parser/parse-file';
import { idNumber } from '../../../support/raw-sheet';
import { writeSheets, type Cell } from '../../../support/sheet-formats';
import { attestation, temporaryVault, type TestVault } from '../../../support/vault-kit';

const samples = join(import.meta.dirname, '../../../fixtures/workbooks');
let vault: TestVault;
let remove: () => void;

beforeEach(async () => {
  ({ vault, remove } = temporaryVault());
  await vault.create();
});
afterEach(async () => {
  await vault.service.end(60_000);
  remove();
});

let tokens = 0;

async function put(fileName: string, bytes: Buffer): Promise<string> {
  const token = `t${(tokens += 1)}`;
  vault.service.receiveWorkbook(token, fileName, await parseFile(fileName, bytes));
  return token;
}

function sample(start: string): Promise<string> {
  const file = readdirSync(samples).find(
    (name) => name.startsWith(start) && /\.(xlsx|csv)$/.test(name),
  );
  return put(file ?? '', readFileSync(join(samples, file ?? '')));
}

async function sheet(rows: readonly (readonly Cell[])[], name = '名册'): Promise<string> {
  return put(`${name}.xlsx`, await writeSheets([{ name, rows }], 'xlsx'));
}

const header = ['姓名', '身份证号', '所在党支部', '现任职务', '申请入党时间', '爱好'];
const born = (order: number) => idNumber('1999-03-07', order);
const rows: Cell[][] = [
  header,
  ['测一', born(11), '一支部', '科员', '2025-01-01', '象棋'],
  ['样四', born(13), '一支部', '科长', '2025-13-01', '=1+1'],
  ['测五', born(15), '一支部', null, '2025-01-02', null],
];

async function importAll(token: string, policy: 'fillBlanks' | 'overwrite' = 'fillBlanks') {
  await vault.ask('imports.read', { token });
  await vault.ask('imports.plan', { token, policy });
  return vault.ask('imports.commit', { token });
}

async function person(name: string) {
  const { rows: found } = await vault.ask('people.list', {
    filter: { text: name },
    sort: { by: 'name', descending: false },
    range: { offset: 0, limit: 1 },
  });
  return (await vault.ask('people.get', { id: found[0]?.id ?? '' })).record;
}

describe('the same sheet again', () => {
  it.each(['F01', 'F06', 'F07', 'F09', 'F11'])(
    '%s changes nothing the second time',
    async (start) => {
      if (start === 'F11') await importAll(await sample('F09'));
      await importAll(await sample(start));
      const token = await sample(start);
      await vault.ask('imports.read', { token });
      const plan = await vault.ask('imports.plan', { token, policy: 'overwrite' });
      expect(plan).toMatchObject({ created: 0, updated: 0, fields: [] });
      expect(plan.unchanged).toBeGreaterThan(0);
    },
  );
});

describe('the plan and its policies', () => {
  const changed: Cell[][] = [
    header,
    ['测一', born(11), '二支部', '主任', '2025-01-01', '象棋'],
    ['测五', born(15), '一支部', '科员', '2025-01-02', '围棋'],
  ];

  it('counts every row read once and lays exactly what it says', async () => {
    await importAll(await sheet(rows));
    const token = await sheet(changed);
    await vault.ask('imports.read', { token });
    const plan = await vault.ask('imports.plan', { token, policy: 'fillBlanks' });
    expect(plan).toMatchObject({ created: 0, updated: 1, unchanged: 1, rowsRead: 2 });
    await vault.ask('imports.commit', { token });
    expect(await person('测一')).toMatchObject({ position: '科员', branchName: '一支部' });
    expect(await person('测五')).toMatchObject({
      position: '科员',
      custom: { 爱好: '围棋' },
    });
  });

  it('takes a policy for one field and leaves the others as they are', async () => {
    await importAll(await sheet(rows));
    const token = await sheet(changed);
    await vault.ask('imports.read', { token });
    const plan = await vault.ask('imports.plan', {
      token,
      policy: 'skip',
      perField: { position: 'overwrite' },
    });
    expect(plan.fields).toContainEqual({
      field: 'position',
      words: '现任职务',
      blanks: 1,
      differing: 1,
    });
    await vault.ask('imports.commit', { token });
    expect(await person('测一')).toMatchObject({ position: '主任', branchName: '一支部' });
  });

  it('keeps columns that have no place in the record under their headers', async () => {
    const wide: Cell[][] = [
      [
        '姓名',
        '身份证号',
        '所在党支部',
        '全国党员编码',
        '党内职务',
        '公示时间',
        '奖惩',
        '申请时间',
      ],
      ['测一', born(11), '一支部', '0001', '组织委员', '2026.1.5至2026.1.9', '三好', '2025-01-01'],
    ];
    await importAll(await sheet(wide));
    expect(await person('测一')).toMatchObject({
      custom: { 全国党员编码: '0001', 党内职务: '组织委员', 奖惩: '三好' },
      dossier: { notice: { from: '2026-01-05', until: '2026-01-09' } },
    });
  });
});

describe('a cell written over before the import', () => {
  it('is judged anew with all rows and becomes part of the plan', async () => {
    const token = await sheet(rows);
    await vault.ask('imports.read', { token });
    const edit = { token, sheet: '名册', row: 3, column: 'E' };
    const { row, edits } = await vault.ask('imports.edit', { ...edit, text: '2025-1-3' });
    expect({ verdict: row.verdict, edits }).toEqual({ verdict: 'warn', edits: 1 });
    expect(row.cells.find(({ column }) => column === 'E')).toMatchObject({
      shown: '2025-1-3',
      isEdited: true,
    });
    const plan = await vault.ask('imports.plan', { token, policy: 'fillBlanks' });
    expect(plan).toMatchObject({ created: 3, rejected: 0, edits: 1 });
    await vault.ask('imports.commit', { token });
    expect(await person('样四')).toMatchObject({ dossier: { appliedOn: '2025-01-03' } });
  });

  it('shows a doubled number as soon as it is written, and the file’s own value again when taken back', async () => {
    const token = await sheet(rows);
    await vault.ask('imports.read', { token });
    const edit = { token, sheet: '名册', row: 4, column: 'B' };
    const { row } = await vault.ask('imports.edit', { ...edit, text: born(11) });
    expect(row.issues.map(({ code }) => code)).toEqual(['DUP_ID_IN_FILE']);
    const back = await vault.ask('imports.edit', { ...edit, text: null });
    expect(back).toMatchObject({ edits: 0, row: { verdict: 'ok' } });
  });

  it('never sends a whole ID number to the window', async () => {
    const token = await sheet(rows);
    await vault.ask('imports.read', { token });
    const answer = await vault.ask('imports.rows', { token, range: { offset: 0, limit: 10 } });
    expect(JSON.stringify(answer)).not.toContain(born(11));
  });
});

describe('what the user says about the sheet', () => {
  const odd: Cell[][] = [
    ['姓名', '身份证号'],
    ['（以下为正式名单）', ''],
    ['党员', '号码'],
    ['测一', born(11)],
  ];

  it('another header row is taken where one is pointed at', async () => {
    const token = await sheet(odd);
    const found = await vault.ask('imports.read', { token });
    expect(found.sheets[0]).toMatchObject({ headerRows: [1] });
    expect(found.sheets[0]?.opening[2]).toEqual({ row: 3, cells: ['党员', '号码'] });
    const chosen = await vault.ask('imports.read', {
      token,
      headerRows: { 名册: [3] },
      mapping: { '名册!A': 'name', '名册!B': 'idNumber' },
    });
    expect(chosen.sheets[0]).toMatchObject({ headerRows: [3], counts: { rows: 1, ok: 1 } });
  });

  it('a mapping made by hand is taken again for the same header', async () => {
    const strange: Cell[][] = [
      ['名', '证', '所在党支部'],
      ['测一', born(11), '一支部'],
    ];
    const mapping = { '名册!A': 'name', '名册!B': 'idNumber' };
    const headerRows = { 名册: [1] };
    const first = await sheet(strange);
    await vault.ask('imports.read', { token: first, mapping, headerRows });
    await vault.ask('imports.plan', { token: first, policy: 'fillBlanks' });
    await vault.ask('imports.commit', { token: first });
    const again = await sheet(strange);
    const { sheets } = await vault.ask('imports.read', { token: again, headerRows });
    expect(sheets[0]?.isRemembered).toBe(true);
    expect(sheets[0]?.columns.map(({ field }) => field)).toEqual([
      'name',
      'idNumber',
      'branchName',
    ]);
  });
});

describe('refused rows', () => {
  it('are saved as a workbook of texts with place, value and reason', async () => {
    const token = await sheet([
      ...rows,
      ['+测九', 990101199903071000, '一支部', null, '2025-01-01', null],
    ]);
    await vault.ask('imports.read', { token });
    const path = join(vault.folder, 'rejects.xlsx');
    vault.service.receivePlace('place', path);
    const { rows: saved } = await vault.ask('imports.saveRejects', {
      token,
      place: 'place',
      attestation: attestation(),
    });
    expect(saved).toBe(2);
    const outcome = await parseFile('退回.xlsx', readFileSync(path));
    if (!outcome.ok) throw new Error(outcome.refusal.reason);
    const [found] = outcome.workbook.sheets;
    expect(found?.rows.map(({ cells }) => cells.slice(0, 5))).toEqual([
      ['工作表', '行号', '列', '表头', '原值'],
      ['名册', '3', 'E', '申请入党时间', '2025-13-01'],
      ['名册', '5', 'B', '身份证号', '990101199903071000'],
    ]);
    const cells = found?.rows.flatMap(({ cells: each }) => each) ?? [];
    expect(cells.every((cell) => typeof cell === 'string')).toBe(true);
  });
});

describe('a pasted block', () => {
  it('goes the same way as the file it was copied from', async () => {
    const text = (await writeSheets([{ name: '名册', rows }], 'tsv')).toString();
    const { token } = await vault.ask('imports.paste', { text });
    const { sheets } = await vault.ask('imports.read', { token });
    expect(sheets[0]?.counts).toMatchObject({ rows: 3, ok: 2, reject: 1 });
    await vault.ask('imports.plan', { token, policy: 'fillBlanks' });
    await vault.ask('imports.commit', { token });
    expect(await vault.people()).toBe(2);
  });

  it('is refused with words when nothing was copied', async () => {
    const failure = await vault.refusal('imports.paste', { text: ' \n\t\n' });
    expect(failure.code).toBe('I-702');
    expect(failure.message).toContain('没有内容');
  });
});

describe('reading that takes its time', () => {
  it('is answered once the parser is done', async () => {
    vault.service.expectWorkbook('slow');
    const reading = vault.ask('imports.read', { token: 'slow' });
    vault.service.receiveWorkbook(
      'slow',
      '慢.xlsx',
      await parseFile('慢.xlsx', await writeSheets([{ name: '名册', rows }], 'xlsx')),
    );
    expect((await reading).sheets[0]?.counts.rows).toBe(3);
  });

  it('leaves nothing behind when it is given up', async () => {
    vault.service.expectWorkbook('slow');
    const reading = vault.refusal('imports.read', { token: 'slow' });
    await vault.ask('imports.discard', { token: 'slow' });
    expect((await reading).code).toBe('C-103');
    vault.service.receiveWorkbook(
      'slow',
      '慢.xlsx',
      await parseFile('慢.xlsx', await writeSheets([{ name: '名册', rows }], 'xlsx')),
    );
    expect((await vault.refusal('imports.read', { token: 'slow' })).code).toBe('C-103');
    expect(await vault.people()).toBe(0);
  });
});

describe('undoing an import days later', () => {
  it('takes back what it wrote and keeps what was typed since', async () => {
    await importAll(await sheet(rows));
    const token = await sheet([header, ['测一', born(11), '一支部', '主任', '2025-01-01', '象棋']]);
    const { changeId } = await importAll(token, 'overwrite');
    vault.today = '2026-12-01' as CalendarDate;
    const { id } = await person('测一');
    await vault.ask('people.saveIdentity', { id, patch: { education: '大学本科' }, clears: [] });
    await vault.ask('history.undo', { changeId });
    expect(await person('测一')).toMatchObject({
      position: '科员',
      education: '大学本科',
    });
    const batches = await vault.ask('imports.batches', {});
    expect(batches.map(({ isUndone }) => isUndone)).toEqual([true, false]);
  });
});
