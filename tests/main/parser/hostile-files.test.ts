import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parserLimits } from '../../../src/main/parser/limits';
import { parseFile } from '../../../src/main/parser/parse-file';
import { refusalReasons, type RefusalReason } from '../../../src/main/parser/refusal';
import { makeWorkbook, sheetPart, zip } from '../../support/make-workbook';

const tinySheet = { name: '表', rows: [['姓名'], ['测一']] };
const sheetName = 'xl/worksheets/sheet0.xml';
const patience = 5_000;

const replaceSheet = (xml: string | Buffer) =>
  makeWorkbook([tinySheet], { parts: { [sheetName]: xml } });

/** Writes a zip by hand, so that names and sizes can lie. */
function handmadeZip(
  entries: readonly { name: string; data: Buffer; claimed?: number; times?: number }[],
): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimed = data.length, times = 1 } of entries) {
    const packed = deflateRawSync(data);
    const nameBytes = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(claimed, 22);
    head.writeUInt16LE(nameBytes.length, 26);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(8, 10);
    record.writeUInt32LE(crc32(data), 16);
    record.writeUInt32LE(packed.length, 20);
    record.writeUInt32LE(claimed, 24);
    record.writeUInt16LE(nameBytes.length, 28);
    record.writeUInt32LE(offset, 42);
    local.push(head, nameBytes, packed);
    for (let time = 0; time < times; time += 1) central.push(record, nameBytes);
    offset += head.length + nameBytes.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const count = entries.reduce((sum, { times = 1 }) => sum + times, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const named = (name: string) => () =>
  Promise.resolve(handmadeZip([{ name, data: Buffer.from('x') }]));

const bomb = (bytes: number) =>
  Buffer.from(`<worksheet><sheetData>${' '.repeat(bytes)}</sheetData></worksheet>`);

const corpus: readonly {
  title: string;
  file: () => Promise<Buffer>;
  reason: RefusalReason;
}[] = [
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
    file: async () => handmadeZip([{ name: 'xl/workbook.xml', data: Buffer.from('x'), times: 2 }]),
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

describe('files that must be refused', () => {
  it.each(corpus)('refuses $title as $reason', async ({ file, reason }) => {
    const bytes = await file();
    const started = performance.now();
    const outcome = await parseFile('样例.xlsx', bytes);
    expect(performance.now() - started).toBeLessThan(patience);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'I-701', reason } });
  });

  it('says in Chinese what happened, that nothing changed and what to do', async () => {
    const outcome = await parseFile('样例.xlsx', await replaceSheet(bomb(30 * 1024 * 1024)));
    const message = outcome.ok ? '' : outcome.refusal.message;
    expect(message).toContain(refusalReasons.ratioTooHigh);
    expect(message).toMatch(/^表格未导入，现有数据没有变化。.*另存为.*\[I-701\]$/);
  });

  it('spends one budget over all parts', async () => {
    const part = Buffer.from(sheetPart({ name: '', rows: [['x'.repeat(20_000)]] }));
    const bytes = await makeWorkbook([tinySheet, tinySheet, tinySheet], {
      parts: { 'xl/worksheets/sheet1.xml': part, 'xl/worksheets/sheet2.xml': part },
    });
    const outcome = await parseFile('样例.xlsx', bytes, { ...parserLimits, totalBytes: 30_000 });
    expect(outcome).toMatchObject({ ok: false, refusal: { reason: 'totalTooLarge' } });
  });

  it('leaves prototypes alone whatever sheets and texts are called', async () => {
    const bytes = await makeWorkbook([
      {
        name: '__proto__',
        rows: [
          ['姓名', '__proto__', 'constructor'],
          ['测一', 'polluted', 'x'],
        ],
      },
    ]);
    const outcome = await parseFile('样例.xlsx', bytes);
    expect(outcome.ok && outcome.workbook.sheets[0]?.name).toBe('__proto__');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('does not believe a declared range of a million rows and merges', async () => {
    const bytes = await makeWorkbook([
      { ...tinySheet, before: '<dimension ref="A1:XFD1048576"/>', merges: ['A1:XFD1048576'] },
    ]);
    const outcome = await parseFile('样例.xlsx', bytes);
    expect(outcome.ok && outcome.workbook.sheets[0]?.rows.length).toBe(2);
  });

  it('notices macros and links to other files without reading them', async () => {
    const bytes = await makeWorkbook([tinySheet], {
      parts: { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<!DOCTYPE x>' },
    });
    const outcome = await parseFile('样例.xlsm', bytes);
    expect(outcome.ok && outcome.workbook.notices).toHaveLength(2);
  });
});
