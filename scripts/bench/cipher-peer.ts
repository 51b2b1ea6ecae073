import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** SQLCipher in a Node process beside us; it answers each line with the milliseconds it took. */
export type CipherPeer = {
  readonly version: string;
  readonly prepare: (bytes: number) => Promise<void>;
  readonly commit: () => Promise<number>;
  readonly close: () => void;
};

function lineByLine(child: ChildProcess) {
  const waiting: ((line: string | undefined) => void)[] = [];
  if (child.stdout === null) throw new Error('no output');
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => waiting.shift()?.(line));
  lines.on('close', () => waiting.splice(0).forEach((answer) => answer(undefined)));
  return (request: string) =>
    new Promise<string | undefined>((resolve) => {
      waiting.push(resolve);
      child.stdin?.write(`${request}\n`);
    });
}

/** Started only where scripts/bench.mjs could install the module; `undefined` says "not built". */
export async function startCipherPeer(folder: string): Promise<CipherPeer | undefined> {
  const { BENCH_NODE: node, BENCH_PEER: script, BENCH_PEER_MODULE: module } = process.env;
  if (node === undefined || script === undefined || module === undefined) return undefined;
  const child = spawn(node, [script, module, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] },
  });
  child.on('error', () => child.stdout?.destroy());
  child.stdin?.on('error', () => child.stdout?.destroy());
  const ask = lineByLine(child);
  const version = await ask('version');
  if (version === undefined) return undefined;
  const number = async (request: string) => Number(await ask(request));
  return {
    version,
    prepare: async (bytes) => void (await ask(`prepare ${bytes}`)),
    commit: () => number('commit'),
    close: () => child.stdin?.end(),
  };
}
