import { useState } from 'react';
import type { PersonView } from '../../../contract/people';
import type { Dossier } from '../../../core/records/dossier';
import { phases } from '../../../core/development/steps';
import { FailureBanner } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';
import { useFormDraft } from '../../lib/use-form-draft';
import { factFields } from './fact-fields';
import { FactInput } from './fact-input';
import { applyFacts, isBadFact, readFacts, type FactValues } from './fact-values';

/** Facts as people typed them, in the order of the steps. Facts of the past can always be stored. */
export function FactsForm({ view }: { view: PersonView }) {
  const dossier: Dossier = view.record.dossier ?? {};
  const [initial] = useState<FactValues>(() => readFacts(dossier));
  const [values, setValues, settle] = useFormDraft(
    { key: `facts:${view.id}`, title: `${view.record.name}的事实登记` },
    initial,
  );
  const [isSaved, setSaved] = useState(false);
  const { isBusy, failure, run } = useAct();
  const broken = factFields.filter((field) => isBadFact(field, values[field.id] ?? ''));

  async function save(): Promise<void> {
    if (broken.length > 0) return;
    const { patch, clears } = applyFacts(dossier, values);
    const saved = await run(() => askVault('people.saveFacts', { id: view.id, patch, clears }));
    if (saved !== undefined) settle();
    setSaved(saved !== undefined);
  }

  function change(id: string, value: string): void {
    setSaved(false);
    setValues({ ...values, [id]: value });
  }

  return (
    <form
      className="facts-form"
      aria-label="事实登记"
      onKeyDown={(event) => onFormKey(event, () => void save())}
      onSubmit={(event) => event.preventDefault()}
    >
      {phases.map(({ phase, title }) => (
        <fieldset key={phase}>
          <legend>{title}</legend>
          <div className="form-grid">
            {factFields
              .filter((field) => field.phase === phase)
              .map((field) => (
                <FactInput
                  key={field.id}
                  field={field}
                  id={field.id}
                  value={values[field.id] ?? ''}
                  onChange={(value) => change(field.id, value)}
                />
              ))}
          </div>
        </fieldset>
      ))}
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={isBusy || broken.length > 0}
          onClick={() => void save()}
        >
          {isBusy ? '正在保存…' : '保存事实'}
        </button>
        <span className="muted small">Enter 到下一项，Ctrl+Enter 保存</span>
        {isSaved && <StatusMark kind="done">已保存</StatusMark>}
      </div>
    </form>
  );
}
