import { useState } from 'react';
import type { GapTaskView } from '../../../contract/coverage';
import { DataGrid, pageSize, type GridColumn } from '../../components/data-grid';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { StatusMark, type StatusKind } from '../../components/status-mark';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { CloseDialog } from './close-dialog';
import { subjectPlace } from './subject-place';

const stateWords = { open: '在办', overdue: '已超期', vanished: '缺口已消除', closed: '已销号' };
const stateKinds: Readonly<Record<GapTaskView['state'], StatusKind>> = {
  open: 'info',
  overdue: 'over',
  vanished: 'soon',
  closed: 'done',
};
type StateFilter = 'all' | GapTaskView['state'];
const filters: readonly StateFilter[] = ['all', 'overdue', 'open', 'vanished', 'closed'];

type Acts = {
  readonly onClose: (task: GapTaskView) => void;
  readonly onOpen: (task: GapTaskView) => void;
};

function columnsOf({ onClose, onOpen }: Acts): readonly GridColumn<GapTaskView>[] {
  return [
    {
      id: 'state',
      header: '状态',
      width: '112px',
      cell: ({ state }) => <StatusMark kind={stateKinds[state]}>{stateWords[state]}</StatusMark>,
    },
    {
      id: 'title',
      header: '任务',
      width: '1.4fr',
      cell: ({ title }) => <span title={title}>{title}</span>,
    },
    {
      id: 'subject',
      header: '单位、党组织、指导员',
      width: '1fr',
      cell: (task) => (
        <button type="button" className="link is-plain" onClick={() => onOpen(task)}>
          {task.subjectName}
        </button>
      ),
    },
    { id: 'area', header: '街道', width: '88px', cell: ({ areaName }) => areaName || '—' },
    { id: 'owner', header: '责任人', width: '80px', cell: ({ owner }) => owner },
    { id: 'due', header: '期限', width: '92px', cell: ({ dueOn }) => dueOn },
    {
      id: 'evidence',
      header: '销号依据',
      width: '1fr',
      cell: ({ evidence, closedOn }) => (
        <span title={evidence}>{closedOn === '' ? '' : `${closedOn} ${evidence}`}</span>
      ),
    },
    {
      id: 'act',
      header: '办理',
      width: '64px',
      isRight: true,
      cell: (task) =>
        task.state === 'closed' ? null : (
          <button
            type="button"
            className="link"
            aria-label={`销号：${task.subjectName}，${task.title}`}
            onClick={(event) => {
              event.stopPropagation();
              onClose(task);
            }}
          >
            销号
          </button>
        ),
    },
  ];
}

function Filter({
  state,
  counts,
  onChange,
}: {
  readonly state: StateFilter;
  readonly counts: Partial<Record<GapTaskView['state'], number>> | undefined;
  readonly onChange: (state: StateFilter) => void;
}) {
  return (
    <div className="filter" role="group" aria-label="筛选任务">
      <label>
        状态：
        <select value={state} onChange={({ target }) => onChange(target.value as StateFilter)}>
          {filters.map((each) => (
            <option key={each} value={each}>
              {each === 'all' ? '全部' : `${stateWords[each]}（${counts?.[each] ?? 0}）`}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Whose task, by when, and on what ground it was closed. */
export function TaskList() {
  const { go } = useNavigation();
  const [state, setState] = useState<StateFilter>('all');
  const [offset, setOffset] = useState(0);
  const [selected, setSelected] = useState<string>();
  const [closing, setClosing] = useState<GapTaskView>();
  const range = { offset, limit: pageSize };
  const { data, answered, failure } = useVaultQuery('coverage.tasks', { state, range });
  const open = (task: GapTaskView) => go(subjectPlace(task));
  return (
    <>
      <Filter
        {...{ state, counts: data?.counts }}
        onChange={(next) => {
          setOffset(0);
          setState(next);
        }}
      />
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading words="正在查找任务" />}
      {data?.total === 0 && (
        <EmptyState>没有这样的任务。在缺口清单里分派，或从联合组建方案转来。</EmptyState>
      )}
      {data !== undefined && data.total > 0 && (
        <DataGrid
          label="任务清单"
          columns={columnsOf({ onClose: setClosing, onOpen: open })}
          rows={data.rows}
          offset={answered?.range.offset ?? offset}
          total={data.total}
          rowId={({ id }) => id}
          selectedId={selected}
          onSelect={({ id }) => setSelected(id)}
          onOpen={open}
          onRange={setOffset}
        />
      )}
      {closing !== undefined && (
        <CloseDialog key={closing.id} task={closing} onClose={() => setClosing(undefined)} />
      )}
    </>
  );
}
