import type { Ref } from 'react';
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

function rowName(table: ReportTable, index: number): string {
  const row = table.rows[index];
  return row?.isStrong === true ? 'is-strong' : '';
}

export type ReportBodyProps = {
  readonly table: ReportTable;
  readonly start: number;
  readonly end: number;
  readonly bodyRef?: Ref<HTMLTableSectionElement>;
};

export function ReportBody({ table, start, end, bodyRef }: ReportBodyProps) {
  return (
    <tbody ref={bodyRef}>
      {table.rows.slice(start, end).map((row, offset) => (
        <tr key={start + offset} className={rowName(table, start + offset)}>
          {row.cells.map((cell, position) => (
            <td
              key={position}
              className={`is-${table.align[position] ?? 'left'}`}
              style={position === 0 ? { paddingLeft: `${1.5 + row.indent * 3}mm` } : undefined}
            >
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
