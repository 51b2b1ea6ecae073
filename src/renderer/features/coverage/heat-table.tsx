import { useRef, type KeyboardEvent } from 'react';
import type { Ratio } from '../../../contract/common';
import type { CoverageOverview } from '../../../contract/coverage';
import { percentWords } from '../../lib/format';
import { heatLevel } from './heat-level';

type Heat = CoverageOverview['heat'];
/** One cell; no area = the whole district. */
export type HeatSpot = { readonly areaId?: string; readonly column: string };

type HeatCell = Ratio & { readonly spot: HeatSpot; readonly name: string };

export type HeatTableProps = {
  readonly heat: Heat;
  readonly selected: HeatSpot | undefined;
  readonly onSelect: (spot: HeatSpot) => void;
  readonly onOpen: (spot: HeatSpot) => void;
};

type HeatRow = { readonly key: string; readonly name: string; readonly cells: HeatCell[] };

/** Districts with more streets get tighter rows, so that the trend stays on the first screen. */
const roomyRows = 9;
const nothing: Ratio = { numerator: 0, denominator: 0, percent: null };

function rowsOf({ areas, columns, cells, totals }: Heat): HeatRow[] {
  const found = new Map(cells.map((cell) => [`${cell.areaId} ${cell.column}`, cell]));
  const rows = areas.map((area) => ({
    key: area.id,
    name: area.name,
    cells: columns.map((column) => ({
      ...(found.get(`${area.id} ${column.id}`) ?? nothing),
      spot: { areaId: area.id, column: column.id },
      name: `${area.name}，${column.name}`,
    })),
  }));
  const district = columns.map((column) => ({
    ...(totals.find((total) => total.column === column.id) ?? nothing),
    spot: { column: column.id },
    name: `全区，${column.name}`,
  }));
  return [...rows, { key: '', name: '全区', cells: district }];
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function isSame(one: HeatSpot | undefined, other: HeatSpot): boolean {
  return one !== undefined && one.areaId === other.areaId && one.column === other.column;
}

export function HeatTable({ heat, selected, onSelect, onOpen }: HeatTableProps) {
  const table = useRef<HTMLTableElement>(null);
  const rows = rowsOf(heat);
  const isAnySelected = rows.some((row) => row.cells.some(({ spot }) => isSame(selected, spot)));

  const onKey = (event: KeyboardEvent, row: number, column: number) => {
    const move = moves[event.key];
    const spot = rows[row]?.cells[column]?.spot;
    if (event.key === 'Enter' && spot !== undefined) {
      event.preventDefault();
      onOpen(spot);
    }
    const next = move && rows[row + move[0]]?.cells[column + move[1]];
    if (move === undefined || next === undefined) return;
    event.preventDefault();
    onSelect(next.spot);
    table.current
      ?.querySelector<HTMLElement>(`[data-at="${row + move[0]} ${column + move[1]}"]`)
      ?.focus();
  };

  return (
    <table
      className={rows.length > roomyRows ? 'heat-table is-compact' : 'heat-table'}
      role="grid"
      aria-label="各街道各类单位的覆盖率"
      ref={table}
    >
      <thead>
        <tr>
          <th scope="col">街道</th>
          {heat.columns.map((column) => (
            <th key={column.id} scope="col" className={column.isSeparate ? 'is-separate' : ''}>
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, rowIndex) => (
          <tr key={row.key} className={row.key === '' ? 'is-total' : ''}>
            <th scope="row">{row.name}</th>
            {row.cells.map((cell, columnIndex) => {
              const isSelected = isSame(selected, cell.spot);
              const isFirst = !isAnySelected && rowIndex === 0 && columnIndex === 0;
              const isSeparate = heat.columns[columnIndex]?.isSeparate === true;
              return (
                <td
                  key={cell.spot.column}
                  role="gridcell"
                  aria-selected={isSelected}
                  className={isSeparate ? 'is-separate' : ''}
                >
                  <button
                    type="button"
                    className={`heat-cell is-heat-${heatLevel(cell) ?? 'none'}`}
                    data-at={`${rowIndex} ${columnIndex}`}
                    tabIndex={isSelected || isFirst ? 0 : -1}
                    onClick={() => onSelect(cell.spot)}
                    onDoubleClick={() => onOpen(cell.spot)}
                    onKeyDown={(event) => onKey(event, rowIndex, columnIndex)}
                  >
                    <span className="visually-hidden">{cell.name}：</span>
                    <small>
                      {cell.numerator}/{cell.denominator}
                    </small>
                    <span>{percentWords(cell.percent)}</span>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
