import { useState } from 'react';
import { DataGrid, pageSize, type GridColumn } from '../../components/data-grid';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import type { VaultOutput } from '../../../contract/channels';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';

type Row = VaultOutput<'meetings.list'>['rows'][number];

const columns: readonly GridColumn<Row>[] = [
  { id: 'on', header: '日期', width: '110px', cell: ({ on }) => on },
  { id: 'branch', header: '党支部', width: '260px', cell: ({ branchName }) => branchName },
  { id: 'body', header: '会议', width: '160px', cell: ({ bodyWords }) => bodyWords },
  { id: 'people', header: '议题', width: '1fr', cell: ({ people }) => people },
];

/** Which meetings were held, and on whom did they decide? */
export function MeetingsPage() {
  const { go } = useNavigation();
  const [offset, setOffset] = useState(0);
  const { data, answered, failure } = useVaultQuery('meetings.list', {
    range: { offset, limit: pageSize },
  });
  const prepare = () => go({ page: 'newMeeting' });
  return (
    <div className="page-main is-column">
      <PageHead title="会议" sentence={data === undefined ? undefined : `已登记 ${data.total} 次`}>
        <button type="button" className="button is-primary" onClick={prepare}>
          准备会议
        </button>
      </PageHead>
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading />}
      {data?.total === 0 && (
        <EmptyState
          act={
            <button type="button" className="button" onClick={prepare}>
              准备第一次会议
            </button>
          }
        >
          还没有登记会议。从“准备会议”开始，选支部、勾人、填票数，一次保存。
        </EmptyState>
      )}
      {data !== undefined && data.total > 0 && (
        <DataGrid
          label="会议"
          columns={columns}
          rows={data.rows}
          offset={answered?.range.offset ?? 0}
          total={data.total}
          rowId={({ id }) => id}
          onOpen={({ id }) => go({ page: 'meeting', id })}
          onRange={setOffset}
        />
      )}
    </div>
  );
}
