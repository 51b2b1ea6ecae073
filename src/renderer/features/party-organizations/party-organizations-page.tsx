import type { PartyOrganizationRow } from '../../../contract/coverage';
import {
  partyOrganizationFormWords,
  partyOrganizationLevelWords,
} from '../../../core/labels/labels';
import { DataGrid, pageSize, type GridColumn } from '../../components/data-grid';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { useNavigation, usePageState } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { PartyFilterSentence, type PartyFilter } from './party-filter-sentence';
import { TermMark } from './term-mark';
import './party-organizations.css';

const indentStep = 20;

function columnsOf(open: (id: string) => void): readonly GridColumn<PartyOrganizationRow>[] {
  return [
    {
      id: 'name',
      header: '党组织',
      width: '2.4fr',
      cell: (row) => (
        <span style={{ paddingLeft: row.depth * indentStep }}>
          <button type="button" className="link is-plain" onClick={() => open(row.id)}>
            {row.name}
          </button>
        </span>
      ),
    },
    {
      id: 'level',
      header: '层级',
      width: '72px',
      cell: (row) => partyOrganizationLevelWords[row.level],
    },
    {
      id: 'form',
      header: '组建方式',
      width: '96px',
      cell: (row) => partyOrganizationFormWords[row.form],
    },
    { id: 'area', header: '街道', width: '112px', cell: (row) => row.areaName },
    {
      id: 'members',
      header: '党员',
      width: '64px',
      isRight: true,
      cell: (row) => row.members ?? '不详',
    },
    { id: 'units', header: '覆盖单位', width: '72px', isRight: true, cell: (row) => row.units },
    {
      id: 'term',
      header: '任期届满',
      width: '264px',
      cell: (row) => <TermMark dueOn={row.termDueOn} days={row.termDays} notice={row.termNotice} />,
    },
  ];
}

/** Which party organizations are there, and whose term is running out? */
export function PartyOrganizationsPage() {
  const { go } = useNavigation();
  const [filter, setFilter] = usePageState<PartyFilter>('partyOrganizations.filter', {});
  const [offset, setOffset] = usePageState('partyOrganizations.offset', 0);
  const [selected, setSelected] = usePageState<string | undefined>(
    'partyOrganizations.at',
    undefined,
  );
  const range = { offset, limit: pageSize };
  const { data, answered, failure } = useVaultQuery('partyOrganizations.list', { filter, range });
  const open = (id: string) => go({ page: 'partyOrganization', id });
  const change = (next: PartyFilter) => {
    setOffset(0);
    setFilter(next);
  };
  return (
    <div className="page-main is-column">
      <PageHead title="党组织" sentence="任期将满的提前六个月和两个月提醒" />
      <PartyFilterSentence filter={filter} total={data?.total} onChange={change} />
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading words="正在读取党组织" />}
      {data?.total === 0 && (
        <EmptyState
          act={
            <button type="button" className="button" onClick={() => change({})}>
              去掉全部条件
            </button>
          }
        >
          按这些条件没有党组织。可以放宽条件，或从表格导入。
        </EmptyState>
      )}
      {data !== undefined && data.total > 0 && (
        <DataGrid
          label="党组织"
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
