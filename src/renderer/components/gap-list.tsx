import type { GapView } from '../../contract/coverage';
import { severityKinds } from '../lib/severity-kind';
import { CitationTag } from './citation-tag';
import { StatusMark } from './status-mark';
import './gap-list.css';

/** The gaps of one unit or party organization: fact, what to do, source, whose it is. */
export function GapList({ gaps }: { readonly gaps: readonly GapView[] }) {
  if (gaps.length === 0) return <p className="muted">没有缺口。</p>;
  return (
    <ul>
      {gaps.map((gap) => (
        <li key={gap.key} className="gap-entry">
          <StatusMark kind={severityKinds[gap.severity]}>{gap.title}</StatusMark>
          <span>{gap.owner === undefined ? '未分派' : `${gap.owner} ${gap.dueOn ?? ''}`}</span>
          <p>
            {gap.reason}。建议：{gap.suggestedAct}
          </p>
          <p className="small muted">
            <CitationTag citation={gap.citation} />
          </p>
        </li>
      ))}
    </ul>
  );
}
