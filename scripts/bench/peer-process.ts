import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A peer in a process of its own, so that its memory is not ours; it answers each line with one. */
export type Peer = {
  readonly version: string;
  /** Milliseconds that the peer itself took. */
  readonly measure: (request: string) => Promise<number>;
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

async function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env });
  child.on('error', () => child.stdout?.destroy());
  child.stdin?.on('error', () => child.stdout?.destroy());
  const ask = lineByLine(child);
  const version = await ask('version');
  if (version === undefined) return undefined;
  return {
    version,
    measure: async (request: string) => Number(await ask(request)),
    close: () => void child.stdin?.end(),
  };
}

/** Started only where scripts/bench.mjs could build the module; `undefined` says "not built". */
export async function startCipherPeer(folder: string): Promise<Peer | undefined> {
  const { BENCH_NODE: node, BENCH_PEER: script, BENCH_PEER_MODULE: module } = process.env;
  if (node === undefined || script === undefined || module === undefined) return undefined;
  return start(node, [script, module, folder], { PATH: process.env['PATH'] });
}

/** One JSON document, under the product's own runtime. */
export async function startJsonPeer(jsonFile: string): Promise<Peer | undefined> {
  return start(process.execPath, [process.argv[1] ?? '', 'json', jsonFile], { ...process.env });
}
