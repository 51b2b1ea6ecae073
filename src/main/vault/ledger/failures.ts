/** What can happen to a ledger, each with the code of security.md §6. Words are added where people read them. */
export type LedgerFailure =
  | { readonly code: 'V-101'; readonly reason: 'wrongPassphrase' }
  | { readonly code: 'V-102'; readonly reason: 'factorMissing' }
  | { readonly code: 'V-103'; readonly reason: 'wrongRecoveryCode' }
  | { readonly code: 'V-110'; readonly reason: 'rekeyed' }
  | { readonly code: 'R-320'; readonly reason: 'damaged'; readonly part: string }
  /** `newerVersion` is looked at and never written to; the other cannot even be read. */
  | { readonly code: 'F-601'; readonly reason: 'newerVersion' | 'unreadableVersion' }
  | {
      readonly code: 'L-501';
      readonly reason: 'openElsewhere';
      readonly since: string;
      readonly name: string;
    }
  | { readonly code: 'L-502'; readonly reason: 'fenced' | 'forked' }
  /** The ledger is in another folder now, or on its way there. */
  | { readonly code: 'L-507'; readonly reason: 'moved' }
  | { readonly code: 'L-504'; readonly reason: 'otherMachine'; readonly machine: string }
  | { readonly code: 'R-330'; readonly reason: 'olderCopy'; readonly missing: number }
  | { readonly code: 'W-401'; readonly reason: 'diskFull' }
  | { readonly code: 'W-402'; readonly reason: 'notWritable' }
  | { readonly code: 'W-403'; readonly reason: 'deviceError' };

export type LedgerResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: LedgerFailure };

/** Thrown by reads whose bytes do not authenticate: a read that fails never answers with a default. */
export class LedgerDamage extends Error {
  constructor(readonly part: string) {
    super(`ledger damage: ${part}`);
  }
}

export function failed<Value>(failure: LedgerFailure): LedgerResult<Value> {
  return { ok: false, failure };
}

/** Maps the operating system's word for a failed write to ours. */
export function writeFailure(problem: unknown): LedgerFailure {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { code: 'W-401', reason: 'diskFull' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EBUSY':
      return { code: 'W-402', reason: 'notWritable' };
    default:
      return { code: 'W-403', reason: 'deviceError' };
  }
}
