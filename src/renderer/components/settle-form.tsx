import { useState } from 'react';
import type { VaultInput } from '../../contract/channels';
import { FailureBanner } from './notices';
import { Section } from './page-head';
import { askVault } from '../lib/desk';
import { onFormKey } from '../lib/keyboard';
import { useAct } from '../lib/use-act';

type Props = {
  readonly finding: VaultInput<'audit.letter'>;
  readonly onSaved?: () => void;
};

/** Settles a finding in words; no date is touched by it. */
export function SettleForm({ finding: { personId, rule, facts }, onSaved }: Props) {
  const [explanation, setExplanation] = useState('');
  const { isBusy, failure, run } = useAct();
  const text = explanation.trim();
  async function save(): Promise<void> {
    if (text === '' || isBusy) return;
    const saved = await run(() =>
      askVault('audit.settle', { personId, rule, facts, explanation: text }),
    );
    if (saved !== undefined) onSaved?.();
  }
  return (
    <Section title="说明原因">
      <form
        aria-label="说明原因"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => onFormKey(event, () => void save())}
      >
        <div className="field">
          <label htmlFor="explanation">情况说明（日期不改，写明原因和依据）</label>
          <textarea
            id="explanation"
            rows={4}
            maxLength={4000}
            value={explanation}
            onChange={(event) => setExplanation(event.target.value)}
          />
        </div>
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button
            type="button"
            className="button is-primary"
            disabled={text === '' || isBusy}
            onClick={() => void save()}
          >
            {isBusy ? '正在保存…' : '记下说明'}
          </button>
          <span className="muted small">记下后不再列为待处理</span>
        </div>
      </form>
    </Section>
  );
}
