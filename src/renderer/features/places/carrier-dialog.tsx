import { useState } from 'react';
import type { CarrierRow } from '../../../contract/register';
import { FormDialog } from '../../components/form-dialog';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { AreaField, ChoiceField, NameField } from './place-fields';
import { carrierWords } from './place-words';

export type CarrierDraft = Pick<CarrierRow, 'name' | 'kind' | 'areaId'> & { readonly id?: string };

type Props = { readonly draft: CarrierDraft; readonly onClose: () => void };

export function CarrierDialog({ draft: given, onClose }: Props) {
  const [draft, setDraft] = useState<CarrierDraft>(given);
  const areas = useVaultQuery('areas.tree', {}).data ?? [];
  const act = useAct();
  const save = async () => {
    const { id, name, kind, areaId } = draft;
    const known = id === undefined ? {} : { id };
    const place = areaId === '' ? {} : { areaId };
    const saved = await act.run(() =>
      askVault('carriers.save', { name, kind, ...known, ...place }),
    );
    if (saved !== undefined) onClose();
  };
  return (
    <FormDialog
      label="载体"
      title={given.id === undefined ? '新增载体' : `修改${given.name}`}
      saveWords="保存载体"
      dropWords="先不保存"
      isReady={draft.name.trim() !== ''}
      act={act}
      onSave={save}
      onClose={onClose}
    >
      <div className="form-grid">
        <NameField name={draft.name} onName={(name) => setDraft({ ...draft, name })} />
        <ChoiceField
          label="类型"
          value={draft.kind}
          words={carrierWords}
          onPick={(kind) => setDraft({ ...draft, kind })}
        />
        <AreaField
          label="所在区域"
          none="不详"
          areaId={draft.areaId}
          areas={areas}
          onPick={(areaId) => setDraft({ ...draft, areaId })}
        />
      </div>
    </FormDialog>
  );
}
