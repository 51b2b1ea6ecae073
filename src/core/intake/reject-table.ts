import type { Interpretation } from './interpretation';
import { columnLetters } from './raw-workbook';
import { remedies } from './remedies';

export const rejectHeader = [
  '工作表',
  '行号',
  '列',
  '表头',
  '原值',
  '原因',
  '怎么改',
  '代码',
] as const;

/** Every reason for which a row was not imported, one line each: nothing is left out silently. */
export function rejectTable({ sheets }: Interpretation): string[][] {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ row, verdict, issues }) =>
      verdict !== 'reject'
        ? []
        : issues
            .filter(({ severity }) => severity === 'reject')
            .map(({ code, col, column, raw, why }) => [
              name,
              String(row),
              column === null ? '' : columnLetters(column),
              col ?? '',
              raw === null ? '' : String(raw),
              why,
              remedies[code],
              code,
            ]),
    ),
  );
}
