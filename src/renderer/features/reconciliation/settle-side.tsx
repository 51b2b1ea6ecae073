import { useState } from 'react';
import { FailureBanner, Loading } from '../../components/notices';
import { IndicatorEffect } from '../../components/indicator-effect';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';

export type SettleSideProps = {
  readonly token: string;
  readonly onCommitted: () => void;
};

/** What the decisions so far would write, and what every indicator becomes. */
export function SettleSide({ token, onCommitted }: SettleSideProps) {
  const [fillsBlanks, setFillsBlanks] = useState(true);
  const { data, failure } = useVaultQuery('reconciliation.preview', { token, fillsBlanks });
  const act = useAct();
  const commit = async () => {
    const done = await act.run(() => askVault('reconciliation.commit', { token, fillsBlanks }));
    if (done !== undefined) onCommitted();
  };
  return (
    <aside className="page-side settle-side" aria-label="写入前看变化">
      <h2>写入前看变化</h2>
      {data === undefined && failure === undefined && <Loading words="正在推算" />}
      {data !== undefined && (
        <>
          <dl className="facts">
            <dt>新登记</dt>
            <dd>{data.created} 家</dd>
            <dt>更新</dt>
            <dd>{data.updated} 家</dd>
            <dt>不采纳</dt>
            <dd>{data.refused} 条，下次不再问</dd>
            <dt>未认定</dt>
            <dd>{data.open} 条，留到下次</dd>
          </dl>
          <IndicatorEffect indicators={data.indicators} />
        </>
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={fillsBlanks}
          onChange={({ target }) => setFillsBlanks(target.checked)}
        />
        用名单补齐册内空白项（代码、地址、成立日期等），填过的不动
      </label>
      <FailureBanner failure={act.failure ?? failure} />
      <div className="settle-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={data === undefined || act.isBusy}
          onClick={() => void commit()}
        >
          {act.isBusy
            ? '正在写入…'
            : data !== undefined && data.created + data.updated > 0
              ? `写入 ${data.created + data.updated} 家`
              : '留存比对结果'}
        </button>
        <p className="small muted">整次比对是一次变更，可以整个撤销；单位只改状态，不会删除。</p>
      </div>
    </aside>
  );
}
