import { useEffect, useRef, useState } from 'react';
import type { AreaRow } from '../../../contract/register';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { levelWords } from './place-words';

export type AreaDraft = Omit<AreaRow, 'id' | 'depth' | 'units'> & { readonly id?: string };

type Props = {
  readonly draft: AreaDraft;
  readonly areas: readonly AreaRow[];
  readonly onClose: () => void;
};

/** A new place, or another name, level or superior for a known one. */
export function AreaDialog({ draft: given, areas, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [draft, setDraft] = useState(given);
  const { isBusy, failure, run } = useAct();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const isReady = !isBusy && draft.name.trim() !== '';
  const save = async () => {
    if (!isReady) return;
    const { parentId, ...rest } = draft;
    const input = { ...rest, ...(parentId === '' ? {} : { parentId }) };
    const saved = await run(() => askVault('areas.save', input));
    if (saved !== undefined) onClose();
  };
  return (
    <dialog className="dialog" ref={dialog} aria-label="区域" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h2>{given.id === undefined ? '新增区域' : `修改${given.name}`}</h2>
        <div className="form-grid">
          <label className="field">
            <span>名称（必填）</span>
            <input
              value={draft.name}
              maxLength={400}
              autoFocus
              onChange={({ target }) => setDraft({ ...draft, name: target.value })}
            />
          </label>
          <label className="field">
            <span>层级</span>
            <select
              value={draft.level}
              onChange={({ target }) =>
                setDraft({ ...draft, level: target.value as AreaRow['level'] })
              }
            >
              {Object.entries(levelWords).map(([level, words]) => (
                <option key={level} value={level}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>上级</span>
            <select
              value={draft.parentId}
              onChange={({ target }) => setDraft({ ...draft, parentId: target.value })}
            >
              <option value="">没有上级</option>
              {areas
                .filter(({ id }) => id !== given.id)
                .map(({ id, name, depth }) => (
                  <option key={id} value={id}>
                    {`${'　'.repeat(depth)}${name}`}
                  </option>
                ))}
            </select>
          </label>
          <label className="field">
            <span>代码</span>
            <input
              value={draft.code}
              maxLength={60}
              onChange={({ target }) => setDraft({ ...draft, code: target.value })}
            />
          </label>
        </div>
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button type="submit" className="button is-primary" disabled={!isReady}>
            {isBusy ? '正在保存…' : '保存区域'}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            先不保存
          </button>
        </div>
      </form>
    </dialog>
  );
}
