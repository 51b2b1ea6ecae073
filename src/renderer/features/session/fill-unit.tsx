import { useState } from 'react';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';

const fields = [
  { name: 'unitName', label: '单位名称' },
  { name: 'operator', label: '操作员姓名' },
  { name: 'responsible', label: '报表负责人' },
  { name: 'preparer', label: '填表人' },
  { name: 'phone', label: '联系电话' },
] as const;
type Name = (typeof fields)[number]['name'];

/** Names that stand on every printed table and on every change. */
export function FillUnit({ onDone }: { onDone: () => void }) {
  const [values, setValues] = useState<Record<Name, string>>({
    unitName: '',
    operator: '',
    responsible: '',
    preparer: '',
    phone: '',
  });
  const { isBusy, failure, run } = useAct();

  async function save(): Promise<void> {
    const { unitName, operator, responsible, preparer, phone } = values;
    const saved = await run(() =>
      askVault('settings.save', {
        unitName,
        operator,
        signatories: { responsible, preparer, phone },
      }),
    );
    if (saved !== undefined) onDone();
  }

  return (
    <form
      className="session-form"
      onKeyDown={(event) => onFormKey(event, () => void save())}
      onSubmit={(event) => event.preventDefault()}
    >
      <h1 className="session-title">填写单位</h1>
      <p className="muted">打印在每张表的表头和落款，以后可以在设置里改。</p>
      {fields.map(({ name, label }) => (
        <div className="field is-large" key={name}>
          <label htmlFor={name}>{label}</label>
          <input
            id={name}
            value={values[name]}
            onChange={(event) => setValues({ ...values, [name]: event.target.value })}
          />
        </div>
      ))}
      <FailureBanner failure={failure} />
      <button
        type="button"
        className="button is-primary is-large"
        disabled={values.unitName === '' || isBusy}
        onClick={() => void save()}
      >
        保存并继续
      </button>
    </form>
  );
}
