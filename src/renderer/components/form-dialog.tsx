import { useEffect, useRef, type ReactNode } from 'react';
import type { useAct } from '../lib/use-act';
import { FailureBanner } from './notices';

type Props = {
  /** What the dialog is called for who does not see it. */
  readonly label: string;
  readonly title: string;
  readonly hint?: ReactNode;
  readonly saveWords: string;
  readonly busyWords?: string;
  readonly dropWords: string;
  readonly isReady: boolean;
  readonly act: Pick<ReturnType<typeof useAct>, 'isBusy' | 'failure'>;
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** One form, one act: a native dialog that stays as it is until the vault has answered. */
export function FormDialog({ label, title, hint, act, isReady, onSave, onClose, ...rest }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { isBusy, failure } = act;
  const canSave = isReady && !isBusy;
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog className="dialog" ref={dialog} aria-label={label} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) void onSave();
        }}
      >
        <h2>{title}</h2>
        {hint !== undefined && <p className="small muted">{hint}</p>}
        {rest.children}
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button type="submit" className="button is-primary" disabled={!canSave}>
            {isBusy ? (rest.busyWords ?? '正在保存…') : rest.saveWords}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {rest.dropWords}
          </button>
        </div>
      </form>
    </dialog>
  );
}
