import type { AuditOverview } from '../../../contract/audit';
import { VerdictMark, verdictOrder } from '../../components/verdict-mark';

type Props = { readonly overview: AuditOverview; readonly onSettled: () => void };

/** Every dossier once, by the worst finding nobody has explained. */
export function VerdictStrip({ overview, onSettled }: Props) {
  return (
    <dl className="verdict-strip" aria-label="档案按结论">
      {verdictOrder.map((verdict) => (
        <div key={verdict}>
          <dt>
            <VerdictMark verdict={verdict} />
          </dt>
          <dd>
            {overview.byVerdict[verdict] ?? 0} <small>份</small>
          </dd>
        </div>
      ))}
      <div>
        <dt>已作说明</dt>
        <dd>
          <button
            type="button"
            className="link"
            disabled={overview.settled === 0}
            onClick={onSettled}
          >
            {overview.settled}
          </button>{' '}
          <small>项</small>
        </dd>
      </div>
    </dl>
  );
}
