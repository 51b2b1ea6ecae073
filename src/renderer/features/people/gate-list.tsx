import type { GateItem } from '../../../contract/people';
import { citationWords } from '../../components/citation-tag';
import { StatusMark, type StatusKind } from '../../components/status-mark';

export const gateWords: Readonly<Record<GateItem['state'], { tone: StatusKind; words: string }>> = {
  blocks: { tone: 'over', words: '阻断' },
  warns: { tone: 'soon', words: '提醒' },
  unknown: { tone: 'unknown', words: '未知' },
  met: { tone: 'done', words: '已具备' },
};

type Props = {
  readonly items: readonly GateItem[];
  /** Beside a list: the article only where something is open. */
  readonly isShort?: boolean;
};

/** What blocks, warns, is unknown and is met, each with its article; unknown is never shown as passed. */
export function GateList({ items, isShort = false }: Props) {
  if (items.length === 0) return <p className="muted small">还没有可以核对的事实。</p>;
  return (
    <ul className="gate">
      {items.map((item, index) => (
        <li key={`${item.rule}${index}`}>
          <StatusMark kind={gateWords[item.state].tone}>{gateWords[item.state].words}</StatusMark>
          <span>
            {item.message}
            {!(isShort && item.state === 'met') && (
              <small>
                {item.citation.article} {citationWords(item.citation)}
              </small>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
