import type { PersonRow } from '../../../contract/people';
import { peopleColumnIds, type PeopleColumnId } from '../../../contract/people-views';
import type { GridColumn } from '../../components/data-grid';
import { StageMark } from '../../components/stage-mark';
import { DueState } from './due-state';

const longestBar = 730;

type Column = GridColumn<PersonRow> & { readonly id: PeopleColumnId };

const columns: Readonly<Record<PeopleColumnId, Omit<Column, 'id'>>> = {
  name: { header: '姓名', width: '88px', cell: (row) => <b>{row.name}</b> },
  stage: { header: '阶段', width: '104px', cell: (row) => <StageMark stage={row.stage} /> },
  area: { header: '街道', width: '96px', cell: (row) => row.areaName },
  branch: {
    header: '所在党支部',
    width: 'minmax(140px, 1.4fr)',
    cell: (row) => [row.areaName, row.branchName].filter(Boolean).join(' • '),
  },
  since: { header: '进入本阶段', width: '88px', cell: (row) => row.since ?? '—' },
  daysInStage: {
    header: '在本阶段/天',
    width: '104px',
    isRight: true,
    cell: (row) => <DaysBar days={row.daysInStage} />,
  },
  next: { header: '下一期限', width: 'minmax(96px, 1fr)', cell: (row) => row.next?.title ?? '—' },
  dueOn: { header: '截止日', width: '88px', cell: (row) => row.next?.dueOn ?? '' },
  state: { header: '状态', width: '96px', cell: (row) => <DueState row={row} /> },
};

export const columnWords = (id: PeopleColumnId): string => columns[id].header;

/** The chosen columns in their one order; a street of its own need not stand before the branch again. */
export function gridColumns(chosen: readonly PeopleColumnId[]): Column[] {
  return peopleColumnIds
    .filter((id) => id === 'name' || chosen.includes(id))
    .map((id) => ({ ...columns[id], id }))
    .map((column) =>
      column.id === 'branch' && chosen.includes('area')
        ? { ...column, cell: (row) => row.branchName }
        : column,
    );
}

const beside: ReadonlySet<PeopleColumnId> = new Set(['name', 'stage', 'branch', 'next', 'state']);

/** With the drawer open there is room for what decides: who, where, what next, how urgent. */
export function besideDrawer(all: readonly Column[]): Column[] {
  return all
    .filter(({ id }) => beside.has(id))
    .map((column) =>
      column.id === 'branch' ? { ...column, width: 'minmax(120px, 1.4fr)' } : column,
    );
}

export function DaysBar({ days }: { days: number | null }) {
  if (days === null) return '—';
  return (
    <span className="days-bar">
      <i style={{ width: `${Math.min(1, days / longestBar) * 44}px` }} aria-hidden="true" />
      {days}
    </span>
  );
}
