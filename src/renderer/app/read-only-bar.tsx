import { useState } from 'react';
import type { Notice, ReadOnly } from '../../contract/session';
import { FailureBanner } from '../components/notices';
import { StatusMark } from '../components/status-mark';
import { askShell, askVault } from '../lib/desk';
import { useNavigation } from '../lib/navigation';
import { useAct } from '../lib/use-act';

const acceptWords: Readonly<Record<string, string>> = {
  'R-330': '已核对来源，以这份为准',
  'L-502': '以这份为准，继续使用',
  'L-504': '那边已关闭，在这台电脑使用',
};

/** Why nothing is written, on every page until it is settled, with the one act that settles it. */
export function ReadOnlyBar({
  readOnly,
  onNotices,
}: {
  readOnly: ReadOnly;
  /** What opening has to say once the copy may be written to. */
  onNotices: (notices: readonly Notice[]) => void;
}) {
  const { isBusy, failure, run } = useAct();
  const { go } = useNavigation();
  const [done, setDone] = useState('');
  async function accept(): Promise<boolean> {
    const opened = await run(() => askVault('session.accept', {}));
    if (opened !== undefined) onNotices(opened.notices);
    return opened !== undefined;
  }
  /** This line stays whole in the history, and the backups hold the other one: the difference is seen first. */
  async function takeOther(): Promise<void> {
    if (await accept()) go({ page: 'backups' });
  }
  async function reopen(): Promise<void> {
    const opened = await run(() => askVault('session.reopen', {}));
    if (opened !== undefined) onNotices(opened.notices);
  }
  async function copyOut(): Promise<void> {
    setDone('');
    const place = await run(() =>
      askShell('shell.choosePlace', { purpose: 'backupFolder', suggestedName: '' }),
    );
    if (place?.status !== 'chosen') return;
    const copied = await run(() => askVault('backups.emergency', { token: place.token }));
    if (copied !== undefined)
      setDone(
        `已另存到“${place.name}”并解密校验：${copied.fileName}，${copied.records} 条记录，含未保存的表单 ${copied.drafts} 份`,
      );
  }
  return (
    <div className="read-only-bar" role="region" aria-label="只读">
      <div className="banner" role="alert">
        {readOnly.message}
      </div>
      {(readOnly.remedy === 'accept' || readOnly.remedy === 'choose') && (
        <button type="button" className="button" disabled={isBusy} onClick={() => void accept()}>
          {acceptWords[readOnly.code]}
        </button>
      )}
      {readOnly.remedy === 'choose' && (
        <button type="button" className="button" disabled={isBusy} onClick={() => void takeOther()}>
          以另一份为准，从备份恢复
        </button>
      )}
      {readOnly.remedy === 'reopen' && (
        <>
          <button type="button" className="button" disabled={isBusy} onClick={() => void reopen()}>
            重试
          </button>
          <button type="button" className="button" disabled={isBusy} onClick={() => void copyOut()}>
            另存到 U 盘
          </button>
        </>
      )}
      {done !== '' && <StatusMark kind="done">{done}</StatusMark>}
      <FailureBanner failure={failure} />
    </div>
  );
}
