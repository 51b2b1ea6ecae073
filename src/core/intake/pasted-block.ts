import type { RawRow, RawWorkbook } from './raw-workbook';
import { hasContent } from './text';

/** A pasted block is bounded like a file (security.md §3.12). */
const mostRows = 20_000;
const mostColumns = 256;
const longestCell = 32_767;

export const pastedName = '粘贴的内容';

export type PastedBlock =
  | { readonly ok: true; readonly workbook: RawWorkbook }
  | {
      readonly ok: false;
      readonly reason: 'empty' | 'tooManyRows' | 'tooManyColumns' | 'cellTooLong';
    };

/** Reads cells copied out of Excel or WPS: columns parted by tabs, cells with line breaks in quotes. */
export function readPastedBlock(text: string): PastedBlock {
  const rows = readRows(text.replace(/\r\n?/g, '\n'));
  const filled = rows.filter(({ cells }) => cells.some(hasContent));
  if (filled.length === 0) return { ok: false, reason: 'empty' };
  if (filled.length > mostRows) return { ok: false, reason: 'tooManyRows' };
  if (filled.some(({ cells }) => cells.length > mostColumns)) {
    return { ok: false, reason: 'tooManyColumns' };
  }
  const isLong = (cell: unknown) => typeof cell === 'string' && cell.length > longestCell;
  if (filled.some(({ cells }) => cells.some(isLong))) return { ok: false, reason: 'cellTooLong' };
  const sheet = {
    name: pastedName,
    state: 'visible' as const,
    rows: filled,
    merges: [],
    hiddenColumns: [],
    hiddenRows: [],
  };
  return {
    ok: true,
    workbook: {
      fileName: pastedName,
      format: 'csv',
      delimited: { delimiter: '\t', newline: '\n', hasByteOrderMark: false },
      dateSystem: 1900,
      sheets: [sheet],
      notices: [],
    },
  };
}

function readRows(text: string): RawRow[] {
  const rows: RawRow[] = [];
  let at = 0;
  while (at < text.length) {
    const { cells, next } = readRow(text, at);
    rows.push({ row: rows.length + 1, cells });
    at = next;
  }
  return rows;
}

function readRow(text: string, start: number): { cells: (string | null)[]; next: number } {
  const cells: (string | null)[] = [];
  let at = start;
  for (;;) {
    const { value, end } = readCell(text, at);
    cells.push(value === '' ? null : value);
    if (text[end] !== '\t') return { cells, next: end + 1 };
    at = end + 1;
  }
}

/** A quote opens a quoted cell only where another one closes it before a tab or a line end. */
function readCell(text: string, start: number): { value: string; end: number } {
  const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
  quoted.lastIndex = start;
  const match = quoted.exec(text);
  if (match !== null) {
    return { value: (match[1] ?? '').replaceAll('""', '"'), end: quoted.lastIndex };
  }
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return { value: text.slice(start, end), end };
}
