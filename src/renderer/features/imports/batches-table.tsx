import type { VaultOutput } from '../../../contract/channels';
import { UndoImport } from './undo-import';

export type BatchesTableProps = { readonly batches: VaultOutput<'imports.batches'> };

export function BatchesTable({ batches }: BatchesTableProps) {
  return (
    <table className="plain-table" aria-label="以前的导入">
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">文件</th>
          <th scope="col" className="num">
            新增
          </th>
          <th scope="col" className="num">
            更新
          </th>
          <th scope="col">作废</th>
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
          <tr key={batch.id}>
            <td>{batch.importedOn}</td>
            <td>{batch.fileName}</td>
            <td className="num">{batch.created}</td>
            <td className="num">{batch.updated}</td>
            <td>
              {batch.isUndone ? (
                <span className="muted">已作废</span>
              ) : (
                <UndoImport
                  changeId={batch.changeId}
                  fileName={batch.fileName}
                  onUndone={() => undefined}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
