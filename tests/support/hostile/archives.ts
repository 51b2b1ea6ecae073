import { makeWorkbook, zip } from '../make-workbook';
import { handmadeZip } from './handmade-zip';
import {
  bomb,
  cellsOf,
  named,
  tinySheet,
  type HarmlessHostileFile,
  type RefusedHostileFile,
} from './hostile-file';

const relationships = (target: string, type = 'officeDocument') =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const megabyte = 1024 * 1024;
/** Bits as text: packs eight to one, far below the ratio that is refused. */
const bits = (bytes: number) =>
  Buffer.from(
    Array.from(
      { length: bytes },
      (_, at) => (Math.imul(at ^ (at >>> 7), 2_654_435_761) >>> 31) + 48,
    ),
  );
const package_ = (parts: Readonly<Record<string, Buffer | string>>) =>
  makeWorkbook([tinySheet], { parts });

/** Containers that lie: sizes, names, places, methods. */
export const archiveFiles: readonly RefusedHostileFile[] = [
  {
    title: 'a zip bomb inside a zip bomb',
    file: async () =>
      zip([
        ['xl/workbook.xml', bomb(30 * megabyte)],
        ['inner.zip', await zip([['b', bomb(30 * megabyte)]])],
      ]),
    reason: 'ratioTooHigh',
  },
  {
    title: 'one bomb that the directory lists under a hundred names',
    file: async () =>
      handmadeZip([
        {
          name: 'xl/workbook.xml',
          data: bomb(30 * megabyte),
          listedAs: [
            'xl/workbook.xml',
            ...Array.from({ length: 100 }, (_, index) => `xl/worksheets/sheet${index}.xml`),
          ],
        },
      ]),
    reason: 'ratioTooHigh',
  },
  {
    title: 'shared strings of which a megabyte makes a gigabyte',
    file: () =>
      package_({
        'xl/_rels/workbook.xml.rels': relationships('sharedStrings.xml', 'sharedStrings'),
        'xl/sharedStrings.xml': bomb(40 * megabyte),
      }),
    reason: 'ratioTooHigh',
  },
  {
    title: 'a part of more than 100 MB that packs like honest text',
    file: async () => {
      const piece = bits(megabyte);
      const data = Buffer.concat(Array.from({ length: 101 }, () => piece));
      return handmadeZip([{ name: 'xl/workbook.xml', data, level: 1 }]);
    },
    reason: 'entryTooLarge',
  },
  {
    title: 'a part that claims four gigabytes',
    file: async () =>
      handmadeZip([
        {
          name: 'xl/workbook.xml',
          data: Buffer.from('<workbook/>'),
          claimed: 0xfffffffe,
          flags: 1,
        },
      ]),
    reason: 'encrypted',
  },
  {
    title: 'a part packed in an unknown way',
    file: async () =>
      handmadeZip([{ name: 'xl/workbook.xml', data: Buffer.from('<workbook/>'), method: 99 }]),
    reason: 'damaged',
  },
  {
    title: 'a part whose packed bytes are noise',
    file: async () => {
      const bytes = handmadeZip([{ name: 'xl/workbook.xml', data: bits(5000) }]);
      bytes.fill(0xff, 60, 400);
      return bytes;
    },
    reason: 'damaged',
  },
  { title: 'a name with a zero byte', file: named('xl/work\0book.xml'), reason: 'unsafeName' },
  { title: 'a part called prototype', file: named('prototype/x.xml'), reason: 'unsafeName' },
  {
    title: 'a name of 60,000 characters',
    file: named(`${'x'.repeat(60_000)}.xml`),
    reason: 'notAWorkbook',
  },
  {
    title: 'a climbing name in another case of slashes',
    file: named('xl/./../../x'),
    reason: 'unsafeName',
  },
  {
    title: 'a directory that points behind the end of the file',
    file: async () => {
      const bytes = await zip([['xl/workbook.xml', '<workbook/>']]);
      bytes.writeUInt32LE(0x7fffffff, bytes.length - 6);
      return bytes;
    },
    reason: 'damaged',
  },
  {
    title: 'a directory that counts 65,535 entries',
    file: async () => {
      const bytes = await zip([['xl/workbook.xml', '<workbook/>']]);
      bytes.writeUInt16LE(0xfffe, bytes.length - 12);
      bytes.writeUInt16LE(0xfffe, bytes.length - 14);
      return bytes;
    },
    reason: 'tooManyEntries',
  },
  {
    title: 'a workbook part outside the package',
    file: () => package_({ '_rels/.rels': relationships('../../../../etc/passwd') }),
    reason: 'notAWorkbook',
  },
  {
    title: 'a workbook part on the network',
    file: () => package_({ '_rels/.rels': relationships('http://example.invalid/workbook.xml') }),
    reason: 'notAWorkbook',
  },
  {
    title: 'a hundred and one sheets',
    file: () =>
      makeWorkbook(
        Array.from({ length: 101 }, (_, index) => ({ ...tinySheet, name: `表${index}` })),
      ),
    reason: 'tooManySheets',
  },
  {
    title: 'a program with a zip behind it',
    file: async () =>
      Buffer.concat([
        Buffer.from('MZ\x90\0\x03\0\0\0'),
        Buffer.alloc(500),
        await makeWorkbook([tinySheet]),
      ]),
    reason: 'undecodable',
  },
];

/** What a workbook may carry beside its cells: it is named and never touched. */
export const carriedFiles: readonly HarmlessHostileFile[] = [
  ...[
    ['a macro', 'xl/vbaProject.bin'],
    ['an embedded object', 'xl/embeddings/oleObject1.bin'],
    ['an embedded document', 'xl/embeddings/Microsoft_Word_Document.docx'],
    ['an ActiveX control', 'xl/activeX/activeX1.bin'],
    ['a link to another workbook', 'xl/externalLinks/externalLink1.xml'],
    ['a query of a database', 'xl/connections.xml'],
  ].map(([title = '', part = '']) => ({
    title,
    file: () => package_({ [part]: '<!DOCTYPE x SYSTEM "http://example.invalid/">' }),
    reads: cellsOf,
    as: [['姓名'], ['测一']],
  })),
];
