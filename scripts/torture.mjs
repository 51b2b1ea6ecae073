import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './runtime/launch.mjs';

/** security.md §5 at any size: every part is the same test that `npm test` runs small. */
const folder = join(projectRoot, 'test-results', 'torture');
const parts = [
  { flag: 'kills', file: 'kill', words: 'R1 随时强杀', variable: 'TORTURE_KILLS' },
  { flag: 'powerloss', file: 'power-loss', words: 'R2 断电', variable: 'TORTURE_POWERLOSS' },
  { flag: 'mutants', file: 'mutants', words: 'R3 故意改坏的程序', variable: undefined },
  { flag: 'fuzz', file: 'fuzz', words: 'R4 文件损坏', variable: 'TORTURE_FUZZ' },
  { flag: 'full', file: 'full-disk', words: 'R5 R6 写入出错', variable: 'TORTURE_FULL' },
];

function sizeOf(flag) {
  const at = process.argv.indexOf(`--${flag}`);
  if (at < 0) return undefined;
  const value = process.argv[at + 1];
  return value === undefined || value.startsWith('--') ? '' : value;
}

function run({ file, variable, words }, size) {
  const report = join(folder, `${file}.json`);
  console.log(`[折磨] ${words}${size === '' ? '' : `：${size}`}`);
  const { status } = spawnSync(
    join(projectRoot, 'node_modules/.bin/vitest'),
    ['run', `tests/main/vault/ledger/${file}.test.ts`],
    {
      cwd: projectRoot,
      stdio: ['ignore', 2, 2],
      env: {
        ...process.env,
        TORTURE_REPORT: report,
        ...(variable === undefined || size === '' ? {} : { [variable]: size }),
      },
    },
  );
  const figures = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  return { words, isGood: status === 0, ...figures };
}

const chosen = parts.flatMap((part) => {
  const size = sizeOf(part.flag);
  return size === undefined ? [] : [{ part, size }];
});
if (chosen.length === 0) {
  console.error(
    '[折磨] 用法：npm run torture -- --kills N --powerloss N --fuzz N --full N --mutants',
  );
  process.exit(2);
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const results = chosen.map(({ part, size }) => run(part, size));
const columns = [
  ['项目', 'words'],
  ['次数', 'cases'],
  ['已确认的操作', 'acknowledged'],
  ['丢失', 'lost'],
  ['无声错误', 'silent'],
  ['误报', 'falseAlarms'],
  ['见到的提示', 'messages'],
];
console.log(`| ${columns.map(([head]) => head).join(' | ')} | 结果 |`);
console.log(`|${' --- |'.repeat(columns.length + 1)}`);
for (const result of results) {
  const cells = columns.map(([, key]) => result[key] ?? '—');
  console.log(`| ${cells.join(' | ')} | ${result.isGood ? '通过' : '未通过'} |`);
}
process.exitCode = results.every(({ isGood }) => isGood) ? 0 : 1;
