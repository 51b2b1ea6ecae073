import { useEffect, useRef, useState } from 'react';
import type { VaultInput } from '../../../contract/channels';
import type { PartyOrganizationView } from '../../../contract/coverage';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import { partyOrganizationFormWords } from '../../../core/labels/labels';
import type { PartyOrganizationForm } from '../../../core/records/party-organization';
import { FactDateInput } from '../../components/fact-date-input';
import { FailureBanner } from '../../components/notices';
import { SegmentedChoice } from '../../components/segmented-choice';
import { askVault } from '../../lib/desk';
import { readTypedDate } from '../../lib/typed-date';
import { useAct } from '../../lib/use-act';

type Kind = VaultInput<'partyOrganizations.reorganize'>['kind'];
type Successors = VaultInput<'partyOrganizations.reorganize'>['successors'];

const kinds = [
  { value: 'dissolve', label: '撤销' },
  { value: 'rebuild', label: '改建' },
  { value: 'split', label: '拆分' },
] as const;

/** 改建 takes every unit along; 拆分 halves them in the order of the list, to be corrected afterwards. */
function successorsOf(
  view: PartyOrganizationView,
  {
    kind,
    name,
    form,
  }: { readonly kind: Kind; readonly name: string; readonly form: PartyOrganizationForm },
): Successors {
  if (kind === 'dissolve') return [];
  const { level } = view.record;
  const ids = [...new Set(view.units.filter(({ until }) => until === '').map(({ id }) => id))];
  if (kind === 'rebuild') return [{ name, form, level, organizationIds: ids }];
  const half = Math.ceil(ids.length / 2);
  return [ids.slice(0, half), ids.slice(half)].map((organizationIds, index) => ({
    name: `${name}（${index === 0 ? '一' : '二'}）`,
    form: organizationIds.length > 1 ? 'joint' : form,
    level,
    organizationIds,
  }));
}

type Props = {
  readonly view: PartyOrganizationView;
  readonly onDone: (founded: readonly string[]) => void;
  readonly onClose: () => void;
};

/** From a day on something else; every day before stays as it was. */
export function ReorganizeDialog({ view, onDone, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [kind, setKind] = useState<Kind>('dissolve');
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [name, setName] = useState(view.record.name);
  const [form, setForm] = useState<PartyOrganizationForm>(view.record.form);
  const { isBusy, failure, run } = useAct();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const typed = readTypedDate(day);
  const on = isCalendarDate(typed) ? typed : undefined;
  const isReady = !isBusy && on !== undefined && reason.trim() !== '' && name.trim() !== '';
  const save = async () => {
    if (!isReady || on === undefined) return;
    const successors = successorsOf(view, { kind, name: name.trim(), form });
    const saved = await run(() =>
      askVault('partyOrganizations.reorganize', {
        id: view.record.id,
        kind,
        on,
        reason,
        successors,
      }),
    );
    if (saved !== undefined) onDone(saved.founded);
  };
  return (
    <dialog className="dialog" ref={dialog} aria-label="撤销、改建或拆分" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h2>{view.record.name}</h2>
        <SegmentedChoice label="怎样调整" choices={kinds} value={kind} onChange={setKind} />
        <p className="small muted">
          从这一天起按新的计；之前各天的覆盖、班子和统计都不变。做错了可以撤销。
        </p>
        <div className="form-grid">
          <FactDateInput id="reorganize-on" label="生效日期" value={day} onChange={setDay} />
          <label className="field">
            <span>批复文号或依据（必填）</span>
            <input
              value={reason}
              maxLength={400}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
          {kind !== 'dissolve' && (
            <>
              <label className="field">
                <span>新名称</span>
                <input
                  value={name}
                  maxLength={380}
                  onChange={({ target }) => setName(target.value)}
                />
              </label>
              <label className="field">
                <span>组建方式</span>
                <select
                  value={form}
                  onChange={({ target }) => setForm(target.value as PartyOrganizationForm)}
                >
                  {Object.entries(partyOrganizationFormWords).map(([value, words]) => (
                    <option key={value} value={value}>
                      {words}
                    </option>
                  ))}
                </select>
              </label>
            </>
          )}
        </div>
        {kind === 'split' && (
          <p className="small muted">现有单位按名单顺序分成两半，保存后可在各自页面上改。</p>
        )}
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button type="submit" className="button is-primary" disabled={!isReady}>
            {isBusy ? '正在保存…' : '保存调整'}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            先不调整
          </button>
        </div>
      </form>
    </dialog>
  );
}
