import { useState } from 'react';
import type { RecoveryProof as Proof } from '../../../contract/session';
import { FailureBanner, Loading } from '../../components/notices';
import { RecoveryProof } from '../../components/recovery-proof';
import { RecoverySheet } from '../../components/recovery-sheet';
import { askShell, askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { Secret } from '../../components/secret';

const bytesOf = (text: string) => new TextEncoder().encode(text);
type Prepared = { readonly groups: readonly string[]; readonly today: string };

/** 更换保险库密钥: for when somebody who knew a passphrase, or held the sheet, shall no longer open anything new. */
export function RenewKey() {
  const [passphrase, setPassphrase] = useState('');
  const [prepared, setPrepared] = useState<Prepared>();
  const [isShown, setShown] = useState(false);
  const { isBusy, failure, run } = useAct();

  async function prepare(): Promise<void> {
    const status = await askVault('session.status', {});
    const made = await run(() => askVault('keys.prepare', { passphrase: bytesOf(passphrase) }));
    setPassphrase('');
    if (made !== undefined)
      setPrepared({ groups: made.recoveryGroups, today: status.ok ? status.value.today : '' });
  }

  async function renew(proof: Proof): Promise<void> {
    const renewed = await run(() => askVault('keys.renew', { proof }));
    // The ledger is opened anew with the new key: the window and what it holds go.
    if (renewed !== undefined) await askShell('shell.lock', {});
  }

  if (prepared === undefined)
    return (
      <>
        <p className="small muted">
          有人离岗、口令或恢复单可能外泄时使用：全部数据换一把新密钥重新加密，本机备份随后也重新加密。换完要重新解锁，其他人请重新设口令，旧恢复单作废。以前拷走的副本，旧口令仍能打开。
        </p>
        <div className="form-grid">
          <Secret
            id="renew"
            label="现在的口令（更换密钥）"
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
            onClick={() => void prepare()}
          >
            准备新的恢复单
          </button>
        </div>
      </>
    );
  return (
    <div className="session-columns">
      <div>
        <RecoveryProof
          pending="密钥没有更换"
          typedAct="核对并更换密钥"
          isBusy={isBusy}
          onByHand={() => setShown(true)}
          onProof={renew}
        />
        {isBusy && <Loading words="正在用新密钥重新加密，请不要关机" />}
        <FailureBanner failure={failure} />
      </div>
      <RecoverySheet
        ledgerNumber="更换密钥后的新恢复单"
        groups={prepared.groups}
        isShown={isShown}
        today={prepared.today}
      />
    </div>
  );
}
