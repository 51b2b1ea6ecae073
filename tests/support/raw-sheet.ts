import { idCheckCharacter } from '../../src/core/intake/read-id-number';
import { creditCodeCheckCharacter } from '../../src/core/intake/read-credit-code';
import type {
  MergedRange,
  RawCell,
  RawSheet,
  RawWorkbook,
} from '../../src/core/intake/raw-workbook';
import { interpretWorkbook } from '../../src/core/intake/interpret-workbook';
import type { Interpretation, SheetReading } from '../../src/core/intake/interpretation';

export type Cells = readonly (RawCell | null)[];

/** A sheet as the parser would hand it over; row 1 first. */
export function rawSheet(
  name: string,
  rows: readonly Cells[],
  merges: MergedRange[] = [],
): RawSheet {
  return {
    name,
    state: 'visible',
    rows: rows.map((cells, index) => ({ row: index + 1, cells })),
    merges,
    hiddenColumns: [],
    hiddenRows: [],
  };
}

export function rawWorkbook(
  sheets: readonly RawSheet[],
  dateSystem: 1900 | 1904 = 1900,
): RawWorkbook {
  return { fileName: '样例.xlsx', format: 'xlsx', dateSystem, sheets, notices: [] };
}

export const today = '2026-11-23';

export function read(
  rows: readonly Cells[],
  merges: MergedRange[] = [],
  name = '表',
): Interpretation {
  return interpretWorkbook(rawWorkbook([rawSheet(name, rows, merges)]), { today });
}

export function firstSheet(interpretation: Interpretation): SheetReading {
  const [sheet] = interpretation.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** `row CODE header` of every issue, in order of rows. */
export function issueLines(interpretation: Interpretation): string[] {
  return interpretation.sheets.flatMap(({ rows }) =>
    rows.flatMap(({ row, issues }) =>
      issues.map(({ code, col }) => [row, code, col].filter((part) => part !== null).join(' ')),
    ),
  );
}

/** An obviously fictional number of region 990101: born that day, `order` decides the gender. */
export function idNumber(born: string, order: number): string {
  const digits = `990101${born.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return digits + idCheckCharacter(digits);
}

/** A fictional credit code of region 990101. */
export function creditCode(serial: number): string {
  const body = `91990101MA${String(serial).padStart(7, '0')}`;
  return body + creditCodeCheckCharacter(body);
}
