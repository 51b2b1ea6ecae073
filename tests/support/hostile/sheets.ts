import { makeWorkbook } from '../make-workbook';
import {
  cellsOf,
  replaceSheet,
  rowsOf,
  tinySheet,
  type HarmlessHostileFile,
  type RefusedHostileFile,
} from './hostile-file';

const part = (name: string, xml: string | Buffer) =>
  makeWorkbook([tinySheet], { parts: { [name]: xml } });
const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index} "${`&${index === 0 ? 'a' : `l${index - 1}`};`.repeat(10)}">`).join('')}]>`;
const formula = (words: string, cached: string) =>
  `<row r="1"><c r="A1" t="str"><f>${words}</f><v>${cached}</v></c></row>`;

/** Markup that asks the reader to fetch, to expand or to loop. */
export const markupFiles: readonly RefusedHostileFile[] = [
  {
    title: 'a billion laughs in the workbook',
    file: () => part('xl/workbook.xml', `${laughs}<workbook>&l8;</workbook>`),
    reason: 'documentType',
  },
  {
    title: 'a billion laughs in the styles',
    file: () => part('xl/styles.xml', `${laughs}<styleSheet>&l8;</styleSheet>`),
    reason: 'documentType',
  },
  {
    title: 'a billion laughs in the relations',
    file: () => part('xl/_rels/workbook.xml.rels', `${laughs}<Relationships>&l8;</Relationships>`),
    reason: 'documentType',
  },
  {
    title: 'an entity that reads a file',
    file: () =>
      replaceSheet(
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet>&f;</worksheet>',
      ),
    reason: 'documentType',
  },
  {
    title: 'an entity that asks a server',
    file: () =>
      replaceSheet(
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://example.invalid/x.dtd"> %p;]><worksheet/>',
      ),
    reason: 'documentType',
  },
  {
    title: 'a document type in two-byte letters',
    file: () =>
      replaceSheet(
        Buffer.from('\uFEFF<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>', 'utf16le'),
      ),
    reason: 'documentType',
  },
  {
    title: 'a document type in small letters',
    file: () => replaceSheet('<!doctype x><worksheet/>'),
    reason: 'malformedMarkup',
  },
  {
    title: 'elements 200,000 deep',
    file: () => replaceSheet(`<worksheet>${'<x>'.repeat(200_000)}`),
    reason: 'malformedMarkup',
  },
  {
    title: 'a text that no table holds',
    file: () => rowsOf('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
    reason: 'damaged',
  },
  {
    title: 'a text with a negative number',
    file: () => rowsOf('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'),
    reason: 'damaged',
  },
  {
    title: 'the same cell twice',
    file: () => rowsOf('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
    reason: 'damaged',
  },
  {
    title: 'a row of a million cells',
    file: () =>
      rowsOf(
        `<row>${Array.from({ length: 1_000_000 }, (_, index) => `<c><v>${index}</v></c>`).join('')}</row>`,
      ),
    reason: 'tooManyColumns',
  },
  {
    title: 'a cell of ten megabytes',
    file: () =>
      rowsOf(
        `<row><c t="str"><v>${Array.from({ length: 2_000_000 }, (_, index) => String(index % 97_003)).join('')}</v></c></row>`,
      ),
    reason: 'cellTooLong',
  },
];

/** Sheets that must be read as what they are: text is text, a claim is no order. */
export const sheetFiles: readonly HarmlessHostileFile[] = [
  {
    title: 'a formula that starts a program',
    file: () => rowsOf(formula("cmd|'/C calc'!A0", '测一')),
    reads: cellsOf,
    as: [['测一']],
  },
  {
    title: 'a link in a formula',
    file: () => rowsOf(formula('HYPERLINK("http://example.invalid/","x")', '测一')),
    reads: cellsOf,
    as: [['测一']],
  },
  {
    title: 'a formula that asks a server',
    file: () => rowsOf(formula('WEBSERVICE("http://example.invalid/")', '测一')),
    reads: cellsOf,
    as: [['测一']],
  },
  {
    title: 'text that looks like a formula',
    file: () => makeWorkbook([{ name: '表', rows: [['=1+1', '+1', '-1', '@SUM(1)']] }]),
    reads: cellsOf,
    as: [['=1+1', '+1', '-1', '@SUM(1)']],
  },
  {
    title: 'a sheet, a header and a text called __proto__',
    file: () =>
      makeWorkbook([
        {
          name: '__proto__',
          rows: [
            ['__proto__', 'constructor'],
            ['polluted', 'x'],
          ],
        },
      ]),
    reads: ({ sheets }) => sheets[0]?.name,
    as: '__proto__',
  },
  {
    title: 'a reference called __proto__',
    file: () => rowsOf('<row r="__proto__"><c r="__proto__1"><v>1</v></c></row>'),
    reads: cellsOf,
    as: [[1]],
  },
  {
    title: 'a column range from minus a thousand million',
    file: () =>
      replaceSheet(
        '<worksheet><cols><col min="-1000000000" max="3" hidden="1"/></cols><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>',
      ),
    reads: ({ sheets }) => sheets[0]?.hiddenColumns,
    as: [0, 1, 2],
  },
  {
    title: 'a hundred thousand ranges of hidden columns',
    file: () =>
      replaceSheet(
        `<worksheet><cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(20_000)}</cols><sheetData/></worksheet>`,
      ),
    reads: ({ sheets }) => sheets[0]?.hiddenColumns.length,
    as: 256,
  },
  {
    title: 'numbers that are none',
    file: () => rowsOf('<row><c><v>1e999</v></c><c><v>NaN</v></c><c><v>0x10</v></c></row>'),
    reads: cellsOf,
    as: [['1e999', 'NaN', 16]],
  },
  {
    title: 'markup inside a text',
    file: () => makeWorkbook([{ name: '表', rows: [['<img src=x onerror=alert(1)>']] }]),
    reads: cellsOf,
    as: [['<img src=x onerror=alert(1)>']],
  },
  {
    title: 'a document type inside a text',
    file: () => makeWorkbook([{ name: '表', rows: [['<!DOCTYPE x>']] }]),
    reads: cellsOf,
    as: [['<!DOCTYPE x>']],
  },
  {
    title: 'a declared size of the whole sheet and merges of all of it',
    file: () =>
      makeWorkbook([
        {
          ...tinySheet,
          before: '<dimension ref="A1:XFD1048576"/>',
          merges: Array.from({ length: 2_000 }, () => 'A1:XFD1048576'),
        },
      ]),
    reads: cellsOf,
    as: [['姓名'], ['测一']],
  },
];
