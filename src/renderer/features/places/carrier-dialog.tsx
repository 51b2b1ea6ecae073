import { useEffect, useRef, useState } from 'react';
import type { CarrierRow } from '../../../contract/register';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { carrierWords } from './place-words';

export type CarrierDraft = Pick<CarrierRow, 'name' | 'kind' | 'areaId'> & { readonly id?: string };

type Props = { readonly draft: CarrierDraft; readonly onClose: () => void };

export function CarrierDialog({ draft: given, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [draft, setDraft] = useState<CarrierDraft>(given);
  const areas = useVaultQuery('areas.tree', {}).data ?? [];
  const { isBusy, failure, run } = useAct();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const isReady = !isBusy && draft.name.trim() !== '';
  const save = async () => {
    if (!isReady) return;
    const { id, name, kind, areaId } = draft;
    const saved = await run(() =>
      askVault('carriers.save', {
        name,
        kind,
        ...(id === undefined ? {} : { id }),
        ...(areaId === '' ? {} : { areaId }),
      }),
    );
    if (saved !== undefined) onClose();
  };
  return (
    <dialog className="dialog" ref={dialog} aria-label="载体" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h2>{given.id === undefined ? '新增载体' : `修改${given.name}`}</h2>
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
            <span>类型</span>
            <select
              value={draft.kind}
              onChange={({ target }) =>
                setDraft({ ...draft, kind: target.value as CarrierRow['kind'] })
              }
            >
              {Object.entries(carrierWords).map(([kind, words]) => (
                <option key={kind} value={kind}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>所在区域</span>
            <select
              value={draft.areaId}
              onChange={({ target }) => setDraft({ ...draft, areaId: target.value })}
            >
              <option value="">不详</option>
              {areas.map(({ id, name, depth }) => (
                <option key={id} value={id}>
                  {`${'　'.repeat(depth)}${name}`}
                </option>
              ))}
            </select>
          </label>
        </div>
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button type="submit" className="button is-primary" disabled={!isReady}>
            {isBusy ? '正在保存…' : '保存载体'}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            先不保存
          </button>
        </div>
      </form>
    </dialog>
  );
}
