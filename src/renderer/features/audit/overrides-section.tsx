import { CitationTag } from '../../components/citation-tag';
import { Section } from '../../components/page-head';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';

const range = { offset: 0, limit: 20 };

/** Steps taken although a rule blocked them, each with its reason; nothing stands here where there are none. */
export function OverridesSection() {
  const { go } = useNavigation();
  const { data } = useVaultQuery('dossier.overrides', { range });
  if (data === undefined || data.total === 0) return null;
  return (
    <Section
      title="阻断后写明原因办理的"
      remark={
        data.total > data.rows.length
          ? `共 ${data.total} 条，先列最近 ${data.rows.length} 条`
          : `${data.total} 条，最近的在前`
      }
      more={
        <button
          type="button"
          className="link"
          onClick={() => go({ page: 'reports', report: 'overrideList' })}
        >
          打印清单
        </button>
      }
    >
      <table className="plain-table audit-table" aria-label="阻断后写明原因办理的">
        <thead>
          <tr>
            <th>日期</th>
            <th>姓名</th>
            <th>党支部</th>
            <th>规则</th>
            <th>依据</th>
            <th>原因</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row, index) => (
            <tr key={`${row.personId}/${row.rule}/${row.on}/${index}`}>
              <td>{row.on}</td>
              <td>
                <button
                  type="button"
                  className="link"
                  onClick={() => go({ page: 'person', id: row.personId })}
                >
                  {row.personName}
                </button>
              </td>
              <td>{row.branchName}</td>
              <td>{row.title}</td>
              <td>{row.citation !== null && <CitationTag citation={row.citation} />}</td>
              <td>{row.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
