import type { AuditGroup } from '../../../contract/audit';
import { citationWords } from '../../components/citation-tag';
import { EmptyState } from '../../components/notices';
import { CountCells, CountHeads } from './count-cells';

type Props = {
  readonly groups: readonly AuditGroup[];
  readonly onOpen: (group: AuditGroup) => void;
};

/** One line per kind of repair, the gravest first. */
export function GroupTable({ groups, onOpen }: Props) {
  if (groups.length === 0) return <EmptyState>没有发现问题。登记了日期的档案都已核对。</EmptyState>;
  return (
    <table className="plain-table audit-table" aria-label="按问题分组">
      <thead>
        <tr>
          <th>问题</th>
          <th>怎样处理</th>
          <th>依据</th>
          <CountHeads />
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.rule}>
            <td>
              <button type="button" className="link" onClick={() => onOpen(group)}>
                {group.title}
              </button>
            </td>
            <td>{group.repair}</td>
            <td className="small muted">
              {group.citation.article} {citationWords(group.citation)}
            </td>
            <CountCells counts={group} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
