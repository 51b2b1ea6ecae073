import type { VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { columnsProjection, type Columns } from '../columns/columns';
import { calibrate, kdfDefault, kdfFloor, type KdfCost } from '../crypto/passphrase-kdf';
import type { Ledger } from '../ledger/ledger';
import type { LedgerOptions, OpenReport } from '../ledger/open-ledger';
import type { Desk } from '../use-cases/desk';
import type { Door } from './door';
import type { Rooms } from './handlers';
import type { FoundPlace, LedgerPlace } from './ledger-place';
import type { MachineState } from './machine-state';
import type { HowOpened, Notices } from './opening';
import type { ServiceOptions } from './service-options';

export type Opened = Result<VaultOutput<'session.unlock'>>;
/** A ledger that has just been opened or made. */
export type Opening = {
  readonly ledger: Ledger<Columns>;
  readonly how: HowOpened;
  readonly report: OpenReport | undefined;
  readonly recoveryCode: string | undefined;
};

export type SessionParts = {
  readonly options: ServiceOptions;
  readonly door: Door;
  readonly rooms: Pick<Rooms, 'care' | 'drafts' | 'keyFiles' | 'mirror'>;
  readonly state: MachineState;
  readonly place: LedgerPlace;
  readonly found: FoundPlace;
  readonly onOpen: (opening: Opening) => Promise<Notices>;
  /** What opening puts on record where it could not be written before the user had answered for the copy. */
  readonly onWriting: (desk: Desk) => Notices;
};

/** Tests derive quickly; a packaged app never takes this path (launch-options.ts). */
const weakCost: KdfCost = { memoryKiB: 1024, passes: 1 };

/** Where the ledger is, and what this machine knows of it. */
export function homeOf({ options, found, state, rooms }: SessionParts): LedgerOptions<Columns> {
  return {
    folder: found.folder,
    projection: columnsProjection,
    now: options.clock.nowIso,
    derive: options.derive,
    ...state,
    mirror: (vaultId) => rooms.mirror.open(vaultId),
  };
}

/** A slot that costs less to try than this is made anew at the first success (security.md §3.2). */
export function leastCost({ configuration }: ServiceOptions): KdfCost {
  return configuration.hasWeakKeyDerivation ? weakCost : kdfFloor;
}

/** What a new passphrase shall cost to try, measured on this machine. */
export async function newCost({ configuration, derive }: ServiceOptions): Promise<KdfCost> {
  if (configuration.hasWeakKeyDerivation) return weakCost;
  return calibrate(async (cost) => {
    const start = performance.now();
    await derive(new Uint8Array(12), {
      name: 'argon2id',
      ...cost,
      lanes: 1,
      salt: Buffer.alloc(16).toString('base64'),
    });
    return performance.now() - start;
  }).catch(() => kdfDefault);
}
