import { useState } from 'react';
import type { RequestRow } from '../../../contract/field-work';
import { DataGrid, pageSize, type GridColumn } from '../../components/data-grid';
import { FilterText, FilterWord } from '../../components/form-field';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { toneOfDays } from '../../components/status-of-days';
import { withPart } from '../../lib/filter-part';
import { daysWords } from '../../lib/format';
import { useNavigation, usePageState } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';

const stateWords = { overdue: '已超期', open: '在办', closed: '已办结' } as const;

function RequestDue({ row }: { readonly row: RequestRow }) {
  if (row.state === 'closed') return <StatusMark kind="done">{row.closedOn} 办结</StatusMark>;
  if (row.days === null) return <StatusMark kind="unknown">没有定期限</StatusMark>;
  return (
    <StatusMark kind={toneOfDays(row.days)}>
      {daysWords(row.days)} {row.dueOn}
    </StatusMark>
  );
}

function columnsOf(open: (id: string) => void): readonly GridColumn<RequestRow>[] {
  return [
    {
      id: 'due',
      header: '期限',
      width: '168px',
      cell: (row) => <RequestDue row={row} />,
    },
    {
      id: 'content',
      header: '诉求',
      width: '1.4fr',
      cell: (row) => (
        <button type="button" className="link is-plain" onClick={() => open(row.id)}>
          {row.content}
        </button>
      ),
    },
    { id: 'from', header: '谁提出的', width: '1.2fr', cell: (row) => row.from },
    { id: 'area', header: '街道', width: '96px', cell: (row) => row.areaName },
    { id: 'raised', header: '提出日期', width: '96px', cell: (row) => row.raisedOn },
    {
      id: 'department',
      header: '责任部门',
      width: '112px',
      cell: (row) => row.department || <StatusMark kind="unknown">未定</StatusMark>,
    },
  ];
}

type Filter = { readonly text?: string; readonly state?: keyof typeof stateWords };

/** What units and groups asked for, the overdue first. */
export function RequestsTab() {
  const { go } = useNavigation();
  const [filter, setFilter] = usePageState<Filter>('requests.filter', {});
  const [offset, setOffset] = useState(0);
  const [selected, setSelected] = useState<string>();
  const range = { offset, limit: pageSize };
  const { data, answered, failure } = useVaultQuery('requests.list', { ...filter, range });
  const open = (id: string) => go({ page: 'request', id });
  const pick = (part: keyof Filter, value: string | undefined) => {
    setOffset(0);
    setFilter(withPart(filter, part, value as Filter[typeof part]));
  };
  return (
    <>
      <div className="filter" role="search" aria-label="筛选诉求">
        <FilterText
          label="查找"
          value={filter.text}
          placeholder="内容、单位或部门"
          onChange={(value) => pick('text', value)}
        />
        <FilterWord
          label="状态"
          all="全部"
          value={filter.state}
          options={Object.entries(stateWords)}
          onPick={(value) => pick('state', value)}
        />
        <span className="total" role="status">
          {data === undefined ? '' : `共 ${data.total} 件`}
        </span>
        <span className="more small muted">
          {data !== undefined &&
            `超期 ${data.counts.overdue}，在办 ${data.counts.open}，办结 ${data.counts.closed}；诉求是工作的佐证，不单独算作覆盖`}
        </span>
      </div>
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading words="正在读取诉求" />}
      {data?.total === 0 && (
        <EmptyState
          act={
            <button type="button" className="button" onClick={() => go({ page: 'newRequest' })}>
              登记诉求
            </button>
          }
        >
          按这些条件没有诉求。企业、群体提出的事登记在这里，写明责任部门和期限。
        </EmptyState>
      )}
      {data !== undefined && data.total > 0 && (
        <DataGrid
          label="诉求"
          columns={columnsOf(open)}
          rows={data.rows}
          offset={answered?.range.offset ?? offset}
          total={data.total}
          rowId={(row) => row.id}
          selectedId={selected}
          onSelect={(row) => setSelected(row.id)}
          onOpen={(row) => open(row.id)}
          onRange={setOffset}
        />
      )}
    </>
  );
}
