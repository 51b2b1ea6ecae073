import type { ReportId } from '../../../contract/desk-work';
import { PageHead } from '../../components/page-head';
import './reports.css';

type ReportEntry = { readonly id: ReportId; readonly title: string; readonly answers: string };

const reports: readonly ReportEntry[] = [
  {
    id: 'coverageTable',
    title: '两个覆盖情况统计表',
    answers: '各街道、各类单位建了多少，覆盖率是多少，还差在哪里。付印前核对勾稽关系。',
  },
  {
    id: 'shouldBuildList',
    title: '应建未建清单',
    answers: '哪些单位有三名以上正式党员却没有建立党组织，由谁办，什么时候办完。',
  },
  {
    id: 'deadlineReminder',
    title: '到期提醒单',
    answers: '已超期、本周到期和三十天内要办的事，每件写明依据。',
  },
  {
    id: 'problemList',
    title: '发展党员档案问题清单',
    answers: '核查出的不合理和需核实的问题，按处理办法归类，写明事实和依据。',
  },
];

export type ReportsListProps = { readonly onOpen: (report: ReportId) => void };

export function ReportsList({ onOpen }: ReportsListProps) {
  return (
    <div className="page-scroll reports-list">
      <PageHead title="报表打印" sentence={`${reports.length} 种报表，先看版面，再打印或另存`} />
      <ul>
        {reports.map((report) => (
          <li key={report.id}>
            <button type="button" onClick={() => onOpen(report.id)}>
              <strong>{report.title}</strong>
              <span>{report.answers}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
