import type { TermNotice } from '../../../core/coverage/term';
import { StatusMark } from '../../components/status-mark';
import { daysWords } from '../../lib/format';
import { termKind } from './term-kind';

export type TermMarkProps = {
  readonly dueOn: string | null;
  readonly days: number | null;
  /** What is to be done by now, where the list has room for it. */
  readonly notice?: TermNotice;
};

const noticeWords: Readonly<Record<TermNotice, string>> = {
  none: '',
  letter: '发函提醒',
  request: '报请示',
  overdue: '报批延期或换届',
};

/** The last day of the term, marked when it is near or past, with the act that is due by then. */
export function TermMark({ dueOn, days, notice = 'none' }: TermMarkProps) {
  if (dueOn === null || days === null) return <span className="muted">不详或不换届</span>;
  const kind = termKind(days);
  if (kind === undefined && notice === 'none') return <span>{dueOn}</span>;
  return (
    <span>
      <StatusMark kind={kind ?? 'info'}>{daysWords(days)}</StatusMark> {dueOn}
      {notice !== 'none' && <span className="muted small"> {noticeWords[notice]}</span>}
    </span>
  );
}
