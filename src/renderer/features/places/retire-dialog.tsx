import { useEffect, useRef, useState } from 'react';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';

type Props = {
  readonly table: 'areas' | 'carriers';
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
};

/** To 历史库 with a reason, and only when nothing lies in it any more. */
export function RetireDialog({ table, id, name, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const { isBusy, failure, run } = useAct();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const save = async () => {
    if (reason.trim() === '') return;
    const saved = await run(() => askVault(`${table}.retire`, { id, reason }));
    if (saved !== undefined) onClose();
  };
  return (
    <dialog className="dialog" ref={dialog} aria-label="停用" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h2>停用{name}</h2>
        <p className="small muted">移入历史库，不删除；里面还有单位、下级或党组织的，要先移走。</p>
        <label className="field">
          <span>原因（必填）</span>
          <input
            value={reason}
            maxLength={400}
            autoFocus
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button
            type="submit"
            className="button is-primary"
            disabled={isBusy || reason.trim() === ''}
          >
            停用
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            先不停用
          </button>
        </div>
      </form>
    </dialog>
  );
}
