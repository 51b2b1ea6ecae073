import { StatusMark, type StatusKind } from '../../components/status-mark';
import type { IssueGroup } from './group-issues';

const kinds: Readonly<Record<IssueGroup['severity'], StatusKind>> = {
  reject: 'over',
  warn: 'soon',
  info: 'info',
  skip: 'unknown',
};

/** All places one act repairs: where, what is written there, why it will not do. */
function GroupRows({ group }: { readonly group: IssueGroup }) {
  return (
    <tbody>
      <tr className="issue-group">
        <th scope="rowgroup" colSpan={6}>
          <StatusMark kind={kinds[group.severity]}>{group.remedy}</StatusMark>{' '}
          <span className="muted">{group.entries.length} 处</span>
        </th>
      </tr>
      {group.entries.map((entry, index) => (
        <tr key={index}>
          <td>{entry.sheet}</td>
          <td className="num">{entry.row}</td>
          <td>{entry.column}</td>
          <td>{entry.keyWords}</td>
          <td className="import-sample">{entry.raw === '' ? '（空）' : entry.raw}</td>
          <td>{entry.why}</td>
        </tr>
      ))}
    </tbody>
  );
}

export function IssueTable({ groups }: { readonly groups: readonly IssueGroup[] }) {
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
          <th scope="col">表里写的</th>
          <th scope="col">为什么</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <GroupRows key={`${group.severity} ${group.remedy}`} group={group} />
      ))}
    </table>
  );
}
