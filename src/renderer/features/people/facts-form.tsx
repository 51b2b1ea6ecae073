import { useState } from 'react';
import type { PersonView } from '../../../contract/people';
import type { Dossier } from '../../../core/records/dossier';
import { partTitles } from '../../../core/labels/dossier-parts';
import { phases } from '../../../core/development/steps';
import { FailureBanner } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';
import { useFormDraft } from '../../lib/use-form-draft';
import { factFields } from './fact-fields';
import { FactGrid, FactListSection, RareFacts } from './fact-list-section';
import { applyLists, factLists, isBadList, membershipFields, readLists } from './fact-lists';
import { applyFacts, isBadFact, readFacts, type FactValues } from './fact-values';

const formFields = [...factFields, ...membershipFields];

/** Facts as people typed them, in the order of the steps. Facts of the past can always be stored. */
export function FactsForm({ view }: { view: PersonView }) {
  const dossier: Dossier = view.record.dossier ?? {};
  const [initial] = useState<FactValues>(() => ({
    ...readFacts(dossier, formFields),
    ...readLists(dossier),
  }));
  const [values, setValues, settle] = useFormDraft(
    { key: `facts:${view.id}`, title: `${view.record.name}的事实登记` },
    initial,
  );
  const [isSaved, setSaved] = useState(false);
  const { isBusy, failure, run } = useAct();
  const isBroken =
    isBadList(values) || formFields.some((field) => isBadFact(field, values[field.id] ?? ''));

  async function save(): Promise<void> {
    if (isBroken) return;
    const facts = applyFacts(dossier, values, formFields);
    const lists = applyLists(dossier, values);
    const patch = { ...facts.patch, ...lists.patch };
    const clears = [...facts.clears, ...lists.clears];
    const saved = await run(() => askVault('people.saveFacts', { id: view.id, patch, clears }));
    if (saved !== undefined) settle();
    setSaved(saved !== undefined);
  }

  function change(next: FactValues): void {
    setSaved(false);
    setValues(next);
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
          <FactGrid
            fields={factFields.filter((field) => field.phase === phase)}
            values={values}
            onChange={change}
          />
        </fieldset>
      ))}
      {factLists.map((list) => (
        <FactListSection
          key={list.key}
          list={list}
          isOpen={dossier[list.key] !== undefined}
          values={values}
          onChange={change}
        />
      ))}
      <RareFacts
        title={partTitles.membership}
        remark="外出、返回和最近的组织生活（流动党员登记，自行脱党的提醒）"
        isOpen={dossier.membership !== undefined}
      >
        <FactGrid fields={membershipFields} values={values} onChange={change} />
      </RareFacts>
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={isBusy || isBroken}
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
