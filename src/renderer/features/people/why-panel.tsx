import type { ExplanationView } from '../../../contract/people';
import { CitationTag } from '../../components/citation-tag';
import { FailureBanner, Loading } from '../../components/notices';
import { Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { toneOfDays } from '../../components/status-of-days';
import { daysWords, longDate } from '../../lib/format';
import { useVaultQuery } from '../../lib/use-vault-query';

/** Rule, facts, arithmetic, and what would change the answer. */
export function WhyPanel({ id, rule }: { id: string; rule: string }) {
  const { data, failure } = useVaultQuery('people.explain', { id, rule });
  if (data === undefined)
    return (
      <aside className="page-side">
        {failure === undefined ? <Loading /> : <FailureBanner failure={failure} />}
      </aside>
    );
  return (
    <aside className="page-side why" aria-label="为什么是这一天">
      <h2>为什么是这一天</h2>
      <p className="small muted">{data.heading}</p>
      {data.resultOn !== undefined && (
        <>
          <p className="why-date">{longDate(data.resultOn)}</p>
          {data.days !== undefined && data.status !== 'met' && data.status !== 'breached' && (
            <StatusMark kind={toneOfDays(data.days)}>
              {daysWords(data.days)}
              {data.grace === undefined ? '' : `，${data.grace}`}
            </StatusMark>
          )}
          {data.status === 'met' && <StatusMark kind="done">已按期办理</StatusMark>}
          {data.status === 'breached' && (
            <StatusMark kind="over">
              未按期办理{data.grace === undefined ? '' : `，${data.grace}`}
            </StatusMark>
          )}
          {data.isProvisional && <span className="tag">暂算</span>}
        </>
      )}
      <Band band={data.band} />
      <Section title="规则">
        <p>{data.ruleText}</p>
        <p className="small">
          <CitationTag citation={data.citation} />
        </p>
        <p className="small muted">{data.whyThisRulebook}</p>
      </Section>
      <Section title="用到的事实">
        <dl className="facts">
          {data.facts.map(({ label, value, remark }) => (
            <FactLine key={label} label={label} value={value} remark={remark} />
          ))}
        </dl>
      </Section>
      <Section title="演算">
        <table className="sum">
          <tbody>
            {data.arithmetic.map(({ label, value }) => (
              <tr key={label}>
                <td>{label}</td>
                <td className="num">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      {data.whatWouldChange.length > 0 && (
        <Section title="什么会改变它">
          <table className="sum is-plain">
            <tbody>
              {data.whatWouldChange.map(({ label, value }) => (
                <tr key={label}>
                  <td>{label}</td>
                  <td className="num">{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
    </aside>
  );
}

/** When the step may be taken at all; practice is named as such. */
function Band({ band }: Pick<ExplanationView, 'band'>) {
  const days = [
    ['最早', band?.earliestOn],
    ['最晚', band?.latestOn],
    ['特殊情况至', band?.extendedUntil],
    ['参考', band?.referenceOn],
  ].filter(([, on]) => on !== undefined);
  if (days.length < 2) return null;
  return (
    <p className="small why-band">
      {days.map(([words, on]) => (
        <span key={words}>
          {words} {on}
        </span>
      ))}
    </p>
  );
}

function FactLine({ label, value, remark }: { label: string; value: string; remark: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {value} <span className="muted small">{remark}</span>
      </dd>
    </>
  );
}
