import type { OrganizationFilter, OrganizationRow } from '../../../contract/coverage';
import { organizationKindWords, organizationStatusWords } from '../../../core/labels/labels';
import { DataGrid, pageSize, type GridColumn } from '../../components/data-grid';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { useNavigation, usePageState } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { OrganizationFilterSentence } from './organization-filter';
import { StateMark } from './state-mark';
import './organizations.css';

type SortField = 'name' | 'area' | 'staff' | 'formalMembers';
type Sort = { readonly by: SortField; readonly descending: boolean };

const sortable: readonly SortField[] = ['name', 'area', 'staff', 'formalMembers'];

/** Unknown is said, never shown as nought. */
function countWords(count: number | null, isApproximate = false): string {
  return count === null ? '不详' : `${isApproximate ? '约 ' : ''}${count}`;
}

function columnsOf(open: (id: string) => void): readonly GridColumn<OrganizationRow>[] {
  return [
    {
      id: 'name',
      header: '单位',
      width: '2fr',
      cell: (row) => (
        <button type="button" className="link is-plain" onClick={() => open(row.id)}>
          {row.name}
        </button>
      ),
    },
    { id: 'kind', header: '类型', width: '128px', cell: (row) => organizationKindWords[row.kind] },
    { id: 'area', header: '街道', width: '112px', cell: (row) => row.areaName },
    {
      id: 'status',
      header: '状态',
      width: '72px',
      cell: (row) => organizationStatusWords[row.status],
    },
    {
      id: 'staff',
      header: '从业人员',
      width: '80px',
      isRight: true,
      cell: (row) => countWords(row.staff, row.isStaffApproximate),
    },
    {
      id: 'formalMembers',
      header: '正式党员',
      width: '80px',
      isRight: true,
      cell: (row) => countWords(row.formalMembers),
    },
    {
      id: 'state',
      header: '覆盖',
      width: '1.2fr',
      cell: (row) => <StateMark state={row.state}>{row.stateWords}</StateMark>,
    },
  ];
}

function nextSort(sort: Sort, by: string): Sort {
  const field = sortable.find((each) => each === by) ?? sort.by;
  return { by: field, descending: field === sort.by ? !sort.descending : false };
}

export function OrganizationsPage({
  filter: given = {},
}: {
  readonly filter?: OrganizationFilter;
}) {
  const { go } = useNavigation();
  const place = JSON.stringify(given);
  const [filter, setFilter] = usePageState<OrganizationFilter>(`organizations.${place}`, given);
  const [sort, setSort] = usePageState<Sort>('organizations.sort', {
    by: 'area',
    descending: false,
  });
  const [offset, setOffset] = usePageState(`organizations.offset.${place}`, 0);
  const [selected, setSelected] = usePageState<string | undefined>('organizations.at', undefined);
  const range = { offset, limit: pageSize };
  const { data, answered, failure } = useVaultQuery('organizations.list', { filter, sort, range });
  const open = (id: string) => go({ page: 'organization', id });
  const change = (next: OrganizationFilter) => {
    setOffset(0);
    setFilter(next);
  };
  return (
    <div className="page-main is-column organizations-page">
      <PageHead title="单位名册">
        <button type="button" className="button" onClick={() => go({ page: 'coverage' })}>
          两个覆盖
        </button>
        <button type="button" className="button" onClick={() => go({ page: 'reconciliation' })}>
          名单比对
        </button>
        <button type="button" className="button" onClick={() => go({ page: 'instructors' })}>
          指导员
        </button>
        <button type="button" className="button" onClick={() => go({ page: 'associations' })}>
          行业协会商会
        </button>
        <button
          type="button"
          className="button is-primary"
          onClick={() => go({ page: 'newOrganization' })}
        >
          登记单位
        </button>
      </PageHead>
      <OrganizationFilterSentence filter={filter} total={data?.total} onChange={change} />
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading words="正在读取单位" />}
      {data?.total === 0 && (
        <EmptyState
          act={
            <button type="button" className="button" onClick={() => change({})}>
              去掉全部条件
            </button>
          }
        >
          按这些条件没有单位。可以放宽条件，或从表格导入。
        </EmptyState>
      )}
      {data !== undefined && data.total > 0 && (
        <DataGrid
          label="单位名册"
          columns={columnsOf(open)}
          rows={data.rows}
          offset={answered?.range.offset ?? offset}
          total={data.total}
          rowId={(row) => row.id}
          selectedId={selected}
          sort={sort}
          sortable={sortable}
          onSort={(by) => setSort(nextSort(sort, by))}
          onSelect={(row) => setSelected(row.id)}
          onOpen={(row) => open(row.id)}
          onRange={setOffset}
        />
      )}
    </div>
  );
}
