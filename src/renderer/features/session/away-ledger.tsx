import { useEffect, useState } from 'react';
import type { Failure } from '../../../contract/common';
import type { Notice } from '../../../contract/session';
import { FailureBanner } from '../../components/notices';
import { askShell, askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { Rescue } from './rescue';
import { SessionFrame } from './session-frame';

/** The ledger was moved to a disk that is not there: nothing is made in its place, and nothing older is opened. */
export function AwayLedger({ onOpen }: { onOpen: (notices: readonly Notice[]) => void }) {
  const [isRescue, setRescue] = useState(false);
  const [words, setWords] = useState<Failure>();
  const { isBusy, failure, run } = useAct();
  useEffect(() => {
    // Any question gets the same answer, which names the folder.
    void askVault('settings.get', {}).then((answer) => {
      if (!answer.ok) setWords(answer.failure);
    });
  }, []);
  /** A fresh vault looks where the ledger is. */
  const retry = () => askShell('shell.lock', {});
  async function locate(): Promise<void> {
    const place = await run(() =>
      askShell('shell.choosePlace', { purpose: 'movedLedger', suggestedName: '' }),
    );
    if (place?.status !== 'chosen') return;
    const found = await run(() => askVault('session.locate', { token: place.token }));
    if (found !== undefined) await retry();
  }
  if (isRescue)
    return (
      <SessionFrame steps={[]} current={0}>
        <div className="session-form">
          <h1 className="session-title">从备份恢复账本</h1>
          <Rescue onOpen={onOpen} onLeave={() => setRescue(false)} />
        </div>
      </SessionFrame>
    );
  return (
    <SessionFrame steps={[]} current={0}>
      <div className="session-form">
        <h1 className="session-title">没有找到账本</h1>
        <FailureBanner failure={words} />
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button type="button" className="button is-primary is-large" onClick={() => void retry()}>
            重试
          </button>
          <button
            type="button"
            className="button is-large"
            disabled={isBusy}
            onClick={() => void locate()}
          >
            指出账本在哪里
          </button>
          <button type="button" className="link" onClick={() => setRescue(true)}>
            硬盘丢了或坏了，从备份恢复
          </button>
        </div>
      </div>
    </SessionFrame>
  );
}
