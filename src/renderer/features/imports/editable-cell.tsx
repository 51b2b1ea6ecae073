import { useState } from 'react';
import { isComposing } from '../../lib/keyboard';

export type EditableCellProps = {
  /** Says which cell it is to those who hear it only. */
  readonly label: string;
  readonly shown: string;
  /** A masked value is not put into the field: a new one is typed whole. */
  readonly isMasked: boolean;
  readonly isEdited: boolean;
  /** `null` puts the file's own value back. */
  readonly onSave: (text: string | null) => Promise<void>;
};

/** A cell of the sheet that can be written over for this import; Enter keeps, Escape leaves it. */
export function EditableCell({ label, shown, isMasked, isEdited, onSave }: EditableCellProps) {
  const [draft, setDraft] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const save = async (text: string | null) => {
    setBusy(true);
    await onSave(text);
    setBusy(false);
    setDraft(undefined);
  };
  if (draft === undefined) {
    return (
      <span className={isEdited ? 'cell-edit is-edited' : 'cell-edit'}>
        <button
          type="button"
          className="cell-value"
          aria-label={`改 ${label}：${shown === '' ? '空' : shown}`}
          onClick={() => setDraft(isMasked ? '' : shown)}
        >
          {shown === '' ? '（空）' : shown}
        </button>
        {isEdited && (
          <button type="button" className="cell-back" onClick={() => void save(null)}>
            还原
          </button>
        )}
      </span>
    );
  }
  return (
    <input
      className="cell-input"
      aria-label={label}
      autoFocus
      value={draft}
      disabled={isBusy}
      placeholder={isMasked ? '输入完整的新值' : ''}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={() => (isMasked && draft === '' ? setDraft(undefined) : void save(draft))}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(undefined);
      }}
    />
  );
}
