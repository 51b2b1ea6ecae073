import iconv from 'iconv-lite';
import { toDayNumber } from '../../src/core/calendar/day-number';
import { dateStyle, makeWorkbook, type SampleCell, type SampleSheet } from './make-workbook';
import { writeBiff8, type BiffCell } from './write-biff8';

/** A cell as a person sees it, before a format decides how it is stored. */
export type Cell =
  | string
  | number
  | null
  | { readonly day: string; readonly time?: number }
  | { readonly flag: boolean }
  | { readonly error: '#REF!' | '#VALUE!' | '#N/A' }
  | { readonly formula: string; readonly cached?: string | number }
  | { readonly runs: readonly string[] };

export interface Sheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows: readonly (readonly Cell[])[];
  /** As in a spreadsheet: `A1:C1`. */
  readonly merges?: readonly string[];
}

export const formats = [
  'xlsx',
  'xlsx1904',
  'biff8',
  'biff8-1904',
  'html',
  'html-gbk',
  'xml',
  'csv-utf8',
  'csv-bom',
  'csv-gb18030',
  'tsv',
] as const;
export type Format = (typeof formats)[number];

export const extensionOf = (format: Format): string =>
  format.startsWith('xlsx') ? 'xlsx' : /csv|tsv/.test(format) ? 'csv' : 'xls';

/** Writes sheets in a format; text formats hold the first sheet only. */
export async function writeSheets(sheets: readonly Sheet[], format: Format): Promise<Buffer> {
  const [first = { name: '表', rows: [] }] = sheets;
  switch (format) {
    case 'xlsx':
    case 'xlsx1904':
      return makeWorkbook(
        sheets.map((sheet) => xlsxSheet(sheet, epochs[format === 'xlsx' ? 1900 : 1904])),
        { is1904: format === 'xlsx1904' },
      );
    case 'biff8':
    case 'biff8-1904':
      return writeBiff8(
        sheets.map((sheet) => biffSheet(sheet, epochs[format === 'biff8' ? 1900 : 1904])),
        format === 'biff8-1904',
      );
    case 'html':
      return Buffer.from(htmlPage(first, 'utf-8'));
    case 'html-gbk':
      return iconv.encode(htmlPage(first, 'gb2312'), 'gb18030');
    case 'xml':
      return Buffer.from(xmlPage(sheets));
    case 'csv-utf8':
      return Buffer.from(delimited(first, ','));
    case 'csv-bom':
      return Buffer.from(`\uFEFF${delimited(first, ',')}`);
    case 'csv-gb18030':
      return iconv.encode(delimited(first, ','), 'gb18030');
    case 'tsv':
      return Buffer.from(delimited(first, '\t'));
  }
}

const epochs = { 1900: toDayNumber('1899-12-30'), 1904: toDayNumber('1904-01-01') } as const;

const serialOf = ({ day, time = 0 }: { day: string; time?: number }, epoch: number) =>
  toDayNumber(day as '2026-01-01') - epoch + time;

function xlsxSheet({ name, state, rows, merges = [] }: Sheet, epoch: number): SampleSheet {
  return {
    name,
    ...(state === undefined ? {} : { state }),
    merges,
    rows: rows.map((cells) => cells.map((cell) => xlsxCell(cell, epoch))),
  };
}

function xlsxCell(cell: Cell, epoch: number): SampleCell {
  if (cell === null || typeof cell !== 'object') return cell;
  if ('day' in cell) return { xml: `<v>${serialOf(cell, epoch)}</v>`, style: dateStyle };
  if ('flag' in cell) return { xml: `<v>${cell.flag ? 1 : 0}</v>`, type: 'b' };
  if ('error' in cell) return { xml: `<v>${cell.error}</v>`, type: 'e' };
  if ('runs' in cell) {
    const runs = cell.runs.map((run) => `<r><t xml:space="preserve">${escape(run)}</t></r>`);
    return { xml: `<is>${runs.join('')}</is>`, type: 'inlineStr' };
  }
  const formula = `<f>${escape(cell.formula)}</f>`;
  if (cell.cached === undefined) return { xml: formula };
  const cached = `<v>${escape(String(cell.cached))}</v>`;
  return typeof cell.cached === 'string'
    ? { xml: formula + cached, type: 'str' }
    : { xml: formula + cached };
}

const errorCodes = { '#REF!': 0x17, '#VALUE!': 0x0f, '#N/A': 0x2a } as const;

