import type { ReportId } from '../../../contract/desk-work';
import { useNavigation } from '../../lib/navigation';
import { ReportPage } from './report-page';
import { ReportsList } from './reports-list';

export function ReportsPage({ report }: { readonly report?: ReportId }) {
  const { go } = useNavigation();
  return report === undefined ? (
    <ReportsList onOpen={(chosen) => go({ page: 'reports', report: chosen })} />
  ) : (
    <ReportPage key={report} report={report} onBack={() => go({ page: 'reports' })} />
  );
}
