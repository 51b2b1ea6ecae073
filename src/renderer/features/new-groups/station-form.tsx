import { useState } from 'react';
import type { Station } from '../../../core/records/work';
import { stationKindWords } from '../../../core/labels/labels';
import { FactDateInput } from '../../components/fact-date-input';
import { AreaField, CheckField, ChoiceField, InputField } from '../../components/form-field';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';
import { useFormDraft } from '../../lib/use-form-draft';
import { useVaultQuery } from '../../lib/use-vault-query';
import {
  draftOfStation,
  problemOf,
  stationEdit,
  usualServices,
  type StationDraft,
} from './station-draft';

type Props = {
  /** Absent while a new station is entered. */
  readonly station?: Station;
  readonly onSaved: (id: string) => void;
};

type FieldsProps = {
  readonly draft: StationDraft;
  readonly set: (patch: Partial<StationDraft>) => void;
};

function Fields({ draft, set }: FieldsProps) {
  const areas = useVaultQuery('areas.list', {}).data ?? [];
  const toggle = (service: string, isOn: boolean) =>
    set({
      services: isOn
        ? [...draft.services, service]
        : draft.services.filter((each) => each !== service),
    });
  return (
    <div className="form-grid">
      <InputField label="名称（必填）" value={draft.name} onChange={(name) => set({ name })} />
      <ChoiceField
        label="类别"
        value={draft.kind}
        options={Object.entries(stationKindWords)}
        onChange={(kind) => set({ kind: kind as StationDraft['kind'] })}
      />
      <ChoiceField
        label="所在社区（街道）"
        value={draft.areaId}
        options={[['', '未定'], ...areas.map(({ id, name }) => [id, name] as const)]}
        onChange={(areaId) => set({ areaId })}
      />
      <InputField label="地址" value={draft.address} onChange={(address) => set({ address })} />
      <InputField
        label="开放时间"
        value={draft.openingHours}
        placeholder="08:00–22:00"
        onChange={(openingHours) => set({ openingHours })}
      />
      <FactDateInput
        id="station-opened"
        label="启用日期"
        value={draft.openedOn}
        onChange={(openedOn) => set({ openedOn })}
      />
      <FactDateInput
        id="station-checked"
        label="最近检查"
        value={draft.lastCheckedOn}
        onChange={(lastCheckedOn) => set({ lastCheckedOn })}
      />
      <InputField
        label="其他服务"
        value={draft.otherServices}
        placeholder="用顿号隔开"
        onChange={(otherServices) => set({ otherServices })}
      />
      <fieldset className="is-wide checks">
        <legend className="small muted">服务</legend>
        {usualServices.map((service) => (
          <CheckField
            key={service}
            checked={draft.services.includes(service)}
            onChange={(isOn) => toggle(service, isOn)}
          >
            {service}
          </CheckField>
        ))}
      </fieldset>
      <AreaField label="备注" value={draft.note} onChange={(note) => set({ note })} />
    </div>
  );
}

export function StationForm({ station, onSaved }: Props) {
  const [initial] = useState(() => draftOfStation(station ?? {}));
  const today = useVaultQuery('session.status', {}).data?.today ?? '9999-12-31';
  const [draft, setDraft, settle] = useFormDraft(
    {
      key: `station:${station?.id ?? 'new'}`,
      title: station === undefined ? '登记驿站' : station.name,
    },
    initial,
  );
  const { isBusy, failure, run } = useAct();
  const problem = problemOf(draft, today);
  const isTouched = JSON.stringify(draft) !== JSON.stringify(initial);
  const isReady = problem === undefined && isTouched && !isBusy;
  const save = async () => {
    if (!isReady) return;
    const saved = await run(() =>
      askVault('stations.save', {
        ...(station === undefined ? {} : { id: station.id }),
        ...stationEdit(draft),
      }),
    );
    if (saved === undefined) return;
    settle();
    onSaved(saved.id);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => onFormKey(event, () => void save())}
    >
      <Fields draft={draft} set={(patch) => setDraft({ ...draft, ...patch })} />
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button type="submit" className="button is-primary" disabled={!isReady}>
          {isBusy ? '正在保存…' : '保存'} <kbd>Ctrl Enter</kbd>
        </button>
        <span role="status" className="muted">
          {isTouched ? (problem ?? '有改动，还没有保存') : ''}
        </span>
      </div>
    </form>
  );
}
