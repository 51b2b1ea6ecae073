import type { AuditBranch } from '../../../contract/audit';
import { EmptyState } from '../../components/notices';
import { CountCells, CountHeads } from './count-cells';

type Props = {
  readonly branches: readonly AuditBranch[];
  readonly onOpen: (branch: AuditBranch) => void;
};

/** The same findings by the branch that has to repair them. */
export function BranchTable({ branches, onOpen }: Props) {
  if (branches.length === 0)
    return <EmptyState>没有发现问题。登记了日期的档案都已核对。</EmptyState>;
  return (
    <table className="plain-table audit-table" aria-label="按党支部分组">
      <thead>
        <tr>
          <th>党支部</th>
          <th>街道（园区）</th>
          <CountHeads />
        </tr>
      </thead>
      <tbody>
        {branches.map((branch) => (
          <tr key={branch.branchId}>
            <td>
              {branch.branchId === '' ? (
                branch.branchName
              ) : (
                <button type="button" className="link" onClick={() => onOpen(branch)}>
                  {branch.branchName}
                </button>
              )}
            </td>
            <td>{branch.areaName}</td>
            <CountCells counts={branch} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
