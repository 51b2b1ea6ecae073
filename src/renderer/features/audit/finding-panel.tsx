import { useState } from 'react';
import type { AuditRow } from '../../../contract/audit';
import { CitationTag } from '../../components/citation-tag';
import { FailureBanner } from '../../components/notices';
import { Section } from '../../components/page-head';
import { SettleForm } from '../../components/settle-form';
import { VerdictMark } from '../../components/verdict-mark';
import { askVault } from '../../lib/desk';
import { useNavigation } from '../../lib/navigation';
import { useAct } from '../../lib/use-act';
import { LetterDialog } from './letter-dialog';

/** One finding: the facts it compared, the article, what to do, and the explanation. */
export function FindingPanel({ row }: { readonly row: AuditRow }) {
  const { go } = useNavigation();
  const [isDrafting, setDrafting] = useState(false);
  const { finding } = row;
  return (
    <aside className="page-side" aria-label={`${row.personName}的核查问题`}>
      <h2>{row.personName}</h2>
      <p className="small muted">{row.branchName}</p>
      <p className="finding-message">
        <VerdictMark verdict={finding.verdict} />
        {finding.message}
      </p>
      <Section title="对照的事实">
        <ul className="fact-list">
          {finding.evidence.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <p className="small">
          <CitationTag citation={finding.citation} />
        </p>
      </Section>
      <Section title="怎样处理">
        <p>{row.repair}</p>
        <div className="form-acts">
          <button
            type="button"
            className="button"
            onClick={() => go({ page: 'person', id: row.personId })}
          >
            打开档案
          </button>
          <button type="button" className="button" onClick={() => setDrafting(true)}>
            起草情况说明
          </button>
        </div>
      </Section>
      {row.settlement === null ? <SettleForm finding={row} /> : <Settled row={row} />}
      {isDrafting && <LetterDialog row={row} onClose={() => setDrafting(false)} />}
    </aside>
  );
}

function Settled({ row: { settlement } }: { readonly row: AuditRow }) {
  const { isBusy, failure, run } = useAct();
  if (settlement === null) return null;
  return (
    <Section title="已作说明" remark={`${settlement.settledOn} ${settlement.settledBy}`}>
      <p className="finding-explanation">{settlement.explanation}</p>
      <p className="small muted">所对照的事实变动以后，这一项会重新列出。</p>
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => void run(() => askVault('audit.reopen', { settlementId: settlement.id }))}
        >
          撤回说明，重新列为待处理
        </button>
      </div>
    </Section>
  );
}
