import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { RawSheet, RawWorkbook } from '../../../src/core/intake/raw-workbook';
import { collectIntake, intakeMessages } from '../../../src/main/parser/intake-messages';
import { parseFile } from '../../../src/main/parser/parse-file';
import { readForeignFile } from '../../../src/main/parser/read-foreign-file';
import { showsDay } from '../../../src/main/parser/xlsx/styles';
import { asDate, makeWorkbook, type SampleCell } from '../../support/make-workbook';

async function read(bytes: Buffer): Promise<RawWorkbook> {
  const outcome = await parseFile('样例', bytes);
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
  return outcome.workbook;
}

const firstSheet = async (bytes: Buffer): Promise<RawSheet> => {
  const [sheet] = (await read(bytes)).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};

describe('cells of a .xlsx', () => {
  const cells: readonly (readonly [string, SampleCell, unknown])[] = [
    ['a number', 45108, 45108],
    [
      'a day by its format',
      asDate(45108),
      { kind: 'date', on: '2023-07-01', serial: 45108, hasTime: false },
    ],
    [
      'a day with a time',
      asDate(45108.5),
      { kind: 'date', on: '2023-07-01', serial: 45108.5, hasTime: true },
    ],
    [
      'a day that never was',
      asDate(60),
      { kind: 'date', on: undefined, serial: 60, hasTime: false },
    ],
    ['text kept with its spaces', ' 测 一 ', ' 测 一 '],
    ['an error', { type: 'e', xml: '<v>#REF!</v>' }, { kind: 'error', text: '#REF!' }],
    ['a truth value', { type: 'b', xml: '<v>1</v>' }, { kind: 'boolean', value: true }],
    ['a formula by its cached number', { xml: '<f>1+1</f><v>2</v>' }, 2],
    ['a formula by its cached text', { type: 'str', xml: '<f>A1</f><v>测一</v>' }, '测一'],
    ['a formula never calculated', { xml: '<f>1+1</f>' }, { kind: 'formulaWithoutCache' }],
    [
      'rich text without its phonetic guide',
      {
        type: 'inlineStr',
        xml: '<is><r><t>测</t></r><r><t>一</t></r><rPh sb="0" eb="1"><t>ce</t></rPh></is>',
      },
      '测一',
    ],
    ['an escaped line end', { type: 'inlineStr', xml: '<is><t>测_x000D_一</t></is>' }, '测\r一'],
  ];
  it.each(cells)('reads %s', async (_what, cell, expected) => {
    const sheet = await firstSheet(await makeWorkbook([{ name: '表', rows: [['姓名', cell]] }]));
    expect(sheet.rows[0]?.cells[1]).toEqual(expected);
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const sheet = await firstSheet(
      await makeWorkbook([{ name: '表', rows: [[asDate(43646)]] }], { is1904: true }),
    );
    expect(sheet.rows[0]?.cells[0]).toMatchObject({ on: '2023-07-01' });
  });

  it('keeps states, merges and hidden columns', async () => {
    const bytes = await makeWorkbook([
      {
        name: '字典',
        state: 'veryHidden',
        rows: [['学历'], null, ['大学']],
        merges: ['A1:C2'],
        before: '<cols><col min="2" max="3" hidden="1"/></cols>',
      },
    ]);
    expect(await firstSheet(bytes)).toMatchObject({
      name: '字典',
      state: 'veryHidden',
      merges: [{ top: 1, left: 0, bottom: 2, right: 2 }],
      hiddenColumns: [1, 2],
      rows: [{ row: 1 }, { row: 3 }],
    });
  });

  it.each([
    ['yyyy-mm-dd', true],
    ['yyyy"年"m"月"d"日"', true],
    ['[$-804]aaaa;@', false],
    ['m/d', true],
    ['h:mm', false],
    ['mm:ss', false],
    ['0.00"m"', false],
    ['General', false],
    ['@', false],
    ['[DBNum1][$-804]yyyy"年"m"月"', true],
  ])('knows whether %s shows a day', (code, expected) => {
    expect(showsDay(code)).toBe(expected);
  });
});

describe('delimited text', () => {
  const text = '姓名,备注\r\n𠮷测,"一行\n两行,""引号"""\r\n䶮测,\r\n';

  it.each([
    ['utf-8', Buffer.from(text), false],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]), true],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), true],
    ['utf-16le', Buffer.from(text, 'utf16le'), false],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(text, 'utf16be')]), true],
    ['gb18030', iconv.encode(text, 'gb18030'), false],
  ])(
    'is read in %s (%#) with rare characters and line ends inside quotes',
    async (encoding, bytes, bom) => {
      const workbook = await read(bytes);
      expect(workbook).toMatchObject({
        encoding,
        delimited: { delimiter: ',', newline: '\r\n', hasByteOrderMark: bom },
      });
      expect(workbook.sheets[0]?.rows.map(({ cells }) => cells)).toEqual([
        ['姓名', '备注'],
        ['𠮷测', '一行\n两行,"引号"'],
        ['䶮测', null],
      ]);
    },
  );

  it.each([
    ['姓名;性别\n测一;男', ';'],
    ['姓名\t性别\n测,一\t男', '\t'],
    ['sep=;\n姓名;a,b,c\n', ';'],
    ['姓名\n测一', ','],
  ])('finds the delimiter of %j', async (given, delimiter) => {
    expect((await read(Buffer.from(given))).delimited?.delimiter).toBe(delimiter);
  });
});

describe('the way from the parser to the vault', () => {
  const rows = Array.from({ length: 2_500 }, (_, index) => [`测${index}`, index]);

  it('hands over in batches what was parsed, whole', async () => {
    const outcome = await parseFile(
      '样例',
      await makeWorkbook([
        { name: '表', rows },
        { name: '空', rows: [] },
      ]),
    );
    const messages = [...intakeMessages(outcome)];
    expect(messages.map(({ kind }) => kind)).toEqual(['opening', 'rows', 'rows', 'rows', 'done']);
    const accept = collectIntake();
    const answers = messages.map((message) => accept(structuredClone(message)));
    expect(answers.slice(0, -1).every((answer) => answer === undefined)).toBe(true);
    expect(answers.at(-1)).toEqual(outcome);
  });

  it('hands over a refusal as it is', async () => {
    const outcome = await parseFile('样例', Buffer.alloc(0));
    const [message] = [...intakeMessages(outcome)];
    expect(message && collectIntake()(message)).toEqual(outcome);
  });

  it('refuses a path that names no file', async () => {
    expect(await readForeignFile('/nowhere/样例.xlsx')).toMatchObject({
      ok: false,
      refusal: { reason: 'unreadable' },
    });
  });
});
