import { useState } from 'react';
import type { InstructorRow } from '../../../contract/field-work';
import { DataGrid, pageSize, type GridColumn } from '../../components/data-grid';
import { FilterText, FilterWord } from '../../components/form-field';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { withPart } from '../../lib/filter-part';
import { useNavigation, usePageState } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { instructorKindWords } from './instructor-words';
import './instructors.css';

const onlyWords = {
  overloaded: '联系单位过多',
  unvisited: '有单位三个月没走访',
  notFullMember: '不是或不详是否正式党员',
  idle: '没有联系单位',
} as const;

const yesNo = (value: boolean | null, yes: string, no: string): string =>
  value === null ? '不详' : value ? yes : no;

function columnsOf(open: (id: string) => void): readonly GridColumn<InstructorRow>[] {
  return [
    {
      id: 'name',
      header: '姓名',
      width: '96px',
      cell: (row) => (
        <button type="button" className="link is-plain" onClick={() => open(row.id)}>
          {row.name}
        </button>
      ),
    },
    { id: 'kind', header: '类别', width: '72px', cell: (row) => instructorKindWords[row.kind] },
    {
      id: 'time',
      header: '专兼职',
      width: '64px',
      cell: (row) => yesNo(row.isFullTime, '专职', '兼职'),
    },
    {
      id: 'member',
      header: '正式党员',
      width: '72px',
      cell: (row) => yesNo(row.isFullMember, '是', '否'),
    },
    { id: 'workUnit', header: '工作单位及职务', width: '1.4fr', cell: (row) => row.workUnit },
    {
      id: 'units',
      header: '联系单位',
      width: '112px',
      isRight: true,
      cell: (row) =>
        row.isOverloaded ? <StatusMark kind="soon">{row.units} 家</StatusMark> : `${row.units} 家`,
    },
    {
      id: 'visits',
      header: '走访',
      width: '64px',
      isRight: true,
      cell: (row) => `${row.visits} 次`,
    },
    {
      id: 'last',
      header: '最近走访',
      width: '104px',
      cell: (row) => row.lastVisitOn || '没有记录',
    },
    {
      id: 'unvisited',
      header: '三个月没走访',
      width: '112px',
      isRight: true,
      cell: (row) =>
        row.unvisited === 0 ? '0' : <StatusMark kind="soon">{row.unvisited} 家</StatusMark>,
    },
  ];
}

type Filter = { readonly text?: string; readonly only?: keyof typeof onlyWords };

/** Who goes where, whose load is too great, who has not been. */
export function InstructorsPage() {
  const { go, back } = useNavigation();
  const [filter, setFilter] = usePageState<Filter>('instructors.filter', {});
  const [offset, setOffset] = useState(0);
  const [selected, setSelected] = useState<string>();
  const range = { offset, limit: pageSize };
  const { data, answered, failure } = useVaultQuery('instructors.list', { ...filter, range });
  const open = (id: string) => go({ page: 'instructor', id });
  const pick = (part: keyof Filter, value: string | undefined) => {
    setOffset(0);
    setFilter(withPart(filter, part, value as Filter[typeof part]));
  };
  return (
    <div className="page-main is-column instructors-page">
      <PageHead
        title="党建指导员"
        sentence={data === undefined ? undefined : `每人一般不超过 ${data.loadLimit} 家`}
      >
        <button type="button" className="button" onClick={back}>
          返回
        </button>
        <button
          type="button"
          className="button"
          onClick={() => go({ page: 'reports', report: 'instructorLedger' })}
        >
          打印台账
        </button>
        <button
          type="button"
          className="button is-primary"
          onClick={() => go({ page: 'newInstructor' })}
        >
          登记指导员
        </button>
      </PageHead>
      <div className="filter" role="search" aria-label="筛选指导员">
        <FilterText
          label="查找"
          value={filter.text}
          placeholder="姓名或单位"
          onChange={(value) => pick('text', value)}
        />
        <FilterWord
          label="只看"
          all="全部"
          value={filter.only}
          options={Object.entries(onlyWords)}
          onPick={(value) => pick('only', value)}
        />
        <span className="total" role="status">
          {data === undefined ? '' : `共 ${data.total} 人`}
        </span>
      </div>
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading words="正在读取指导员" />}
      {data?.total === 0 && (
        <EmptyState>按这些条件没有人。可以登记指导员，或从指导员台账导入。</EmptyState>
      )}
      {data !== undefined && data.total > 0 && (
        <DataGrid
          label="党建指导员"
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
    </div>
  );
}
