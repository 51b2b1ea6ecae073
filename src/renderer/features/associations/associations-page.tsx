import { useState } from 'react';
import type { AssociationRow } from '../../../contract/field-work';
import { DataGrid, pageSize, type GridColumn } from '../../components/data-grid';
import { FilterText, FilterWord } from '../../components/form-field';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { toneOfDays } from '../../components/status-of-days';
import { withPart } from '../../lib/filter-part';
import { useNavigation, usePageState } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { AssociationDialog } from './association-dialog';
import './associations.css';

const onlyWords = {
  noDepartment: '没有行业主管部门',
  notBuilt: '没有党组织',
  councilDue: '理事会届满或半年内届满',
  notInSync: '登记、年检、评估有未同步',
} as const;

type Sync = AssociationRow['registration'];

/** 同步 with the day; what nobody said is not shown as done. */
function SyncMark({ sync }: { readonly sync: Sync }) {
  if (sync.on === '') return <span className="muted">没有记录</span>;
  const kind = sync.withParty === null ? 'unknown' : sync.withParty ? 'done' : 'soon';
  return <StatusMark kind={kind}>{sync.on}</StatusMark>;
}

function CouncilMark({ row }: { readonly row: AssociationRow }) {
  if (row.councilDays === null) return <StatusMark kind="unknown">不详</StatusMark>;
  const isNear = row.councilDays <= 183;
  return isNear ? (
    <StatusMark kind={toneOfDays(row.councilDays)}>{row.councilDueOn}</StatusMark>
  ) : (
    <span>{row.councilDueOn}</span>
  );
}

function HeadWords({ row }: { readonly row: AssociationRow }) {
  const words = row.isHeadMember === null ? '党员不详' : row.isHeadMember ? '党员' : '非党员';
  return (
    <span>
      {row.headName || '不详'} <span className="muted small">{words}</span>
    </span>
  );
}

function columnsOf(
  open: (id: string) => void,
  edit: (row: AssociationRow) => void,
): readonly GridColumn<AssociationRow>[] {
  return [
    {
      id: 'name',
      header: '协会（商会）',
      width: '1.2fr',
      cell: (row) => (
        <button type="button" className="link is-plain" onClick={() => open(row.id)}>
          {row.name}
        </button>
      ),
    },
    {
      id: 'department',
      header: '行业主管部门',
      width: '112px',
      cell: (row) => row.department || <StatusMark kind="soon">未明确</StatusMark>,
    },
    { id: 'head', header: '负责人', width: '112px', cell: (row) => <HeadWords row={row} /> },
    {
      id: 'state',
      header: '党组织',
      width: '1fr',
      cell: (row) => <StatusMark kind={row.isBuilt ? 'done' : 'info'}>{row.stateWords}</StatusMark>,
    },
    {
      id: 'council',
      header: '理事会届满',
      width: '104px',
      cell: (row) => <CouncilMark row={row} />,
    },
    {
      id: 'registration',
      header: '登记同步',
      width: '104px',
      cell: (row) => <SyncMark sync={row.registration} />,
    },
    {
      id: 'inspection',
      header: '年检同步',
      width: '104px',
      cell: (row) => <SyncMark sync={row.inspection} />,
    },
    {
      id: 'evaluation',
      header: '评估同步',
      width: '104px',
      cell: (row) => <SyncMark sync={row.evaluation} />,
    },
    {
      id: 'act',
      header: '',
      width: '32px',
      cell: (row) => (
        <button
          type="button"
          className="link small"
          aria-label={`登记：${row.name}`}
          onClick={(event) => {
            event.stopPropagation();
            edit(row);
          }}
        >
          登记
        </button>
      ),
    },
  ];
}

type Filter = {
  readonly text?: string;
  readonly department?: string;
  readonly only?: keyof typeof onlyWords;
};

/** 管行业也要管党建: which department answers for which association, and is party-building in step? */
export function AssociationsPage() {
  const { go, back } = useNavigation();
  const [filter, setFilter] = usePageState<Filter>('associations.filter', {});
  const [offset, setOffset] = useState(0);
  const [selected, setSelected] = useState<string>();
  const [editing, setEditing] = useState<string>();
  const range = { offset, limit: pageSize };
  const { data, answered, failure } = useVaultQuery('associations.list', { ...filter, range });
  const open = (id: string) => go({ page: 'organization', id });
  const pick = (part: keyof Filter, value: string | undefined) => {
    setOffset(0);
    setFilter(withPart(filter, part, value as Filter[typeof part]));
  };
  const departments = (data?.departments ?? []).filter(({ name }) => name !== '');
  return (
    <div className="page-main is-column associations-page">
      <PageHead title="行业协会商会" sentence="管行业也要管党建：每家都要有主管部门">
        <button type="button" className="button" onClick={back}>
          返回
        </button>
        <button
          type="button"
          className="button is-primary"
          onClick={() => go({ page: 'reports', report: 'associationLedger' })}
        >
          打印台账
        </button>
      </PageHead>
      <div className="filter" role="search" aria-label="筛选协会商会">
        <FilterText
          label="查找"
          value={filter.text}
          placeholder="名称或负责人"
          onChange={(value) => pick('text', value)}
        />
        <FilterWord
          label="行业主管部门"
          all="全部"
          value={filter.department}
          options={departments.map(({ name, count }) => [name, `${name}（${count}）`])}
          onPick={(value) => pick('department', value)}
        />
        <FilterWord
          label="只看"
          all="全部"
          value={filter.only}
          options={Object.entries(onlyWords)}
          onPick={(value) => pick('only', value)}
        />
        <span className="total" role="status">
          {data === undefined ? '' : `共 ${data.total} 家`}
        </span>
      </div>
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading words="正在读取协会商会" />}
      {data?.total === 0 && (
        <EmptyState>
          按这些条件没有协会商会。在单位页面把社会团体标为“行业协会商会”，这里就会列出。
        </EmptyState>
      )}
      {data !== undefined && data.total > 0 && (
        <DataGrid
          label="行业协会商会"
          columns={columnsOf(open, ({ id }) => setEditing(id))}
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
      {editing !== undefined && (
        <AssociationDialog key={editing} id={editing} onClose={() => setEditing(undefined)} />
      )}
    </div>
  );
}
