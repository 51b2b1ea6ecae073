import { tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

const features = tableFeatures({});
const rowHeight = 36;
const overscan = 12;
/** Rows asked for at a time; a window never grows past one message. */
export const pageSize = 60;

export type GridColumn<Row> = {
  readonly id: string;
  readonly header: string;
  /** CSS grid track, e.g. `120px` or `1fr`. */
  readonly width: string;
  readonly isRight?: boolean;
  readonly cell: (row: Row) => ReactNode;
};

export type GridSort = { readonly by: string; readonly descending: boolean };

type Props<Row> = {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  /** The window of rows that the vault answered, and where it begins. */
  readonly rows: readonly Row[];
  readonly offset: number;
  readonly total: number;
  readonly rowId: (row: Row) => string;
  readonly selectedId?: string | undefined;
  readonly sort?: GridSort;
  readonly sortable?: readonly string[];
  readonly onSort?: (by: string) => void;
  readonly onOpen: (row: Row) => void;
  readonly onSelect?: (row: Row) => void;
  /** Asks for another window. */
  readonly onRange: (offset: number) => void;
};

/** TanStack Table over the rows shown (manual mode) and TanStack Virtual over all of them (performance.md). */
export function DataGrid<Row extends object>(props: Props<Row>) {
  const { columns, rows, offset, total, rowId } = props;
  const body = useRef<HTMLDivElement>(null);
  const definitions: ColumnDef<typeof features, Row>[] = columns.map((column) => ({
    id: column.id,
    header: column.header,
    cell: ({ row }) => column.cell(row.original),
  }));
  const table = useTable<typeof features, Row>({
    features,
    columns: definitions,
    data: rows as Row[],
    getRowId: rowId,
  });
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => body.current,
    estimateSize: () => rowHeight,
    overscan,
  });
  const shown = virtual.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  const { onRange } = props;
  const isOutside =
    total > 0 && (first < offset || last >= offset + Math.max(rows.length, 1)) && last < total;
  useEffect(() => {
    if (isOutside) onRange(Math.max(0, first - Math.floor((pageSize - (last - first)) / 2)));
  }, [isOutside, first, last, onRange]);

  const tracks = columns.map(({ width }) => width).join(' ');
  const tableRows = table.getRowModel().rows;
  return (
    <div className="grid-table" role="grid" aria-label={props.label} aria-rowcount={total + 1}>
      <div className="grid-head" role="row" style={{ gridTemplateColumns: tracks }}>
        {columns.map((column) => (
          <HeaderCell key={column.id} column={column} props={props} />
        ))}
      </div>
      <div
        className="grid-body"
        ref={body}
        role="rowgroup"
        tabIndex={0}
        onKeyDown={(event) => onArrow(event, props)}
      >
        <div style={{ height: virtual.getTotalSize() }}>
          {shown.map((item) => {
            const row = tableRows[item.index - offset];
            if (row === undefined) return null;
            const isSelected = row.id === props.selectedId;
            return (
              <div
                key={row.id}
                className="grid-row"
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={isSelected}
                style={{ gridTemplateColumns: tracks, transform: `translateY(${item.start}px)` }}
                onClick={() => (props.onSelect ?? props.onOpen)(row.original)}
                onDoubleClick={() => props.onOpen(row.original)}
              >
                {row.getAllCells().map((cell, index) => (
                  <div
                    key={cell.id}
                    role="gridcell"
                    className={
                      columns[index]?.isRight === true ? 'grid-cell is-right' : 'grid-cell'
                    }
                  >
                    <table.FlexRender cell={cell} />
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function HeaderCell<Row>({ column, props }: { column: GridColumn<Row>; props: Props<Row> }) {
  const { sort, onSort } = props;
  const isSorted = sort?.by === column.id;
  const direction = isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  return (
    <div
      role="columnheader"
      aria-sort={direction}
      className={column.isRight === true ? 'grid-cell is-right' : 'grid-cell'}
    >
      {onSort !== undefined && props.sortable?.includes(column.id) === true ? (
        <button type="button" onClick={() => onSort(column.id)}>
          {column.header} {isSorted ? (sort.descending ? '↓' : '↑') : ''}
        </button>
      ) : (
        column.header
      )}
    </div>
  );
}

/** Arrows walk the rows, Enter opens. */
function onArrow<Row>(event: KeyboardEvent, props: Props<Row>): void {
  const index = props.rows.findIndex((row) => props.rowId(row) === props.selectedId);
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const select = props.onSelect;
  if (step !== 0 && select !== undefined) {
    event.preventDefault();
    const next = props.rows[Math.max(0, index + step)];
    if (next !== undefined) select(next);
  }
  const current = props.rows[index];
  if (event.key === 'Enter' && current !== undefined) props.onOpen(current);
}
