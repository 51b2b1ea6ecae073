import type { ImportSheet } from '../../contract/imports';
import { SegmentedChoice } from './segmented-choice';

export type HeaderChoiceProps = {
  readonly sheet: ImportSheet;
  readonly onHeader: (rows: readonly number[]) => void;
};

const heights = [
  { value: '1', label: '一行' },
  { value: '2', label: '两行' },
  { value: '3', label: '三行' },
] as const;
type Height = (typeof heights)[number]['value'];

function rowsUpTo(bottom: number, height: number): number[] {
  const top = Math.max(1, bottom - height + 1);
  return Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
}

/** The first rows as they stand; the one that names the columns can be pointed at. */
export function HeaderChoice({ sheet, onHeader }: HeaderChoiceProps) {
  const bottom = sheet.headerRows.at(-1) ?? 0;
  const height = Math.min(3, Math.max(1, sheet.headerRows.length));
  return (
    <details className="header-choice" open={!sheet.isImported && sheet.opening.length > 0}>
      <summary>表头不对？点选写着列名的那一行</summary>
      <SegmentedChoice<Height>
        label="表头占"
        choices={heights}
        value={String(height) as Height}
        onChange={(next) => {
          if (bottom > 0) onHeader(rowsUpTo(bottom, Number(next)));
        }}
      />
      <div className="opening-rows">
        <table className="plain-table" aria-label={`${sheet.name} 的前几行`}>
          <tbody>
            {sheet.opening.map(({ row, cells }) => (
              <tr key={row} className={sheet.headerRows.includes(row) ? 'is-header' : ''}>
                <th scope="row">
                  <button
                    type="button"
                    className="button"
                    aria-pressed={row === bottom}
                    onClick={() => onHeader(rowsUpTo(row, height))}
                  >
                    第 {row} 行是表头
                  </button>
                </th>
                {cells.map((text, column) => (
                  <td key={column}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
