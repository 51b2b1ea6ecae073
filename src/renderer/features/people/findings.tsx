import type { FindingView } from '../../../contract/people';
import { citationWords } from '../../components/citation-tag';
import { Section } from '../../components/page-head';
import { VerdictMark, verdictOrder } from '../../components/verdict-mark';
import { ExplainFinding } from './explain-finding';

const shortLength = 6;

/** What cannot be judged asks for its facts, not for an explanation. */
const isToExplain = ({ verdict, explanation }: FindingView): boolean =>
  explanation === undefined && (verdict === 'verify' || verdict === 'unreasonable');

/** What the two facts say about each other; a finding proposes an explanation, never another date. */
export function Findings({
  personId,
  findings,
  isShort = false,
}: {
  personId: string;
  findings: readonly FindingView[];
  isShort?: boolean;
}) {
  const sorted = [...findings].sort(
    (a, b) => verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict),
  );
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
            <VerdictMark verdict={finding.verdict} />
            <span>
              {finding.message}
              <small>
                {finding.citation.article} {citationWords(finding.citation)}
              </small>
              {finding.explanation !== undefined && <small>已作说明：{finding.explanation}</small>}
            </span>
            {isToExplain(finding) && <ExplainFinding personId={personId} finding={finding} />}
          </li>
        ))}
      </ul>
      {findings.length === 0 && <p className="muted">还没有可以核查的事实。</p>}
    </Section>
  );
}
