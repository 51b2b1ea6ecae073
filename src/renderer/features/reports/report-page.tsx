import { useEffect, useState } from 'react';
import { datedReports, type ReportId, type ReportTable } from '../../../contract/desk-work';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { FailureBanner, Loading } from '../../components/notices';
import { useVaultQuery } from '../../lib/use-vault-query';
import { MeasuringSheet } from './measuring-sheet';
import type { PaperChoice } from './paper-size';
import { ReportPreview } from './report-preview';
import { ReportSide, type DayChoice, type OutputMode } from './report-side';
import { usePageSlices } from './use-page-slices';
import { usePrintStyle } from './use-print-style';
import { useReportOutput } from './use-report-output';
import './reports.css';
import './sheet.css';

function useCtrlP(print: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 'p') return;
      event.preventDefault();
      print();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [print]);
}

type SheetDeskProps = {
  readonly report: ReportId;
  readonly personId: string | undefined;
  readonly table: ReportTable;
  readonly mode: OutputMode;
  readonly day: DayChoice | undefined;
  readonly onMode: (mode: OutputMode) => void;
  readonly onBack: () => void;
};

/** The sheet as it goes out: a breach of the identities is explained on the paper itself. */
function withReason(table: ReportTable, reason: string): ReportTable {
  return reason.trim() === ''
    ? table
    : { ...table, notes: [...table.notes, `勾稽不符的说明：${reason.trim()}`] };
}

function SheetDesk({ report, personId, table: fresh, mode, day, onMode, onBack }: SheetDeskProps) {
  const [reason, setReason] = useState('');
  const needsReason = fresh.checks.some((check) => check.state === 'blocks');
  const table = needsReason ? withReason(fresh, reason) : fresh;
  const [choice, setChoice] = useState<PaperChoice>({
    paper: table.paper,
    isLandscape: table.isLandscape,
  });
  const [page, setPage] = useState(1);
  const { slices, onMeasured } = usePageSlices();
  const { notice, isBusy, run } = useReportOutput();
  const pages = slices?.length ?? 0;
  const isBlocked = needsReason && reason.trim() === '';
  const output = (act: 'pdf' | 'paper') => {
    if (!isBusy && !isBlocked && pages > 0)
      void run(act, { report, personId, table, choice, pages, reason });
  };
  usePrintStyle(choice);
  useCtrlP(() => output('paper'));

  return (
    <div className="report-page">
      <div className="report-main">
        <header className="report-bar">
          <button type="button" className="link" onClick={onBack}>
            报表打印
          </button>
          <span aria-hidden="true">/</span>
          <h1>{table.title}</h1>
          <span className="report-place" role="status">
            第 {Math.min(page, pages)} 页，共 {pages} 页　适合页宽
          </span>
        </header>
        {slices !== undefined && (
          <ReportPreview table={table} slices={slices} choice={choice} onPageShown={setPage} />
        )}
        <MeasuringSheet table={table} choice={choice} onMeasured={onMeasured} />
      </div>
      <ReportSide
        {...{ table, choice, mode, day, pages, notice, isBusy, isBlocked, onMode }}
        reason={needsReason ? reason : undefined}
        onReason={setReason}
        onChoice={setChoice}
        onOutput={output}
      />
    </div>
  );
}

export type ReportPageProps = {
  readonly report: ReportId;
  /** Of a report about one person. */
  readonly personId?: string;
  readonly onBack: () => void;
};

export function ReportPage({ report, personId, onBack }: ReportPageProps) {
  const [mode, setMode] = useState<OutputMode>('internal');
  const [asOf, setAsOf] = useState<CalendarDate>();
  const status = useVaultQuery('session.status', {});
  const query = useVaultQuery('reports.table', {
    report,
    outputMode: mode,
    ...(personId === undefined ? {} : { personId }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  if (query.data === undefined) {
    return (
      <div className="page-scroll">
        {query.failure === undefined && <Loading words="正在汇总数字" />}
        <FailureBanner failure={query.failure} />
      </div>
    );
  }
  const today = status.data?.today;
  const day =
    today === undefined || !datedReports.has(report)
      ? undefined
      : { asOf, today, onChange: setAsOf };
  return (
    <SheetDesk
      key={`${report}/${asOf ?? ''}`}
      report={report}
      personId={personId}
      table={query.data}
      mode={mode}
      day={day}
      onMode={setMode}
      onBack={onBack}
    />
  );
}
