/** What main may tell the vault process; rows and secrets never travel this way. */
export type VaultOrder =
  | {
      readonly kind: 'configure';
      readonly ledgerFolder: string;
      readonly isDemo: boolean;
      readonly fixedToday: string | undefined;
      readonly hasWeakKeyDerivation: boolean;
    }
  /** Seals what is open and ends the process. */
  | { readonly kind: 'end' }
  /** A port to the window comes with it. */
  | { readonly kind: 'connect' }
  /** A port to the parser comes with it. */
  | { readonly kind: 'intake'; readonly token: string; readonly fileName: string };
