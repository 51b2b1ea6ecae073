import { app } from 'electron';
import { join } from 'node:path';

/** Where this run keeps its ledgers and which clock it believes; the overrides exist for tests and development only. */
export type LaunchOptions = {
  readonly isDemo: boolean;
  readonly ledgerFolder: string;
  /** A fixed civil day instead of the machine's, or `undefined`. */
  readonly fixedToday: string | undefined;
  /** Lets tests derive keys quickly; refused in a packaged app. */
  readonly hasWeakKeyDerivation: boolean;
};

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
    fixedToday: overrides['DUAL_COVERAGE_TODAY'],
    hasWeakKeyDerivation: overrides['DUAL_COVERAGE_WEAK_KEYS'] === '1',
  };
}
