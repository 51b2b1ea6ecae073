import { deriveKey, hmac, isSame } from '../crypto/derive';
import { hashLength } from './frame';
import type { OpenFile, VaultFiles } from './vault-files';

/** Which file, and for which purpose its key is derived: what is in one place says nothing in another. */
export type AnchorPlace = { readonly name: string; readonly purpose: string };
const inFolder: AnchorPlace = { name: 'ANCHOR', purpose: 'anchor' };

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

export function readAnchor(
  files: VaultFiles,
  dataKey: Buffer,
  { name, purpose }: AnchorPlace = inFolder,
): AnchorReading {
  if (!files.exists(name)) return { kind: 'absent' };
  const file = files.read(name);
  const key = keyOf(dataKey, purpose);
  const slots = [0, 1].map((slot) =>
    decodeSlot(file.subarray(slot * slotLength, (slot + 1) * slotLength), key),
  );
  const good = slots.filter((anchor) => anchor !== undefined).sort((a, b) => b.counter - a.counter);
  return good[0] === undefined ? { kind: 'unreadable' } : { kind: 'read', anchor: good[0] };
}

/** Writes the older of the two slots, so that a torn write leaves the other. */
export class AnchorWriter {
  #file: OpenFile | undefined;
  readonly #key: Buffer;

  constructor(
    private readonly files: VaultFiles,
    dataKey: Buffer,
    private readonly place: AnchorPlace = inFolder,
  ) {
    this.#key = keyOf(dataKey, place.purpose);
  }

  write(anchor: Anchor): void {
    const { name } = this.place;
    const slot = encodeSlot(anchor, this.#key);
    if (this.#file === undefined && !this.files.exists(name)) {
      this.#file = this.files.open(name, 'create');
      // The first one fills both slots at once, so that there is never an anchor that says nothing.
      this.#file.write(Buffer.concat([slot, slot]), 0);
      this.#file.sync();
      this.files.syncFolder();
      return;
    }
    this.#file ??= this.files.open(name, 'update');
    this.#file.write(slot, (anchor.counter % 2) * slotLength);
    this.#file.sync();
  }

  close(): void {
    this.#file?.close();
    this.#file = undefined;
  }
}

function encodeSlot(anchor: Anchor, key: Buffer): Buffer {
  const slot = Buffer.alloc(slotLength);
  slot.writeBigUInt64BE(BigInt(anchor.counter), 0);
  slot.writeBigUInt64BE(BigInt(anchor.sequence), 8);
  slot.writeUInt32BE(anchor.fileNumber, 16);
  slot.set(anchor.headHash, 20);
  slot.set(hmac(key, slot.subarray(0, bodyLength)), bodyLength);
  return slot;
}

function decodeSlot(slot: Buffer, key: Buffer): Anchor | undefined {
  if (slot.length < slotLength) return undefined;
  const body = slot.subarray(0, bodyLength);
  if (!isSame(hmac(key, body), slot.subarray(bodyLength, bodyLength + 32))) return undefined;
  return {
    counter: Number(slot.readBigUInt64BE(0)),
    sequence: Number(slot.readBigUInt64BE(8)),
    fileNumber: slot.readUInt32BE(16),
    headHash: Buffer.from(slot.subarray(20, 20 + hashLength)),
  };
}

const keyOf = (dataKey: Buffer, purpose: string): Buffer =>
  deriveKey(dataKey, Buffer.alloc(0), purpose);
