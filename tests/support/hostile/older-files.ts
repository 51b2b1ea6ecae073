import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { cellsOf, type HarmlessHostileFile, type RefusedHostileFile } from './hostile-file';

const binary = () =>
  readFileSync(join(import.meta.dirname, '../../fixtures/workbooks/made/roster.xls'));
const page = (inside: string) => Buffer.from(`<html><body><table>${inside}</table></body></html>`);
const xml = (rows: string) =>
  Buffer.from(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>${rows}</Table></Worksheet></Workbook>`,
  );
const cell = (text: string, attributes = '') =>
  `<Cell ${attributes}><Data ss:Type="String">${text}</Data></Cell>`;
const sectorBytes = 512;
const changed = (change: (bytes: Buffer) => void) => async () => {
  const bytes = Buffer.from(binary());
  change(bytes);
  return bytes;
};

/** Text, web pages, XML and compound files. */
export const olderFiles: readonly RefusedHostileFile[] = [
  {
    title: 'a million commas',
    file: async () => Buffer.from(','.repeat(1_000_000)),
    reason: 'tooManyColumns',
  },
  {
    title: 'two hundred thousand lines',
    file: async () => Buffer.from('测一,男\n'.repeat(200_000)),
    reason: 'tooManyRows',
  },
  {
    title: 'one line of nineteen megabytes',
    file: async () => Buffer.from('测'.repeat(6_300_000)),
    reason: 'cellTooLong',
  },
  {
    title: 'a quoted field of ten megabytes',
    file: async () => Buffer.from(`"${'a\n'.repeat(5_000_000)}"`),
    reason: 'cellTooLong',
  },
  {
    title: 'bytes that are neither UTF-8 nor GBK',
    file: async () =>
      Buffer.concat([Buffer.from('姓名,性别\n'), Buffer.from([0x81, 0x20, 0xff, 0x80, 0x0a])]),
    reason: 'undecodable',
  },
  {
    title: 'UTF-16 with half a letter',
    file: async () => Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]),
    reason: 'undecodable',
  },
  {
    title: 'a UTF-8 mark before bytes that are none',
    file: async () => Buffer.from([0xef, 0xbb, 0xbf, 0xc0, 0xaf, 0x2c]),
    reason: 'undecodable',
  },
  {
    title: 'a binary workbook cut after its header',
    file: async () => binary().subarray(0, sectorBytes),
    reason: 'damaged',
  },
  {
    title: 'a binary workbook whose chain of sectors runs in a circle',
    file: changed((bytes) =>
      bytes.fill(
        0,
        bytes.readUInt32LE(76) * sectorBytes + sectorBytes,
        bytes.readUInt32LE(76) * sectorBytes + 2 * sectorBytes,
      ),
    ),
    reason: 'damaged',
  },
  {
    title: 'a binary workbook with sectors of four gigabytes',
    file: changed((bytes) => bytes.writeUInt16LE(32, 30)),
    reason: 'damaged',
  },
  {
    title: 'a binary workbook whose directory is elsewhere',
    file: changed((bytes) => bytes.writeUInt32LE(0x7ffffff0, 48)),
    reason: 'damaged',
  },
  {
    title: 'a page with a cell a million columns wide',
    file: async () => page('<tr><td colspan=1000000>测一<td>测二</tr>'),
    reason: 'tooManyColumns',
  },
  {
    title: 'a page with 300,000 rows',
    file: async () => page('<tr><td>1'.repeat(300_000)),
    reason: 'tooManyRows',
  },
  {
    title: 'XML with a cell in column a thousand million',
    file: async () => xml(`<Row>${cell('测一', 'ss:Index="1000000000"')}</Row>`),
    reason: 'tooManyColumns',
  },
  {
    title: 'XML with a billion laughs',
    file: async () =>
      Buffer.from(
        `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "haha">]>${xml('').toString().slice(21)}`,
      ),
    reason: 'documentType',
  },
  {
    title: 'XML with a cell of 40,000 characters',
    file: async () => xml(`<Row>${cell('测'.repeat(40_000))}</Row>`),
    reason: 'cellTooLong',
  },
];

export const harmlessOlderFiles: readonly HarmlessHostileFile[] = [
  {
    title: 'a page with a script',
    file: async () => page('<tr><td>测一<script>alert("<td>x</td>")</script></td></tr>'),
    reads: cellsOf,
    as: [['测一']],
  },
  {
    title: 'a page with a frame, a form and an event',
    file: async () =>
      page(
        '<tr><td onclick="alert(1)"><iframe src="http://example.invalid/"></iframe>测一</td></tr>',
      ),
    reads: cellsOf,
    as: [['测一']],
  },
  {
    title: 'names with invisible and turning letters',
    file: async () => Buffer.from('姓名,性别\n测\u200B一,男\n\u202E测二\u202C,女\n'),
    reads: cellsOf,
    as: [
      ['姓名', '性别'],
      ['测\u200B一', '男'],
      ['\u202E测二\u202C', '女'],
    ],
  },
  {
    title: 'text in GBK with a name of its own',
    file: async () => iconv.encode('姓名,__proto__\n测一,polluted\n', 'gb18030'),
    reads: cellsOf,
    as: [
      ['姓名', '__proto__'],
      ['测一', 'polluted'],
    ],
  },
  {
    title: 'XML merged over a thousand million rows',
    file: async () => xml(`<Row>${cell('测一', 'ss:MergeDown="1000000000"')}</Row>`),
    reads: cellsOf,
    as: [['测一']],
  },
];
