import type { ReportId } from '../../../contract/desk-work';
import { useNavigation } from '../../lib/navigation';
import { ReportPage } from './report-page';
import { ReportsList } from './reports-list';

export function ReportsPage({
  report,
  personId,
}: {
  readonly report?: ReportId;
  readonly personId?: string;
}) {
  const { go, back } = useNavigation();
  return report === undefined ? (
    <ReportsList onOpen={(chosen) => go({ page: 'reports', report: chosen })} />
  ) : (
    <ReportPage
      key={`${report}/${personId ?? ''}`}
      report={report}
      {...(personId === undefined ? {} : { personId })}
      onBack={() => (personId === undefined ? go({ page: 'reports' }) : back())}
    />
  );
}
