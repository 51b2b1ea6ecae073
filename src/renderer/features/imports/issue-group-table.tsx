import { StatusMark, type StatusKind } from '../../components/status-mark';
import type { IssueGroup } from './group-issues';

const kinds: Readonly<Record<IssueGroup['severity'], StatusKind>> = {
  reject: 'over',
  warn: 'soon',
  info: 'info',
  skip: 'unknown',
};

/** All places one act repairs: where, what is written there, why it will not do. */
export function IssueGroupTable({ group }: { readonly group: IssueGroup }) {
  return (
    <section className="section" aria-label={group.remedy}>
      <div className="section-head">
        <h2>
          <StatusMark kind={kinds[group.severity]}>{group.remedy}</StatusMark>
        </h2>
        <span className="muted small">{group.entries.length} 处</span>
      </div>
      <table className="plain-table issue-table">
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
        <tbody>
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
      </table>
    </section>
  );
}
