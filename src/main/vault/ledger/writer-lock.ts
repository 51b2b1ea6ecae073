import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';

/** Who has the ledger, for a second program to say; the name is empty until it is unlocked. */
export type LockHolder = { readonly since: string; readonly name: string };

export type WriterLock = {
  /** Whoever asks from now on is told this name. */
  readonly tell: (name: string) => void;
  readonly release: () => Promise<void>;
};
export type LockAttempt =
  | { readonly kind: 'held'; readonly lock: WriterLock }
  | { readonly kind: 'taken'; readonly holder: LockHolder };

const answerMilliseconds = 800;

/** A name the kernel frees by itself when the holder dies, even by kill -9 (security.md §3.6). */
function lockAddress(folder: string): string {
  const digest = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 40);
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\dual-coverage-${digest}`
    : `\0dual-coverage-${digest}`;
}

export function takeWriterLock(folder: string, since: string): Promise<LockAttempt> {
  const address = lockAddress(folder);
  let name = '';
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(`${since}\n${name}`);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'EADDRINUSE') reject(problem);
      else void askHolder(address).then((holder) => resolve({ kind: 'taken', holder }));
    });
    server.listen(address, () => {
      server.unref();
      const tell = (now: string) => (name = now);
      resolve({ kind: 'held', lock: { tell, release: () => closeServer(server) } });
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Since when who has it; empty where it does not say in time. */
function askHolder(address: string): Promise<LockHolder> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(address);
    const finish = () => {
      socket.destroy();
      const [since = '', name = ''] = text.split('\n');
      resolve({ since, name });
    };
    socket.setTimeout(answerMilliseconds, finish);
    socket.on('data', (bytes: Buffer) => (text += bytes.toString('utf8')));
    socket.on('error', finish);
    socket.on('end', finish);
  });
}
