import { AwayVault } from './away-vault';
import { LedgerPlace } from './ledger-place';
import { openMachineState } from './machine-state';
import type { ServiceOptions } from './service-options';
import { VaultService } from './vault-service';

/** What the vault process talks to. */
export type Vault = Pick<
  VaultService,
  'handle' | 'expectWorkbook' | 'receiveWorkbook' | 'receivePlace' | 'end'
>;

/** Finds where the ledger is, and answers for it there. */
export function openVault(options: ServiceOptions): Vault {
  const { ledgerFolder, stateFolder } = options.configuration;
  const state = openMachineState(stateFolder);
  const place = new LedgerPlace(ledgerFolder, state.marks);
  const found = place.find();
  const serve = () => new VaultService(options, { state, place, found: place.find() });
  return found.isAway ? new AwayVault({ options, state, place, found, serve }) : serve();
}
