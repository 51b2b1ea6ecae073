import { useState } from 'react';
import type { AreaRow } from '../../../contract/register';
import { FormDialog } from '../../components/form-dialog';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { AreaField, ChoiceField, NameField } from './place-fields';
import { levelWords } from './place-words';

export type AreaDraft = Omit<AreaRow, 'id' | 'depth' | 'units'> & { readonly id?: string };

type Props = {
  readonly draft: AreaDraft;
  readonly areas: readonly AreaRow[];
  readonly onClose: () => void;
};

/** A new place, or another name, level or superior for a known one. */
export function AreaDialog({ draft: given, areas, onClose }: Props) {
  const [draft, setDraft] = useState(given);
  const act = useAct();
  const save = async () => {
    const { parentId, ...rest } = draft;
    const input = { ...rest, ...(parentId === '' ? {} : { parentId }) };
    const saved = await act.run(() => askVault('areas.save', input));
    if (saved !== undefined) onClose();
  };
  return (
    <FormDialog
      label="区域"
      title={given.id === undefined ? '新增区域' : `修改${given.name}`}
      saveWords="保存区域"
      dropWords="先不保存"
      isReady={draft.name.trim() !== ''}
      act={act}
      onSave={save}
      onClose={onClose}
    >
      <div className="form-grid">
        <NameField name={draft.name} onName={(name) => setDraft({ ...draft, name })} />
        <ChoiceField
          label="层级"
          value={draft.level}
          words={levelWords}
          onPick={(level) => setDraft({ ...draft, level })}
        />
        <AreaField
          label="上级"
          none="没有上级"
          areaId={draft.parentId}
          areas={areas.filter(({ id }) => id !== given.id)}
          onPick={(parentId) => setDraft({ ...draft, parentId })}
        />
        <label className="field">
          <span>代码</span>
          <input
            value={draft.code}
            maxLength={60}
            onChange={({ target }) => setDraft({ ...draft, code: target.value })}
          />
        </label>
      </div>
    </FormDialog>
  );
}
