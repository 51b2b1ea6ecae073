import type { TrailRow } from '../../../contract/vault-care';
import { trailKindWords } from '../../../core/labels/trail';

export function TrailTable({ rows, total }: { rows: readonly TrailRow[]; total: number }) {
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th className="num">序号</th>
            <th>时间</th>
            <th>经办人</th>
            <th>类别</th>
            <th>做了什么</th>
            <th>说明</th>
            <th className="num">记录</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, sequence, at, by, kind, title, note, records }) => (
            <tr key={id}>
              <td className="num">{sequence}</td>
              <td>{at}</td>
              <td>{by || '—'}</td>
              <td>{trailKindWords[kind]}</td>
              <td>{title}</td>
              <td>{note}</td>
              <td className="num">{records === 0 ? '' : records}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > rows.length && (
        <p className="muted">只显示最近 {rows.length} 条；导出的表格里有全部。</p>
      )}
    </>
  );
}
