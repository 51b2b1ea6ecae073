import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';

/** architecture.md §2: each of the three nets catches a planted violation. */
const root = join(import.meta.dirname, '../..');
const planted: string[] = [];
afterAll(() => {
  for (const path of planted) rmSync(path, { recursive: true, force: true });
});

describe('ESLint', () => {
  it.each([
    [
      'the clock in core',
      'src/core/labels/labels.ts',
      'export const at = new Date();',
      'no-restricted-syntax',
    ],
    [
      'chance in core',
      'src/core/labels/labels.ts',
      'export const at = Math.random();',
      'no-restricted-syntax',
    ],
    ['a default export', 'src/core/labels/labels.ts', 'export default 1;', 'no-restricted-syntax'],
    [
      'raw ipcMain',
      'src/main/app/window.ts',
      "import { ipcMain } from 'electron';\nipcMain.removeAllListeners();",
      'no-restricted-syntax',
    ],
    [
      'a network module',
      'src/main/app/window.ts',
      "import { get } from 'node:https';\nexport const reach = get;",
      'no-restricted-imports',
    ],
    [
      'fetch in the window',
      'src/renderer/lib/format.ts',
      "export const reach = () => fetch('x');",
      'no-restricted-globals',
    ],
  ])('catches %s', { timeout: 60_000 }, async (_what, file, code, rule) => {
    const eslint = new ESLint({ cwd: root });
    const [result] = await eslint.lintText(code, { filePath: join(root, file) });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(rule);
  });
});

describe('dependency-cruiser', () => {
  const tree = mkdtempSync(join(root, 'node_modules/.cache/house-'));
  planted.push(tree);
  const plant = (path: string, code: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), code);
  };
  plant('src/core/a.ts', "import '../main/b';\nimport 'node:fs';\n");
  plant('src/main/b.ts', "import '../renderer/features/one/c';\n");
  plant('src/renderer/features/one/c.ts', "import '../two/d';\nimport '../../../main/b';\n");
  plant('src/renderer/features/two/d.ts', "import '../one/c';\nimport '../../app/e';\n");
  plant('src/renderer/app/e.ts', 'export const e = 1;\n');
  writeFileSync(join(tree, 'tsconfig.base.json'), '{}');
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));

  it('names every rule that a bad tree breaks', () => {
    const { stdout } = spawnSync(
      join(root, 'node_modules/.bin/depcruise'),
      ['src', '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json'],
      { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { rule: { name: string } }[] };
    };
    const names = new Set(summary.violations.map(({ rule }) => rule.name));
    expect([...names]).toEqual(
      expect.arrayContaining([
        'no-cycles',
        'core-is-pure',
        'main-not-to-renderer',
        'renderer-not-to-main',
        'features-are-islands',
        'features-not-to-app',
      ]),
    );
  });
});

describe('the compiler', () => {
  it.each([
    ['process in core', 'src/core', 'export const home = process.env;'],
    ['document in core', 'src/core', 'export const title = document.title;'],
    [
      'Node in the window',
      'src/renderer',
      "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
    ],
  ])('refuses %s', { timeout: 60_000 }, (_what, layer, code) => {
    const file = join(root, layer, 'planted-violation.ts');
    const config = join(root, layer, 'tsconfig.planted.json');
    planted.push(file, config);
    writeFileSync(file, code);
    writeFileSync(
      config,
      JSON.stringify({ extends: './tsconfig.json', include: ['./planted-violation.ts'] }),
    );
    const compiler = join(root, 'node_modules/.bin/tsc');
    const { status, stdout } = spawnSync(compiler, ['-p', config, '--noEmit'], {
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stdout).toMatch(/planted-violation\.ts\(1,\d+\): error/);
    rmSync(file);
    rmSync(config);
  });
});
