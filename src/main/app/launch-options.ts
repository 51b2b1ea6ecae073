import { app } from 'electron';
import { join } from 'node:path';

/** Where this run keeps its ledgers and which clock it believes; the overrides exist for tests and development only. */
export type LaunchOptions = {
  readonly isDemo: boolean;
  readonly ledgerFolder: string;
  /** What this machine saw last of each ledger, where nobody who puts a folder back finds it. */
  readonly stateFolder: string;
  /** Where the ledger is best moved to: this user's own data on this machine, in step with no other. */
  readonly localFolder: string;
  /** A fixed civil day instead of the machine's, or `undefined`. */
  readonly fixedToday: string | undefined;
  /** Lets tests derive keys quickly; refused in a packaged app. */
  readonly hasWeakKeyDerivation: boolean;
  readonly jail: JailLimits;
};

/** What a parser may take before it is killed (security.md §3.12). */
export type JailLimits = { readonly milliseconds: number; readonly memoryMegabytes: number };

const jailLimits: JailLimits = { milliseconds: 30_000, memoryMegabytes: 512 };

export function readLaunchOptions(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
): LaunchOptions {
  const overrides = app.isPackaged ? {} : environment;
  const folder = overrides['DUAL_COVERAGE_DATA'] ?? app.getPath('userData');
  app.setPath('userData', folder);
  const isDemo = argv.includes('--demo');
  return {
    isDemo,
    ledgerFolder: join(folder, isDemo ? 'practice-ledger' : 'ledger'),
    stateFolder: stateFolderOf(overrides, environment),
    localFolder: localFolderOf(overrides, environment),
    fixedToday: overrides['DUAL_COVERAGE_TODAY'],
    hasWeakKeyDerivation: overrides['DUAL_COVERAGE_WEAK_KEYS'] === '1',
    jail: jailFrom(overrides),
  };
}

/** A test may ask for a narrower jail, never for a wider one. */
function jailFrom(overrides: NodeJS.ProcessEnv): JailLimits {
  const narrowed = (name: string, limit: number) =>
    Math.min(Number(overrides[name] ?? limit), limit);
  return {
    milliseconds: narrowed('DUAL_COVERAGE_JAIL_MILLISECONDS', jailLimits.milliseconds),
    memoryMegabytes: narrowed('DUAL_COVERAGE_JAIL_MEGABYTES', jailLimits.memoryMegabytes),
  };
}

const programName = 'dual-coverage-desk';
/** Its name is shown to the user. */
const ledgerHome = '双覆盖账本';

function localFolderOf(overrides: NodeJS.ProcessEnv, environment: NodeJS.ProcessEnv): string {
  const data = overrides['DUAL_COVERAGE_DATA'];
  if (data !== undefined) return join(data, 'local', ledgerHome);
  const home = app.getPath('home');
  const base =
    process.platform === 'win32'
      ? localAppData(home, environment)
      : (environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'));
  return join(base, programName, ledgerHome);
}

const localAppData = (home: string, environment: NodeJS.ProcessEnv) =>
  environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');

/** The user's state folder by the rules of the system; beside the data of a test. */
function stateFolderOf(overrides: NodeJS.ProcessEnv, environment: NodeJS.ProcessEnv): string {
  const data = overrides['DUAL_COVERAGE_DATA'];
  if (data !== undefined) return overrides['DUAL_COVERAGE_STATE'] ?? join(data, 'state');
  const home = app.getPath('home');
  const base =
    process.platform === 'win32'
      ? localAppData(home, environment)
      : (environment['XDG_STATE_HOME'] ?? join(home, '.local', 'state'));
  return join(base, programName);
}
