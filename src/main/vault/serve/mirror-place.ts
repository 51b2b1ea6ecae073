import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { openFolder, type VaultFiles } from '../ledger/vault-files';
import { isInside } from './inside';

/** Where this machine keeps the second copy of a ledger's journals: a path of this machine, so it stands in its state. */
export class MirrorPlace {
  constructor(
    private readonly state: VaultFiles | undefined,
    private readonly ledgerFolder: string,
    private readonly places: ReadonlyMap<string, string>,
  ) {}

  /** The folder's own name, for the window; `undefined` where none was chosen. */
  name(vaultId: Buffer): string | undefined {
    const folder = this.#folder(vaultId);
    return folder === undefined ? undefined : basename(folder);
  }

  /** The folder, if it was chosen and is there; one that is away is not made anew. */
  open(vaultId: Buffer): VaultFiles | undefined {
    const folder = this.#folder(vaultId);
    if (folder === undefined || !existsSync(folder)) return undefined;
    try {
      return openFolder(join(folder, `journal-mirror-${vaultId.toString('hex').slice(0, 8)}`));
    } catch (problem) {
      if (problem instanceof Error && 'code' in problem) return undefined;
      throw problem;
    }
  }

  choose(vaultId: Buffer, token: string): Result<VaultFiles> {
    const folder = this.places.get(token);
    if (folder === undefined || this.state === undefined) return failed('C-101');
    if (isInside(this.ledgerFolder, folder))
      return failed('C-101', '（镜像不能放在账本自己的文件夹里）');
    this.#write(this.state, vaultId, folder);
    const files = this.open(vaultId);
    return files === undefined ? failed('W-402') : { ok: true, value: files };
  }

  forget(vaultId: Buffer): void {
    const name = fileName(vaultId);
    if (this.state?.exists(name) === true) this.state.remove(name);
  }

  #folder(vaultId: Buffer): string | undefined {
    const name = fileName(vaultId);
    if (this.state?.exists(name) !== true) return undefined;
    return this.state.read(name).toString('utf8');
  }

  #write(state: VaultFiles, vaultId: Buffer, folder: string): void {
    this.forget(vaultId);
    const file = state.open(fileName(vaultId), 'create');
    try {
      file.write(Buffer.from(folder, 'utf8'), 0);
      file.sync();
    } finally {
      file.close();
    }
  }
}

const fileName = (vaultId: Buffer) => `${vaultId.toString('hex')}.mirror`;
