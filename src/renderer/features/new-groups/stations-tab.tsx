import { useState } from 'react';
import type { ReachRow } from '../../../contract/new-groups';
import type { StationRow } from '../../../contract/field-work';
import { stationKindWords } from '../../../core/labels/labels';
import { DataGrid, pageSize, type GridColumn } from '../../components/data-grid';
import { FilterText, FilterWord } from '../../components/form-field';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { withPart } from '../../lib/filter-part';
import { useNavigation, usePageState } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { CheckMark } from './check-mark';

const checkWords = { overdue: '该检查了', unknown: '没有检查记录', fine: '按时检查' } as const;

function columnsOf(open: (id: string) => void): readonly GridColumn<StationRow>[] {
  return [
    {
      id: 'name',
      header: '驿站（阵地）',
      width: '1.2fr',
      cell: (row) => (
        <button type="button" className="link is-plain" onClick={() => open(row.id)}>
          {row.name}
        </button>
      ),
    },
    { id: 'kind', header: '类别', width: '100px', cell: (row) => stationKindWords[row.kind] },
    { id: 'area', header: '所在社区', width: '1fr', cell: (row) => row.areaName },
    {
      id: 'services',
      header: '服务',
      width: '1.4fr',
      cell: (row) => <span title={row.services.join('、')}>{row.services.join('、')}</span>,
    },
    { id: 'hours', header: '开放', width: '96px', cell: (row) => row.openingHours || '不详' },
    {
      id: 'check',
      header: '最近检查',
      width: '152px',
      cell: (row) => <CheckMark check={row.check} on={row.lastCheckedOn} />,
    },
    { id: 'sessions', header: '活动', width: '48px', isRight: true, cell: (row) => row.sessions },
    {
      id: 'attendances',
      header: '人次',
      width: '48px',
      isRight: true,
      cell: (row) => row.attendances,
    },
  ];
}

function reachWords({ sites, reach, riderStations, lacking }: ReachRow): string {
  const parts = [
    `站点 ${sites}`,
    ...(reach.none > 0 ? [`${reach.none} 个所在街道没有阵地`] : []),
    ...(reach.street > 0 ? [`${reach.street} 个所在社区没有`] : []),
    ...(reach.unknown > 0 ? [`${reach.unknown} 个未填社区`] : []),
  ];
  const where = lacking.length === 0 ? '' : `：${lacking.join('、')}`;
  return `${parts.join('，')}${where}${riderStations === 0 ? '；没有骑手驿站' : ''}`;
}

/** Where sites have no station at hand: streets without a rider station first. */
function ReachList() {
  const { data } = useVaultQuery('newGroups.reach', {});
  const rows = (data ?? []).filter(
    ({ sites, riderStations, reach }) => sites > 0 && (riderStations === 0 || reach.none > 0),
  );
  const near = (data ?? []).reduce((sum, { reach }) => sum + reach.community, 0);
  const all = (data ?? []).reduce((sum, { sites }) => sum + sites, 0);
  if (data === undefined || all === 0) return null;
  return (
    <div className="reach" role="region" aria-label="站点附近有没有驿站">
      <b>站点附近有没有驿站？</b> {all} 个站点中 {near} 个本社区就有。
      {rows.length === 0 ? (
        <StatusMark kind="done">有站点的街道都有骑手驿站</StatusMark>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.areaId}>
              <StatusMark kind="soon">{row.name}</StatusMark> {reachWords(row)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Filter = {
  readonly text?: string;
  readonly areaId?: string;
  readonly check?: keyof typeof checkWords;
};

export function StationsTab() {
  const { go } = useNavigation();
  const [filter, setFilter] = usePageState<Filter>('stations.filter', {});
  const [offset, setOffset] = useState(0);
  const [selected, setSelected] = useState<string>();
  const areas = useVaultQuery('areas.list', {}).data ?? [];
  const range = { offset, limit: pageSize };
  const { data, answered, failure } = useVaultQuery('stations.list', { ...filter, range });
  const open = (id: string) => go({ page: 'station', id });
  const pick = (part: keyof Filter, value: string | undefined) => {
    setOffset(0);
    setFilter(withPart(filter, part, value as Filter[typeof part]));
  };
  return (
    <>
      <ReachList />
      <div className="filter" role="search" aria-label="筛选驿站">
        <FilterText
          label="名称"
          value={filter.text}
          placeholder="驿站名称"
          onChange={(value) => pick('text', value)}
        />
        <FilterWord
          label="街道"
          all="全区"
          value={filter.areaId}
          options={areas.map(({ id, name }) => [id, name])}
          onPick={(value) => pick('areaId', value)}
        />
        <FilterWord
          label="检查"
          all="不限"
          value={filter.check}
          options={Object.entries(checkWords)}
          onPick={(value) => pick('check', value)}
        />
        <span className="total" role="status">
          {data === undefined ? '' : `共 ${data.total} 处`}
        </span>
        <span className="more small muted">
          {data !== undefined &&
            `超过 ${data.checkDays} 天没有检查的 ${data.overdue} 处（天数在设置里改）`}
        </span>
      </div>
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading words="正在读取驿站" />}
      {data?.total === 0 && (
        <EmptyState
          act={
            <button type="button" className="button" onClick={() => go({ page: 'newStation' })}>
              登记驿站
            </button>
          }
        >
          按这些条件没有驿站。登记之后可以看服务、检查和活动。
        </EmptyState>
      )}
      {data !== undefined && data.total > 0 && (
        <DataGrid
          label="驿站"
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
