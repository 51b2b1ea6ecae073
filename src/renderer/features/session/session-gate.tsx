import { useEffect, useState } from 'react';
import type { Notice } from '../../../contract/session';
import { FailureBanner, Loading } from '../../components/notices';
import type { Failure } from '../../../contract/common';
import { askShell, askVault } from '../../lib/desk';
import { AwayLedger } from './away-ledger';
import { FirstRun } from './first-run';
import type { KeyFileState } from '../../components/key-file-line';
import { Unlock } from './unlock';
import './session.css';

type State = 'asking' | 'absent' | 'away' | 'locked' | 'practice';

/** Decides what stands before the desk: the first run, the passphrase, or nothing for the practice ledger. */
export function SessionGate({ onOpen }: { onOpen: (notices: readonly Notice[]) => void }) {
  const [state, setState] = useState<State>('asking');
  const [lastAct, setLastAct] = useState('');
  const [keyFile, setKeyFile] = useState<KeyFileState>('none');
  const [hasLockedItself, setLockedItself] = useState(false);
  const [movedTo, setMovedTo] = useState('');
  const [failure, setFailure] = useState<Failure>();

  useEffect(() => {
    async function begin(): Promise<void> {
      const info = await askShell('shell.info', {});
      if (info.ok && info.value.isDemo) {
        setState('practice');
        const opened = await askVault('session.openPractice', {});
        if (opened.ok) onOpen(opened.value.notices);
        else setFailure(opened.failure);
        return;
      }
      if (info.ok) setLockedItself(info.value.hasLockedItself);
      const status = await askVault('session.status', {});
      if (!status.ok) {
        setFailure(status.failure);
        return;
      }
      if (status.value.lastAct !== undefined)
        setLastAct(`上次操作 ${status.value.lastAct.at}，第 ${status.value.lastAct.sequence} 条`);
      setKeyFile(status.value.keyFile);
      setMovedTo(status.value.movedTo ?? '');
      if (status.value.state === 'open') onOpen([]);
      else setState(status.value.state);
    }
    void begin();
  }, [onOpen]);

  if (failure !== undefined) {
    return (
      <div className="gate-message">
        <FailureBanner failure={failure} />
      </div>
    );
  }
  switch (state) {
    case 'asking':
      return null;
    case 'practice':
      return (
        <div className="gate-message">
          <Loading words="正在打开演练库，第一次需要半分钟" />
        </div>
      );
    case 'away':
      return <AwayLedger onOpen={onOpen} />;
    case 'absent':
      return <FirstRun onOpen={onOpen} />;
    case 'locked':
      return (
        <Unlock
          lastAct={lastAct}
          hasLockedItself={hasLockedItself}
          movedTo={movedTo}
          keyFile={keyFile}
          onOpen={onOpen}
        />
      );
  }
}
