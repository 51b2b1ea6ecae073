import { useState } from 'react';
import type { importVerdicts, ImportSheet } from '../../../contract/desk-work';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { useVaultQuery } from '../../lib/use-vault-query';
import { groupIssues } from './group-issues';
import { IssueTable } from './issue-table';

type Verdict = (typeof importVerdicts)[number];

const verdictWords: Readonly<Record<Verdict, string>> = {
  ok: '可导入',
  warn: '需核对（照样导入，存疑照留）',
  reject: '退回',
  skip: '跳过',
};
const rowsAtOnce = 200;

function totalsOf(sheets: readonly ImportSheet[]) {
  const sum = (pick: (counts: ImportSheet['counts']) => number) =>
    sheets
      .filter(({ isImported }) => isImported)
      .reduce((all, { counts }) => all + pick(counts), 0);
  return {
    rows: sum(({ rows }) => rows),
    ok: sum(({ ok }) => ok),
    warn: sum(({ warn }) => warn),
    reject: sum(({ reject }) => reject),
    skip: sum(({ skip }) => skip),
  };
}

type VerdictTabsProps = {
  readonly totals: ReturnType<typeof totalsOf>;
  readonly verdict: Verdict;
  readonly onVerdict: (verdict: Verdict) => void;
};

function VerdictTabs({ totals, verdict, onVerdict }: VerdictTabsProps) {
  return (
    <>
      <p className="import-sum" role="status">
        读到 {totals.rows} 行 ＝ 可导入 {totals.ok} ＋ 需核对 {totals.warn} ＋ 退回 {totals.reject}{' '}
        ＋ 跳过 {totals.skip}
      </p>
      <div className="tabs" role="tablist" aria-label="按结果筛选">
        {(Object.keys(verdictWords) as Verdict[]).map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={each === verdict}
            onClick={() => onVerdict(each)}
          >
            {verdictWords[each]} {totals[each]}
          </button>
        ))}
      </div>
    </>
  );
}

export type RowsStepProps = {
  readonly token: string;
  readonly sheets: readonly ImportSheet[];
  readonly onNext: () => void;
};

/** What every row is worth and what to do about it, by repair act. */
export function RowsStep({ token, sheets, onNext }: RowsStepProps) {
  const totals = totalsOf(sheets);
  const [verdict, setVerdict] = useState<Verdict>(totals.reject > 0 ? 'reject' : 'warn');
  const [offset, setOffset] = useState(0);
  const range = { offset, limit: rowsAtOnce };
  const { data, failure } = useVaultQuery('imports.rows', { token, verdict, range });
  const groups = groupIssues(data?.rows ?? []);
  return (
    <>
      <VerdictTabs
        totals={totals}
        verdict={verdict}
        onVerdict={(next) => {
          setOffset(0);
          setVerdict(next);
        }}
      />
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading words="正在核对各行" />}
      {data?.total === 0 && <EmptyState>没有这样的行。</EmptyState>}
      {groups.length > 0 && <IssueTable groups={groups} />}
      {data !== undefined && data.total > 0 && groups.length === 0 && (
        <p className="import-clean">这 {data.total} 行没有发现问题。</p>
      )}
      {data !== undefined && data.total > rowsAtOnce && (
        <p className="form-acts">
          <span>
            第 {offset + 1} 至 {Math.min(offset + rowsAtOnce, data.total)} 行，共 {data.total} 行
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
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={totals.ok + totals.warn === 0}
          onClick={onNext}
        >
          看导入方案
        </button>
        <span className="muted">到这里账本没有任何变化</span>
      </div>
    </>
  );
}
