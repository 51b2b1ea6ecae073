import { useState } from 'react';
import type { OrganizationFilter, OrganizationRow } from '../../../contract/coverage';
import { organizationKindWords, organizationStatusWords } from '../../../core/labels/labels';
import { DataGrid, pageSize, type GridColumn } from '../../components/data-grid';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { useNavigation, usePageState, type Place } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { BulkPanel } from './bulk-panel';
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

const narrowed: ReadonlySet<string> = new Set(['kind', 'formalMembers', 'status']);

/** Units taken together for one edit: some rows, or everything the filter finds. */
type Picked = 'all' | ReadonlySet<string>;

function pickColumn(picked: Picked, onPick: (picked: Picked) => void): GridColumn<OrganizationRow> {
  const toggle = (id: string) => {
    const next = new Set(picked === 'all' ? [] : picked);
    if (!next.delete(id)) next.add(id);
    onPick(next);
  };
  return {
    id: 'pick',
    header: '选',
    width: '28px',
    cell: (row) => (
      <input
        type="checkbox"
        aria-label={`选${row.name}`}
        checked={picked === 'all' || picked.has(row.id)}
        onClick={(event) => event.stopPropagation()}
        onChange={() => toggle(row.id)}
      />
    ),
  };
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

/** What the register is made of and kept right by, one step away. */
const neighbours: readonly (readonly [words: string, place: Place])[] = [
  ['两个覆盖', { page: 'coverage' }],
  ['区域', { page: 'areas' }],
  ['载体', { page: 'carriers' }],
  ['指导员', { page: 'instructors' }],
  ['行业协会商会', { page: 'associations' }],
  ['名单比对', { page: 'reconciliation' }],
];

function Neighbours() {
  const { go } = useNavigation();
  return (
    <span className="neighbours">
      {neighbours.map(([words, place]) => (
        <button key={words} type="button" className="link" onClick={() => go(place)}>
          {words}
        </button>
      ))}
    </span>
  );
}

function HeadActs({ onBulk }: { readonly onBulk: () => void }) {
  const { go } = useNavigation();
  return (
    <>
      <button type="button" className="button" onClick={onBulk}>
        批量修改
      </button>
      <button
        type="button"
        className="button is-primary"
        onClick={() => go({ page: 'newOrganization' })}
      >
        登记单位
      </button>
    </>
  );
}

type RowsProps = {
  readonly filter: OrganizationFilter;
  readonly picking:
    { readonly picked: Picked; readonly onPick: (picked: Picked) => void } | undefined;
  readonly onClear: () => void;
};

function Rows({ filter, picking, onClear }: RowsProps) {
  const { go } = useNavigation();
  const [sort, setSort] = usePageState<Sort>('organizations.sort', {
    by: 'area',
    descending: false,
  });
  const [offset, setOffset] = usePageState(`organizations.offset.${JSON.stringify(filter)}`, 0);
  const [selected, setSelected] = usePageState<string | undefined>('organizations.at', undefined);
  const range = { offset, limit: pageSize };
  const { data, answered, failure } = useVaultQuery('organizations.list', { filter, sort, range });
  const open = (id: string) => go({ page: 'organization', id });
  const columns = columnsOf(open);
  if (data === undefined)
    return failure === undefined ? (
      <Loading words="正在读取单位" />
    ) : (
      <FailureBanner failure={failure} />
    );
  if (data.total === 0)
    return (
      <EmptyState
        act={
          <button type="button" className="button" onClick={onClear}>
            去掉全部条件
          </button>
        }
      >
        按这些条件没有单位。可以放宽条件，或从表格导入。
      </EmptyState>
    );
  return (
    <DataGrid
      label="单位名册"
      columns={
        picking === undefined
          ? columns
          : [
              pickColumn(picking.picked, picking.onPick),
              // Beside the panel there is room for what a unit is picked by.
              ...columns.filter(({ id }) => !narrowed.has(id)),
            ]
      }
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
  );
}

/** How many units a filter finds, for the sentence and for 全部筛选结果. */
function useTotal(filter: OrganizationFilter): number | undefined {
  const sort = { by: 'name', descending: false } as const;
  const range = { offset: 0, limit: 1 };
  return useVaultQuery('organizations.list', { filter, sort, range }).data?.total;
}

export function OrganizationsPage({
  filter: given = {},
}: {
  readonly filter?: OrganizationFilter;
}) {
  const place = JSON.stringify(given);
  const [filter, setFilter] = usePageState<OrganizationFilter>(`organizations.${place}`, given);
  const [picked, setPicked] = useState<Picked>();
  const total = useTotal(filter);
  const change = (next: OrganizationFilter) => {
    if (picked !== undefined) setPicked(new Set());
    setFilter(next);
  };
  const picking = picked === undefined ? undefined : { picked, onPick: setPicked };
  return (
    <div className={picked === undefined ? 'organizations-frame' : 'page-with-side'}>
      <div className="page-main is-column organizations-page">
        <PageHead title="单位名册" sentence={<Neighbours />}>
          {picked === undefined && <HeadActs onBulk={() => setPicked(new Set())} />}
        </PageHead>
        <OrganizationFilterSentence filter={filter} total={total} onChange={change} />
        {picked !== undefined && (
          <p className="pick-line">
            <label>
              <input
                type="checkbox"
                checked={picked === 'all'}
                onChange={({ target }) => setPicked(target.checked ? 'all' : new Set())}
              />
              全部筛选结果（{total ?? 0} 家）
            </label>
          </p>
        )}
        <Rows
          key={JSON.stringify(filter)}
          filter={filter}
          picking={picking}
          onClear={() => change({})}
        />
      </div>
      {picked !== undefined && (
        <BulkPanel
          selection={picked === 'all' ? { filter } : { ids: [...picked] }}
          count={picked === 'all' ? (total ?? 0) : picked.size}
          onDone={() => setPicked(undefined)}
        />
      )}
    </div>
  );
}
