import { useState } from 'react';
import type { BackupSource, BackupView } from '../../../contract/vault-care';
import { FailureBanner, Loading } from '../../components/notices';
import { PageHead, Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { askShell, askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { BackupAssurance } from './backup-assurance';
import { LedgerPlace } from './ledger-place';
import { RestorePanel } from './restore-panel';
import './backups.css';

/** Is there a copy that opens, and how do I go back to it? */
export function BackupsPage() {
  const { data, failure } = useVaultQuery('care.overview', {});
  const [chosen, setChosen] = useState<BackupSource>();
  const [done, setDone] = useState('');
  const act = useAct();
  if (data === undefined)
    return (
      <div className="page-scroll">
        {failure === undefined ? <Loading /> : <FailureBanner failure={failure} />}
      </div>
    );

  async function make(): Promise<void> {
    setDone('');
    const made = await act.run(() => askVault('backups.make', {}));
    if (made !== undefined) setDone(`已备份并逐条校验，共 ${made.records} 条记录`);
  }

  async function copyOut(): Promise<void> {
    setDone('');
    const place = await act.run(() =>
      askShell('shell.choosePlace', { purpose: 'backupFolder', suggestedName: '' }),
    );
    if (place?.status !== 'chosen') return;
    const copied = await act.run(() => askVault('backups.copyOut', { token: place.token }));
    if (copied !== undefined) setDone(`已备份到“${place.name}”并回读校验：${copied.fileName}`);
  }

  async function openFile(): Promise<void> {
    const place = await act.run(() =>
      askShell('shell.choosePlace', { purpose: 'backupFile', suggestedName: '' }),
    );
    if (place?.status === 'chosen') setChosen({ kind: 'file', token: place.token });
  }

  return (
    <div className="page-scroll">
      <PageHead title="备份" sentence="锁定、退出和每使用两小时自动备份，每份都整体解密校验">
        <button
          type="button"
          className="button is-primary"
          disabled={act.isBusy}
          onClick={() => void copyOut()}
        >
          {act.isBusy ? '正在备份…' : '备份到 U 盘'}
        </button>
        <button type="button" className="button" disabled={act.isBusy} onClick={() => void make()}>
          现在备份
        </button>
        <button type="button" className="button" onClick={() => void openFile()}>
          从文件恢复
        </button>
      </PageHead>
      <FailureBanner failure={act.failure} />
      {done !== '' && (
        <p role="status">
          <StatusMark kind="done">{done}</StatusMark>
        </p>
      )}
      <BackupAssurance overview={data} />
      <LedgerPlace />
      {chosen !== undefined && (
        <RestorePanel
          key={JSON.stringify(chosen)}
          source={chosen}
          onClose={() => setChosen(undefined)}
        />
      )}
      <Section
        title="本机备份"
        remark="保留最近 14 天、8 周、24 个月和每年各一份，至少留三份已校验的"
      >
        <BackupTable
          backups={data.backups}
          onRestore={(name) => setChosen({ kind: 'shelf', name })}
        />
      </Section>
    </div>
  );
}

function BackupTable({
  backups,
  onRestore,
}: {
  backups: readonly BackupView[];
  onRestore: (name: string) => void;
}) {
  if (backups.length === 0)
    return <p className="muted">还没有备份。账本有改动后，第一次锁定时会自动备份。</p>;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>备份时间</th>
          <th>校验</th>
          <th className="num">记录</th>
          <th className="num">到第几条操作</th>
          <th className="num">大小</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {backups.map(({ name, madeAt, bytes, verified }) => (
          <tr key={name}>
            <td>{madeAt}</td>
            <td>
              {verified === undefined ? (
                <StatusMark kind="unknown">未校验，不能用来恢复</StatusMark>
              ) : (
                <StatusMark kind="done">{verified.at} 已解密校验</StatusMark>
              )}
            </td>
            <td className="num">{verified?.records ?? '—'}</td>
            <td className="num">{verified?.sequence ?? '—'}</td>
            <td className="num">{sizeWords(bytes)}</td>
            <td>
              {verified !== undefined && (
                <button type="button" className="link" onClick={() => onRestore(name)}>
                  查看差异并恢复
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const kibibyte = 1024;
function sizeWords(bytes: number): string {
  return bytes < kibibyte * kibibyte
    ? `${Math.ceil(bytes / kibibyte)} KB`
    : `${(bytes / kibibyte / kibibyte).toFixed(1)} MB`;
}
