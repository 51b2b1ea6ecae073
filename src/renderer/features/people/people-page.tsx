import { useCallback, useState } from 'react';
import type { PersonFilter, PersonRow } from '../../../contract/people';
import { DataGrid, pageSize, type GridColumn, type GridSort } from '../../components/data-grid';
import { EmptyState, FailureBanner } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { StageMark } from '../../components/stage-mark';
import { StatusMark } from '../../components/status-mark';
import { toneOfDays } from '../../components/status-of-days';
import { daysWords } from '../../lib/format';
import { useNavigation, usePageState } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { PeopleFilter } from './people-filter';
import { PersonDrawer } from './person-drawer';
import { ReadyLists } from './ready-lists';
import './people.css';

type SortBy = 'name' | 'stage' | 'branch' | 'daysInStage' | 'dueOn';
const sortable: readonly SortBy[] = ['name', 'stage', 'branch', 'daysInStage', 'dueOn'];
const longestBar = 730;

const columns: readonly GridColumn<PersonRow>[] = [
  { id: 'name', header: '姓名', width: '88px', cell: (row) => <b>{row.name}</b> },
  { id: 'stage', header: '阶段', width: '104px', cell: (row) => <StageMark stage={row.stage} /> },
  {
    id: 'branch',
    header: '所在党支部',
    width: 'minmax(140px, 1.4fr)',
    cell: (row) => [row.areaName, row.branchName].filter(Boolean).join(' • '),
  },
  {
    id: 'daysInStage',
    header: '在本阶段/天',
    width: '104px',
    isRight: true,
    cell: (row) => <DaysBar days={row.daysInStage} />,
  },
  {
    id: 'next',
    header: '下一期限',
    width: 'minmax(96px, 1fr)',
    cell: (row) => row.next?.title ?? '—',
  },
  { id: 'dueOn', header: '截止日', width: '88px', cell: (row) => row.next?.dueOn ?? '' },
  { id: 'state', header: '状态', width: '96px', cell: (row) => <DueState row={row} /> },
];

/** With the drawer open there is room for what decides: who, where, what next, how urgent. */
const besideDrawer = columns
  .filter(({ id }) => id !== 'daysInStage' && id !== 'dueOn')
  .map((column) =>
    column.id === 'branch' ? { ...column, width: 'minmax(120px, 1.4fr)' } : column,
  );

function DaysBar({ days }: { days: number | null }) {
  if (days === null) return '—';
  return (
    <span className="days-bar">
      <i style={{ width: `${Math.min(1, days / longestBar) * 44}px` }} aria-hidden="true" />
      {days}
    </span>
  );
}

function DueState({ row }: { row: PersonRow }) {
  if (row.next === null) return null;
  const { days, bound } = row.next;
  return (
    <StatusMark kind={toneOfDays(days, bound)}>
      {daysWords(days)}
      {bound === 'notBefore' && days > 0 ? '起' : ''}
    </StatusMark>
  );
}

/** Who is due, and can this one go on? */
export function PeoplePage({ filter: given }: { filter?: PersonFilter }) {
  const { go } = useNavigation();
  const key = `people/${JSON.stringify(given ?? {})}`;
  const [filter, setFilter] = usePageState<PersonFilter>(`${key}/filter`, given ?? {});
  const [sort, setSort] = usePageState<GridSort & { by: SortBy }>(`${key}/sort`, {
    by: 'dueOn',
    descending: false,
  });
  const [selected, setSelected] = usePageState<string | undefined>(`${key}/selected`, undefined);
  const [offset, setOffset] = useState(0);
  const { data, answered, failure } = useVaultQuery('people.list', {
    filter,
    sort,
    range: { offset, limit: pageSize },
  });
  const onRange = useCallback((next: number) => setOffset(next), []);
  const changeFilter = (next: PersonFilter) => {
    setOffset(0);
    setFilter(next);
  };
  const total = data?.total ?? 0;
  return (
    <div className={selected === undefined ? '' : 'page-with-side'} style={{ height: '100%' }}>
      <div className="page-main is-column" style={{ height: '100%' }}>
        <PageHead title="发展党员">
          <button
            type="button"
            className="button is-primary"
            onClick={() => go({ page: 'newPerson' })}
          >
            登记申请人
          </button>
        </PageHead>
        <ReadyLists
          selected={filter.readyList}
          onSelect={(readyList) => changeFilter(readyList === undefined ? {} : { readyList })}
        />
        <PeopleFilter filter={filter} total={total} onChange={changeFilter} />
        <FailureBanner failure={failure} />
        {data !== undefined && total === 0 ? (
          <EmptyState
            act={
              <button type="button" className="button" onClick={() => changeFilter({})}>
                清除条件
              </button>
            }
          >
            没有符合条件的人员。可以清除条件，或从“导入”读入名册。
          </EmptyState>
        ) : (
          <DataGrid
            label="发展党员名单"
            columns={selected === undefined ? columns : besideDrawer}
            rows={data?.rows ?? []}
            offset={answered?.range.offset ?? offset}
            total={total}
            rowId={(row) => row.id}
            selectedId={selected}
            sort={sort}
            sortable={sortable}
            onSort={(by) =>
              setSort({ by: by as SortBy, descending: sort.by === by && !sort.descending })
            }
            onSelect={(row) => setSelected(row.id)}
            onOpen={(row) => go({ page: 'person', id: row.id })}
            onRange={onRange}
          />
        )}
        {data !== undefined && <StageFoot byStage={data.byStage} total={total} />}
      </div>
      {selected !== undefined && (
        <PersonDrawer id={selected} onClose={() => setSelected(undefined)} />
      )}
    </div>
  );
}

function StageFoot({
  byStage,
  total,
}: {
  byStage: Partial<Record<string, number>>;
  total: number;
}) {
  const count = (stage: string) => byStage[stage] ?? 0;
  return (
    <p className="grid-foot">
      <span>共 {total} 人</span>
      <span>
        申请人 {count('applicant')}，积极分子 {count('activist')}，发展对象{' '}
        {count('developmentTarget')}，预备党员 {count('probationaryMember')}
        {count('fullMember') > 0 ? `，正式党员 ${count('fullMember')}` : ''}
      </span>
    </p>
  );
}
