import { closeSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import {
  createSecondFactor,
  decodeSecondFactor,
  encodeSecondFactor,
  type SecondFactor,
} from '../crypto/second-factor';
import { readKeys } from '../ledger/key-store';
import { openFolder } from '../ledger/vault-files';
import type { Door } from './door';
import { isInside } from './inside';

const largestFile = 1024;

/** Where key files are written to and looked for: a medium of its own, never beside the ledger. */
export class KeyFilePlace {
  constructor(
    private readonly ledgerFolder: string,
    private readonly door: Door,
    private readonly places: ReadonlyMap<string, string>,
  ) {}

  /** Whether anybody's slot asks for one, and whether it lies where it lay last time. */
  state(): 'none' | 'found' | 'missing' {
    const keys = readKeys(openFolder(this.ledgerFolder));
    const slots = keys.ok ? keys.value.header.slots : [];
    const isAsked = slots.some((slot) => slot.kind === 'passphrase' && slot.factorId !== undefined);
    if (!isAsked) return 'none';
    return this.find(undefined) === undefined ? 'missing' : 'found';
  }

  /** The key file the user pointed at, or the one at the last known place. */
  find(token: string | undefined): SecondFactor | undefined {
    const path = token === undefined ? this.door.read().keyFileAt : this.places.get(token);
    return path === undefined ? undefined : readFactor(path);
  }

  /** The ledger opened with it: next time it is looked for at the same place. */
  remember(token: string | undefined): void {
    const path = token === undefined ? undefined : this.places.get(token);
    if (path !== undefined) this.door.noteKeyFile(path);
  }

  /** A new key file in the folder the user chose: written, synced, read back. */
  write(token: string): Result<{ readonly factor: SecondFactor; readonly name: string }> {
    const folder = this.places.get(token);
    if (folder === undefined) return failed('C-101');
    if (this.#isBesideLedger(folder)) return failed('V-108');
    const factor = createSecondFactor();
    const name = `密钥文件-${factor.id}.djkey`;
    const path = join(folder, name);
    try {
      writeDurably(path, encodeSecondFactor(factor));
    } catch (problem) {
      if (problem instanceof Error && 'code' in problem) return failed('V-109');
      throw problem;
    }
    if (readFactor(path)?.id !== factor.id) return failed('V-109');
    this.door.noteKeyFile(path);
    return { ok: true, value: { factor, name } };
  }

  #isBesideLedger(folder: string): boolean {
    return isInside(dirname(resolve(this.ledgerFolder)), folder);
  }
}

function readFactor(path: string): SecondFactor | undefined {
  try {
    if (statSync(path).size > largestFile) return undefined;
    return decodeSecondFactor(readFileSync(path));
  } catch (problem) {
    // A stick that is not plugged in is a missing key file, which the caller says.
    if (problem instanceof Error && 'code' in problem) return undefined;
    throw problem;
  }
}

function writeDurably(path: string, bytes: Buffer): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    writeSync(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
