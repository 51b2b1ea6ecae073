import { Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';

const kinds = { overdue: 'over', open: 'info', closed: 'done' } as const;
const words = { overdue: '已超期', open: '在办', closed: '已办结' } as const;
const shown = 20;

/** What the unit asked for: evidence of work, never coverage by itself. */
export function UnitRequests({ organizationId }: { readonly organizationId: string }) {
  const { go } = useNavigation();
  const range = { offset: 0, limit: shown };
  const { data } = useVaultQuery('requests.list', { organizationId, range });
  if (data === undefined || data.total === 0) return null;
  return (
    <Section title="诉求（工作佐证）" remark={`${data.total} 件，不单独算作覆盖`}>
      <table className="plain-table">
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id}>
              <td>
                <button
                  type="button"
                  className="link"
                  onClick={() => go({ page: 'request', id: row.id })}
                >
                  {row.content}
                </button>
              </td>
              <td>{row.department}</td>
              <td>
                <StatusMark kind={kinds[row.state]}>{words[row.state]}</StatusMark>
              </td>
              <td>{row.closedOn || row.dueOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
