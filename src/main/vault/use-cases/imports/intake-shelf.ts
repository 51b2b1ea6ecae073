import type { ImportPlan } from '../../../../core/intake/plan-import';
import type { Interpretation } from '../../../../core/intake/interpretation';
import type { RawWorkbook } from '../../../../core/intake/raw-workbook';

/** A workbook that was parsed and waits for its owner's decisions; gone with the lock. */
export type Waiting = {
  readonly fileName: string;
  readonly workbook: RawWorkbook;
  interpretation?: Interpretation;
  /** The plan last shown, and the edition of the ledger it was made against. */
  plan?: {
    readonly plan: ImportPlan;
    readonly madeAt: number;
    readonly policy: 'skip' | 'fillBlanks' | 'overwrite';
  };
};

export type Shelf = Map<string, Waiting | { readonly refusal: string }>;
