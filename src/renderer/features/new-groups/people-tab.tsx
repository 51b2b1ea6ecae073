import { useState } from 'react';
import type {
  NewGroupPeopleFilter,
  NewGroupPerson,
  NewGroupsOverview,
} from '../../../contract/new-groups';
import { workerGroupWords } from '../../../core/labels/labels';
import { DataGrid, pageSize, type GridColumn } from '../../components/data-grid';
import { FilterText, FilterWord } from '../../components/form-field';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { withPart } from '../../lib/filter-part';
import { useNavigation, usePageState } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { PlacesDialog } from './places-dialog';

const placeWords = {
  organization: '站点或单位',
  area: '区域',
  none: '未定归口',
  rival: '两处同时归口',
} as const;
const floatingWords = { registered: '流动党员', due: '外出满 6 个月未登记' } as const;

function Place({ row }: { readonly row: NewGroupPerson }) {
  if (row.placeKind === 'none') return <StatusMark kind="unknown">未定</StatusMark>;
  return row.isRival ? <StatusMark kind="soon">{row.placeName}</StatusMark> : row.placeName;
}

function FloatingMark({ row }: { readonly row: NewGroupPerson }) {
  switch (row.floating) {
    case 'registered':
      return <StatusMark kind="info">流动党员</StatusMark>;
    case 'due':
      return <StatusMark kind="soon">{row.floatingDueOn} 已满半年</StatusMark>;
    case 'away':
      return <span className="muted">{row.floatingDueOn} 满半年</span>;
    case 'none':
      return null;
  }
}

function columnsOf(
  open: (id: string) => void,
  settle: (id: string) => void,
): readonly GridColumn<NewGroupPerson>[] {
  return [
    {
      id: 'name',
      header: '姓名',
      width: '72px',
      cell: (row) => (
        <button type="button" className="link is-plain" onClick={() => open(row.id)}>
          {row.name}
        </button>
      ),
    },
    { id: 'group', header: '群体', width: '84px', cell: (row) => workerGroupWords[row.group] },
    { id: 'stage', header: '阶段', width: '64px', cell: (row) => row.stageWords },
    { id: 'site', header: '站点', width: '1fr', cell: (row) => row.siteName },
    { id: 'station', header: '驿站', width: '0.9fr', cell: (row) => row.stationName },
    { id: 'home', header: '居住', width: '1fr', cell: (row) => row.residenceName },
    { id: 'branch', header: '组织关系', width: '1.1fr', cell: (row) => row.branchName },
    {
      id: 'place',
      header: '归口（计数处）',
      width: '1.1fr',
      cell: (row) => <Place row={row} />,
    },
    {
      id: 'floating',
      header: '流动',
      width: '148px',
      cell: (row) => <FloatingMark row={row} />,
    },
    {
      id: 'act',
      header: '',
      width: '32px',
      cell: (row) => (
        <button
          type="button"
          className="link small"
          aria-label={`定归口：${row.name}`}
          onClick={(event) => {
            event.stopPropagation();
            settle(row.id);
          }}
        >
          修改
        </button>
      ),
    },
  ];
}

/** People × platform × site × station × residence, each with the one place that counts them. */
export function PeopleTab({ counts }: { readonly counts: NewGroupsOverview['people'] }) {
  const { go } = useNavigation();
  const [filter, setFilter] = usePageState<NewGroupPeopleFilter>('newGroups.people', {});
  const [offset, setOffset] = useState(0);
  const [selected, setSelected] = useState<string>();
  const [settling, setSettling] = useState<string>();
  const range = { offset, limit: pageSize };
  const { data, answered, failure } = useVaultQuery('newGroups.people', { filter, range });
  const pick = <Part extends keyof NewGroupPeopleFilter>(
    part: Part,
    value: string | undefined,
  ): void => {
    setOffset(0);
    setFilter(withPart(filter, part, value as NewGroupPeopleFilter[Part] | undefined));
  };
  return (
    <>
      <div className="filter" role="search" aria-label="筛选人员">
        <FilterText
          label="姓名"
          value={filter.text}
          placeholder="姓名或首字母"
          onChange={(value) => pick('text', value)}
        />
        <FilterWord
          label="群体"
          all="全部"
          value={filter.group}
          options={Object.entries(workerGroupWords)}
          onPick={(value) => pick('group', value)}
        />
        <FilterWord
          label="归口"
          all="不限"
          value={filter.place}
          options={Object.entries(placeWords)}
          onPick={(value) => pick('place', value)}
        />
        <FilterWord
          label="流动"
          all="不限"
          value={filter.floating}
          options={Object.entries(floatingWords)}
          onPick={(value) => pick('floating', value)}
        />
        <span className="total" role="status">
          {data === undefined ? '' : `共 ${data.total} 人`}
        </span>
        <span className="more small muted">
          全部 {counts.people} 人 ＝ 站点 {counts.atSites} ＋ 区域 {counts.inAreas} ＋ 未定{' '}
          {counts.unplaced}
        </span>
      </div>
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading words="正在读取人员" />}
      {data?.total === 0 && (
        <EmptyState>
          按这些条件没有人。在人员档案里写明群体，或把人登记到站点，这里就会列出。
        </EmptyState>
      )}
      {data !== undefined && data.total > 0 && (
        <DataGrid
          label="新就业群体人员"
          columns={columnsOf((id) => go({ page: 'person', id }), setSettling)}
          rows={data.rows}
          offset={answered?.range.offset ?? offset}
          total={data.total}
          rowId={(row) => row.id}
          selectedId={selected}
          onSelect={(row) => setSelected(row.id)}
          onOpen={(row) => setSettling(row.id)}
          onRange={setOffset}
        />
      )}
      {settling !== undefined && (
        <PlacesDialog key={settling} personId={settling} onClose={() => setSettling(undefined)} />
      )}
    </>
  );
}
