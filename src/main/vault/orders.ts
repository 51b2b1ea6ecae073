/** What the vault tells main once the ledger is open: when it is to be locked without being asked. */
export type LockRules = { readonly autoLockMinutes: number; readonly locksOnMinimise: boolean };

/** What main may tell the vault process; rows and secrets never travel this way. */
export type VaultOrder =
  | {
      readonly kind: 'configure';
      readonly ledgerFolder: string;
      /** Where this machine keeps what it saw last: never inside a ledger's folder. */
      readonly stateFolder: string;
      readonly isDemo: boolean;
      readonly fixedToday: string | undefined;
      readonly hasWeakKeyDerivation: boolean;
    }
  /** Seals what is open, backs up where there is time for it, and ends the process. */
  | { readonly kind: 'end'; readonly milliseconds: number }
  /** A port to the window comes with it. */
  | { readonly kind: 'connect' }
  /** A place outside the ledger that the user chose in a dialog of main. */
  | { readonly kind: 'place'; readonly token: string; readonly path: string }
  /** A port to the parser comes with it. */
  | { readonly kind: 'intake'; readonly token: string; readonly fileName: string };
