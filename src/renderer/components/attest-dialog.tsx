import { useRef, useState, type ReactNode } from 'react';
import type { Attestation } from '../../contract/attestation';
import { practicePassphrase } from '../../core/practice/practice-passphrase';
import type { useAct } from '../lib/use-act';
import { useVaultQuery } from '../lib/use-vault-query';
import './attest-dialog.css';
import { FormDialog } from './form-dialog';
import { KeyFileLine, type ChosenKeyFile } from './key-file-line';
import { Secret } from './secret';

type Props = {
  /** What is about to be done, as a title. */
  readonly title: string;
  /** What it means: what leaves the desk, or what takes the place of what. */
  readonly hint: ReactNode;
  /** Reasons that come up again and again. */
  readonly reasons: readonly string[];
  readonly doWords: string;
  readonly act: Pick<ReturnType<typeof useAct>, 'isBusy' | 'failure'>;
  readonly onAttest: (attestation: Attestation) => Promise<void>;
  readonly onClose: () => void;
};

/** Who is at the desk types the own passphrase once more and says what for; the vault checks it and forgets it. */
export function AttestDialog({ title, hint, reasons, doWords, act, onAttest, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [chosen, setChosen] = useState<ChosenKeyFile>();
  const field = useRef<HTMLInputElement>(null);
  const attest = () =>
    onAttest({
      passphrase: new TextEncoder().encode(passphrase),
      reason: reason.trim(),
      ...(chosen === undefined ? {} : { keyFileToken: chosen.token }),
    });
  return (
    <FormDialog
      label="确认本人"
      title={title}
      hint={hint}
      saveWords={doWords}
      busyWords="正在核对口令…"
      dropWords="不做了"
      isReady={reason.trim().length > 1 && passphrase !== ''}
      act={act}
      onSave={attest}
      onClose={onClose}
    >
      <div className="attest-dialog">
        <ReasonField
          reason={reason}
          reasons={reasons}
          onReason={setReason}
          onPicked={() => field.current?.focus()}
        />
        <Secret
          id="attest"
          label="本人的口令"
          value={passphrase}
          onChange={setPassphrase}
          ref={field}
        />
        <OwnFactor chosen={chosen} onChoose={setChosen} />
      </div>
    </FormDialog>
  );
}

function ReasonField({
  reason,
  reasons,
  onReason,
  onPicked,
}: Pick<Props, 'reasons'> & {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  /** Only the passphrase is left to type. */
  readonly onPicked: () => void;
}) {
  return (
    <div className="field">
      <label htmlFor="attest-reason">事由（必填，记入操作记录）</label>
      <input
        id="attest-reason"
        value={reason}
        maxLength={200}
        autoFocus
        onChange={({ target }) => onReason(target.value)}
      />
      <span className="usual-reasons" role="group" aria-label="常用事由">
        {reasons.map((each) => (
          <button
            key={each}
            type="button"
            className="link"
            onClick={() => {
              onReason(each);
              onPicked();
            }}
          >
            {each}
          </button>
        ))}
      </span>
    </div>
  );
}

/** What the own slot asks for beside the passphrase, and the passphrase itself where it is nobody's secret. */
function OwnFactor({
  chosen,
  onChoose,
}: {
  readonly chosen: ChosenKeyFile | undefined;
  readonly onChoose: (chosen: ChosenKeyFile) => void;
}) {
  const slots = useVaultQuery('slots.list', {});
  const status = useVaultQuery('session.status', {});
  const hasKeyFile = slots.data?.some((slot) => slot.isMine && slot.hasKeyFile) ?? false;
  return (
    <>
      {status.data?.isPractice === true && (
        <p className="small muted">演练库的口令：{practicePassphrase}</p>
      )}
      {hasKeyFile && status.data !== undefined && (
        <KeyFileLine state={status.data.keyFile} chosen={chosen} onChoose={onChoose} />
      )}
    </>
  );
}
