import { useEffect, useRef, useState } from 'react';
import type { VaultOutput } from '../../../contract/channels';
import type { PersonPlaces } from '../../../contract/new-groups';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import { CheckField, ChoiceField } from '../../components/form-field';
import { FactDateInput } from '../../components/fact-date-input';
import { FailureBanner, Loading } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { readTypedDate } from '../../lib/typed-date';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';

type Shown = VaultOutput<'newGroups.places'>;
type Props = { readonly personId: string; readonly onClose: () => void };

/** Where one person works, rests and lives, and where they are counted; from a day on. */
export function PlacesDialog({ personId, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { data, failure } = useVaultQuery('newGroups.places', { personId });
  const today = useVaultQuery('session.status', {}).data?.today;
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const close = () => dialog.current?.close();
  return (
    <dialog className="dialog places-dialog" ref={dialog} aria-label="归口" onClose={onClose}>
      {data === undefined || today === undefined ? (
        failure === undefined ? (
          <Loading />
        ) : (
          <FailureBanner failure={failure} />
        )
      ) : (
        <PlacesForm personId={personId} shown={data} today={today} onDone={close} />
      )}
    </dialog>
  );
}

type FormProps = {
  readonly personId: string;
  readonly shown: Shown;
  readonly today: string;
  readonly onDone: () => void;
};

function PlacesForm({ personId, shown, today, onDone }: FormProps) {
  const [places, setPlaces] = useState(shown.places);
  const [from, setFrom] = useState(today);
  const { isBusy, failure, run } = useAct();
  const day = readTypedDate(from);
  const awaySince = readTypedDate(places.awaySince);
  const isReady = isCalendarDate(day) && (awaySince === '' || isCalendarDate(awaySince)) && !isBusy;
  const set = (patch: Partial<PersonPlaces>) => setPlaces({ ...places, ...patch });
  const save = async () => {
    if (!isReady || !isCalendarDate(day)) return;
    const saved = await run(() =>
      askVault('newGroups.savePlaces', { personId, from: day, places: { ...places, awaySince } }),
    );
    if (saved !== undefined) onDone();
  };
  const option = ({ id, name }: { id: string; name: string }) => [id, name] as const;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => onFormKey(event, () => void save())}
    >
      <h2>{shown.name}：在哪里工作、休息、居住，在哪里计数</h2>
      <div className="form-grid">
        <ChoiceField
          label="站点"
          value={places.siteId}
          options={[['', '没有或不详'], ...shown.sites.map(option)]}
          onChange={(siteId) => set({ siteId })}
        />
        <ChoiceField
          label="常去的驿站"
          value={places.stationId}
          options={[['', '没有或不详'], ...shown.stations.map(option)]}
          onChange={(stationId) => set({ stationId })}
        />
        <ChoiceField
          label="居住地"
          value={places.residenceAreaId}
          options={[['', '不详'], ...shown.areas.map(option)]}
          onChange={(residenceAreaId) => set({ residenceAreaId })}
        />
        <ChoiceField
          label="归口（只选一处）"
          value={places.countedIn}
          options={[
            ...(shown.places.countedIn === '' ? [['', '未定'] as const] : []),
            ...shown.sites.map(({ id, name }) => [`organization:${id}`, name] as const),
            ...shown.areas.map(({ id, name }) => [`area:${id}`, name] as const),
          ]}
          onChange={(countedIn) => set({ countedIn })}
        />
        <FactDateInput id="places-from" label="从哪天起" value={from} onChange={setFrom} />
        <FactDateInput
          id="places-away"
          label="外出日期（组织关系没有转来）"
          value={places.awaySince}
          onChange={(value) => set({ awaySince: value })}
        />
        <CheckField checked={places.isFloating} onChange={(isFloating) => set({ isFloating })}>
          已登记为流动党员
        </CheckField>
      </div>
      <p className="small muted">这一天以前的归口照旧，以前的数字不变。</p>
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button type="submit" className="button is-primary" disabled={!isReady}>
          {isBusy ? '正在保存…' : '保存'} <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" className="button" onClick={onDone}>
          不改了
        </button>
      </div>
    </form>
  );
}
