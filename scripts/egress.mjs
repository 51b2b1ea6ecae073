import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot, runWithScreen } from './runtime/launch.mjs';
import { electronPath } from './runtime/locate.mjs';
import { addressedCalls } from './egress/read-trace.mjs';
import { say } from './setup/say.mjs';

/** Runs the desk under strace and counts every network call that names an address which is not this machine's own. */
const secondsAlone = Number(process.env.EGRESS_SECONDS ?? 20);

if (spawnSync('strace', ['--version']).status !== 0) {
  console.error('缺少 strace，没有验证。请管理员执行：apt-get install strace');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'egress-'));
try {
  await runDesk();
  const calls = readdirSync(folder)
    .filter((name) => name.startsWith('trace'))
    .flatMap((name) => addressedCalls(readFileSync(join(folder, name), 'utf8')));
  const traced = readdirSync(folder).filter((name) => name.startsWith('trace')).length;
  for (const call of calls) say(`[外联] ${call}`);
  say(`[外联] 跟踪 ${traced} 个线程 ${secondsAlone} 秒，对外网络调用 ${calls.length} 次。`);
  process.exitCode = calls.length === 0 && traced > 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The practice ledger opens by itself, draws its home page and is left alone. */
async function runDesk() {
  const data = join(folder, 'data');
  const trace = ['-ff', '-e', 'trace=connect,sendto,sendmsg,sendmmsg', '-o', join(folder, 'trace')];
  const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const desk = ['strace', ...trace, electronPath(projectRoot), ...rootOnly, '--demo'];
  await runWithScreen('timeout', ['-s', 'TERM', String(secondsAlone), ...desk], {
    quiet: true,
    environment: {
      DUAL_COVERAGE_ROOT: projectRoot,
      DUAL_COVERAGE_DATA: data,
      DUAL_COVERAGE_WEAK_KEYS: '1',
    },
  });
}
