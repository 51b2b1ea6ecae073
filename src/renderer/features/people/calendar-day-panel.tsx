import type { PersonFilter } from '../../../contract/people';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { CitationTag } from '../../components/citation-tag';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { toneOfDays } from '../../components/status-of-days';
import { daysWords, longDate } from '../../lib/format';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';

type Props = {
  readonly filter: PersonFilter;
  readonly on: CalendarDate;
  readonly onClose: () => void;
};

/** Everything due on one day, each with its article and next act. */
export function CalendarDayPanel({ filter, on, onClose }: Props) {
  const { go } = useNavigation();
  const { data, failure } = useVaultQuery('people.calendarDay', { filter, on });
  return (
    <aside className="page-side" aria-label={`${longDate(on)}到期`}>
      <div className="drawer-head">
        <h2>{longDate(on)}</h2>
        <button type="button" className="link is-plain" aria-label="关闭" onClick={onClose}>
          ×
        </button>
      </div>
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading />}
      {data?.total === 0 && <EmptyState>这一天没有到期的事。</EmptyState>}
      <ul className="day-items">
        {data?.items.map((item) => (
          <li key={item.key}>
            <p className="board-line">
              <button
                type="button"
                className="link"
                onClick={() => go({ page: 'person', id: item.subjectId })}
              >
                {item.subjectName}
              </button>
              <StatusMark kind={toneOfDays(item.days, item.bound)}>
                {daysWords(item.days)}
              </StatusMark>
            </p>
            <p>
              {item.title}
              {item.bound === 'notBefore' ? '（从这一天起可办）' : ''}，{item.nextAct}
            </p>
            <p className="small muted">
              {item.context}　<CitationTag citation={item.citation} />
            </p>
          </li>
        ))}
      </ul>
      {data !== undefined && data.total > data.items.length && (
        <p className="muted small">还有 {data.total - data.items.length} 件，请先缩小条件。</p>
      )}
    </aside>
  );
}
