import { useState } from 'react';
import { askShell, askVault } from '../lib/desk';
import { useAct } from '../lib/use-act';
import { ModalDialog } from './modal-dialog';
import { FailureBanner } from './notices';
import { ProgressWords } from './progress-words';
import './move-ledger.css';

/** 帮我移动并校验: a folder is chosen, the rest is the vault's; then the window locks and opens at the new place. */
export function MoveLedger({ act }: { act: string }) {
  const { isBusy, failure, run } = useAct();
  const [isMoving, setMoving] = useState(false);
  async function move(): Promise<void> {
    const place = await run(() =>
      askShell('shell.choosePlace', { purpose: 'ledgerFolder', suggestedName: '' }),
    );
    if (place?.status !== 'chosen') return;
    setMoving(true);
    const moved = await run(() => askVault('session.move', { token: place.token }));
    if (moved === undefined) setMoving(false);
    else await askShell('shell.lock', {});
  }
  return (
    <div className="move-ledger">
      <button type="button" className="button" disabled={isBusy} onClick={() => void move()}>
        {act}
      </button>
      {isMoving && (
        // Nothing is typed meanwhile: the ledger takes no draft any more.
        <ModalDialog
          name="正在移动账本"
          hint="请不要关机，也不要拔出硬盘。完成后会锁定，请在新位置解锁。"
        >
          <ProgressWords words="正在复制并校验" />
        </ModalDialog>
      )}
      <FailureBanner failure={failure} />
    </div>
  );
}
