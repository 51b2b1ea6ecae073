import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './setup/dependencies.mjs';
import { say } from './setup/say.mjs';
import { installSystemLibraries } from './setup/system-libraries.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wantsBuild = !process.argv.includes('--no-build');
const wantsWindow = !process.argv.includes('--no-window');

try {
  const start = performance.now();
  await installDependencies(root);
  if (wantsWindow) await installSystemLibraries();
  // These import installed packages, so they can only be loaded now.
  const { installElectron } = await import('./setup/electron-runtime.mjs');
  const { buildIfStale } = await import('./setup/build.mjs');
  if (wantsWindow) await installElectron(root);
  if (wantsBuild) await buildIfStale(root);
  say(`[准备] 就绪（${((performance.now() - start) / 1000).toFixed(1)} 秒）`);
} catch (problem) {
  say(`[准备] ${problem instanceof Error ? problem.message : String(problem)}`);
  process.exitCode = 1;
}
