import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron } from '../../../scripts/runtime/locate.mjs';
import { bundleScript, root } from '../bundle';
import type { DetectorName } from './detectors';

/** A fault that a hurried hand might make, and the test that has to see it (security.md §5 R3). */
export type Mutant = {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly detector: DetectorName;
};

const ledgerFolder = 'src/main/vault/ledger';

export const mutants: readonly Mutant[] = [
  {
    name: '写后不同步文件',
    file: `${ledgerFolder}/journal-writer.ts`,
    find: 'this.#file.write(bytes, this.#size);\n      this.#file.sync();',
    replace: 'this.#file.write(bytes, this.#size);',
    detector: 'powerLoss',
  },
  {
    name: '新建后不同步文件夹',
    file: `${ledgerFolder}/journal-writer.ts`,
    find: 'files.syncFolder();',
    replace: '',
    detector: 'powerLoss',
  },
  {
    name: '同步之前就应答',
    file: `${ledgerFolder}/journal-writer.ts`,
    find: 'this.#file.write(bytes, this.#size);\n      this.#file.sync();',
    replace: 'this.#file.write(bytes, this.#size);\n      setImmediate(() => this.#file.sync());',
    detector: 'powerLoss',
  },
  {
    name: '镜像写后不同步',
    file: `${ledgerFolder}/journal-mirror.ts`,
    find: 'file?.write(frames, position);\n          file?.sync();',
    replace: 'file?.write(frames, position);',
    detector: 'powerLoss',
  },
  {
    name: '坏扇区不从镜像补',
    file: `${ledgerFolder}/find-out.ts`,
    find: '|| !isSuspect(found)',
    replace: '|| isSuspect(found)',
    detector: 'powerLoss',
  },
  {
    name: '移动时不同步复制的文件',
    file: `${ledgerFolder}/move-ledger.ts`,
    find: 'target.sync();',
    replace: '',
    detector: 'move',
  },
  {
    name: '移动时不同步新文件夹',
    file: `${ledgerFolder}/move-ledger.ts`,
    find: 'to.syncFolder();',
    replace: '',
    detector: 'move',
  },
  {
    name: '写入之前就生效',
    file: `${ledgerFolder}/ledger.ts`,
    find: 'const first = this.#journal.sequence;',
    replace: 'const first = this.#journal.sequence;\n    this.#apply(changes);',
    detector: 'fullDisk',
  },
  {
    name: '随机数按密钥从头计数',
    file: 'src/main/vault/crypto/aead.ts',
    find: 'const nonce = randomBytes(nonceLength);',
    replace:
      'const counts = ((globalThis as any).counts ??= new Map()); const name = key.toString("hex"); const nonce = Buffer.alloc(nonceLength); counts.set(name, (counts.get(name) ?? 0) + 1); nonce.writeUInt32BE(counts.get(name)); void randomBytes;',
    detector: 'nonces',
  },
  {
    name: '不看有没有新的写入者',
    file: `${ledgerFolder}/journal-writer.ts`,
    find: 'if (this.files.exists(journalName(this.fileNumber + 1))) throw new Fenced();',
    replace: '',
    detector: 'fence',
  },
  {
    name: '锚点读不出也放行',
    file: `${ledgerFolder}/open-report.ts`,
    find: "const isAnchorLost = anchor.kind !== 'read';",
    replace: 'const isAnchorLost = false;',
    detector: 'anchor',
  },
];

/** Whether the mutant is seen; throws where its place in the source is not there exactly once. */
export async function isCaught(mutant: Mutant, number: number): Promise<boolean> {
  const source = readFileSync(join(root, mutant.file), 'utf8');
  if (source.split(mutant.find).length !== 2) throw new Error(`变异点不唯一：${mutant.name}`);
  const script = await bundleScript('torture/detect', {
    outName: `mutant-${number}`,
    transform: (code, id) =>
      id.endsWith(mutant.file) ? code.replace(mutant.find, () => mutant.replace) : undefined,
  });
  return runDetector(script, mutant.detector) === 3;
}

/** Exit code of a detector under the product's own runtime: 0 = the promise holds, 3 = it is broken. */
export function runDetector(script: string, detector: DetectorName): number | null {
  const runtime = findElectron(root)?.path ?? process.execPath;
  return spawnSync(runtime, [script, detector], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: 'ignore',
  }).status;
}
