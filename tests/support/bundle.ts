import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

export const root = join(import.meta.dirname, '../..');

type BundleOptions = {
  readonly outName?: string;
  /** Changes the source of one module on the way; undefined leaves it as it is. */
  readonly transform?: (code: string, id: string) => string | undefined;
};

/** Makes one runnable file of a support script, for processes that a test starts and kills. */
export async function bundleScript(name: string, options: BundleOptions = {}): Promise<string> {
  const outDir = join(root, 'node_modules/.cache/dual-coverage-desk/scripts');
  const outName = options.outName ?? name;
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true },
    plugins: options.transform === undefined ? [] : [changing(options.transform)],
    build: {
      ssr: join(root, 'tests/support', `${name}.ts`),
      outDir,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: `${outName}.mjs`, codeSplitting: false } },
    },
  });
  return join(outDir, `${outName}.mjs`);
}

const changing = (transform: NonNullable<BundleOptions['transform']>): Plugin => ({
  name: 'change-source',
  enforce: 'pre',
  transform: (code, id) => transform(code, id),
});
