import type { ReportTable } from '../../../contract/desk-work';

export function ReportHead({ table }: { readonly table: ReportTable }) {
  return (
    <thead>
      {table.header.map((row, index) => (
        <tr key={index}>
          {row.map((cell, position) => (
            <th key={position} colSpan={cell.columns} rowSpan={cell.rows} scope="col">
              {cell.text}
            </th>
          ))}
        </tr>
      ))}
      {table.columnNumbers.length > 0 && (
        <tr className="sheet-numbers">
          {table.columnNumbers.map((number, position) => (
            <td key={position}>{number}</td>
          ))}
        </tr>
      )}
    </thead>
  );
}

export function ReportColumns({ table }: { readonly table: ReportTable }) {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  return (
    <colgroup>
      {table.widths.map((width, position) => (
        <col key={position} style={{ width: `${(width / total) * 100}%` }} />
      ))}
    </colgroup>
  );
}

type Row = ReportTable['rows'][number];

/** A heading of a group: one name and no figures. */
function isGroupName({ isStrong, cells }: Row): boolean {
  return isStrong && cells.slice(1).every((cell) => cell === '');
}

/** A row of a form keeps the room that its question needs. */
const millimetresPerLine = 6;

function cellStyle({ indent, lines }: Row, position: number) {
  return {
    ...(position === 0 ? { paddingLeft: `${1.5 + indent * 3}mm` } : {}),
    ...(lines === undefined ? {} : { height: `${lines * millimetresPerLine}mm` }),
  };
}

function ReportRow({ table, row }: { readonly table: ReportTable; readonly row: Row }) {
  const cells = isGroupName(row) ? row.cells.slice(0, 1) : row.cells;
  return (
    <tr className={row.isStrong ? 'is-strong' : ''}>
      {cells.map((cell, position) => (
        <td
          key={position}
          colSpan={cells.length === 1 ? row.cells.length : 1}
          className={`is-${table.align[position] ?? 'left'}`}
          style={cellStyle(row, position)}
        >
          {cell}
        </td>
      ))}
    </tr>
  );
}

export type ReportBodyProps = {
  readonly table: ReportTable;
  readonly start: number;
  readonly end: number;
};

export function ReportBody({ table, start, end }: ReportBodyProps) {
  return (
    <tbody>
      {table.rows.slice(start, end).map((row, offset) => (
        <ReportRow key={start + offset} table={table} row={row} />
      ))}
    </tbody>
  );
}
