import { deriveKey, hmac, isSame } from '../crypto/derive';
import { hashLength } from './frame';
import type { VaultFiles } from './vault-files';

const name = 'ANCHOR';
const slotLength = 512;
const bodyLength = 8 + 8 + 4 + hashLength;

/** High-water mark: the newest frame this machine has seen written. */
export type Anchor = {
  readonly counter: number;
  /** Frames written so far. */
  readonly sequence: number;
  readonly fileNumber: number;
  readonly headHash: Buffer;
};

export type AnchorReading =
  | { readonly kind: 'read'; readonly anchor: Anchor }
  | { readonly kind: 'absent' }
  /** On a non-empty ledger this is damage, never a reason to carry on (security.md finding 8). */
  | { readonly kind: 'unreadable' };

export function readAnchor(files: VaultFiles, dataKey: Buffer): AnchorReading {
  if (!files.exists(name)) return { kind: 'absent' };
  const file = files.read(name);
  const slots = [0, 1].map((slot) =>
    decodeSlot(file.subarray(slot * slotLength, (slot + 1) * slotLength), dataKey),
  );
  const good = slots.filter((anchor) => anchor !== undefined).sort((a, b) => b.counter - a.counter);
  return good[0] === undefined ? { kind: 'unreadable' } : { kind: 'read', anchor: good[0] };
}

/** Writes the older of the two slots, so that a torn write leaves the other. */
export function writeAnchor(files: VaultFiles, anchor: Anchor, dataKey: Buffer): void {
  const isNew = !files.exists(name);
  const file = files.open(name, isNew ? 'create' : 'update');
  try {
    const slot = encodeSlot(anchor, dataKey);
    // The first one fills both slots at once, so that there is never an anchor that says nothing.
    if (isNew) file.write(Buffer.concat([slot, slot]), 0);
    else file.write(slot, (anchor.counter % 2) * slotLength);
    file.sync();
  } finally {
    file.close();
  }
  if (isNew) files.syncFolder();
}

function encodeSlot(anchor: Anchor, dataKey: Buffer): Buffer {
  const slot = Buffer.alloc(slotLength);
  slot.writeBigUInt64BE(BigInt(anchor.counter), 0);
  slot.writeBigUInt64BE(BigInt(anchor.sequence), 8);
  slot.writeUInt32BE(anchor.fileNumber, 16);
  slot.set(anchor.headHash, 20);
  slot.set(macOf(slot.subarray(0, bodyLength), dataKey), bodyLength);
  return slot;
}

function decodeSlot(slot: Buffer, dataKey: Buffer): Anchor | undefined {
  if (slot.length < slotLength) return undefined;
  const body = slot.subarray(0, bodyLength);
  if (!isSame(macOf(body, dataKey), slot.subarray(bodyLength, bodyLength + 32))) return undefined;
  return {
    counter: Number(slot.readBigUInt64BE(0)),
    sequence: Number(slot.readBigUInt64BE(8)),
    fileNumber: slot.readUInt32BE(16),
    headHash: Buffer.from(slot.subarray(20, 20 + hashLength)),
  };
}

function macOf(body: Buffer, dataKey: Buffer): Buffer {
  return hmac(deriveKey(dataKey, Buffer.alloc(0), 'anchor'), body);
}
