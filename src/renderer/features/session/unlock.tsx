import { useState } from 'react';
import type { Notice } from '../../../contract/session';
import type { Failure } from '../../../contract/common';
import { FailureBanner, InfoBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { isComposing } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';
import { KeyFileLine, type ChosenKeyFile, type KeyFileState } from '../../components/key-file-line';
import { PassphraseFields } from './passphrase-fields';
import { Rescue } from './rescue';
import { SessionFrame } from './session-frame';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** One field. The words of a failure say what happened, that nothing changed, and what to do. */
export function Unlock({
  lastAct,
  hasLockedItself,
  movedTo,
  keyFile,
  onOpen,
}: {
  lastAct: string;
  /** Nobody asked for the lock: the worker comes back to it and wants to know what became of the form. */
  hasLockedItself: boolean;
  /** The folder the ledger has just been moved to; empty where it was not. */
  movedTo: string;
  keyFile: KeyFileState;
  onOpen: (notices: readonly Notice[]) => void;
}) {
  const [passphrase, setPassphrase] = useState('');
  const [isRecovery, setRecovery] = useState(false);
  const [isRescue, setRescue] = useState(false);
  const [chosen, setChosen] = useState<ChosenKeyFile>();
  const { isBusy, failure, run } = useAct();

  async function unlock(): Promise<void> {
    const report = await run(() =>
      askVault('session.unlock', {
        passphrase: bytesOf(passphrase),
        ...(chosen === undefined ? {} : { keyFileToken: chosen.token }),
      }),
    );
    if (report !== undefined) onOpen(report.notices);
  }

  return (
    <SessionFrame steps={[]} current={0}>
      <div className="session-form">
        <h1 className="session-title">{isRescue ? '从备份恢复账本' : '解锁账本'}</h1>
        {hasLockedItself && (
          <InfoBanner>已自动锁定，未提交内容已加密保存。请输入口令继续。</InfoBanner>
        )}
        {movedTo !== '' && (
          <InfoBanner>账本已移到“{movedTo}”文件夹并校验一致。请输入口令，在新位置打开。</InfoBanner>
        )}
        {lastAct !== '' && <p className="muted">{lastAct}</p>}
        {isRescue ? (
          <Rescue onOpen={onOpen} onLeave={() => setRescue(false)} />
        ) : isRecovery ? (
          <RecoveryForm onOpen={onOpen} onRescue={() => setRescue(true)} />
        ) : (
          <>
            <div className="field is-large">
              <label htmlFor="unlock-passphrase">口令</label>
              <input
                id="unlock-passphrase"
                type="password"
                autoFocus
                autoComplete="off"
                value={passphrase}
                onChange={(event) => setPassphrase(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !isComposing(event) && passphrase !== '')
                    void unlock();
                }}
              />
            </div>
            {keyFile !== 'none' && (
              <KeyFileLine state={keyFile} chosen={chosen} onChoose={setChosen} />
            )}
            <UnlockFailure failure={failure} onRescue={() => setRescue(true)} />
            <div className="form-acts">
              <button
                type="button"
                className="button is-primary is-large"
                disabled={passphrase === '' || isBusy}
                onClick={() => void unlock()}
              >
                {isBusy ? '正在核对口令…' : '解锁'}
              </button>
              <button type="button" className="link" onClick={() => setRecovery(true)}>
                忘记口令，用恢复码
              </button>
            </div>
          </>
        )}
      </div>
    </SessionFrame>
  );
}

/** A ledger that cannot be read offers the way back from a backup. */
function UnlockFailure({
  failure,
  onRescue,
}: {
  failure: Failure | undefined;
  onRescue: () => void;
}) {
  return (
    <>
      <FailureBanner failure={failure} />
      {failure?.code === 'R-320' && (
        <button type="button" className="button" onClick={onRescue}>
          查看差异并恢复
        </button>
      )}
    </>
  );
}

function RecoveryForm({
  onOpen,
  onRescue,
}: {
  onOpen: (notices: readonly Notice[]) => void;
  onRescue: () => void;
}) {
  const [code, setCode] = useState('');
  const [value, setValue] = useState('');
  const [again, setAgain] = useState('');
  const { isBusy, failure, run } = useAct();
  async function recover(): Promise<void> {
    const report = await run(() =>
      askVault('session.unlockWithRecovery', { code, nextPassphrase: bytesOf(value) }),
    );
    if (report !== undefined) onOpen(report.notices);
  }
  return (
    <>
      <div className="field is-large">
        <label htmlFor="recovery-code">恢复码</label>
        <input
          id="recovery-code"
          autoComplete="off"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </div>
      <p>同时换一个新口令：</p>
      <PassphraseFields
        value={value}
        again={again}
        onChange={(next, nextAgain) => {
          setValue(next);
          setAgain(nextAgain);
        }}
      />
      <UnlockFailure failure={failure} onRescue={onRescue} />
      <button
        type="button"
        className="button is-primary is-large"
        disabled={code === '' || value === '' || value !== again || isBusy}
        onClick={() => void recover()}
      >
        用恢复码打开并换口令
      </button>
    </>
  );
}
