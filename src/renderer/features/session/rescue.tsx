import { useEffect, useState } from 'react';
import type { Notice } from '../../../contract/session';
import type { BackupHolding, RescueBackup } from '../../../contract/rescue';
import type { BackupSource } from '../../../contract/vault-care';
import { estimateStrength } from '../../../core/passphrase/estimate';
import { FailureBanner } from '../../components/notices';
import { askShell, askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { PassphraseFields } from './passphrase-fields';

type File = { readonly token: string; readonly name: string };
type OnOpen = (notices: readonly Notice[]) => void;

/** choose a backup, see what it holds, and only then a new ledger from it; nothing is deleted. */
export function Rescue({ onOpen, onLeave }: { onOpen: OnOpen; onLeave: () => void }) {
  const [backups, setBackups] = useState<readonly RescueBackup[]>([]);
  const [source, setSource] = useState<BackupSource>();
  const [file, setFile] = useState<File>();
  const [recoveryCode, setCode] = useState('');
  const [holding, setHolding] = useState<BackupHolding>();
  const { isBusy, failure, run } = useAct();

  useEffect(() => {
    void askVault('session.rescueBackups', {}).then((answer) => {
      if (!answer.ok) return;
      setBackups(answer.value);
      const [newest] = answer.value;
      if (newest !== undefined) setSource({ kind: 'shelf', name: newest.name });
    });
  }, []);

  function choose(next: BackupSource): void {
    setSource(next);
    setHolding(undefined);
  }
  async function chooseFile(): Promise<void> {
    const place = await run(() =>
      askShell('shell.choosePlace', { purpose: 'backupFile', suggestedName: '' }),
    );
    if (place?.status !== 'chosen') return;
    setFile({ token: place.token, name: place.name });
    choose({ kind: 'file', token: place.token });
  }
  async function look(chosen: BackupSource): Promise<void> {
    const input = { source: chosen, recoveryCode };
    setHolding(await run(() => askVault('session.rescueLook', input)));
  }

  return (
    <>
      <p className="rescue-holding">
        用一份备份另建账本。打不开的原文件一个也不删除，改名保留在旁边；新账本逐条核对无误后才启用。
      </p>
      <BackupChoice backups={backups} file={file} source={source} onChoose={choose} />
      <button type="button" className="link" disabled={isBusy} onClick={() => void chooseFile()}>
        选择别处的备份文件（如 U 盘）
      </button>
      <div className="field is-large">
        <label htmlFor="rescue-code">恢复码（在恢复单上，六组）</label>
        <input
          id="rescue-code"
          autoComplete="off"
          value={recoveryCode}
          onChange={(event) => {
            setCode(event.target.value);
            setHolding(undefined);
          }}
        />
      </div>
      <FailureBanner failure={failure} />
      {holding === undefined || source === undefined ? (
        <div className="form-acts">
          <button
            type="button"
            className="button is-primary is-large"
            disabled={source === undefined || recoveryCode === '' || isBusy}
            onClick={() => source !== undefined && void look(source)}
          >
            {isBusy ? '正在读取备份…' : '查看差异'}
          </button>
          <button type="button" className="link" onClick={onLeave}>
            不恢复
          </button>
        </div>
      ) : (
        <>
          <HoldingWords holding={holding} />
          <NewLedger chosen={{ source, recoveryCode }} onOpen={onOpen} onLeave={onLeave} />
        </>
      )}
    </>
  );
}

function BackupChoice({
  backups,
  file,
  source,
  onChoose,
}: {
  backups: readonly RescueBackup[];
  file: File | undefined;
  source: BackupSource | undefined;
  onChoose: (source: BackupSource) => void;
}) {
  return (
    <fieldset className="rescue-backups">
      <legend>已校验的备份</legend>
      {backups.length === 0 && <p className="muted">本机没有，请选择 U 盘上的备份文件。</p>}
      {backups.map(({ name, madeAt, sequence }) => (
        <label key={name}>
          <input
            type="radio"
            name="rescue-backup"
            checked={source?.kind === 'shelf' && source.name === name}
            onChange={() => onChoose({ kind: 'shelf', name })}
          />
          {madeAt}，到第 {sequence} 条操作
        </label>
      ))}
      {file !== undefined && (
        <label>
          <input
            type="radio"
            name="rescue-backup"
            checked={source?.kind === 'file'}
            onChange={() => onChoose({ kind: 'file', token: file.token })}
          />
          {file.name}
        </label>
      )}
    </fieldset>
  );
}

function HoldingWords({ holding }: { holding: BackupHolding }) {
  const { madeAt, unitName, people, records, tables, missingActs } = holding;
  return (
    <section aria-label="备份里有什么" className="rescue-holding">
      <p>
        将回到 <b>{madeAt}</b>（{unitName}）：<b>{people}</b> 人，共 {records} 条记录。
        {missingActs === undefined
          ? '此后做了多少条操作，无法判断。'
          : missingActs === 0
            ? '此后没有别的操作。'
            : `此后的 ${missingActs} 条操作不在这份备份里，需要补录。`}
      </p>
      <p className="muted small">
        {tables.map(({ words, count }) => `${words} ${count}`).join('，')}
      </p>
    </section>
  );
}

/** The old passphrase stays with the old files; the recovery code that was typed stays the ledger's. */
function NewLedger({
  chosen,
  onOpen,
  onLeave,
}: {
  chosen: { readonly source: BackupSource; readonly recoveryCode: string };
  onOpen: OnOpen;
  onLeave: () => void;
}) {
  const [value, setValue] = useState('');
  const [again, setAgain] = useState('');
  const { isBusy, failure, run } = useAct();
  const isReady = value === again && estimateStrength(value).isEnough;
  async function rescue(): Promise<void> {
    const nextPassphrase = new TextEncoder().encode(value);
    const report = await run(() => askVault('session.rescue', { ...chosen, nextPassphrase }));
    if (report !== undefined) onOpen(report.notices);
  }
  return (
    <>
      <p>给新账本设一个口令，恢复码不变：</p>
      <PassphraseFields
        value={value}
        again={again}
        onChange={(next, nextAgain) => {
          setValue(next);
          setAgain(nextAgain);
        }}
      />
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary is-large"
          disabled={!isReady || isBusy}
          onClick={() => void rescue()}
        >
          {isBusy ? '正在重建并逐条核对…' : '恢复并打开'}
        </button>
        <button type="button" className="link" disabled={isBusy} onClick={onLeave}>
          不恢复
        </button>
      </div>
    </>
  );
}
