import { reportTableSchema, type ReportId, type ReportTable } from '../../../../contract/desk-work';
import type { RecordOf } from '../../../../core/records/tables';
import type { Desk } from '../desk';
import { scanRecords } from '../scan-records';

type Row = ReportTable['rows'][number];
type Snapshot = RecordOf<'reportSnapshots'>;

/** Header texts by column, from the top row down: 已单独建立党组织·小计. */
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
        names[column] = [names[column], text.replaceAll('\n', '')].filter(Boolean).join('·');
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

type Check = ReportTable['checks'][number];

/**
 * Compared with printed snapshots of the same report, so that a change is seen before print: the last one up to
 * the table's day, and where that is of the same month also the last one of an earlier month.
 */
export function continuityChecks(desk: Desk, report: ReportId, table: ReportTable): Check[] {
  const printed = scanRecords(desk, 'reportSnapshots')
    .filter((snapshot) => snapshot.report === report && snapshot.asOf <= table.asOf)
    .sort((left, right) => (orderOf(left) < orderOf(right) ? 1 : -1));
  const [last] = printed;
  if (last === undefined)
    return [{ label: '与上次相比', state: 'info', detail: '还没有印过，本次为第一份快照' }];
  const monthOf = (day: string) => day.slice(0, 'YYYY-MM'.length);
  const before = printed.find(({ asOf }) => monthOf(asOf) < monthOf(table.asOf));
  return [
    comparison('与上次相比', last, table),
    ...(before === undefined || before === last ? [] : [comparison('与上月相比', before, table)]),
  ];
}

const orderOf = ({ asOf, madeAt }: Snapshot): string => `${asOf} ${madeAt}`;

function comparison(label: string, old: Snapshot, table: ReportTable): Check {
  const before = reportTableSchema.safeParse(old.data);
  if (!before.success)
    return { label, state: 'warns', detail: `${old.number} 的版式已改，无法逐格比较` };
  const changed = differences(before.data, table);
  const since = `快照 ${old.number}（截至 ${old.asOf}）`;
  if (changed.length === 0) return { label, state: 'met', detail: `${since}，数字没有变化` };
  const more = changed.length > shown ? `；等 ${changed.length} 处` : '';
  return { label, state: 'info', detail: `${since}：${changed.slice(0, shown).join('；')}${more}` };
}
