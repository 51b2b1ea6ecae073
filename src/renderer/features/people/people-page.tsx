import { useCallback, useState } from 'react';
import type { PersonFilter } from '../../../contract/people';
import type { PeopleColumnId, PeopleViewKind, SavedView } from '../../../contract/people-views';
import type { CalendarDate, CalendarMonth } from '../../../core/calendar/calendar-date';
import { pageSize, type GridSort } from '../../components/data-grid';
import { EmptyState, FailureBanner } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { SegmentedChoice } from '../../components/segmented-choice';
import { useNavigation, usePageState } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import type { Stage } from '../../../core/records/person';
import { CalendarDayPanel } from './calendar-day-panel';
import { ColumnChooser } from './column-chooser';
import { monthOf } from './months';
import { PeopleBoard } from './people-board';
import { PeopleCalendar } from './people-calendar';
import { besideDrawer, gridColumns } from './people-columns';
import { PeopleFilter } from './people-filter';
import { PeopleTable, type SortBy } from './people-table';
import { PersonDrawer } from './person-drawer';
import { ReadyLists } from './ready-lists';
import { SavedViews, SaveView } from './saved-views';
import './people.css';
import './people-views.css';

const viewChoices = [
  { value: 'table', label: '表格' },
  { value: 'board', label: '看板' },
  { value: 'calendar', label: '日历' },
] as const;

/** Who is due, and can this one go on? One filter over three ways of looking. */
export function PeoplePage({ filter: given }: { filter?: PersonFilter }) {
  const { go } = useNavigation();
  const key = `people/${JSON.stringify(given ?? {})}`;
  const [filter, setFilter] = usePageState<PersonFilter>(`${key}/filter`, given ?? {});
  const [view, setView] = usePageState<PeopleViewKind>(`${key}/view`, 'table');
  const [selected, setSelected] = usePageState<string | undefined>(`${key}/selected`, undefined);
  const [day, setDay] = usePageState<CalendarDate | undefined>(`${key}/day`, undefined);
  const desk = useVaultQuery('people.desk', {});
  const people = usePeople(key, filter);
  const changeFilter = (next: PersonFilter) => {
    people.onRange(0);
    setFilter(next);
  };
  const openView = (saved: SavedView) => {
    changeFilter(saved.filter);
    setView(saved.view);
  };
  const look: Look = { filter, view, people, selected, day, columns: desk.data?.columns };
  const side = sideOf(look);
  return (
    <div className={side === undefined ? 'people-page' : 'page-with-side people-page'}>
      <div className="page-main is-column">
        <PageHead title="发展党员">
          <SegmentedChoice
            isInline
            label="看法"
            choices={viewChoices}
            value={view}
            onChange={setView}
          />
          <button type="button" className="button" onClick={() => go({ page: 'quotas' })}>
            年度计划
          </button>
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
        <SavedViews views={desk.data?.views ?? []} filter={filter} onOpen={openView} />
        <PeopleFilter filter={filter} total={people.total} onChange={changeFilter}>
          {view === 'table' && look.columns !== undefined && (
            <ColumnChooser chosen={look.columns} />
          )}
          <SaveView filter={filter} view={view} />
        </PeopleFilter>
        <FailureBanner failure={people.query.failure ?? desk.failure} />
        {people.isEmpty ? (
          <NobodyFound onClear={() => changeFilter({})} />
        ) : (
          <ChosenView
            look={look}
            onSelect={setSelected}
            onDay={setDay}
            onStage={(stage) => {
              changeFilter({ ...filter, stages: [stage] });
              setView('table');
            }}
          />
        )}
      </div>
      {side === 'day' && day !== undefined && (
        <CalendarDayPanel filter={filter} on={day} onClose={() => setDay(undefined)} />
      )}
      {side === 'person' && selected !== undefined && (
        <PersonDrawer id={selected} onClose={() => setSelected(undefined)} />
      )}
    </div>
  );
}

type Look = {
  readonly filter: PersonFilter;
  readonly view: PeopleViewKind;
  readonly people: ReturnType<typeof usePeople>;
  readonly selected: string | undefined;
  readonly day: CalendarDate | undefined;
  readonly columns: readonly PeopleColumnId[] | undefined;
};

/** A calendar opens its day beside it, the other views their person. */
function sideOf({ view, day, selected }: Look): 'day' | 'person' | undefined {
  if (view === 'calendar') return day === undefined ? undefined : 'day';
  return selected === undefined ? undefined : 'person';
}

type ViewProps = {
  readonly look: Look;
  readonly onSelect: (id: string) => void;
  readonly onDay: (on: CalendarDate) => void;
  readonly onStage: (stage: Stage) => void;
};

function ChosenView({ look, onSelect, onDay, onStage }: ViewProps) {
  const { filter, view, people, selected, day, columns } = look;
  if (view === 'board') return <PeopleBoard {...{ filter, selected, onSelect, onStage }} />;
  if (view === 'calendar')
    return <CalendarOfThisMonth filter={filter} selected={day} onSelect={onDay} />;
  if (columns === undefined) return null;
  const all = gridColumns(columns);
  return (
    <PeopleTable
      query={people.query}
      columns={selected === undefined ? all : besideDrawer(all)}
      sort={people.sort}
      selected={selected}
      onSort={people.onSort}
      onSelect={onSelect}
      onRange={people.onRange}
    />
  );
}

/** The filtered list as the table asks for it; the other views need its total. */
function usePeople(key: string, filter: PersonFilter) {
  const [sort, onSort] = usePageState<GridSort & { by: SortBy }>(`${key}/sort`, {
    by: 'dueOn',
    descending: false,
  });
  const [offset, setOffset] = useState(0);
  const range = { offset, limit: pageSize };
  const query = useVaultQuery('people.list', { filter, sort, range });
  const onRange = useCallback((next: number) => setOffset(next), []);
  const total = query.data?.total ?? 0;
  return { query, sort, onSort, onRange, total, isEmpty: query.data !== undefined && total === 0 };
}

type CalendarProps = {
  readonly filter: PersonFilter;
  readonly selected: CalendarDate | undefined;
  readonly onSelect: (on: CalendarDate) => void;
};

function CalendarOfThisMonth(props: CalendarProps) {
  const [month, setMonth] = usePageState<CalendarMonth | undefined>('people/month', undefined);
  const today = useVaultQuery('session.status', {}).data?.today;
  if (today === undefined) return null;
  return (
    <PeopleCalendar {...props} today={today} month={month ?? monthOf(today)} onMonth={setMonth} />
  );
}

function NobodyFound({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      act={
        <button type="button" className="button" onClick={onClear}>
          清除条件
        </button>
      }
    >
      没有符合条件的人员。可以清除条件，或从“导入”读入名册。
    </EmptyState>
  );
}
