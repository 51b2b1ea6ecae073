import { useState } from 'react';
import type { VaultOutput } from '../../../contract/channels';
import { ModalDialog } from '../../components/modal-dialog';
import { MoveLedger } from '../../components/move-ledger';
import { FailureBanner } from '../../components/notices';
import { Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';

type Left = NonNullable<VaultOutput<'place.get'>['left']>;

/** In which folder the ledger is, and the way to another one. */
export function LedgerPlace() {
  const { data, failure } = useVaultQuery('place.get', {});
  const [done, setDone] = useState('');
  if (data === undefined) return <FailureBanner failure={failure} />;
  const { name, risk, left } = data;
  return (
    <Section
      title="账本放在哪里"
      remark="移动时复制全部文件和本机备份，逐字节核对、整体解密校验，全部一致才启用新位置；旧文件夹不会自动删除"
    >
      <ul className="assurance">
        <li className="place-line">
          <StatusMark kind={risk === '' ? 'done' : 'soon'}>
            {risk === '' ? `在本机的“${name}”文件夹里` : `${risk}（文件夹“${name}”）`}
          </StatusMark>
          <MoveLedger act="移到别的文件夹并校验" />
        </li>
        {left !== null && <OldCopy left={left} onDone={setDone} />}
      </ul>
      {done !== '' && (
        <p role="status">
          <StatusMark kind="done">{done}</StatusMark>
        </p>
      )}
    </Section>
  );
}

/** What the move left behind goes only by a word of its own. */
function OldCopy({ left, onDone }: { left: Left; onDone: (words: string) => void }) {
  const [isAsking, setAsking] = useState(false);
  const { isBusy, failure, run } = useAct();
  async function clear(): Promise<void> {
    const cleared = await run(() => askVault('place.clearOld', {}));
    if (cleared === undefined) return;
    setAsking(false);
    const kept =
      cleared.kept === 0
        ? ''
        : `；有 ${cleared.kept} 个文件与新位置的不同，没有删除，请核对是不是在别的电脑上改过`;
    onDone(`已删除旧文件夹“${left.name}”中的 ${cleared.removed} 个文件${kept}`);
  }
  return (
    <li>
      <StatusMark kind="soon">
        旧文件夹“{left.name}”里还留有副本，共 {left.files} 个文件，程序不会再打开它
      </StatusMark>{' '}
      <button type="button" className="link" onClick={() => setAsking(true)}>
        删除旧文件夹中的副本
      </button>
      {isAsking && (
        <ModalDialog name="删除旧文件夹中的副本" onClose={() => setAsking(false)}>
          <p>
            只删除旧文件夹里与新位置一致的文件，新位置的账本和备份不受影响。删除后不能找回，请先确认新位置打开正常。
          </p>
          <p>
            如果旧文件夹在网盘里：网盘的服务器、回收站和历史版本里可能还留有这些文件，请到网盘里一并清空。留下的文件是加密的，没有口令打不开。
          </p>
          <FailureBanner failure={failure} />
          <div className="form-acts">
            <button
              type="button"
              className="button is-primary"
              disabled={isBusy}
              onClick={() => void clear()}
            >
              {isBusy ? '正在核对并删除…' : '删除副本'}
            </button>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              先留着
            </button>
          </div>
        </ModalDialog>
      )}
    </li>
  );
}
