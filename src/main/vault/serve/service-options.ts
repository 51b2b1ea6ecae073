import type { Progress } from '../../../contract/channels';
import type { DerivePassphraseKey } from '../crypto/passphrase-kdf';
import type { LockRules, VaultOrder } from '../orders';
import type { DeskClock } from '../use-cases/desk';

type Configuration = Omit<Extract<VaultOrder, { kind: 'configure' }>, 'kind' | 'fixedToday'>;

export type ServiceOptions = {
  readonly configuration: Configuration;
  readonly clock: DeskClock;
  /** Off the vault's own loop in the app; tests derive in place. */
  readonly derive: DerivePassphraseKey;
  /** The ledger is open, or its settings changed: when main must lock it unasked. */
  readonly onOpen: (rules: LockRules) => void;
  readonly onProgress: (progress: Progress | null) => void;
};
