import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findElectron } from './runtime/locate.mjs';
import { projectRoot } from './runtime/launch.mjs';
import { say } from './setup/say.mjs';
import { packForTests, packRelease, programName } from './release/pack.mjs';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });

if (process.platform !== 'linux') {
  say('[发布] 这里只打 Linux 包；Windows 安装包请在 Windows 上打。没有生成任何文件。');
  process.exit(1);
}
const out = resolve(values.out);
const runtime = findElectron(projectRoot);
const release = await packRelease(join(out, programName));
const test = await packForTests(join(out, `${programName}-test`));
say(`[发布] 正式包：${release.launcher}`);
say(`[发布] 测试包（同一份程序，仅打开调试开关）：${test.executable}`);
if (!release.isSandboxOwned)
  say('[发布] chrome-sandbox 需归 root 且权限为 4755，请由管理员打包或在安装时设置。');
if (runtime?.kind === 'fallback')
  say(
    '[发布] 所用运行时是 Electron 33，仅供开发和测试；正式发布须用 package.json 所定版本重新打包。',
  );
