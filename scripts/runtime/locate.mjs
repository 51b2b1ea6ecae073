import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const executableName = process.platform === 'win32' ? 'electron.exe' : 'electron';

/** Unpacked runtimes live outside the work tree and are shared by all checkouts. */
export const runtimeCache = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  'dual-coverage-desk',
);
export const fallbackVersion = '33.2.1';
export const fallbackFolder = join(runtimeCache, `electron-${fallbackVersion}`);

function official(root) {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

/**
 * The Electron that runs here: named by ELECTRON_OVERRIDE_DIST_PATH, else the official one, else the
 * registry fallback (linux-x64, development and tests only). `undefined` where none is installed.
 */
export function findElectron(root) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return { kind: 'override', path: join(override, executableName) };
  const installed = official(root);
  if (installed) return { kind: 'official', path: installed };
  const fallback = join(fallbackFolder, executableName);
  return existsSync(fallback) ? { kind: 'fallback', path: fallback } : undefined;
}

/** The executable's path, or an error that says what to run. */
export function electronPath(root) {
  const found = findElectron(root);
  if (!found) throw new Error('没有可用的 Electron，请先运行 npm run setup。');
  return found.path;
}
