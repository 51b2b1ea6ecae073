import { useState } from 'react';
import type { WeakRule } from '../../../contract/overlay';
import { CitationTag } from '../../components/citation-tag';
import { FailureBanner } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';

/** HARD rules on weak evidence: they warn until somebody has seen the wording and says where. */
export function WeakRules({ rules }: { readonly rules: readonly WeakRule[] }) {
  const { isBusy, failure, run } = useAct();
  const say = (rule: string, source: string | null) =>
    void run(() => askVault('overlay.confirm', { rule, source }));
  return (
    <>
      <FailureBanner failure={failure} />
      <table className="plain-table overlay-table">
        <thead>
          <tr>
            <th>规则</th>
            <th>现在的依据</th>
            <th>确认</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.rule}>
              <td>
                <b>{rule.title}</b>
                <small>{rule.text}</small>
              </td>
              <td>
                <CitationTag citation={rule.citation} />
              </td>
              <td>
                {rule.confirmed === null ? (
                  <ConfirmForm rule={rule} isBusy={isBusy} onConfirm={say} />
                ) : (
                  <>
                    <StatusMark kind="done">{rule.confirmed.confirmedOn} 已确认</StatusMark>
                    <small>
                      {rule.confirmed.source}{' '}
                      <button
                        type="button"
                        className="link"
                        disabled={isBusy}
                        onClick={() => say(rule.rule, null)}
                      >
                        撤回确认
                      </button>
                    </small>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function ConfirmForm({
  rule,
  isBusy,
  onConfirm,
}: {
  readonly rule: WeakRule;
  readonly isBusy: boolean;
  readonly onConfirm: (rule: string, source: string) => void;
}) {
  const [source, setSource] = useState('');
  return (
    <span className="confirm-rule">
      <input
        className="input"
        aria-label={`${rule.title}：在哪里核到原文`}
        placeholder="在哪里核到原文"
        value={source}
        maxLength={200}
        onChange={(event) => setSource(event.target.value)}
      />{' '}
      <button
        type="button"
        className="link"
        disabled={isBusy || source.trim() === ''}
        onClick={() => onConfirm(rule.rule, source.trim())}
      >
        确认
      </button>
    </span>
  );
}
