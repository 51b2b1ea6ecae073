import type { ReportTable } from '../../../contract/desk-work';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { AsOfChoice } from '../../components/as-of-choice';
import { SegmentedChoice } from '../../components/segmented-choice';
import { StatusMark } from '../../components/status-mark';
import type { Paper, PaperChoice } from './paper-size';
import { ReportChecks } from './report-checks';
import type { OutputNotice } from './use-report-output';

export type OutputMode = ReportTable['outputMode'];

/** The past day that was asked for, of a table that can tell of one. */
export type DayChoice = {
  readonly asOf: CalendarDate | undefined;
  readonly today: CalendarDate;
  readonly onChange: (asOf: CalendarDate | undefined) => void;
};

export type ReportSideProps = {
  readonly table: ReportTable;
  readonly choice: PaperChoice;
  readonly mode: OutputMode;
  readonly day: DayChoice | undefined;
  readonly pages: number;
  readonly notice: OutputNotice | undefined;
  readonly isBusy: boolean;
  readonly isBlocked: boolean;
  /** Why the identities do not hold; absent where they do. */
  readonly reason: string | undefined;
  readonly onReason: (reason: string) => void;
  readonly onChoice: (choice: PaperChoice) => void;
  readonly onMode: (mode: OutputMode) => void;
  readonly onOutput: (act: 'pdf' | 'paper') => void;
};

function SheetChoices({ choice, mode, day, onChoice, onMode }: ReportSideProps) {
  return (
    <>
      {day !== undefined && <AsOfChoice {...day} />}
      <SegmentedChoice<Paper>
        label="纸张"
        choices={[
          { value: 'A4', label: 'A4' },
          { value: 'A3', label: 'A3' },
        ]}
        value={choice.paper}
        onChange={(paper) => onChoice({ ...choice, paper })}
      />
      <SegmentedChoice
        label="方向"
        choices={[
          { value: 'landscape', label: '横向' },
          { value: 'portrait', label: '纵向' },
        ]}
        value={choice.isLandscape ? 'landscape' : 'portrait'}
        onChange={(turn) => onChoice({ ...choice, isLandscape: turn === 'landscape' })}
      />
      <SegmentedChoice<OutputMode>
        label="输出方式"
        choices={[
          { value: 'internal', label: '内部' },
          { value: 'public', label: '公示' },
          { value: 'masked', label: '脱敏' },
        ]}
        value={mode}
        onChange={onMode}
      />
    </>
  );
}

export function ReportSide(props: ReportSideProps) {
  const { table, pages, notice, isBusy, isBlocked, reason, onReason, onOutput } = props;
  return (
    <aside className="report-side" aria-label="打印设置">
      <SheetChoices {...props} />
      <p className="report-snapshot">
        数据 <strong>快照 {table.snapshotNumber}</strong>
      </p>
      <hr />
      <ReportChecks checks={table.checks} pages={pages} />
      {reason !== undefined && (
        <label className="field">
          <span>勾稽不符的原因（付印前必填，印在表注里）</span>
          <textarea
            rows={3}
            maxLength={400}
            value={reason}
            onChange={({ target }) => onReason(target.value)}
          />
        </label>
      )}
      <hr />
      <h2>另存为</h2>
      <button
        type="button"
        className="button"
        disabled={isBusy || isBlocked}
        onClick={() => onOutput('pdf')}
      >
        版式文件（PDF）
      </button>
      <p className="report-hint">数字与本页相同，每页一张，不缩放。</p>
      <div className="report-print">
        <div role="status">
          {notice !== undefined && (
            <p className={`report-notice is-${notice.tone}`}>
              <StatusMark kind={notice.tone} />
              {notice.words}
            </p>
          )}
        </div>
        <p className="report-hint">
          {isBlocked
            ? '有未相符的项目，先改正，或写明原因再付印'
            : '打印会留下记录：报表、页数、时间'}
        </p>
        <button
          type="button"
          className="button is-primary"
          disabled={isBusy || isBlocked}
          aria-keyshortcuts="Control+P"
          onClick={() => onOutput('paper')}
        >
          {isBusy ? '正在输出…' : `打印 ${pages} 页`} <kbd>Ctrl P</kbd>
        </button>
      </div>
    </aside>
  );
}
