import type { Problem } from './issue-codes';

/** What one cell means: a value where it is sure, and everything there is to say about it. */
export interface ValueReading<Value> {
  /** Absent where the cell is empty, unreadable or ambiguous: nothing is guessed. */
  readonly value?: Value;
  readonly problems: readonly Problem[];
}

export const noValue: ValueReading<never> = { problems: [] };

export function problem(code: Problem['code'], why: string): ValueReading<never> {
  return { problems: [{ code, why }] };
}
