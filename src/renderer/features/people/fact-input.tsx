import { FactDateInput } from '../../components/fact-date-input';
import type { FactField } from './fact-fields';
import { isBadFact } from './fact-values';

type Props = {
  readonly field: FactField;
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

const yesOrNo: Readonly<Record<string, string>> = { true: '是', false: '否' };

/** One fact in the kind of field that suits it. */
export function FactInput({ field, id, value, onChange }: Props) {
  const { kind, label, hint = '', choices = yesOrNo } = field;
  if (kind === 'date')
    return <FactDateInput id={id} label={label} value={value} onChange={onChange} />;
  if (kind === 'flag' || kind === 'choice')
    return (
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">未登记</option>
          {Object.entries(choices).map(([stored, words]) => (
            <option key={stored} value={stored}>
              {words}
            </option>
          ))}
        </select>
      </div>
    );
  const isBad = isBadFact(field, value);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        placeholder={hint}
        inputMode={kind === 'number' ? 'numeric' : 'text'}
        aria-invalid={isBad}
        aria-describedby={isBad ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {isBad && (
        <span id={`${id}-error`} className="field-error">
          {kind === 'number' ? '请填数字。' : '有看不懂的日期，写作 2026-05-18。'}
        </span>
      )}
    </div>
  );
}
