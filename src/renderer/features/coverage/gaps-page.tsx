import { useState } from 'react';
import type { GapView } from '../../../contract/coverage';
import { citationWords } from '../../components/citation-tag';
import { DataGrid, pageSize, type GridColumn } from '../../components/data-grid';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { SegmentedChoice } from '../../components/segmented-choice';
import { StatusMark } from '../../components/status-mark';
import { useNavigation, usePageState } from '../../lib/navigation';
import { severityKinds } from '../../lib/severity-kind';
import { useVaultQuery } from '../../lib/use-vault-query';
import { AssignDialog } from './assign-dialog';
import { GapFilterSentence, type GapFilter } from './gap-filter-sentence';
import { severityWords } from './gap-words';
import { subjectPlace } from './subject-place';
import { TaskList } from './task-list';
import './coverage.css';

function columnsOf(
  onAssign: (gap: GapView) => void,
  onOpen: (gap: GapView) => void,
): readonly GridColumn<GapView>[] {
  return [
    {
      id: 'title',
      header: '缺口',
      width: '152px',
      cell: (gap) => (
        <StatusMark kind={severityKinds[gap.severity]}>
          {gap.title}
          <span className="visually-hidden">（{severityWords[gap.severity]}）</span>
        </StatusMark>
      ),
    },
    {
      id: 'subject',
      header: '单位、党组织、指导员',
      width: '1.2fr',
      cell: (gap) => (
        <button type="button" className="link is-plain" onClick={() => onOpen(gap)}>
          {gap.subjectName}
        </button>
      ),
    },
    { id: 'area', header: '街道', width: '88px', cell: (gap) => gap.areaName || '—' },
    {
      id: 'reason',
      header: '事实',
      width: '1.5fr',
      cell: (gap) => <span title={gap.reason}>{gap.reason}</span>,
    },
    {
      id: 'citation',
      header: '依据',
      width: '168px',
      cell: ({ citation }) => {
        const words = `${citation.article} ${citationWords(citation)}`;
        return <span title={words}>{words}</span>;
      },
    },
    { id: 'owner', header: '责任人', width: '72px', cell: (gap) => gap.owner ?? '未分派' },
    {
      id: 'due',
      header: '期限',
      width: '88px',
      isRight: true,
      cell: (gap) => (
        <button
          type="button"
          className="link"
          aria-label={`${gap.dueOn === undefined ? '分派' : `${gap.dueOn}，改派`}：${gap.subjectName}，${gap.title}`}
          onClick={(event) => {
            event.stopPropagation();
            onAssign(gap);
          }}
        >
          {gap.dueOn ?? '分派'}
        </button>
      ),
    },
  ];
}

function GapTable({ rule }: { readonly rule?: string }) {
  const { go } = useNavigation();
  const [filter, setFilter] = usePageState<GapFilter>(`gaps.${rule ?? ''}`, {
    assignment: 'all',
    ...(rule === undefined ? {} : { rule }),
  });
  const [offset, setOffset] = useState(0);
  const [selected, setSelected] = useState<string>();
  const [assigning, setAssigning] = useState<GapView>();
  const range = { offset, limit: pageSize };
  const { data, answered, failure } = useVaultQuery('coverage.gaps', { ...filter, range });
  const change = (next: GapFilter) => {
    setOffset(0);
    setFilter(next);
  };
  return (
    <>
      <GapFilterSentence filter={filter} total={data?.total} onChange={change} />
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading words="正在查找缺口" />}
      {data?.total === 0 && <EmptyState>按这些条件没有缺口。</EmptyState>}
      {data !== undefined && data.total > 0 && (
        <DataGrid
          label="缺口清单"
          columns={columnsOf(setAssigning, (gap) => go(subjectPlace(gap)))}
          rows={data.rows}
          offset={answered?.range.offset ?? offset}
          total={data.total}
          rowId={(gap) => gap.key}
          selectedId={selected}
          onSelect={(gap) => setSelected(gap.key)}
          onOpen={(gap) => go(subjectPlace(gap))}
          onRange={setOffset}
        />
      )}
      {assigning !== undefined && (
        <AssignDialog
          key={assigning.key}
          gap={assigning}
          remaining={0}
          onDone={() => setAssigning(undefined)}
          onClose={() => setAssigning(undefined)}
        />
      )}
    </>
  );
}

const views = [
  { value: 'gaps', label: '缺口' },
  { value: 'tasks', label: '任务' },
] as const;

export function GapsPage({ rule }: { readonly rule?: string }) {
  const { go } = useNavigation();
  const [view, setView] = usePageState<'gaps' | 'tasks'>('gaps.view', 'gaps');
  return (
    <div className="page-main is-column gaps-page">
      <PageHead title="缺口清单" sentence="每一项缺口都要有责任人和期限">
        <SegmentedChoice label="看什么" isInline choices={views} value={view} onChange={setView} />
        <button type="button" className="button" onClick={() => go({ page: 'coverage' })}>
          回到两个覆盖
        </button>
      </PageHead>
      {view === 'tasks' ? <TaskList /> : <GapTable {...(rule === undefined ? {} : { rule })} />}
    </div>
  );
}
