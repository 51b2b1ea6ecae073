import type { DerivePassphraseKey } from '../crypto/passphrase-kdf';
import type { SecondFactor } from '../crypto/second-factor';
import type { AnchorWriter } from './anchor';
import type { DataHome } from './data-home';
import type { LedgerFailure } from './failures';
import type { HotProjection } from './hot-projection';
import type { JournalStart } from './journal-header';
import type { JournalMirror } from './journal-mirror';
import type { JournalWriter } from './journal-writer';
import type { OutsideMark } from './outside-mark';
import type { Quarantine } from './quarantine';
import type { RecordStore } from './record-store';
import type { VaultFiles } from './vault-files';
import type { WriterLock } from './writer-lock';

export type LedgerKeys = {
  readonly dataKey: Buffer;
  readonly vaultId: Buffer;
  /** Which key it is: names the files that are sealed with it. */
  readonly home: DataHome;
  /** A newer program wrote the header: the ledger is looked at and never written to. */
  readonly isNewer: boolean;
  /** The slot whose passphrase opened it; absent with the recovery code. */
  readonly slotId?: string;
  /** The key file it was opened with, for slots made anew in this session. */
  readonly factor?: SecondFactor;
};

export type LedgerParts<Hot> = {
  /** The folder with KEYS, and the files of the present key in it. */
  readonly folder: VaultFiles;
  readonly files: VaultFiles;
  readonly keys: LedgerKeys;
  readonly lock: WriterLock;
  readonly projection: HotProjection<Hot>;
  readonly derive: DerivePassphraseKey;
  readonly store: RecordStore;
  readonly hot: Hot;
  readonly anchor: AnchorWriter;
  readonly mark: OutsideMark;
  readonly mirror: JournalMirror | undefined;
  readonly quarantine: Quarantine;
  /** Where the next journal begins, and what begins it. */
  readonly end: JournalStart;
  readonly begin: () => { readonly journal: JournalWriter; readonly anchorCounter: number };
  /** Why nothing is written until the user has answered for this copy. */
  readonly hold: LedgerFailure | undefined;
};
