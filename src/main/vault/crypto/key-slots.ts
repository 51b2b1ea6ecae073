import { randomBytes, randomUUID } from 'node:crypto';
import { seal, unseal } from './aead';
import { deriveKey } from './derive';
import type { KeyHeader, KeySlot, PassphraseSlot } from './key-file';
import type { DerivePassphraseKey, KdfCost } from './passphrase-kdf';
import { readRecoveryCode } from './recovery-code';
import type { SecondFactor } from './second-factor';

type Envelope = Pick<KeyHeader, 'vaultId'>;
/** What somebody brings to a slot: what they know, and the file they hold where the slot asks for one. */
export type Credentials = { readonly passphrase: Uint8Array; readonly factor?: SecondFactor };
export type SlotOwner = Pick<PassphraseSlot, 'user' | 'role' | 'addedAt'>;

const saltLength = 16;

function context(envelope: Envelope, slotId: string): Buffer {
  return Buffer.from(`${envelope.vaultId}|${slotId}`, 'utf8');
}

export async function makePassphraseSlot(options: {
  readonly envelope: Envelope;
  readonly dataKey: Buffer;
  readonly passphrase: Uint8Array;
  readonly factor?: SecondFactor;
  readonly cost: KdfCost;
  readonly derive: DerivePassphraseKey;
  readonly owner?: SlotOwner;
  /** Of a slot that is made anew for the same person. */
  readonly id?: string;
}): Promise<PassphraseSlot> {
  const { envelope, dataKey, passphrase, factor, cost, derive, id = randomUUID() } = options;
  const kdf = {
    name: 'argon2id' as const,
    ...cost,
    lanes: 1 as const,
    salt: randomBytes(saltLength).toString('base64'),
  };
  const key = slotKey(await derive(passphrase, kdf), factor);
  const wrappedKey = seal(key, dataKey, context(envelope, id)).toString('base64');
  const asked = factor === undefined ? {} : { factorId: factor.id };
  return { kind: 'passphrase', id, kdf, wrappedKey, ...asked, ...options.owner };
}

/** The code carries its own 135 bits, so it needs no slow derivation. */
export function makeRecoverySlot(envelope: Envelope, dataKey: Buffer, code: string): KeySlot {
  const id = randomUUID();
  const salt = randomBytes(saltLength);
  const wrappedKey = seal(recoveryKey(code, salt), dataKey, context(envelope, id)).toString(
    'base64',
  );
  return { kind: 'recovery', id, salt: salt.toString('base64'), wrappedKey };
}

export type SlotOpening =
  | { readonly kind: 'opened'; readonly dataKey: Buffer; readonly slot: PassphraseSlot }
  | { readonly kind: 'wrongPassphrase' }
  /** Every slot that could be meant asks for a key file that is not there. */
  | { readonly kind: 'factorMissing' };

/** The key and the slot that gave it: who is at the desk is known by the passphrase alone. */
export async function openWithPassphrase(
  header: KeyHeader,
  { passphrase, factor }: Credentials,
  derive: DerivePassphraseKey,
): Promise<SlotOpening> {
  const slots = header.slots.filter((slot) => slot.kind === 'passphrase');
  const tried = slots.filter(({ factorId }) => factorId === undefined || factorId === factor?.id);
  for (const slot of tried) {
    const asked = slot.factorId === undefined ? undefined : factor;
    const key = slotKey(await derive(passphrase, slot.kdf), asked);
    const dataKey = unseal(key, Buffer.from(slot.wrappedKey, 'base64'), context(header, slot.id));
    if (dataKey !== undefined) return { kind: 'opened', dataKey, slot };
  }
  return { kind: isFactorMissing(slots, factor) ? 'factorMissing' : 'wrongPassphrase' };
}

/** No slot could be tried without a key file, or the one that was shown belongs to another ledger. */
function isFactorMissing(
  slots: readonly PassphraseSlot[],
  factor: SecondFactor | undefined,
): boolean {
  const asked = slots.flatMap(({ factorId }) => (factorId === undefined ? [] : [factorId]));
  if (asked.length === 0) return false;
  return factor === undefined ? asked.length === slots.length : !asked.includes(factor.id);
}

export function openWithRecoveryCode(header: KeyHeader, typed: string): Buffer | undefined {
  const code = readRecoveryCode(typed);
  if (code === undefined) return undefined;
  for (const slot of header.slots) {
    if (slot.kind !== 'recovery') continue;
    const key = recoveryKey(code, Buffer.from(slot.salt, 'base64'));
    const dataKey = unseal(key, Buffer.from(slot.wrappedKey, 'base64'), context(header, slot.id));
    if (dataKey !== undefined) return dataKey;
  }
  return undefined;
}

function slotKey(derived: Buffer, factor: SecondFactor | undefined): Buffer {
  const secret = factor === undefined ? derived : Buffer.concat([derived, factor.secret]);
  return deriveKey(secret, Buffer.alloc(0), 'slot-kek');
}

function recoveryKey(code: string, salt: Buffer): Buffer {
  return deriveKey(Buffer.from(code, 'ascii'), salt, 'recovery-kek');
}
