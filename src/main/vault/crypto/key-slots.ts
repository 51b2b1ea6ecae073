import { randomBytes, randomUUID } from 'node:crypto';
import { seal, unseal } from './aead';
import { deriveKey } from './derive';
import type { KeyHeader, KeySlot, PassphraseSlot } from './key-file';
import type { DerivePassphraseKey, KdfCost } from './passphrase-kdf';
import { readRecoveryCode } from './recovery-code';

type Envelope = Pick<KeyHeader, 'vaultId'>;
export type SlotOwner = Pick<PassphraseSlot, 'user' | 'role' | 'addedAt'>;

const saltLength = 16;

function context(envelope: Envelope, slotId: string): Buffer {
  return Buffer.from(`${envelope.vaultId}|${slotId}`, 'utf8');
}

export async function makePassphraseSlot(options: {
  readonly envelope: Envelope;
  readonly dataKey: Buffer;
  readonly passphrase: Uint8Array;
  readonly cost: KdfCost;
  readonly derive: DerivePassphraseKey;
  readonly owner?: SlotOwner;
}): Promise<PassphraseSlot> {
  const { envelope, dataKey, passphrase, cost, derive } = options;
  const id = randomUUID();
  const kdf = {
    name: 'argon2id' as const,
    ...cost,
    lanes: 1 as const,
    salt: randomBytes(saltLength).toString('base64'),
  };
  const key = slotKey(await derive(passphrase, kdf));
  const wrappedKey = seal(key, dataKey, context(envelope, id)).toString('base64');
  return { kind: 'passphrase', id, kdf, wrappedKey, ...options.owner };
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

/** The key and the slot that gave it: who is at the desk is known by the passphrase alone. */
export async function openWithPassphrase(
  header: KeyHeader,
  passphrase: Uint8Array,
  derive: DerivePassphraseKey,
): Promise<{ readonly dataKey: Buffer; readonly slot: PassphraseSlot } | undefined> {
  for (const slot of header.slots) {
    if (slot.kind !== 'passphrase') continue;
    const key = slotKey(await derive(passphrase, slot.kdf));
    const dataKey = unseal(key, Buffer.from(slot.wrappedKey, 'base64'), context(header, slot.id));
    if (dataKey !== undefined) return { dataKey, slot };
  }
  return undefined;
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

function slotKey(derived: Buffer): Buffer {
  return deriveKey(derived, Buffer.alloc(0), 'slot-kek');
}

function recoveryKey(code: string, salt: Buffer): Buffer {
  return deriveKey(Buffer.from(code, 'ascii'), salt, 'recovery-kek');
}
