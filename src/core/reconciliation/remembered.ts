import type { Reconciliation } from '../records/reconciliation';
import type { Outcome } from './types';

/** An earlier word that still answers the same question. */
export interface Remembered {
  readonly choice: 'accept' | 'refuse';
  readonly reason: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly fileName: string;
}

const placeless = (key: string): string => key.replace(/@[^@]*$/, '');

/**
 * The latest word on every content that was settled before, for outcomes to be looked up in. What was taken
 * over agrees by itself; only a unit that is missing stays missing after its status was changed.
 */
export function rememberedWords(
  earlier: readonly Reconciliation[],
): (outcome: Outcome) => Remembered | undefined {
  const words = new Map<string, Remembered | undefined>();
  const inOrder = [...earlier].sort((left, right) => left.madeAt.localeCompare(right.madeAt));
  for (const { lines, madeOn, madeBy, fileName } of inOrder) {
    for (const { key, fingerprint, class: kind, choice, reason = '' } of lines) {
      if (choice === 'later') continue;
      const isKept = choice === 'refuse' || kind === 'gone';
      const word = { choice, reason, madeOn, madeBy, fileName };
      words.set(`${placeless(key)}\n${fingerprint}`, isKept ? word : undefined);
    }
  }
  return ({ key, fingerprint }) => words.get(`${placeless(key)}\n${fingerprint}`);
}
