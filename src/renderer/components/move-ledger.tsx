import { askShell, askVault } from '../lib/desk';
import { useAct } from '../lib/use-act';
import { useProgress } from '../lib/use-progress';
import { FailureBanner } from './notices';
import './move-ledger.css';

/** 帮我移动并校验: a folder is chosen, the rest is the vault's; then the window locks and opens at the new place. */
export function MoveLedger({ act }: { act: string }) {
  const { isBusy, failure, run } = useAct();
  const progress = useProgress();
  async function move(): Promise<void> {
    const place = await run(() =>
      askShell('shell.choosePlace', { purpose: 'ledgerFolder', suggestedName: '' }),
    );
    if (place?.status !== 'chosen') return;
    const moved = await run(() => askVault('session.move', { token: place.token }));
    if (moved !== undefined) await askShell('shell.lock', {});
  }
  return (
    <div className="move-ledger">
      <button type="button" className="button" disabled={isBusy} onClick={() => void move()}>
        {isBusy ? `${progress?.words ?? '正在移动'}，请不要关机…` : act}
      </button>
      <FailureBanner failure={failure} />
    </div>
  );
}
