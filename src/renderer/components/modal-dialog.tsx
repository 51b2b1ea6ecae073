import { useEffect, useRef, type ReactNode } from 'react';
import './modal-dialog.css';

type Props = {
  readonly name: string;
  readonly hint?: ReactNode;
  readonly isWide?: boolean;
  /** Absent where the work under way cannot be left. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
};

/** A native dialog that is open while it is there; Escape and its own acts close it. */
export function ModalDialog({ name, hint, isWide = false, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog
      className={isWide ? 'dialog modal is-wide' : 'dialog modal'}
      ref={dialog}
      aria-label={name}
      onCancel={(event) => {
        if (onClose === undefined) event.preventDefault();
      }}
      onClose={onClose}
    >
      <div className="modal-head">
        <h2>{name}</h2>
        {onClose !== undefined && (
          <button type="button" className="link is-plain" aria-label="关闭" onClick={onClose}>
            ×
          </button>
        )}
      </div>
      {hint !== undefined && <p className="small muted">{hint}</p>}
      {children}
    </dialog>
  );
}
