import type { RawWorkbook } from '../../../src/core/intake/raw-workbook';
import type { RefusalReason } from '../../../src/main/parser/refusal';
import { makeWorkbook } from '../make-workbook';
import { handmadeZip } from './handmade-zip';

type Made = { readonly title: string; readonly file: () => Promise<Buffer> };

/** Must be refused, for this reason. */
export type RefusedHostileFile = Made & { readonly reason: RefusalReason };

/** Must be read, and so that nothing in it acts: what the reader has to look like. */
export type HarmlessHostileFile = Made & {
  readonly reads: (workbook: RawWorkbook) => unknown;
  readonly as: unknown;
};

export const tinySheet = { name: '表', rows: [['姓名'], ['测一']] };
const sheetName = 'xl/worksheets/sheet0.xml';

export const replaceSheet = (xml: string | Buffer) =>
  makeWorkbook([tinySheet], { parts: { [sheetName]: xml } });

/** The inside of `<sheetData>`. */
export const rowsOf = (rows: string) =>
  replaceSheet(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);

export const bomb = (bytes: number) =>
  Buffer.from(`<worksheet><sheetData>${' '.repeat(bytes)}</sheetData></worksheet>`);

/** A zip whose only entry has this name. */
export const named = (name: string | Buffer) => () =>
  Promise.resolve(handmadeZip([{ name, data: Buffer.from('x') }]));

export const cellsOf = ({ sheets }: RawWorkbook) =>
  sheets[0]?.rows.map(({ cells }) => [...cells]) ?? [];
