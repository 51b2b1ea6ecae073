import type { MergedRange } from '../../../core/intake/raw-workbook';

const upperA = 65;

/**
 * Splits a cell reference into its 0-based column and 1-based row.
 * Written without a regular expression: a large sheet asks a million times.
 */
export function parseReference(reference: string): { column: number; row: number } | undefined {
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) - upperA;
    if (letter < 0 || letter > 25) break;
    column = column * 26 + letter + 1;
  }
  const row = Number(reference.slice(at));
  return at === 0 || !(row >= 1) ? undefined : { column: column - 1, row };
}

export function parseRange(range: string): MergedRange | undefined {
  const [from = '', to = from] = range.split(':');
  const start = parseReference(from);
  const end = parseReference(to);
  if (start === undefined || end === undefined) return undefined;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
