import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** Makes one runnable file of a support script, for processes that a test starts and kills. */
export async function bundleScript(name: string): Promise<string> {
  const outDir = join(root, 'node_modules/.cache/dual-coverage-desk/scripts');
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'tests/support', `${name}.ts`),
      outDir,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  });
  return join(outDir, `${name}.mjs`);
}
