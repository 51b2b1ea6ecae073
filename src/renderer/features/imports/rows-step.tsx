import { useState } from 'react';
import type { VaultOutput } from '../../../contract/channels';
import type { Failure } from '../../../contract/common';
import type { importVerdicts, ImportSheet } from '../../../contract/imports';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { SegmentedChoice } from '../../components/segmented-choice';
import { askVault } from '../../lib/desk';
import { useVaultQuery } from '../../lib/use-vault-query';
import { groupIssues } from './group-issues';
import { IssueTable, type CellEdit, type OnEdit } from './issue-table';
import { RowsGrid } from './rows-grid';
import { SaveRejects } from './save-rejects';

type Verdict = (typeof importVerdicts)[number];

const verdictWords: Readonly<Record<Verdict, string>> = {
  ok: '可导入',
  warn: '需核对（照样导入，存疑照留）',
  reject: '退回',
  skip: '跳过',
};
const rowsAtOnce = 200;
const gridRowsAtOnce = 50;

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
  readonly fileName: string;
  readonly sheets: readonly ImportSheet[];
  readonly edits: number;
  readonly onEdited: () => void;
  readonly onNext: () => void;
};

type View = 'byRemedy' | 'wholeRows';

/** What every row is worth and what to do about it, by repair act or row by row; cells can be mended here. */
export function RowsStep({ token, fileName, sheets, edits, onEdited, onNext }: RowsStepProps) {
  const totals = totalsOf(sheets);
  const [verdict, setVerdict] = useState<Verdict>(totals.reject > 0 ? 'reject' : 'warn');
  const [view, setView] = useState<View>('byRemedy');
  const [offset, setOffset] = useState(0);
  const [editFailure, setEditFailure] = useState<Failure>();
  const limit = view === 'byRemedy' ? rowsAtOnce : gridRowsAtOnce;
  const { data, failure, refetch } = useVaultQuery('imports.rows', {
    token,
    verdict,
    range: { offset, limit },
  });
  const edit = async (each: CellEdit) => {
    const result = await askVault('imports.edit', { token, ...each });
    setEditFailure(result.ok ? undefined : result.failure);
    refetch();
    onEdited();
  };
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
      <div className="rows-acts">
        <SegmentedChoice<View>
          label="怎么看"
          isInline
          choices={[
            { value: 'byRemedy', label: '按改法分组' },
            { value: 'wholeRows', label: '整行核对' },
          ]}
          value={view}
          onChange={(next) => {
            setOffset(0);
            setView(next);
          }}
        />
        {edits > 0 && <span className="muted">已改 {edits} 处，只用于这次导入，原文件不动</span>}
        {totals.reject > 0 && <SaveRejects token={token} fileName={fileName} />}
      </div>
      <FailureBanner failure={failure ?? editFailure} />
      {data === undefined && failure === undefined && <Loading words="正在核对各行" />}
      {data !== undefined && <Rows view={view} data={data} onEdit={edit} />}
      {data !== undefined && data.total > limit && (
        <Pager offset={offset} limit={limit} total={data.total} onOffset={setOffset} />
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

type RowsProps = {
  readonly view: View;
  readonly data: VaultOutput<'imports.rows'>;
  readonly onEdit: OnEdit;
};

function Rows({ view, data, onEdit }: RowsProps) {
  if (data.total === 0) return <EmptyState>没有这样的行。</EmptyState>;
  if (view === 'wholeRows') return <RowsGrid rows={data.rows} onEdit={onEdit} />;
  const groups = groupIssues(data.rows);
  return groups.length > 0 ? (
    <IssueTable groups={groups} onEdit={onEdit} />
  ) : (
    <p className="import-clean">这 {data.total} 行没有发现问题。</p>
  );
}

type PagerProps = {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  readonly onOffset: (offset: number) => void;
};

function Pager({ offset, limit, total, onOffset }: PagerProps) {
  return (
    <p className="form-acts">
      <span>
        第 {offset + 1} 至 {Math.min(offset + limit, total)} 行，共 {total} 行
      </span>
      <button
        type="button"
        className="button"
        disabled={offset === 0}
        onClick={() => onOffset(offset - limit)}
      >
        上一段
      </button>
      <button
        type="button"
        className="button"
        disabled={offset + limit >= total}
        onClick={() => onOffset(offset + limit)}
      >
        下一段
      </button>
    </p>
  );
}
