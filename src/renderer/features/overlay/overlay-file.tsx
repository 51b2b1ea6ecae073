import { useState } from 'react';
import type { VaultOutput } from '../../../contract/channels';
import type { OverlayPaper } from '../../../contract/overlay';
import { findRule } from '../../../core/regulations/development-rules';
import { ModalDialog } from '../../components/modal-dialog';
import { FailureBanner } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { askShell, askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { actWords, numberWords } from './entry-words';

type Reading = VaultOutput<'overlay.read'> & { readonly token: string };

/** The paper out to the streets, or in from the district: read and shown first, taken over only then. */
export function OverlayFile({ paper }: { readonly paper: OverlayPaper }) {
  const [reading, setReading] = useState<Reading>();
  const [said, setSaid] = useState('');
  const { isBusy, failure, run, setFailure } = useAct();

  async function choose(purpose: 'overlayTarget' | 'overlayFile') {
    setSaid('');
    const place = await run(() =>
      askShell('shell.choosePlace', { purpose, suggestedName: paper.name }),
    );
    return place?.status === 'chosen' ? place : undefined;
  }
  async function exportPaper(): Promise<void> {
    const place = await choose('overlayTarget');
    if (place === undefined) return;
    const made = await run(() => askVault('overlay.export', { token: place.token }));
    if (made !== undefined) setSaid(`已存为 ${place.name}，${made.entries} 条`);
  }
  async function readPaper(): Promise<void> {
    const place = await choose('overlayFile');
    if (place === undefined) return;
    const read = await run(() => askVault('overlay.read', { token: place.token }));
    if (read !== undefined) setReading({ ...read, token: place.token });
  }

  return (
    <>
      {said !== '' && <StatusMark kind="done">{said}</StatusMark>}
      <button type="button" className="button" disabled={isBusy} onClick={() => void readPaper()}>
        导入口径文件
      </button>
      <button
        type="button"
        className="button is-primary"
        disabled={isBusy}
        onClick={() => void exportPaper()}
      >
        导出口径文件
      </button>
      {failure !== undefined && (
        <ModalDialog name="口径文件" onClose={() => setFailure(undefined)}>
          <FailureBanner failure={failure} />
        </ModalDialog>
      )}
      {reading !== undefined && (
        <ReadingDialog reading={reading} onClose={() => setReading(undefined)} />
      )}
    </>
  );
}

function ReadingDialog({
  reading,
  onClose,
}: {
  readonly reading: Reading;
  readonly onClose: () => void;
}) {
  const { overlay, madeBy, madeOn, problems, lost, token } = reading;
  const { isBusy, failure, run } = useAct();
  const adopt = async () => {
    const adopted = await run(() => askVault('overlay.adopt', { token }));
    if (adopted !== undefined) onClose();
  };
  return (
    <ModalDialog
      name={`导入：${overlay.name}`}
      hint={`${overlay.issuedBy} 发文，${madeBy} ${madeOn} 导出，共 ${overlay.entries.length} 条，校验无误。导入后整份替换现有口径。`}
      onClose={onClose}
    >
      <ul className="findings">
        {overlay.entries.map((entry, index) => (
          <li key={`${entry.rule}${index}`}>
            <span>{actWords[entry.act]}</span>
            <span>
              <b>{findRule(entry.rule)?.title ?? entry.title ?? entry.rule}</b> {entry.from} 起，
              {numberWords(entry)}
              {entry.source}
            </span>
          </li>
        ))}
      </ul>
      {lost > 0 && (
        <p>
          <StatusMark kind="soon">
            现有口径中有 {lost} 条不在这份文件里，导入后不再适用。
          </StatusMark>
        </p>
      )}
      {problems.map((problem) => (
        <p key={problem}>
          <StatusMark kind="over">{problem}</StatusMark>
        </p>
      ))}
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={problems.length > 0 || isBusy}
          onClick={() => void adopt()}
        >
          替换为这份口径
        </button>
        <button type="button" className="button" onClick={onClose}>
          先不导入
        </button>
      </div>
    </ModalDialog>
  );
}
