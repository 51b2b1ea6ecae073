import type { BackwardPlanRow, ForwardRow } from '../../../contract/planning';
import { citationWords } from '../../components/citation-tag';
import { StatusMark } from '../../components/status-mark';

type Row = ForwardRow | BackwardPlanRow;

function StepCells({ row }: { readonly row: Row }) {
  return (
    <>
      <td className="muted num">{row.step}</td>
      <td title={row.ruleText}>
        {row.words}
        {row.citation !== null && (
          <small className="muted">
            {' '}
            {row.citation.article} {citationWords(row.citation)}
          </small>
        )}
      </td>
    </>
  );
}

function Provisional({ row }: { readonly row: Row }) {
  return row.isProvisional ? <span className="tag">暂算</span> : null;
}

/** Facts stand in bold; what is reckoned stands beside them in plain. */
export function ForwardTable({ rows }: { readonly rows: readonly ForwardRow[] }) {
  if (rows.length === 0) return <p className="muted">还没有可以起算的日期，先填假设的申请日。</p>;
  return (
    <table className="plain-table plan-table" aria-label="最早哪一天">
      <thead>
        <tr>
          <th className="num">步</th>
          <th>事项</th>
          <th>最早</th>
          <th>最迟</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.fact}>
            <StepCells row={row} />
            <td>
              {row.state === 'done' ? <b>{row.on}</b> : row.on} <Provisional row={row} />
            </td>
            <td className="muted">{row.state === 'done' ? '已办' : (row.latestOn ?? '')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function BackwardTable({
  rows,
  aim,
}: {
  readonly rows: readonly BackwardPlanRow[];
  readonly aim: string;
}) {
  const missed = rows.filter(({ isMissed }) => isMissed);
  return (
    <>
      <p className="plan-verdict">
        {missed.length === 0 ? (
          <StatusMark kind="done">来得及：{aim}</StatusMark>
        ) : (
          <StatusMark kind="over">
            来不及：{aim}，{missed[0]?.words}已晚
          </StatusMark>
        )}
      </p>
      <table className="plain-table plan-table" aria-label="最迟哪一天">
        <thead>
          <tr>
            <th className="num">步</th>
            <th>事项</th>
            <th>最迟</th>
            <th>情况</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.fact}>
              <StepCells row={row} />
              <td>
                {row.state === 'done' ? <b>{row.on}</b> : row.on} <Provisional row={row} />
              </td>
              <td>
                {row.isMissed ? (
                  <StatusMark kind="over">已晚</StatusMark>
                ) : row.state === 'done' ? (
                  <span className="muted">已办</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
