import type { KeyHeader, PassphraseSlot } from '../crypto/key-file';
import {
  makePassphraseSlot,
  openWithPassphrase,
  openWithRecoveryCode,
  type SlotOwner,
} from '../crypto/key-slots';
import type { DerivePassphraseKey, KdfCost } from '../crypto/passphrase-kdf';
import { failed, writeFailure, type LedgerResult } from './failures';
import { readKeys, rewriteKeys } from './key-store';
import type { VaultFiles } from './vault-files';

type Parts = {
  readonly files: VaultFiles;
  readonly keys: { readonly dataKey: Buffer; readonly slotId?: string };
  readonly derive: DerivePassphraseKey;
};
type NewSlot = { readonly passphrase: Uint8Array; readonly cost: KdfCost };

/** Who can open the ledger: one slot per person, all wrapping the same key. Only the header is written. */
export class Slots {
  constructor(private readonly parts: Parts) {}

  list(): LedgerResult<readonly PassphraseSlot[]> {
    const reading = readKeys(this.parts.files);
    if (!reading.ok) return reading;
    return { ok: true, value: passphraseSlots(reading.value.header) };
  }

  /** The slot this session was opened with; the first one where it was opened with the recovery code or just made. */
  current(): PassphraseSlot | undefined {
    const slots = this.list();
    if (!slots.ok) return undefined;
    return slots.value.find(({ id }) => id === this.parts.keys.slotId) ?? slots.value[0];
  }

  add(owner: SlotOwner, slot: NewSlot): Promise<LedgerResult<void>> {
    return this.#rewrite(async (header) => [
      ...header.slots,
      await this.#make(header, slot, owner),
    ]);
  }

  /** Says whose the nameless slot of the first run is, before a second person comes. */
  name(id: string, owner: SlotOwner): Promise<LedgerResult<void>> {
    return this.#rewrite((header) =>
      Promise.resolve(header.slots.map((slot) => (slot.id === id ? { ...slot, ...owner } : slot))),
    );
  }

  remove(id: string): Promise<LedgerResult<void>> {
    return this.#rewrite((header) =>
      Promise.resolve(header.slots.filter((slot) => slot.id !== id)),
    );
  }

  /** A new passphrase in the place of the one that is named; with the recovery code, of the first person's. */
  async changePassphrase(options: {
    readonly current: { readonly passphrase: Uint8Array } | { readonly recoveryCode: string };
    readonly next: Uint8Array;
    readonly cost: KdfCost;
  }): Promise<LedgerResult<void>> {
    const reading = readKeys(this.parts.files);
    if (!reading.ok) return reading;
    const { header } = reading.value;
    const old = await this.#slotOf(header, options.current);
    if (!old.ok) return old;
    const { user, role, addedAt } = old.value;
    const owner = {
      ...(user === undefined ? {} : { user }),
      ...(role === undefined ? {} : { role }),
      ...(addedAt === undefined ? {} : { addedAt }),
    };
    return this.#rewrite(async (now) => {
      const slot = { passphrase: options.next, cost: options.cost };
      const made = await this.#make(now, slot, owner);
      return now.slots.map((each) => (each.id === old.value.id ? made : each));
    });
  }

  async #slotOf(
    header: KeyHeader,
    current: { readonly passphrase: Uint8Array } | { readonly recoveryCode: string },
  ): Promise<LedgerResult<PassphraseSlot>> {
    if ('passphrase' in current) {
      const opened = await openWithPassphrase(header, current.passphrase, this.parts.derive);
      return opened === undefined
        ? failed({ code: 'V-101', reason: 'wrongPassphrase' })
        : { ok: true, value: opened.slot };
    }
    const [first] = passphraseSlots(header);
    return openWithRecoveryCode(header, current.recoveryCode) === undefined || first === undefined
      ? failed({ code: 'V-103', reason: 'wrongRecoveryCode' })
      : { ok: true, value: first };
  }

  #make(header: KeyHeader, slot: NewSlot, owner: SlotOwner): Promise<PassphraseSlot> {
    const { keys, derive } = this.parts;
    return makePassphraseSlot({ envelope: header, dataKey: keys.dataKey, derive, owner, ...slot });
  }

  async #rewrite(
    change: (header: KeyHeader) => Promise<KeyHeader['slots']>,
  ): Promise<LedgerResult<void>> {
    const { files, keys } = this.parts;
    const reading = readKeys(files);
    if (!reading.ok) return reading;
    const { header } = reading.value;
    const next = { ...header, epoch: header.epoch + 1, slots: await change(header) };
    try {
      rewriteKeys(files, next, keys.dataKey);
    } catch (problem) {
      return failed(writeFailure(problem));
    }
    return { ok: true, value: undefined };
  }
}

function passphraseSlots({ slots }: KeyHeader): PassphraseSlot[] {
  return slots.filter((slot) => slot.kind === 'passphrase');
}
