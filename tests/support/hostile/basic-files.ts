import { parserLimits } from '../../../src/main/parser/limits';
import { makeWorkbook, zip } from '../make-workbook';
import { handmadeZip } from './handmade-zip';
import { bomb, named, replaceSheet, tinySheet, type RefusedHostileFile } from './hostile-file';

/** What the first parser test of this project refused. */
export const basicFiles: readonly RefusedHostileFile[] = [
  { title: 'an empty file', file: async () => Buffer.alloc(0), reason: 'empty' },
  {
    title: 'a file of more than 20 MB',
    file: async () => Buffer.alloc(parserLimits.fileBytes + 1, 0x41),
    reason: 'fileTooLarge',
  },
  {
    title: 'random bytes under a .xlsx name',
    file: async () => Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0, 0, 0x81, 0]),
    reason: 'notAWorkbook',
  },
  {
    title: 'a picture',
    file: async () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    reason: 'notAWorkbook',
  },
  {
    title: 'a truncated workbook',
    file: async () => (await makeWorkbook([tinySheet])).subarray(0, 400),
    reason: 'damaged',
  },
  {
    title: 'a zip that is no workbook',
    file: () => zip([['read.me', 'x']]),
    reason: 'notAWorkbook',
  },
  {
    title: 'a workbook inside a zip',
    file: async () => zip([['inner.xlsx', await makeWorkbook([tinySheet])]]),
    reason: 'notAWorkbook',
  },
  {
    title: 'a zip bomb of a thousandfold ratio',
    file: () => replaceSheet(bomb(30 * 1024 * 1024)),
    reason: 'ratioTooHigh',
  },
  {
    title: 'a bomb whose header claims ten bytes',
    file: async () =>
      handmadeZip([
        { name: '_rels/.rels', data: Buffer.from('<Relationships/>') },
        { name: 'xl/workbook.xml', data: bomb(30 * 1024 * 1024), claimed: 10 },
      ]),
    reason: 'ratioTooHigh',
  },
  {
    title: 'a part whose content is not what was packed',
    file: async () => {
      const bytes = await zip([['xl/workbook.xml', '<workbook/>']]);
      const directory = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
      bytes[directory + 16] = (bytes[directory + 16] ?? 0) ^ 1;
      return bytes;
    },
    reason: 'damaged',
  },
  {
    title: 'two hundred and one entries',
    file: () => zip(Array.from({ length: 201 }, (_, index) => [`a${index}`, ''] as const)),
    reason: 'tooManyEntries',
  },
  {
    title: 'the same name twice',
    file: async () =>
      handmadeZip([
        {
          name: 'xl/workbook.xml',
          data: Buffer.from('x'),
          listedAs: ['xl/workbook.xml', 'xl/workbook.xml'],
        },
      ]),
    reason: 'duplicateEntry',
  },
  { title: 'a name that climbs out', file: named('../evil.xml'), reason: 'unsafeName' },
  { title: 'an absolute name', file: named('/etc/passwd'), reason: 'unsafeName' },
  { title: 'a name with a drive letter', file: named('C:/evil.xml'), reason: 'unsafeName' },
  { title: 'a name with backslashes', file: named('xl\\evil.xml'), reason: 'unsafeName' },
  { title: 'a part called __proto__', file: named('xl/__proto__'), reason: 'unsafeName' },
  { title: 'a part called constructor', file: named('constructor/x.xml'), reason: 'unsafeName' },
  {
    title: 'a document type with entities',
    file: () =>
      replaceSheet(
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData/></worksheet>',
      ),
    reason: 'documentType',
  },
  {
    title: 'a document type that fetches a file',
    file: () => replaceSheet('<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>'),
    reason: 'documentType',
  },
  {
    title: 'broken markup',
    file: () => replaceSheet('<worksheet><sheetData><row>'),
    reason: 'malformedMarkup',
  },
  {
    title: 'an undefined entity',
    file: () => replaceSheet('<worksheet><sheetData>&boom;</sheetData></worksheet>'),
    reason: 'malformedMarkup',
  },
  {
    title: 'bytes that are no UTF-8',
    file: () => replaceSheet(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xff, 0x3c, 0x2f, 0x61, 0x3e])),
    reason: 'malformedMarkup',
  },
  {
    title: 'a cell far to the right',
    file: () =>
      replaceSheet(
        '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>',
      ),
    reason: 'tooManyColumns',
  },
  {
    title: 'a cell of 40,000 characters',
    file: () => makeWorkbook([{ name: '表', rows: [['测'.repeat(40_000)]] }]),
    reason: 'cellTooLong',
  },
  {
    title: 'more than 100,000 rows',
    file: () => {
      const rows = Array.from(
        { length: 100_001 },
        (_, index) => `<row><c><v>${(index * 7919) % 9973}</v></c></row>`,
      );
      return replaceSheet(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`);
    },
    reason: 'tooManyRows',
  },
  {
    title: 'delimited text with an open quote',
    file: async () => Buffer.from('姓名,性别\n"测一,男\n'),
    reason: 'damaged',
  },
  {
    title: 'delimited text of 300 columns',
    file: async () => Buffer.from(',x'.repeat(300)),
    reason: 'tooManyColumns',
  },
];
