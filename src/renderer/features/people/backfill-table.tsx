import type { BackfillRowView } from '../../../contract/planning';
import { CitationTag } from '../../components/citation-tag';

/** Step, last lawful day and why; the words say that it is a reference. */
export function BackfillTable({ rows }: { readonly rows: readonly BackfillRowView[] }) {
  return (
    <table className="plain-table" aria-label="缺的日期最晚应在哪天">
      <thead>
        <tr>
          <th>步</th>
          <th>事项</th>
          <th>最晚应在</th>
          <th>依据</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ fact, step, words, on, isProvisional, ruleText, citation }) => (
          <tr key={fact}>
            <td>{step}</td>
            <td>{words}</td>
            <td>
              {on}
              {isProvisional && <span className="tag">暂算</span>}
            </td>
            <td>
              <small>{ruleText}</small>{' '}
              {citation !== null && (
                <small>
                  <CitationTag citation={citation} />
                </small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
