import { randomBytes } from 'node:crypto';
import type { Change } from '../../../core/records/change';
import type { KeyHeader } from '../crypto/key-file';
import {
  makePassphraseSlot,
  makeRecoverySlot,
  type Credentials,
  type SlotOwner,
} from '../crypto/key-slots';
import type { DerivePassphraseKey, KdfCost } from '../crypto/passphrase-kdf';
import { proveSameRecords } from './compare-records';
import { copyJournals, type KeyedFiles } from './copy-journals';
import { AnchorWriter, type Anchor } from './anchor';
import { filesOf, firstHome, homesIn, removeHome, type DataHome } from './data-home';
import { LedgerDamage, writeFailure, type LedgerFailure } from './failures';
import { readKeys, rewriteKeys } from './key-store';
import { metaTable } from './meta-document';
import { RecordStore } from './record-store';
import { recover } from './recovery';
import type { VaultFiles } from './vault-files';

const dataKeyLength = 32;

/** Who opens the ledger under its new key: the person who changes it, and a new recovery sheet. */
export type NewKeyHolders = Credentials & {
  readonly recoveryCode: string;
  readonly cost: KdfCost;
  readonly slotId: string;
  readonly owner: SlotOwner;
};
export type RekeyedCopy = {
  readonly home: DataHome;
  readonly head: Omit<Anchor, 'counter'>;
  /** Takes the old files away, once nobody holds them open. */
  readonly removeOld: () => void;
};
type NewKey = { readonly dataKey: Buffer; readonly slots: KeyHeader['slots'] };

export async function makeNewKey(
  header: KeyHeader,
  holders: NewKeyHolders,
  derive: DerivePassphraseKey,
): Promise<NewKey> {
  const dataKey = randomBytes(dataKeyLength);
  const { passphrase, factor, cost, owner, slotId } = holders;
  const slot = await makePassphraseSlot({
    envelope: header,
    dataKey,
    passphrase,
    cost,
    derive,
    owner,
    id: slotId,
    ...(factor === undefined ? {} : { factor }),
  });
  return { dataKey, slots: [slot, makeRecoverySlot(header, dataKey, holders.recoveryCode)] };
}

/** KEYS may or may not have been written: only opening anew tells which key counts. */
export class KeysUncertain extends Error {
  constructor(readonly problem: unknown) {
    super('keys uncertain');
  }
}

/**
 * 更换保险库密钥: everything sealed anew beside the old files, read back and compared; then KEYS, in which the
 * change happens at one moment. Until that moment the old ledger stands untouched. Nothing else runs meanwhile.
 * @param last acts behind the copied ones
 */
export function rekey(
  present: KeyedFiles & {
    /** The folder with KEYS. */
    readonly folder: VaultFiles;
    readonly header: KeyHeader;
    readonly store: RecordStore;
  },
  { dataKey, slots }: NewKey,
  last: readonly Change[],
): RekeyedCopy {
  const { folder, header } = present;
  const epoch = header.epoch + 1;
  const to = { files: filesOf(folder, epoch), keys: { ...present.keys, dataKey } };
  // What an earlier attempt left behind never came to count.
  for (const home of homesIn(folder)) if (home >= epoch) removeHome(folder, home);
  const head = copied(present, to, { folder, epoch, last });
  try {
    rewriteKeys(folder, { ...header, epoch, home: epoch, slots }, dataKey);
  } catch (problem) {
    throw new KeysUncertain(problem);
  }
  return { home: epoch, head, removeOld: () => removeHome(folder, header.home ?? firstHome) };
}

function copied(
  present: KeyedFiles & { readonly store: RecordStore },
  to: KeyedFiles,
  about: { readonly folder: VaultFiles; readonly epoch: number; readonly last: readonly Change[] },
): RekeyedCopy['head'] {
  try {
    const head = copyJournals(present, to, about.last);
    const anchor = new AnchorWriter(to.files, to.keys.dataKey);
    anchor.write({ ...head, counter: 1 });
    anchor.close();
    proveSame(present.store, to, head.sequence);
    return head;
  } catch (problem) {
    abandon(about.folder, about.epoch);
    throw problem;
  }
}

/** What kept everything from being copied; the ledger goes on as it was. */
export function copyFailure(problem: unknown): LedgerFailure {
  if (problem instanceof LedgerDamage)
    return { code: 'R-320', reason: 'damaged', part: problem.part };
  if (problem instanceof Error && 'code' in problem) return writeFailure(problem);
  throw problem;
}

/** What a change of key left half done when the power went: the twin of KEYS, and the files of the key before. */
export function finishRekey(
  folder: VaultFiles,
  { dataKey, home: present }: { readonly dataKey: Buffer; readonly home: DataHome },
): void {
  if (present === firstHome) return;
  const older = homesIn(folder).filter((home) => home < present);
  const reading = readKeys(folder);
  if (older.length === 0 || !reading.ok) return;
  // Both copies first: a header without its files must never be the only one that reads.
  rewriteKeys(folder, reading.value.header, dataKey);
  for (const home of older) removeHome(folder, home);
}

/** The disk may be what failed: then the copy stays and is taken away by the next attempt. */
function abandon(folder: VaultFiles, home: number): void {
  try {
    removeHome(folder, home);
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem)) throw problem;
  }
}

function proveSame(store: RecordStore, to: KeyedFiles, sequence: number): void {
  const copy = recover(to.files, to.keys, true);
  const isWhole = copy.damagedParts.length === 0 && copy.missingFrames === 0 && !copy.hasTornTail;
  if (!isWhole || copy.nextSequence !== sequence) throw new LedgerDamage('copy');
  const copied = new RecordStore(undefined);
  for (const { changes } of copy.changes) copied.apply(changes);
  // The document of settings is what the closing acts change.
  proveSameRecords(store, copied, [metaTable]);
}