function biffSheet({ name, state, rows, merges = [] }: Sheet, epoch: number) {
  return {
    name,
    ...(state === undefined ? {} : { state }),
    merges: merges.map((range) => {
      const { top, left, bottom, right } = rangeOf(range);
      return [top, bottom, left, right] as const;
    }),
    rows: rows.map((cells) => cells.map((cell) => biffCell(cell, epoch))),
  };
}

function biffCell(cell: Cell, epoch: number): BiffCell {
  if (cell === null || typeof cell !== 'object') return cell;
  if ('day' in cell) return { day: serialOf(cell, epoch) };
  if ('flag' in cell) return cell;
  if ('error' in cell) return { error: errorCodes[cell.error] };
  return 'runs' in cell ? cell.runs.join('') : (cell.cached ?? null);
}

/** Rows and columns from 0. */
function rangeOf(range: string) {
  const [from = 'A1', until = from] = range.split(':');
  const [one, other] = [placeOf(from), placeOf(until)];
  return { top: one.row, left: one.column, bottom: other.row, right: other.column };
}

function placeOf(reference: string): { row: number; column: number } {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(row) - 1, column };
}

function shown(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  if ('day' in cell) return cell.time === undefined ? cell.day : `${cell.day} 08:30:00`;
  if ('flag' in cell) return cell.flag ? 'TRUE' : 'FALSE';
  if ('error' in cell) return cell.error;
  return 'runs' in cell ? cell.runs.join('') : String(cell.cached ?? '');
}

function htmlPage({ name, rows, merges = [] }: Sheet, charset: string): string {
  const ranges = merges.map(rangeOf);
  const body = rows.map((cells, row) => {
    const written = cells.flatMap((cell, column) => {
      const range = ranges.find(
        (each) =>
          row >= each.top && row <= each.bottom && column >= each.left && column <= each.right,
      );
      const isFirst = range === undefined || (range.top === row && range.left === column);
      if (!isFirst) return [];
      const spans =
        range === undefined
          ? ''
          : ` rowspan="${range.bottom - range.top + 1}" colspan="${range.right - range.left + 1}"`;
      const text = escape(shown(cell)).replaceAll('\n', '<br>');
      return [`<td${spans} style='mso-number-format:"\\@"'>${text === '' ? '&nbsp;' : text}</td>`];
    });
    return `<tr>${written.join('')}</tr>`;
  });
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="${charset}"><x:Name>${name}</x:Name></head><body><table border="1">${body.join('\n')}</table></body></html>`;
}

function xmlPage(sheets: readonly Sheet[]): string {
  const worksheets = sheets.map(({ name, state, rows, merges = [] }) => {
    const ranges = merges.map(rangeOf);
    const body = rows.map((cells, row) => {
      const written = cells.flatMap((cell, column) => xmlCell(cell, { row, column }, ranges));
      return `<Row ss:Index="${row + 1}">${written.join('')}</Row>`;
    });
    const visible =
      state === undefined
        ? ''
        : '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>';
    return `<Worksheet ss:Name="${name}"><Table>${body.join('')}</Table>${visible}</Worksheet>`;
  });
  const space = 'urn:schemas-microsoft-com:office:spreadsheet';
  return `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="${space}" xmlns:ss="${space}">${worksheets.join('')}</Workbook>`;
}

function xmlCell(
  cell: Cell,
  { row, column }: { row: number; column: number },
  ranges: readonly ReturnType<typeof rangeOf>[],
): string[] {
  if (cell === null || cell === '') return [];
  const range = ranges.find(({ top, left }) => top === row && left === column);
  const spans =
    range === undefined
      ? ''
      : ` ss:MergeAcross="${range.right - range.left}" ss:MergeDown="${range.bottom - range.top}"`;
  const [type, value] = xmlValue(cell);
  const data = `<Data ss:Type="${type}">${escape(value)}</Data>`;
  return [`<Cell ss:Index="${column + 1}"${spans}>${data}</Cell>`];
}

function xmlValue(cell: Exclude<Cell, null>): [string, string] {
  if (typeof cell === 'number') return ['Number', String(cell)];
  if (typeof cell === 'string') return ['String', cell];
  if ('day' in cell) {
    return ['DateTime', `${cell.day}T${cell.time === undefined ? '00:00:00' : '08:30:00'}.000`];
  }
  if ('flag' in cell) return ['Boolean', cell.flag ? '1' : '0'];
  return 'error' in cell ? ['Error', cell.error] : ['String', shown(cell)];
}

function delimited({ rows }: Sheet, delimiter: string): string {
  const field = (text: string) =>
    text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((cells) => cells.map((cell) => field(shown(cell))).join(delimiter)).join('\r\n');
}

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
