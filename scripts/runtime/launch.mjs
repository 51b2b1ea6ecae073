import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../setup/say.mjs';
import { electronPath } from './locate.mjs';

export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const exitNoScreen = 1;
const noScreen =
  '没有找到显示器，也没有虚拟屏幕（xvfb-run），程序没有启动，数据没有任何变化。请在图形桌面上启动，或请管理员安装 xvfb 后重试。[S-902]';

/** Runs a command, under a virtual screen where the machine has none; resolves to its exit code. */
export function runWithScreen(command, args, { environment = {}, quiet = false } = {}) {
  const env = { ...process.env, ...environment };
  const isVirtual = !hasDisplay();
  if (isVirtual && !quiet) say('本机没有显示器，在虚拟屏幕（xvfb）中运行。');
  const [file, ...rest] = isVirtual
    ? ['xvfb-run', '-a', '--server-args=-screen 0 1600x1000x24', command, ...args]
    : [command, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(file, rest, { stdio: 'inherit', env, cwd: projectRoot });
    child.on('error', (problem) => {
      if (!isVirtual || problem.code !== 'ENOENT') return reject(problem);
      say(noScreen);
      return resolve(exitNoScreen);
    });
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Opens the desk from this checkout. As root Chromium has no sandbox to offer; packaged apps never pass this. */
export function runDesk(args) {
  const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return runWithScreen(electronPath(projectRoot), [...rootOnly, ...args], {
    environment: { DUAL_COVERAGE_ROOT: projectRoot },
  });
}
