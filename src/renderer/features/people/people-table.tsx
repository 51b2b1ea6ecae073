import type { PersonRow } from '../../../contract/people';
import { DataGrid, type GridColumn, type GridSort } from '../../components/data-grid';
import { useNavigation } from '../../lib/navigation';
import type { VaultQuery } from '../../lib/use-vault-query';

export type SortBy = 'name' | 'stage' | 'branch' | 'daysInStage' | 'dueOn';
const sortable: readonly SortBy[] = ['name', 'stage', 'branch', 'daysInStage', 'dueOn'];

type Props = {
  readonly query: VaultQuery<'people.list'>;
  readonly columns: readonly GridColumn<PersonRow>[];
  readonly sort: GridSort & { by: SortBy };
  readonly selected: string | undefined;
  readonly onSort: (sort: GridSort & { by: SortBy }) => void;
  readonly onSelect: (id: string) => void;
  readonly onRange: (offset: number) => void;
};

export function PeopleTable({ query, columns, sort, selected, ...acts }: Props) {
  const { go } = useNavigation();
  const { data, answered } = query;
  const total = data?.total ?? 0;
  return (
    <>
      <DataGrid
        label="发展党员名单"
        columns={columns}
        rows={data?.rows ?? []}
        offset={answered?.range.offset ?? 0}
        total={total}
        rowId={(row) => row.id}
        selectedId={selected}
        sort={sort}
        sortable={sortable}
        onSort={(by) =>
          acts.onSort({ by: by as SortBy, descending: sort.by === by && !sort.descending })
        }
        onSelect={(row) => acts.onSelect(row.id)}
        onOpen={(row) => go({ page: 'person', id: row.id })}
        onRange={acts.onRange}
      />
      {data !== undefined && <StageFoot byStage={data.byStage} total={total} />}
    </>
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
