import { useState } from 'react';
import { FailureBanner } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { askShell, askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { Secret } from '../../components/secret';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** 密钥文件: something one holds beside something one knows. Only the own slot changes. */
export function OwnKeyFile() {
  const slots = useVaultQuery('slots.list', {});
  const [passphrase, setPassphrase] = useState('');
  const [done, setDone] = useState('');
  const { isBusy, failure, run } = useAct();
  const hasFile = slots.data?.find(({ isMine }) => isMine)?.hasKeyFile ?? false;

  async function use(): Promise<void> {
    setDone('');
    const place = await run(() =>
      askShell('shell.choosePlace', { purpose: 'keyFileFolder', suggestedName: '密钥文件' }),
    );
    if (place?.status !== 'chosen') return;
    const used = await run(() =>
      askVault('slots.useKeyFile', { passphrase: bytesOf(passphrase), token: place.token }),
    );
    if (used === undefined) return;
    setPassphrase('');
    setDone(`已生成“${used.fileName}”，下次解锁要插上这个 U 盘`);
  }
  async function drop(): Promise<void> {
    setDone('');
    const dropped = await run(() =>
      askVault('slots.dropKeyFile', { passphrase: bytesOf(passphrase) }),
    );
    if (dropped === undefined) return;
    setPassphrase('');
    setDone('已停用，只用口令就能解锁');
  }

  return (
    <>
      <p className="small muted">
        {hasFile
          ? '本人解锁时要同时有口令和密钥文件。文件丢了，只能用恢复码打开。'
          : '可选的第二道关：在 U 盘上放一个密钥文件，以后解锁要同时有口令和这个 U 盘。U 盘丢了，只能用恢复码打开。'}
      </p>
      <div className="form-grid">
        <Secret
          id="key-file"
          label="现在的口令（密钥文件）"
          value={passphrase}
          onChange={setPassphrase}
        />
      </div>
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button"
          disabled={passphrase === '' || isBusy}
          onClick={() => void (hasFile ? drop() : use())}
        >
          {hasFile ? '停用密钥文件' : '选 U 盘，生成密钥文件'}
        </button>
        {done !== '' && <StatusMark kind="done">{done}</StatusMark>}
      </div>
    </>
  );
}
