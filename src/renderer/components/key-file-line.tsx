import type { VaultOutput } from '../../contract/channels';
import { StatusMark } from './status-mark';
import { askShell } from '../lib/desk';
import { useAct } from '../lib/use-act';

export type KeyFileState = VaultOutput<'session.status'>['keyFile'];
export type ChosenKeyFile = { readonly token: string; readonly name: string };

/** Where the key file is, for ledgers in which somebody's passphrase opens only together with one. */
export function KeyFileLine({
  state,
  chosen,
  onChoose,
}: {
  state: KeyFileState;
  chosen: ChosenKeyFile | undefined;
  onChoose: (chosen: ChosenKeyFile) => void;
}) {
  const { run } = useAct();
  async function choose(): Promise<void> {
    const place = await run(() =>
      askShell('shell.choosePlace', { purpose: 'keyFile', suggestedName: '密钥文件' }),
    );
    if (place?.status === 'chosen') onChoose({ token: place.token, name: place.name });
  }
  return (
    <p className="key-file-line">
      {chosen !== undefined ? (
        <StatusMark kind="done">密钥文件：{chosen.name}</StatusMark>
      ) : state === 'found' ? (
        <StatusMark kind="done">密钥文件已在原处找到</StatusMark>
      ) : (
        <StatusMark kind="soon">没有找到密钥文件，请插入存放它的 U 盘</StatusMark>
      )}
      <button type="button" className="link" onClick={() => void choose()}>
        选择密钥文件
      </button>
    </p>
  );
}
