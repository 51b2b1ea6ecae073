import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { projectRoot } from '../runtime/launch.mjs';
import { electronPath } from '../runtime/locate.mjs';
import { asarOf } from './asar.mjs';
import { releaseFuses, setFuses, testFuses } from './fuses.mjs';

export const programName = 'dual-coverage-desk';
const executableMode = 0o755;
const setUserMode = 0o4755;

/** What the app needs to run: built files without maps, sources and the tools of the console. */
function appFiles() {
  const built = join(projectRoot, 'out');
  const { name, productName, version, type, main } = JSON.parse(
    readFileSync(join(projectRoot, 'package.json'), 'utf8'),
  );
  const files = readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/\.(map|ts)$/.test(file))
    .filter((file) => !['inspect.js', 'source-digest'].includes(basename(file)))
    .sort()
    .map((file) => ({
      path: `out/${relative(built, file).split(sep).join('/')}`,
      bytes: readFileSync(file),
    }));
  const manifest = JSON.stringify({ name, productName, version, type, main });
  return [...files, { path: 'package.json', bytes: Buffer.from(manifest) }];
}

/** The runtime of this machine with our archive in it, under the name of an unpacked Electron. */
function copyRuntime(folder) {
  const runtime = dirname(electronPath(projectRoot));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: executableMode });
  cpSync(runtime, folder, {
    recursive: true,
    filter: (source) => !/^resources[\\/](app|default_app)/.test(relative(runtime, source)),
  });
  writeFileSync(join(folder, 'resources', 'app.asar'), asarOf(appFiles()), { mode: 0o644 });
  return join(folder, basename(electronPath(projectRoot)));
}

/** The artefact people get: fuses as in security.md §4, a launcher in front. Says what could not be set. */
export async function packRelease(folder) {
  const executable = join(folder, `${programName}.bin`);
  renameSync(copyRuntime(folder), executable);
  await setFuses(executable, releaseFuses);
  const launcher = join(folder, programName);
  copyFileSync(join(projectRoot, 'scripts', 'release', 'launcher.sh'), launcher);
  chmodSync(launcher, executableMode);
  return { launcher, executable, isSandboxOwned: ownSandbox(join(folder, 'chrome-sandbox')) };
}

/** The same code with the inspector on; keeps the name by which Electron knows that it is not packaged. */
export async function packForTests(folder) {
  const executable = copyRuntime(folder);
  await setFuses(executable, testFuses);
  return { executable };
}

/** Chromium's helper for kernels without user namespaces must belong to root; only root can see to that. */
function ownSandbox(helper) {
  if (process.getuid?.() !== 0) return false;
  chownSync(helper, 0, 0);
  chmodSync(helper, setUserMode);
  return true;
}
