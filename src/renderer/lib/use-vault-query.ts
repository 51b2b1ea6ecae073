import { useEffect, useReducer, useRef, useState } from 'react';
import type { Failure } from '../../contract/common';
import type { VaultChannel, VaultInput, VaultOutput } from '../../contract/channels';
import { askVault } from './desk';

const listeners = new Set<() => void>();

/** Call after every successful write: whatever is on screen asks again. */
export function invalidate(): void {
  for (const listener of listeners) listener();
}

export type VaultQuery<C extends VaultChannel> = {
  /** The newest answer; stays while a newer one is under way, so that nothing jumps. */
  readonly data: VaultOutput<C> | undefined;
  /** What the shown answer was asked with; differs from the newest input while that is under way. */
  readonly answered: VaultInput<C> | undefined;
  readonly failure: Failure | undefined;
  readonly isLoading: boolean;
  readonly refetch: () => void;
};

/** Asks the vault and asks again when the input changes or something was written. One question in flight at a time. */
export function useVaultQuery<C extends VaultChannel>(
  channel: C,
  input: VaultInput<C>,
): VaultQuery<C> {
  const [answer, setAnswer] = useState<{
    data?: VaultOutput<C>;
    answered?: VaultInput<C>;
    failure?: Failure;
  }>({});
  const [isLoading, setLoading] = useState(true);
  const [round, refetch] = useReducer((count: number) => count + 1, 0);
  const key = JSON.stringify(input);
  /** What is wanted by now: another input, or the same one asked anew after a write. */
  const wanted = useRef({ key, round, input });
  useEffect(() => {
    wanted.current = { key, round, input };
  });
  const inFlight = useRef(false);

  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    listeners.add(refetch);
    return () => {
      isShown.current = false;
      listeners.delete(refetch);
    };
  }, []);

  useEffect(() => {
    const ask = async (): Promise<void> => {
      if (inFlight.current) return;
      inFlight.current = true;
      setLoading(true);
      const asked = wanted.current;
      const result = await askVault(channel, asked.input);
      inFlight.current = false;
      if (asked.key !== wanted.current.key || asked.round !== wanted.current.round) {
        await ask();
        return;
      }
      if (!isShown.current) return;
      setLoading(false);
      setAnswer((last) =>
        result.ok
          ? { data: result.value, answered: asked.input }
          : { ...last, failure: result.failure },
      );
    };
    // A question whose input changed on the way is asked again by the same run, whichever effect began it.
    void ask();
  }, [channel, key, round]);

  return {
    data: answer.data,
    answered: answer.answered,
    failure: answer.failure,
    isLoading,
    refetch,
  };
}
