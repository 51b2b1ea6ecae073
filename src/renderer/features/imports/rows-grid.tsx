import type { ImportRow } from '../../../contract/imports';
import { EditableCell } from './editable-cell';
import type { OnEdit } from './issue-table';

export type RowsGridProps = {
  readonly rows: readonly ImportRow[];
  readonly onEdit: OnEdit;
};

/** Whole rows as they stand in the sheet, every cell to be written over. */
export function RowsGrid({ rows, onEdit }: RowsGridProps) {
  const columns = rows[0]?.cells ?? [];
  return (
    <div className="rows-grid">
      <table className="plain-table" aria-label="整行核对">
        <thead>
          <tr>
            <th scope="col" className="num">
              行
            </th>
            {columns.map(({ column, header }) => (
              <th key={column} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ sheet, row, cells, issues }) => (
            <tr key={`${sheet} ${row}`}>
              <th scope="row" className="num">
                {row}
              </th>
              {cells.map(({ column, header, shown, isMasked, isEdited }) => {
                const issue = issues.find(({ place }) => place === column);
                return (
                  <td key={column} className={issue === undefined ? '' : `has-${issue.severity}`}>
                    <EditableCell
                      label={`${sheet} 第 ${row} 行 ${header}`}
                      shown={shown}
                      isMasked={isMasked}
                      isEdited={isEdited}
                      onSave={(text) => onEdit({ sheet, row, column, text })}
                    />
                    {issue !== undefined && <p className="cell-why">{issue.why}</p>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
