import type { Review, ReviewedTable } from '../../../contract/reviews';
import { FailureBanner } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';

/** Above a record's history: whether somebody else has looked at what was entered. */
export function ReviewLine({ table, recordId }: { table: ReviewedTable; recordId: string }) {
  const { data } = useVaultQuery('reviews.of', { table, recordId });
  if (data === undefined || data === null) return null;
  return (
    <p className="review-line">
      <StatusMark kind={data.isPending ? 'soon' : 'done'}>{data.words}</StatusMark>
      {data.canConfirm && <ConfirmButton review={data} />}
    </p>
  );
}

export function ConfirmButton({ review: { table, recordId, name } }: { review: Review }) {
  const { isBusy, failure, run } = useAct();
  return (
    <>
      <button
        type="button"
        className="link"
        aria-label={`复核无误：${name}`}
        disabled={isBusy}
        onClick={() => void run(() => askVault('reviews.confirm', { table, recordId }))}
      >
        复核无误
      </button>
      <FailureBanner failure={failure} />
    </>
  );
}
