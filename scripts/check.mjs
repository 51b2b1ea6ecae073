import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, runWithScreen } from './runtime/launch.mjs';

const isFull = process.argv.includes('--full');
const reports = join(projectRoot, 'test-results');
const unitReport = join(reports, 'unit.json');
const windowReport = join(reports, 'window.json');
const bin = (name) => join(projectRoot, 'node_modules', '.bin', name);
const layers = ['src/core', 'src/contract', 'src/main', 'src/preload', 'src/renderer', 'tests'];

/** Resolves to whether it went well. What runs beside others prints in one piece, at its end. */
function run(command, args, { isAlone = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, { cwd: projectRoot, stdio });
    const printed = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (piece) => printed.push(piece));
    child.on('error', reject);
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(printed));
      resolve(code === 0);
    });
  });
}

/** What the compiler and the formatter know of files that did not change since. */
const known = join(projectRoot, 'node_modules', '.cache', 'check');

async function checkTypes() {
  let isGood = true;
  for (const layer of layers) {
    const info = join(known, `${layer.replace('/', '-')}.tsbuildinfo`);
    const how = ['--noEmit', '--incremental', '--tsBuildInfoFile', info];
    isGood = (await run(bin('tsc'), ['-p', layer, ...how])) && isGood;
  }
  return isGood;
}

function checkFormat() {
  const cache = ['--cache', '--cache-strategy', 'content', '--cache-location'];
  return run(bin('prettier'), [
    ...['--check', '--log-level', 'warn', ...cache, join(known, 'prettier.json')],
    ...['src', 'tests', 'scripts'],
  ]);
}

/** Two lanes, for the two cores that a check may count on: reading the code, then running it. */
const reading = [
  [['写法', () => run(bin('eslint'), ['src', 'tests', 'scripts', '--max-warnings', '0'])]],
  [
    ['格式', checkFormat],
    ['依赖方向', () => run(bin('depcruise'), ['src', '--config', '.dependency-cruiser.cjs'])],
    ['类型', checkTypes],
  ],
];
const running = [
  [
    '单元测试',
    () =>
      run(
        bin('vitest'),
        [
          'run',
          '--reporter=default',
          '--reporter=json',
          // Killing and damaging hundreds of ledgers takes longer than all the rest: the full check does it.
          ...(isFull
            ? []
            : [
                '--exclude',
                'tests/main/vault/ledger/{kill,fuzz,power-loss,mutants,full-disk}.test.ts',
              ]),
          `--outputFile.json=${unitReport}`,
        ],
        { isAlone: true },
      ),
  ],
];
if (isFull) {
  running.push([
    '窗口测试',
    async () =>
      (await runWithScreen(bin('playwright'), ['test'], {
        environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: windowReport },
        quiet: true,
      })) === 0,
  ]);
}

function countUnit() {
  if (!existsSync(unitReport)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
    readFileSync(unitReport, 'utf8'),
  );
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, numFailedTests === 0 ? numFailedTestSuites : 0),
  };
}

function countWindow() {
  if (!existsSync(windowReport)) return { passed: 0, failed: 0 };
  const { stats } = JSON.parse(readFileSync(windowReport, 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const broken = [];
async function runLane(lane) {
  for (const [name, work] of lane) {
    const start = performance.now();
    const isGood = await work();
    console.log(
      `[检查] ${name}${isGood ? '通过' : '未通过'}（${((performance.now() - start) / 1000).toFixed(1)} 秒）`,
    );
    if (!isGood) broken.push(name);
  }
}
await Promise.all(reading.map(runLane));
await runLane(running);
const unit = countUnit();
const windows = countWindow();
if (broken.length > 0) console.log(`[检查] 未通过：${broken.join('、')}`);
console.log(`${unit.passed + windows.passed} passed, ${unit.failed + windows.failed} failed`);
process.exitCode = broken.length === 0 ? 0 : 1;
