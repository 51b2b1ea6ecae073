import type { DueBucket } from '../../../contract/desk-work';
import { dueBucketWords } from '../../../core/labels/labels';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { usePageState } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { DueRows } from './due-rows';
import './home.css';

const pageLength = 100;

/** The whole list behind one of the three numbers of the home page. */
export function DeadlinesPage({ bucket }: { bucket: DueBucket }) {
  const [offset, setOffset] = usePageState(`deadlines/${bucket}`, 0);
  const { data, failure } = useVaultQuery('deadlines.list', {
    bucket,
    range: { offset, limit: pageLength },
  });
  if (data === undefined)
    return (
      <div className="page-scroll">
        {failure === undefined ? <Loading /> : <FailureBanner failure={failure} />}
      </div>
    );
  return (
    <div className="page-scroll">
      <PageHead title={dueBucketWords[bucket]} sentence={`共 ${data.total} 件，最早的在前`} />
      {data.total === 0 ? (
        <EmptyState>没有{dueBucketWords[bucket]}的事项。</EmptyState>
      ) : (
        <DueRows items={data.rows} />
      )}
      {data.total > pageLength && (
        <div className="form-acts">
          <button
            type="button"
            className="button"
            disabled={offset === 0}
            onClick={() => setOffset(Math.max(0, offset - pageLength))}
          >
            上一百件
          </button>
          <button
            type="button"
            className="button"
            disabled={offset + pageLength >= data.total}
            onClick={() => setOffset(offset + pageLength)}
          >
            下一百件
          </button>
        </div>
      )}
    </div>
  );
}
