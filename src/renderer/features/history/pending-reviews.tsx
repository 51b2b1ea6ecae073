import type { Review } from '../../../contract/reviews';
import { Section } from '../../components/page-head';
import { useNavigation, type Place } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { ConfirmButton } from './review-line';

/** What a colleague entered and nobody else has looked at yet; absent while one person works alone. */
export function PendingReviews() {
  const { data } = useVaultQuery('reviews.pending', {});
  const { go } = useNavigation();
  if (data === undefined || data.total === 0) return null;
  const remark =
    data.total > data.rows.length ? `共 ${data.total} 项，先列 ${data.rows.length} 项` : '';
  return (
    <Section title={`待复核 ${data.total} 项`} remark={remark || '录入和复核不能是同一个人'}>
      <table className="plain-table">
        <thead>
          <tr>
            <th>记录</th>
            <th>谁录入</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {data.rows.map((review) => (
            <tr key={`${review.table}/${review.recordId}`}>
              <td>
                <button type="button" className="link" onClick={() => go(placeOf(review))}>
                  {review.name}
                </button>
              </td>
              <td>{review.words}</td>
              <td>
                {review.canConfirm ? (
                  <ConfirmButton review={review} />
                ) : (
                  <span className="muted">请另一位同志复核</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const pages = {
  people: 'person',
  organizations: 'organization',
  partyOrganizations: 'partyOrganization',
  meetings: 'meeting',
  stations: 'station',
  requests: 'request',
  instructors: 'instructor',
} as const;

const placeOf = ({ table, recordId }: Review): Place => ({ page: pages[table], id: recordId });
