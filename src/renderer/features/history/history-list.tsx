import type { ReviewedTable } from '../../../contract/reviews';
import { FailureBanner, Loading } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { ReviewLine } from './review-line';

const shown = 50;

type Props = { readonly table?: ReviewedTable; readonly recordId?: string };

/** The ledger's list of changes, whole or of one record: who, when, what before and after, and the way back. */
export function HistoryList({ table, recordId }: Props) {
  const { data, failure } = useVaultQuery('history.list', {
    limit: shown,
    ...(table === undefined ? {} : { table }),
    ...(recordId === undefined ? {} : { recordId }),
  });
  const { isBusy, failure: undoFailure, run } = useAct();
  if (data === undefined)
    return failure === undefined ? <Loading /> : <FailureBanner failure={failure} />;
  return (
    <>
      {table !== undefined && recordId !== undefined && (
        <ReviewLine table={table} recordId={recordId} />
      )}
      <FailureBanner failure={undoFailure} />
      <table className="plain-table">
        <thead>
          <tr>
            <th>时间</th>
            <th>经办人</th>
            <th>做了什么</th>
            <th>改动</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {data.map((change) => (
            <tr key={change.id}>
              <td>{change.at}</td>
              <td>{change.by || '—'}</td>
              <td>
                {change.title}
                {change.records > 1 && <span className="muted">（{change.records} 条记录）</span>}
              </td>
              <td>
                {change.details.map((detail) => (
                  <div key={detail.label}>
                    {detail.label}：{detail.before || '空'} → {detail.after || '空'}
                  </div>
                ))}
              </td>
              <td>
                {change.isUndone && <span className="muted">已撤销</span>}
                {change.canUndo && (
                  <button
                    type="button"
                    className="link"
                    disabled={isBusy}
                    onClick={() =>
                      void run(() => askVault('history.undo', { changeId: change.id }))
                    }
                  >
                    撤销这一步
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
