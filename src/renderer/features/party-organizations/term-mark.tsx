import { StatusMark } from '../../components/status-mark';
import { daysWords } from '../../lib/format';
import { termKind } from './term-kind';

export type TermMarkProps = { readonly dueOn: string | null; readonly days: number | null };

/** The last day of the term, marked when it is near or past. */
export function TermMark({ dueOn, days }: TermMarkProps) {
  if (dueOn === null || days === null) return <span className="muted">不详或不换届</span>;
  const kind = termKind(days);
  if (kind === undefined) return <span>{dueOn}</span>;
  return (
    <span>
      <StatusMark kind={kind}>{daysWords(days)}</StatusMark> {dueOn}
    </span>
  );
}
