import { useState } from 'react';
import { askVault } from '../../lib/desk';

type Props = {
  readonly id: string;
  readonly field: 'idNumber' | 'phone';
  readonly masked: string | undefined;
};

/** Hidden until asked for, and asking is recorded. */
export function MaskedValue({ id, field, masked }: Props) {
  const [value, setValue] = useState<string>();
  const [problem, setProblem] = useState('');
  if (masked === undefined) return <span className="muted">未登记</span>;
  async function reveal(): Promise<void> {
    const result = await askVault('people.reveal', { id, field });
    if (result.ok) setValue(result.value.value);
    else setProblem(result.failure.message);
  }
  return (
    <span>
      {value ?? masked}{' '}
      {value === undefined && (
        <button type="button" className="link small" onClick={() => void reveal()}>
          显示并记录
        </button>
      )}
      {problem !== '' && <span role="alert">{problem}</span>}
    </span>
  );
}
