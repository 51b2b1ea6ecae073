import type { CareOverview } from '../../../contract/vault-care';
import { FailureBanner } from '../../components/notices';
import { Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { askShell, askVault } from '../../lib/desk';
import { longDate } from '../../lib/format';
import { useAct } from '../../lib/use-act';

/** The three things that let somebody sleep: a copy elsewhere, a rehearsed restore, a sheet that opens it. */
export function BackupAssurance({ overview }: { overview: CareOverview }) {
  const { lastCheck, externalOn, daysWithoutExternal, isExternalDue } = overview;
  const { isBusy, failure, run } = useAct();
  return (
    <Section title="有没有保障">
      <ul className="assurance">
        <li>
          <StatusMark kind={isExternalDue ? 'soon' : externalOn === null ? 'unknown' : 'done'}>
            {externalWords(externalOn, daysWithoutExternal)}
          </StatusMark>
        </li>
        <li>
          <StatusMark kind={lastCheck === null ? 'unknown' : lastCheck.isGood ? 'done' : 'over'}>
            {lastCheck === null
              ? '还没有做过校验和恢复演练，每周自动做一次'
              : `${longDate(lastCheck.on)}：${lastCheck.words}`}
          </StatusMark>{' '}
          <button
            type="button"
            className="link"
            disabled={isBusy}
            onClick={() => void run(() => askVault('backups.check', {}))}
          >
            {isBusy ? '正在校验…' : '现在校验并演练恢复'}
          </button>
        </li>
        <li>
          <StatusMark kind={overview.opensWithRecoverySheet ? 'done' : 'soon'}>
            {overview.opensWithRecoverySheet
              ? '恢复单可以打开全部新备份，口令失效也不怕'
              : '恢复单还打不开备份：用恢复码解锁一次即可补上'}
          </StatusMark>
        </li>
        <MirrorLine mirror={overview.mirror} />
      </ul>
      <FailureBanner failure={failure} />
    </Section>
  );
}

const mirrorWords: Readonly<Record<CareOverview['mirror']['state'], string>> = {
  none: '没有镜像文件夹：硬盘坏一处时，只能靠备份',
  good: '每一步同时写入镜像文件夹',
  failed: '镜像文件夹写不进去，重新打开账本后会自动补齐',
  away: '镜像文件夹没有找到，这次只写入账本自己的文件夹',
};

/** A second folder for the journals, at best on a second disk. */
function MirrorLine({ mirror }: { mirror: CareOverview['mirror'] }) {
  const { isBusy, failure, run } = useAct();
  const kind = mirror.state === 'good' ? 'done' : mirror.state === 'none' ? 'unknown' : 'soon';
  async function choose(): Promise<void> {
    const place = await run(() =>
      askShell('shell.choosePlace', { purpose: 'mirrorFolder', suggestedName: '' }),
    );
    if (place?.status === 'chosen')
      await run(() => askVault('mirror.choose', { token: place.token }));
  }
  return (
    <li>
      <StatusMark kind={kind}>
        {mirrorWords[mirror.state]}
        {mirror.name === '' ? '' : `（${mirror.name}）`}
      </StatusMark>{' '}
      <button type="button" className="link" disabled={isBusy} onClick={() => void choose()}>
        {mirror.state === 'none' ? '选镜像文件夹' : '换一个'}
      </button>
      {mirror.state !== 'none' && (
        <button
          type="button"
          className="link"
          disabled={isBusy}
          onClick={() => void run(() => askVault('mirror.end', {}))}
        >
          停用
        </button>
      )}
      <FailureBanner failure={failure} />
    </li>
  );
}

function externalWords(externalOn: CareOverview['externalOn'], days: number): string {
  if (externalOn === null) return `还没有备份到外部存储，电脑损坏时最多会丢失这 ${days} 天的内容`;
  return days === 0
    ? '今天已备份到外部存储'
    : `上次备份到外部存储是 ${longDate(externalOn)}，已过 ${days} 天`;
}
