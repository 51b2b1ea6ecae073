import { useState } from 'react';
import type { AuditFilter, AuditGroup, AuditRow } from '../../../contract/audit';
import { DataGrid, pageSize, type GridColumn } from '../../components/data-grid';
import { EmptyState, FailureBanner } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { ProgressWords } from '../../components/progress-words';
import { SegmentedChoice } from '../../components/segmented-choice';
import { StageMark } from '../../components/stage-mark';
import { VerdictMark } from '../../components/verdict-mark';
import { useNavigation, usePageState } from '../../lib/navigation';
import { useVaultQuery, type VaultQuery } from '../../lib/use-vault-query';
import type { Chosen } from './chosen';
import { FindingPanel } from './finding-panel';

type Props = {
  readonly chosen: Chosen;
  readonly group: AuditGroup | undefined;
  readonly onBack: () => void;
};

const columns: readonly GridColumn<AuditRow>[] = [
  {
    id: 'verdict',
    header: '结论',
    width: '88px',
    cell: (row) => <VerdictMark verdict={row.finding.verdict} />,
  },
  { id: 'name', header: '姓名', width: '72px', cell: (row) => <b>{row.personName}</b> },
  { id: 'stage', header: '阶段', width: '104px', cell: (row) => <StageMark stage={row.stage} /> },
  { id: 'branch', header: '党支部', width: 'minmax(96px, 1fr)', cell: (row) => row.branchName },
  {
    id: 'message',
    header: '情况',
    width: 'minmax(160px, 2.2fr)',
    cell: (row) => <span title={row.finding.message}>{row.finding.message}</span>,
  },
];

export const keyOfFinding = ({ personId, rule, facts }: AuditRow): string =>
  `${personId}/${rule}/${facts}`;

const stateChoices = [
  { value: 'open', label: '待处理' },
  { value: 'settled', label: '已说明' },
] as const;

const emptyWords: Readonly<Record<AuditFilter['state'], string>> = {
  open: '没有待处理的问题。',
  settled: '还没有作过说明的问题。',
};

function filterOf({ rule, branchId }: Chosen, state: AuditFilter['state']): AuditFilter {
  return {
    state,
    ...(rule === undefined ? {} : { rule }),
    ...(branchId === undefined ? {} : { branchId }),
  };
}

/** The findings of one group, worst first; the chosen one beside the list. */
export function FindingList({ chosen, group, onBack }: Props) {
  const [state, setState] = usePageState<AuditFilter['state']>(
    `audit/state/${chosen.title}`,
    chosen.isSettled === true ? 'settled' : 'open',
  );
  const [selected, setSelected] = useState<string>();
  const [offset, setOffset] = useState(0);
  const filter = filterOf(chosen, state);
  const range = { offset, limit: pageSize };
  const query = useVaultQuery('audit.findings', { filter, range });
  const rows = query.data?.rows ?? [];
  const row = rows.find((each) => keyOfFinding(each) === selected) ?? rows[0];
  function changeState(next: AuditFilter['state']): void {
    setOffset(0);
    setState(next);
  }
  return (
    <div className={row === undefined ? 'audit-findings' : 'page-with-side audit-findings'}>
      <div className="page-main is-column">
        <PageHead title={group?.title ?? chosen.title}>
          <SegmentedChoice
            isInline
            label="状态"
            choices={stateChoices}
            value={state}
            onChange={changeState}
          />
          <button type="button" className="button" onClick={onBack}>
            回到分组
          </button>
        </PageHead>
        <p className="muted">
          {query.data?.total ?? 0} 项{group === undefined ? '' : `，处理办法：${group.repair}`}
        </p>
        <FailureBanner failure={query.failure} />
        {query.data === undefined ? (
          <ProgressWords words="正在核查档案" />
        ) : query.data.total === 0 ? (
          <EmptyState>{emptyWords[state]}</EmptyState>
        ) : (
          <FindingGrid query={query} row={row} onSelect={setSelected} onRange={setOffset} />
        )}
      </div>
      {row !== undefined && <FindingPanel key={keyOfFinding(row)} row={row} />}
    </div>
  );
}

type GridProps = {
  readonly query: VaultQuery<'audit.findings'>;
  readonly row: AuditRow | undefined;
  readonly onSelect: (key: string) => void;
  readonly onRange: (offset: number) => void;
};

function FindingGrid({ query: { data, answered }, row, onSelect, onRange }: GridProps) {
  const { go } = useNavigation();
  return (
    <DataGrid
      label="核查问题"
      columns={columns}
      rows={data?.rows ?? []}
      offset={answered?.range.offset ?? 0}
      total={data?.total ?? 0}
      rowId={keyOfFinding}
      selectedId={row === undefined ? undefined : keyOfFinding(row)}
      onSelect={(each) => onSelect(keyOfFinding(each))}
      onOpen={(each) => go({ page: 'person', id: each.personId })}
      onRange={onRange}
    />
  );
}
