import { StatusMark, type StatusKind } from '../../components/status-mark';
import { EditableCell } from './editable-cell';
import type { IssueEntry, IssueGroup } from './group-issues';

const kinds: Readonly<Record<IssueGroup['severity'], StatusKind>> = {
  reject: 'over',
  warn: 'soon',
  info: 'info',
  skip: 'unknown',
};

/** Where a cell stands, and what is to stand there. */
export type CellEdit = {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly text: string | null;
};
export type OnEdit = (edit: CellEdit) => Promise<void>;

type EntryProps = { readonly entry: IssueEntry; readonly onEdit: OnEdit };

/** What is written in the sheet, to be written over on the spot where the problem has a cell. */
function RawCell({ entry, onEdit }: EntryProps) {
  const { sheet, row, place, column, raw, cell } = entry;
  if (place === '' || cell === undefined) return <>{raw === '' ? '（空）' : raw}</>;
  return (
    <EditableCell
      label={`${sheet} 第 ${row} 行 ${column}`}
      shown={cell.shown}
      isMasked={cell.isMasked}
      isEdited={cell.isEdited}
      onSave={(text) => onEdit({ sheet, row, column: place, text })}
    />
  );
}

function GroupRows({ group, onEdit }: { readonly group: IssueGroup; readonly onEdit: OnEdit }) {
  return (
    <tbody>
      <tr className="issue-group">
        <th scope="rowgroup" colSpan={6}>
          <StatusMark kind={kinds[group.severity]}>{group.remedy}</StatusMark>{' '}
          <span className="muted">{group.entries.length} 处</span>
        </th>
      </tr>
      {group.entries.map((entry) => (
        <tr key={`${entry.sheet} ${entry.row} ${entry.place} ${entry.code}`}>
          <td>{entry.sheet}</td>
          <td className="num">{entry.row}</td>
          <td>{entry.column}</td>
          <td>{entry.keyWords}</td>
          <td className="import-sample">
            <RawCell entry={entry} onEdit={onEdit} />
          </td>
          <td>{entry.why}</td>
        </tr>
      ))}
    </tbody>
  );
}

export type IssueTableProps = {
  readonly groups: readonly IssueGroup[];
  readonly onEdit: OnEdit;
};

/** All places one act repairs: where, what is written there, why it will not do. */
export function IssueTable({ groups, onEdit }: IssueTableProps) {
  return (
    <table className="plain-table issue-table" aria-label="要处理的地方">
      <thead>
        <tr>
          <th scope="col">工作表</th>
          <th scope="col" className="num">
            行
          </th>
          <th scope="col">列</th>
          <th scope="col">谁</th>
          <th scope="col">表里写的（点一下可改）</th>
          <th scope="col">为什么</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <GroupRows key={`${group.severity} ${group.remedy}`} group={group} onEdit={onEdit} />
      ))}
    </table>
  );
}
