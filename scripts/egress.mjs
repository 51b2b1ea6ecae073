import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addressedCalls } from './egress/read-trace.mjs';
import { packRelease } from './release/pack.mjs';
import { projectRoot, runWithScreen } from './runtime/launch.mjs';
import { say } from './setup/say.mjs';

/**
 * Traces every network call of the desk: over the whole tour, where none may name an address outside this machine
 * (Playwright itself speaks over the loopback), or with --release of the release left alone, where none may name any.
 */
const { values } = parseArgs({
  options: {
    release: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '60' },
  },
});
/** Owns nothing on this machine; a release does not run as root. */
const ordinaryUser = 12_345;

if (spawnSync('strace', ['--version']).status !== 0) {
  console.error('缺少 strace，没有验证。请管理员执行：apt-get install strace');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'egress-'));
try {
  const isDone = values.release ? await traceRelease() : await traceTour();
  const traces = readdirSync(folder).filter((name) => name.startsWith('trace.'));
  const calls = traces.flatMap((name) =>
    addressedCalls(readFileSync(join(folder, name), 'utf8'), { isLoopbackCounted: values.release }),
  );
  for (const call of calls) say(`[外联] ${call}`);
  const what = values.release ? `正式包静置 ${values.seconds} 秒` : '走完全部巡览';
  say(`[外联] ${what}，跟踪 ${traces.length} 个线程，对外网络调用 ${calls.length} 次。`);
  if (!isDone) say('[外联] 程序没有走完，这次不算数。');
  process.exitCode = calls.length === 0 && traces.length > 0 && isDone ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function traced(command) {
  const calls = ['-e', 'trace=connect,bind,sendto,sendmsg,sendmmsg'];
  return ['--seccomp-bpf', '-ff', ...calls, '-o', join(folder, 'trace'), ...command];
}

/** Every screen, imports, prints and a lock, as the tour shows them. */
async function traceTour() {
  const tour = [
    join(projectRoot, 'scripts', 'tour.mjs'),
    '--inside',
    '--out',
    join(folder, 'tour'),
  ];
  return (
    (await runWithScreen('strace', traced([process.execPath, ...tour]), { quiet: true })) === 0
  );
}

async function traceRelease() {
  chmodSync(folder, 0o777);
  mkdirSync(join(folder, 'home'), { mode: 0o777 });
  chmodSync(join(folder, 'home'), 0o777);
  const { launcher } = await packRelease(join(folder, 'desk'));
  const user = ['setpriv', `--reuid=${ordinaryUser}`, `--regid=${ordinaryUser}`, '--clear-groups'];
  const screen = ['xvfb-run', '-a', 'timeout', '-s', 'TERM', values.seconds, launcher];
  const [file, ...args] = [...(process.getuid?.() === 0 ? user : []), 'strace', ...traced(screen)];
  const env = { PATH: process.env.PATH, HOME: join(folder, 'home'), LANG: 'C.UTF-8' };
  // 124: it was still there when its time was over.
  return spawnSync(file, args, { env, stdio: 'ignore' }).status === 124;
}
