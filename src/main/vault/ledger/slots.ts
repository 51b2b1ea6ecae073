import type { KeyHeader, PassphraseSlot } from '../crypto/key-file';
import {
  makePassphraseSlot,
  openWithPassphrase,
  openWithRecoveryCode,
  type Credentials,
  type SlotOpening,
  type SlotOwner,
} from '../crypto/key-slots';
import type { SecondFactor } from '../crypto/second-factor';
import type { DerivePassphraseKey, KdfCost } from '../crypto/passphrase-kdf';
import { failed, writeFailure, type LedgerFailure, type LedgerResult } from './failures';
import { readKeys, rewriteKeys } from './key-store';
import type { VaultFiles } from './vault-files';

type Parts = {
  readonly files: VaultFiles;
  readonly keys: {
    readonly dataKey: Buffer;
    readonly slotId?: string;
    readonly factor?: SecondFactor;
  };
  readonly derive: DerivePassphraseKey;
  /** Why the ledger takes nothing now: then its keys stay as they are, too. */
  readonly failure: () => LedgerFailure | undefined;
};
type NewSlot = {
  readonly passphrase: Uint8Array;
  readonly cost: KdfCost;
  readonly factor?: SecondFactor;
};

/** Why a slot did not open, as the ledger says it. */
export function slotFailure(kind: Exclude<SlotOpening['kind'], 'opened'>): LedgerFailure {
  return kind === 'factorMissing'
    ? { code: 'V-102', reason: 'factorMissing' }
    : { code: 'V-101', reason: 'wrongPassphrase' };
}

/** Who can open the ledger: one slot per person, all wrapping the same key. Only the header is written. */
export class Slots {
  /** The key file of this session's slot, for whatever is made anew. */
  #factor: SecondFactor | undefined;

  constructor(private readonly parts: Parts) {
    this.#factor = parts.keys.factor;
  }

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

  /** What a slot of the same person under another key is made of. */
  own(): LedgerResult<{
    readonly header: KeyHeader;
    readonly slotId: string;
    readonly owner: SlotOwner;
    readonly factor?: SecondFactor;
  }> {
    const reading = readKeys(this.parts.files);
    if (!reading.ok) return reading;
    const slot = this.current();
    if (slot === undefined) return failed({ code: 'R-320', reason: 'damaged', part: 'KEYS' });
    const { header } = reading.value;
    return {
      ok: true,
      value: { header, slotId: slot.id, owner: ownerOf(slot), ...this.#factorPart() },
    };
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
    const { current, next, cost } = options;
    const old = await this.#proven(current);
    if (!old.ok) return old;
    // Whoever had to use the recovery code may have lost the key file as well.
    const kept = 'passphrase' in current ? this.#factorPart() : {};
    const slot = { passphrase: next, cost, ...kept };
    // Who comes in by the recovery code sets a passphrase before there is a desk to answer for the copy at.
    return this.#replace(old.value, slot, 'recoveryCode' in current);
  }

  /** Whether this is the passphrase of the person at the desk. */
  async prove(passphrase: Uint8Array): Promise<LedgerResult<PassphraseSlot>> {
    const proven = await this.#proven({ passphrase });
    if (!proven.ok) return proven;
    return proven.value.id === this.current()?.id ? proven : failed(slotFailure('wrongPassphrase'));
  }

  /** Whether this is all that the slot of the person at the desk asks for, the key file included. */
  async attest(shown: Credentials): Promise<LedgerResult<void>> {
    const own = this.own();
    if (!own.ok) return own;
    const { header, slotId } = own.value;
    const mine = { ...header, slots: header.slots.filter(({ id }) => id === slotId) };
    const opened = await openWithPassphrase(mine, shown, this.parts.derive);
    if (opened.kind !== 'opened') return failed(slotFailure(opened.kind));
    opened.dataKey.fill(0);
    return { ok: true, value: undefined };
  }

  /** From now on the own slot asks for the key file as well, or no longer does. */
  async setFactor(options: NewSlot): Promise<LedgerResult<void>> {
    const old = await this.prove(options.passphrase);
    if (!old.ok) return old;
    const replaced = await this.#replace(old.value, options);
    if (replaced.ok) this.#factor = options.factor;
    return replaced;
  }

  /** Makes a slot anew whose derivation costs less than it should by now; answers whether it did. */
  async strengthen(passphrase: Uint8Array, least: KdfCost): Promise<boolean> {
    const slot = this.current();
    if (slot === undefined || slot.id !== this.parts.keys.slotId) return false;
    const { memoryKiB, passes } = slot.kdf;
    if (memoryKiB >= least.memoryKiB && passes >= least.passes) return false;
    const cost = {
      memoryKiB: Math.max(memoryKiB, least.memoryKiB),
      passes: Math.max(passes, least.passes),
    };
    return (await this.#replace(slot, { passphrase, cost, ...this.#factorPart() })).ok;
  }

  async #proven(
    current: { readonly passphrase: Uint8Array } | { readonly recoveryCode: string },
  ): Promise<LedgerResult<PassphraseSlot>> {
    const reading = readKeys(this.parts.files);
    if (!reading.ok) return reading;
    const { header } = reading.value;
    if ('recoveryCode' in current) {
      const [first] = passphraseSlots(header);
      const isRight = openWithRecoveryCode(header, current.recoveryCode) !== undefined;
      return isRight && first !== undefined
        ? { ok: true, value: first }
        : failed({ code: 'V-103', reason: 'wrongRecoveryCode' });
    }
    const credentials = { ...current, ...this.#factorPart() };
    const opened = await openWithPassphrase(header, credentials, this.parts.derive);
    return opened.kind === 'opened'
      ? { ok: true, value: opened.slot }
      : failed(slotFailure(opened.kind));
  }

  #factorPart(): { readonly factor?: SecondFactor } {
    return this.#factor === undefined ? {} : { factor: this.#factor };
  }

  /** Keeps the slot's id, so that the session goes on knowing whose it is. */
  #replace(old: PassphraseSlot, slot: NewSlot, isEntering = false): Promise<LedgerResult<void>> {
    return this.#rewrite(async (header) => {
      const made = await this.#make(header, slot, ownerOf(old), old.id);
      return header.slots.map((each) => (each.id === old.id ? made : each));
    }, isEntering);
  }

  #make(header: KeyHeader, slot: NewSlot, owner: SlotOwner, id?: string): Promise<PassphraseSlot> {
    const { keys, derive } = this.parts;
    const named = id === undefined ? {} : { id };
    return makePassphraseSlot({
      envelope: header,
      dataKey: keys.dataKey,
      derive,
      owner,
      ...named,
      ...slot,
    });
  }

  async #rewrite(
    change: (header: KeyHeader) => Promise<KeyHeader['slots']>,
    isEntering = false,
  ): Promise<LedgerResult<void>> {
    const { files, keys } = this.parts;
    const held = isEntering ? undefined : this.parts.failure();
    if (held !== undefined) return failed(held);
    const reading = readKeys(files);
    if (!reading.ok) return reading;
    const { header, isNewer } = reading.value;
    if (isNewer) return failed({ code: 'F-601', reason: 'newerVersion' });
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

function ownerOf({ user, role, addedAt }: PassphraseSlot): SlotOwner {
  return {
    ...(user === undefined ? {} : { user }),
    ...(role === undefined ? {} : { role }),
    ...(addedAt === undefined ? {} : { addedAt }),
  };
}
