import { reportTableSchema, type ReportId, type ReportTable } from '../../../../contract/desk-work';
import type { Desk } from '../desk';
import { scanRecords } from '../scan-records';

type Row = ReportTable['rows'][number];

/** Header texts by column, the lowest row that names it. */
function columnNames({ header, widths }: ReportTable): string[] {
  const names = widths.map(() => '');
  const taken: boolean[][] = header.map(() => widths.map(() => false));
  header.forEach((cells, line) => {
    let at = 0;
    for (const { text, columns, rows } of cells) {
      while (taken[line]?.[at] === true) at += 1;
      for (let column = at; column < at + columns; column += 1) {
        for (let below = line; below < line + rows; below += 1) {
          const row = taken[below];
          if (row !== undefined) row[column] = true;
        }
        names[column] = text.replaceAll('\n', '');
      }
      at += columns;
    }
  });
  return names;
}

/** Rows under the same headings have the same name; the strong row above tells them apart. */
function keyed(rows: readonly Row[]): Map<string, Row> {
  const found = new Map<string, Row>();
  let parent = '';
  for (const row of rows) {
    const name = row.cells[0] ?? '';
    if (row.isStrong) parent = name;
    found.set(row.isStrong ? name : `${parent} ${name}`, row);
  }
  return found;
}

/** Cells that differ from the last snapshot, in words: 全区合计 单位数 2640 → 2645. */
export function differences(before: ReportTable, after: ReportTable): string[] {
  const names = columnNames(after);
  const old = keyed(before.rows);
  return [...keyed(after.rows)].flatMap(([key, row]) => {
    const last = old.get(key);
    if (last === undefined) return [`${key} 为新增行`];
    return row.cells.flatMap((cell, column) =>
      column === 0 || cell === last.cells[column]
        ? []
        : [`${key} ${names[column] ?? ''} ${last.cells[column] ?? ''} → ${cell}`],
    );
  });
}

const shown = 6;

/** Compared with the last printed snapshot of the same report, so that a change is seen before print. */
export function continuityCheck(
  desk: Desk,
  report: ReportId,
  table: ReportTable,
): ReportTable['checks'][number] {
  const [last] = scanRecords(desk, 'reportSnapshots')
    .filter((snapshot) => snapshot.report === report)
    .sort((left, right) => (left.madeAt < right.madeAt ? 1 : -1));
  const label = '与上次相比';
  if (last === undefined) return { label, state: 'info', detail: '还没有印过，本次为第一份快照' };
  const before = reportTableSchema.safeParse(last.data);
  if (!before.success)
    return { label, state: 'warns', detail: `${last.number} 的版式已改，无法逐格比较` };
  const changed = differences(before.data, table);
  const since = `上次 ${last.number}（截至 ${last.asOf}）`;
  if (changed.length === 0) return { label, state: 'met', detail: `${since}，数字没有变化` };
  const more = changed.length > shown ? `；等 ${changed.length} 处` : '';
  return { label, state: 'info', detail: `${since}：${changed.slice(0, shown).join('；')}${more}` };
}
