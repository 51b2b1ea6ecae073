import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/intake/edit-cells';
import { interpretWorkbook } from '../../../src/core/intake/interpret-workbook';
import type { MappingOverride } from '../../../src/core/intake/interpretation';
import { issueCodes } from '../../../src/core/intake/issue-codes';
import { readPastedBlock } from '../../../src/core/intake/pasted-block';
import { remedies } from '../../../src/core/intake/remedies';
import { rejectTable } from '../../../src/core/intake/reject-table';
import { idNumber, rawSheet, rawWorkbook, today } from '../../support/raw-sheet';

const workbook = rawWorkbook([
  rawSheet('名册', [
    ['姓名', '身份证号', '所在党支部'],
    ['测一', '无', '一支部'],
    ['样四', idNumber('1999-03-07', 11)],
  ]),
]);

describe('cells written over', () => {
  it('change the reading and leave the workbook as it was', () => {
    const edits = [
      { sheet: '名册', row: 2, column: 1, text: idNumber('1999-03-07', 13) },
      { sheet: '名册', row: 3, column: 2, text: '二支部' },
      { sheet: '名册', row: 3, column: 0, text: '' },
      { sheet: '没有这张表', row: 2, column: 0, text: '无' },
    ];
    const before = structuredClone(workbook);
    const { sheets } = interpretWorkbook(applyEdits(workbook, edits), { today });
    expect(sheets[0]?.rows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      [],
      ['NAME_EMPTY'],
    ]);
    expect(workbook).toEqual(before);
  });
});

describe('rows handed back', () => {
  it('name sheet, row, column, value, reason and what to do', () => {
    expect(rejectTable(interpretWorkbook(workbook, { today }))).toEqual([
      ['名册', '2', 'B', '身份证号', '无', '位数或字符不符', '照证件核对身份证号', 'ID_LENGTH'],
      ['名册', '3', 'C', '所在党支部', '', '所在党支部为空', '补填所在党支部', 'BRANCH_EMPTY'],
    ]);
  });

  it('have an act for every code', () => {
    expect(Object.keys(remedies).sort()).toEqual(Object.keys(issueCodes).sort());
    expect(Object.values(remedies).every((words) => words.length > 1)).toBe(true);
  });
});

describe('a block out of a spreadsheet', () => {
  const cellsOf = (text: string) => {
    const block = readPastedBlock(text);
    return block.ok ? block.workbook.sheets[0]?.rows.map(({ cells }) => cells) : block.reason;
  };

  it.each([
    {
      text: '姓名\t民族\r\n测一\t汉族\r\n',
      cells: [
        ['姓名', '民族'],
        ['测一', '汉族'],
      ],
    },
    { text: 'a\t"两\n行"\tc', cells: [['a', '两\n行', 'c']] },
    { text: '"说""你好"""\tb', cells: [['说"你好"', 'b']] },
    {
      text: '他说"好"\tb\n"没有收尾\td',
      cells: [
        ['他说"好"', 'b'],
        ['"没有收尾', 'd'],
      ],
    },
    {
      text: 'a\t\tc\n\n\td',
      cells: [
        ['a', null, 'c'],
        [null, 'd'],
      ],
    },
    { text: ' \n\t \n', cells: 'empty' },
    { text: 'a\t'.repeat(300), cells: 'tooManyColumns' },
    { text: 'a\n'.repeat(20_001), cells: 'tooManyRows' },
    { text: 'a'.repeat(32_768), cells: 'cellTooLong' },
  ])('reads $text.length characters as cells', ({ text, cells }) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  it('gives back any cells a spreadsheet would put on the clipboard', () => {
    const cell = fc
      .string({ minLength: 1, unit: fc.constantFrom(...'测a1"\t\n ') })
      .map((text) => `测${text}`);
    const quoted = (text: string) =>
      /["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const text = rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
          expect(cellsOf(text)).toEqual(rows);
        },
      ),
    );
  });
});

describe('a header that nobody knows', () => {
  const sheet = rawSheet('底数', [
    ['底数', null, null],
    ['主体', '证照编号', '现状'],
    ['例同有限公司', '91990101MA0000001X', '存续'],
  ]);
  const read = (mapping: MappingOverride) =>
    interpretWorkbook(rawWorkbook([sheet]), { today: '2026-11-23', mapping }).sheets[0];

  it('is left out; once pointed at, its columns can be named, and named it is read', () => {
    expect(read({})).toMatchObject({ isImported: false, columns: [] });
    const pointed = { headerRows: [2], isImported: true, columns: {} };
    expect(read({ 底数: pointed })).toMatchObject({
      isImported: false,
      headerRows: [2],
      firstDataRow: 3,
      columns: [{ header: '主体' }, { header: '证照编号' }, { header: '现状' }],
    });
    const named = read({
      底数: { ...pointed, columns: { 0: 'organizationName', 1: 'creditCode' } },
    });
    expect(named).toMatchObject({ isImported: true, subject: 'organization' });
    expect(named?.rows).toHaveLength(1);
  });
});
