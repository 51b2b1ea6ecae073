import type { FindingView } from '../../../contract/people';
import { citationWords } from '../../components/citation-tag';
import { Section } from '../../components/page-head';
import { StatusMark, type StatusKind } from '../../components/status-mark';

const verdictWords: Readonly<Record<FindingView['verdict'], { tone: StatusKind; words: string }>> =
  {
    unreasonable: { tone: 'over', words: '不合理' },
    verify: { tone: 'soon', words: '需核实' },
    unknown: { tone: 'unknown', words: '无法判断' },
    clear: { tone: 'done', words: '未见异常' },
  };
const order: readonly FindingView['verdict'][] = ['unreasonable', 'verify', 'unknown', 'clear'];
const shortLength = 6;

/** What the two facts say about each other; a finding proposes an explanation, never another date. */
export function Findings({
  findings,
  isShort = false,
}: {
  findings: readonly FindingView[];
  isShort?: boolean;
}) {
  const sorted = [...findings].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  const count = (verdict: FindingView['verdict']) =>
    findings.filter((finding) => finding.verdict === verdict).length;
  return (
    <Section
      title="核查"
      remark={`未见异常 ${count('clear')}，需核实 ${count('verify')}，不合理 ${count('unreasonable')}，无法判断 ${count('unknown')}`}
    >
      <ul className="findings">
        {sorted.slice(0, isShort ? shortLength : undefined).map((finding, index) => (
          <li key={`${finding.rule}${index}`}>
            <StatusMark kind={verdictWords[finding.verdict].tone}>
              {verdictWords[finding.verdict].words}
            </StatusMark>
            <span>
              {finding.message}
              <small>
                {finding.citation.article} {citationWords(finding.citation)}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {findings.length === 0 && <p className="muted">还没有可以核查的事实。</p>}
    </Section>
  );
}
