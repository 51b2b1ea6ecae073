import { useState } from 'react';
import type { Failure, Result } from '../../contract/common';
import { invalidate } from './use-vault-query';

const stopping: ReadonlySet<string> = new Set(['W-401', 'W-402', 'W-403', 'L-502']);

/** Runs one write; the form stays as it is until the vault has answered, and stays on failure. */
export function useAct() {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  async function run<Value>(act: () => Promise<Result<Value>>): Promise<Value | undefined> {
    setBusy(true);
    setFailure(undefined);
    const result = await act();
    setBusy(false);
    if (!result.ok) {
      setFailure(result.failure);
      // The ledger takes nothing more: the bar above every page says so and offers the way out.
      if (stopping.has(result.failure.code)) invalidate();
      return undefined;
    }
    invalidate();
    return result.value;
  }
  return { isBusy, failure, run, setFailure };
}
