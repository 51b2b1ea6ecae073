import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Belongs to nobody here: it owns nothing but the home it is given. */
const ordinaryUser = 12_345;
const isRoot = process.getuid?.() === 0;

export type OrdinaryHome = { readonly folder: string; readonly remove: () => void };

/** A home of the ordinary user, with a key to the screen the tests run on. */
export function ordinaryHome(): OrdinaryHome {
  const folder = mkdtempSync(join(tmpdir(), 'home-'));
  const key = process.env['XAUTHORITY'] ?? '';
  const ownKey = join(folder, '.Xauthority');
  if (existsSync(key)) copyFileSync(key, ownKey);
  for (const path of [folder, ownKey].filter((each) => isRoot && existsSync(each)))
    chownSync(path, ordinaryUser, ordinaryUser);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Lets the ordinary user into a folder that a test made. */
export function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
}

export type Run = {
  readonly child: ChildProcess;
  /** What it wrote on either stream so far. */
  readonly said: () => string;
  readonly ended: Promise<number | null>;
  /** Asks it to end; what it started ends with it. */
  readonly stop: () => Promise<number | null>;
};

/** Starts a program as an ordinary user of the machine, whoever runs the tests. */
export function runAsOrdinary(
  command: readonly string[],
  home: OrdinaryHome,
  environment: Readonly<Record<string, string>> = {},
): Run {
  const drop = ['setpriv', `--reuid=${ordinaryUser}`, `--regid=${ordinaryUser}`, '--clear-groups'];
  const [file = '', ...args] = isRoot ? [...drop, ...command] : command;
  const child = spawn(file, args, {
    cwd: home.folder,
    env: {
      PATH: process.env['PATH'],
      DISPLAY: process.env['DISPLAY'],
      HOME: home.folder,
      XAUTHORITY: join(home.folder, '.Xauthority'),
      LANG: 'C.UTF-8',
      ...environment,
    },
  });
  let words = '';
  child.stdout.on('data', (piece: Buffer) => (words += piece.toString('utf8')));
  child.stderr.on('data', (piece: Buffer) => (words += piece.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { child, said: () => words, ended, stop };
}
