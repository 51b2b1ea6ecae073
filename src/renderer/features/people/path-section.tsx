import type { OverrideView, PathLineView } from '../../../contract/dossier-acts';
import { CitationTag } from '../../components/citation-tag';
import { Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { useVaultQuery } from '../../lib/use-vault-query';

type Props = {
  readonly id: string;
  readonly onComplete: (index: number) => void;
};

/** How did this person come to where she is? In words, oldest first; what was taken back stays. */
export function PathSection({ id, onComplete }: Props) {
  const { data } = useVaultQuery('dossier.path', { id });
  if (data === undefined) return null;
  return (
    <>
      <Section title="经过" remark={`现在：${data.sentence}`}>
        {data.lines.length === 0 ? (
          <p className="muted">
            还没有登记进入任何阶段的日期。登记申请、确定等事实后，这里按先后列出。
          </p>
        ) : (
          <ol className="path">
            {data.lines.map((line, index) => (
              <PathEntry key={`${line.words}${index}`} line={line} onComplete={onComplete} />
            ))}
          </ol>
        )}
      </Section>
      {data.overrides.length > 0 && <Overrides overrides={data.overrides} />}
    </>
  );
}

function PathEntry({
  line,
  onComplete,
}: {
  readonly line: PathLineView;
  readonly onComplete: (index: number) => void;
}) {
  const { event } = line;
  const papers = [line.body, line.documentNumber, line.reason].filter((words) => words !== '');
  return (
    <li className={line.isUndone ? 'is-undone' : ''}>
      <span className="path-day">{line.on ?? '日期未登记'}</span>
      <span>
        <b>{line.words}</b>
        {line.isUndone && <span className="tag">已失效，须重新办理</span>}
        <small>{papers.join(' • ')}</small>
        {event !== null && <small>{line.clock}</small>}
        {line.operator !== '' && <small>经办：{line.operator}</small>}
        {event !== null && line.lacks.length > 0 && (
          <small>
            <StatusMark kind="soon">还缺{line.lacks.join('、')}</StatusMark>{' '}
            <button type="button" className="link" onClick={() => onComplete(event)}>
              补填
            </button>
          </small>
        )}
      </span>
      <small>{line.citation !== null && <CitationTag citation={line.citation} />}</small>
    </li>
  );
}

function Overrides({ overrides }: { readonly overrides: readonly OverrideView[] }) {
  return (
    <Section title="阻断后写明原因办理的" remark={`${overrides.length} 项`}>
      <ul className="path">
        {overrides.map(({ rule, title, citation, reason, on }, index) => (
          <li key={`${rule}${index}`}>
            <span className="path-day">{on}</span>
            <span>
              <b>{title}</b>
              <small>原因：{reason}</small>
            </span>
            <small>{citation !== null && <CitationTag citation={citation} />}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
