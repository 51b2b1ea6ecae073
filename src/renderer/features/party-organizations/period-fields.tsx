import { useId } from 'react';
import { periodProblem, type PeriodText } from './period-edits';

type Props = {
  readonly subject: string;
  readonly value: PeriodText;
  readonly onChange: (value: PeriodText) => void;
};

/** 起 and 止 of one row. */
export function PeriodFields({ subject, value, onChange }: Props) {
  const error = useId();
  const problem = periodProblem(value);
  const shared = {
    className: 'period-input',
    placeholder: '2026-05-18',
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem === undefined ? undefined : error,
  };
  return (
    <>
      <td>
        <input
          {...shared}
          aria-label={`${subject}起`}
          value={value.from}
          onChange={({ target }) => onChange({ ...value, from: target.value })}
        />
      </td>
      <td>
        <input
          {...shared}
          aria-label={`${subject}止`}
          value={value.until}
          onChange={({ target }) => onChange({ ...value, until: target.value })}
        />
        {problem !== undefined && (
          <span id={error} className="field-error">
            {problem}
          </span>
        )}
      </td>
    </>
  );
}
