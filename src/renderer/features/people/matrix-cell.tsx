import type { FactDate } from '../../../core/calendar/calendar-date';
import { agreementOf } from '../../../core/development/fact-forms';
import { isBadTypedDate, readTypedDate } from '../../lib/typed-date';

type Props = {
  readonly label: string;
  /** Whether this form has a place for this date. */
  readonly isStated: boolean;
  readonly typed: FactDate | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

const marks = {
  same: '一致',
  differs: '不一致',
  noFact: '未登记，无法对照',
  notStated: '',
} as const;

/** The date as the form states it; what it should say stands grey in the empty field. */
export function MatrixCell({ label, isStated, typed, value, onChange }: Props) {
  if (!isStated) return <td className="is-blank" />;
  const isBad = isBadTypedDate(value);
  const stated = value.trim() === '' || isBad ? undefined : (readTypedDate(value) as FactDate);
  const agreement = isBad ? 'differs' : agreementOf(typed, stated);
  return (
    <td className={`is-${agreement}`} title={marks[agreement]}>
      <input
        aria-label={`${label}${marks[agreement] === '' ? '' : `（${marks[agreement]}）`}`}
        aria-invalid={agreement === 'differs'}
        placeholder={typed ?? ''}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => onChange(readTypedDate(value))}
      />
    </td>
  );
}
