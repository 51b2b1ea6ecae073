import type { Reconciliation } from '../records/reconciliation';
import type { Outcome } from './types';

/** An earlier refusal that still answers the same question. */
export interface Remembered {
  readonly reason: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly fileName: string;
}

const placeless = (key: string): string => key.replace(/@[^@]*$/, '');

/** The latest word on every content that was refused before, for outcomes to be looked up in. */
export function rememberedRefusals(
  earlier: readonly Reconciliation[],
): (outcome: Outcome) => Remembered | undefined {
  const refusals = new Map<string, Remembered | undefined>();
  const inOrder = [...earlier].sort((left, right) => left.madeOn.localeCompare(right.madeOn));
  for (const { lines, madeOn, madeBy, fileName } of inOrder) {
    for (const { key, fingerprint, choice, reason } of lines) {
      if (choice === 'later') continue;
      const refusal = { reason: reason ?? '', madeOn, madeBy, fileName };
      refusals.set(`${placeless(key)}\n${fingerprint}`, choice === 'refuse' ? refusal : undefined);
    }
  }
  return ({ key, fingerprint }) => refusals.get(`${placeless(key)}\n${fingerprint}`);
}
