import { useState } from 'react';
import type { DecisionInput, ReconciliationCountsView } from '../../../contract/reconciliation';
import { outcomeClassWords } from '../../../core/labels/labels';
import { outcomeClasses, type OutcomeClass } from '../../../core/records/reconciliation';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { useVaultQuery, type VaultQuery } from '../../lib/use-vault-query';
import { BulkDecision } from './bulk-decision';
import { OutcomeTable } from './outcome-table';
import type { Shown } from './reconciliation-words';
import { SettleSide } from './settle-side';

const rowsAtOnce = 50;
const rowClasses = outcomeClasses.filter((kind) => kind !== 'gone');

/** The rows read, divided without remainder. */
function Sum({ counts }: { readonly counts: ReconciliationCountsView }) {
  const rest = [
    counts.repeated > 0 ? `重复 ${counts.repeated}` : '',
    counts.unread > 0 ? `读不出 ${counts.unread}` : '',
    counts.skipped > 0 ? `合计、注释等 ${counts.skipped}` : '',
  ];
  const parts = [
    ...rowClasses
      .filter((kind) => counts.byClass[kind] > 0)
      .map((kind) => `${outcomeClassWords[kind]} ${counts.byClass[kind]}`),
    ...rest.filter((words) => words !== ''),
  ];
  const withheld = counts.withheld > 0 ? `，另有 ${counts.withheld} 家待相关行认定后再看` : '';
  return (
    <p className="comparison-sum" role="status">
      名单 {counts.rowsRead} 行{parts.length > 0 ? ' ＝ ' : ''}
      {parts.join(' ＋ ')}；册内有而名单没有的（消失）{counts.byClass.gone} 家{withheld}
    </p>
  );
}

type TabsProps = {
  readonly counts: ReconciliationCountsView;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
};

const order: readonly OutcomeClass[] = [
  'statusChanged',
  'gone',
  'renamed',
  'moved',
  'added',
  'pending',
  'same',
];

function Tabs({ counts, shown, onShow }: TabsProps) {
  const further: readonly (readonly [Shown, string, number])[] = [
    ['unread', '读不出', counts.unread],
    ['settledBefore', '以前已认定', counts.settledBefore],
  ];
  const tabs: readonly (readonly [Shown, string])[] = [
    ...order
      .filter((kind) => counts.byClass[kind] > 0)
      .map((kind) => [kind, `${outcomeClassWords[kind]} ${counts.byClass[kind]}`] as const),
    ...further
      .filter(([, , count]) => count > 0)
      .map(([kind, words, count]) => [kind, `${words} ${count}`] as const),
  ];
  return (
    <div className="tabs" role="tablist" aria-label="按类别看">
      {tabs.map(([kind, words]) => (
        <button
          key={kind}
          type="button"
          role="tab"
          aria-selected={kind === shown}
          onClick={() => onShow(kind)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}

function firstShown(counts: ReconciliationCountsView): Shown {
  return order.find((kind) => counts.open[kind] > 0) ?? 'same';
}

type RowsProps = {
  readonly token: string;
  readonly shown: Shown;
  readonly counts: ReconciliationCountsView;
};

function Rows({ token, shown, counts }: RowsProps) {
  const [offset, setOffset] = useState(0);
  const range = { offset, limit: rowsAtOnce };
  const { data, failure } = useVaultQuery('reconciliation.rows', { token, class: shown, range });
  const act = useAct();
  const isDecidable = shown !== 'same' && shown !== 'unread';
  const decide = (
    target: { readonly key: string } | { readonly class: OutcomeClass },
    decision: DecisionInput,
  ) => void act.run(() => askVault('reconciliation.decide', { token, target, decision }));
  return (
    <>
      {isDecidable && shown !== 'settledBefore' && (
        <BulkDecision
          kind={shown}
          open={counts.open[shown]}
          onDecide={(decision) => decide({ class: shown }, decision)}
        />
      )}
      <FailureBanner failure={act.failure ?? failure} />
      {data === undefined && failure === undefined && <Loading words="正在比对" />}
      {data?.total === 0 && <EmptyState>这一类没有单位。</EmptyState>}
      {data !== undefined && data.total > 0 && (
        <OutcomeTable
          rows={data.rows}
          isDecidable={isDecidable}
          onDecide={({ key }, decision) => decide({ key }, decision)}
        />
      )}
      {data !== undefined && data.total > rowsAtOnce && (
        <p className="form-acts">
          <span>
            第 {offset + 1} 至 {Math.min(offset + rowsAtOnce, data.total)} 条，共 {data.total} 条
          </span>
          <button
            type="button"
            className="button"
            disabled={offset === 0}
            onClick={() => setOffset(offset - rowsAtOnce)}
          >
            上一段
          </button>
          <button
            type="button"
            className="button"
            disabled={offset + rowsAtOnce >= data.total}
            onClick={() => setOffset(offset + rowsAtOnce)}
          >
            下一段
          </button>
        </p>
      )}
    </>
  );
}

export type ComparisonViewProps = {
  readonly token: string;
  readonly compared: Pick<VaultQuery<'reconciliation.compare'>, 'data' | 'failure'>;
  /** Back to the headers and columns. */
  readonly onColumns: () => void;
  readonly onClose: () => void;
  readonly onCommitted: () => void;
};

/** One list against the register: class by class, row by row, and the figures beside it. */
export function ComparisonView({ token, compared, ...acts }: ComparisonViewProps) {
  const { onColumns, onClose, onCommitted } = acts;
  const { data, failure } = compared;
  const [chosen, setChosen] = useState<Shown>();
  const counts = data?.counts;
  const shown = chosen ?? (counts === undefined ? 'same' : firstShown(counts));
  const isRead = data?.sheets.some(({ isUsed }) => isUsed) === true;
  return (
    <div className="page-with-side">
      <div className="page-main">
        <PageHead title="名单比对" sentence={data?.fileName ?? ''}>
          <button type="button" className="button" onClick={onColumns}>
            表头与列
          </button>
          <button type="button" className="button" onClick={onClose}>
            放弃这次比对
          </button>
        </PageHead>
        <FailureBanner failure={failure} />
        {data === undefined && failure === undefined && <Loading words="正在读名单" />}
        {counts !== undefined && !isRead && (
          <EmptyState>
            没有读到单位名单。要有一列“单位名称”，并至少有信用代码、登记状态等一列；
            {data?.sheets.map(({ name, words }) => `${name}：${words}`).join('；')}。
          </EmptyState>
        )}
        {counts !== undefined && isRead && (
          <>
            <Sum counts={counts} />
            <Tabs counts={counts} shown={shown} onShow={setChosen} />
            <Rows key={shown} token={token} shown={shown} counts={counts} />
          </>
        )}
      </div>
      {isRead && <SettleSide token={token} onCommitted={onCommitted} />}
    </div>
  );
}
