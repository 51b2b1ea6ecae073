import { useState } from 'react';
import type { BulkInput, BulkPatch } from '../../../contract/register';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import { organizationStatusWords } from '../../../core/labels/labels';
import type { OrganizationStatus } from '../../../core/records/organization';
import { FactDateInput } from '../../components/fact-date-input';
import { IndicatorEffect } from '../../components/indicator-effect';
import { FailureBanner, Loading } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { readTypedDate } from '../../lib/typed-date';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';

type Draft = {
  readonly status: string;
  readonly statusEvidence: string;
  readonly areaId: string;
  readonly carrierId: string;
  readonly industry: string;
  readonly lastVerifiedOn: string;
  readonly instructorId: string;
};
const untouched: Draft = {
  status: '',
  statusEvidence: '',
  areaId: '',
  carrierId: '',
  industry: '',
  lastVerifiedOn: '',
  instructorId: '',
};

function patchOf(draft: Draft): BulkPatch {
  const day = readTypedDate(draft.lastVerifiedOn);
  const text = (['areaId', 'carrierId', 'industry'] as const).flatMap((field) =>
    draft[field].trim() === '' ? [] : [[field, draft[field].trim()] as const],
  );
  const evidence = draft.statusEvidence.trim();
  return {
    ...Object.fromEntries(text),
    ...(draft.status === '' ? {} : { status: draft.status as OrganizationStatus }),
    ...(draft.status === '' || evidence === '' ? {} : { statusEvidence: evidence }),
    ...(isCalendarDate(day) ? { lastVerifiedOn: day } : {}),
  };
}

type FieldsProps = { readonly draft: Draft; readonly onChange: (draft: Draft) => void };
type Options = readonly (readonly [value: string, words: string])[];

function Pick({
  field,
  label,
  options,
  draft,
  onChange,
}: FieldsProps & {
  readonly field: keyof Draft;
  readonly label: string;
  readonly options: Options;
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={draft[field]}
        onChange={({ target }) => onChange({ ...draft, [field]: target.value })}
      >
        <option value="">不改</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Fields(props: FieldsProps) {
  const { draft, onChange } = props;
  const areas = useVaultQuery('areas.tree', {}).data ?? [];
  const carriers = useVaultQuery('carriers.list', {}).data ?? [];
  const instructors = useVaultQuery('instructors.names', {}).data ?? [];
  return (
    <div className="bulk-fields">
      <Pick
        {...props}
        field="status"
        label="状态"
        options={Object.entries(organizationStatusWords)}
      />
      {draft.status !== '' && (
        <label className="field">
          <span>状态依据</span>
          <input
            value={draft.statusEvidence}
            maxLength={400}
            onChange={({ target }) => onChange({ ...draft, statusEvidence: target.value })}
          />
        </label>
      )}
      <Pick
        {...props}
        field="areaId"
        label="区域"
        options={areas.map(({ id, name, depth }) => [id, `${'　'.repeat(depth)}${name}`])}
      />
      <Pick
        {...props}
        field="carrierId"
        label="载体"
        options={carriers.map(({ id, name }) => [id, name])}
      />
      <Pick
        {...props}
        field="instructorId"
        label="派驻指导员"
        options={instructors.map(({ id, name, units }) => [id, `${name}（联系 ${units} 家）`])}
      />
      <label className="field">
        <span>行业</span>
        <input
          value={draft.industry}
          maxLength={400}
          placeholder="不改"
          onChange={({ target }) => onChange({ ...draft, industry: target.value })}
        />
      </label>
      <FactDateInput
        id="bulk-verified"
        label="最近核实"
        value={draft.lastVerifiedOn}
        onChange={(lastVerifiedOn) => onChange({ ...draft, lastVerifiedOn })}
      />
    </div>
  );
}

function Preview({ input }: { readonly input: BulkInput }) {
  const { data, failure } = useVaultQuery('bulk.preview', input);
  if (data === undefined)
    return failure === undefined ? (
      <Loading words="正在推算" />
    ) : (
      <FailureBanner failure={failure} />
    );
  return (
    <>
      <p className="small" role="status">
        选中 {data.selected} 家，其中 {data.changed} 家会变
      </p>
      <ul className="bulk-rows small">
        {data.rows.slice(0, 8).map(({ id, name, words }) => (
          <li key={id}>
            {name}
            <br />
            <span className="muted">{words}</span>
          </li>
        ))}
      </ul>
      {data.changed > 8 && <p className="small muted">以下从略，改法相同</p>}
      <IndicatorEffect indicators={data.indicators} />
    </>
  );
}

export type BulkPanelProps = {
  readonly selection: BulkInput['selection'];
  /** How many units that is; nothing can be done with none. */
  readonly count: number;
  readonly onDone: () => void;
};

/** The same edit on many units: what changes, what every figure becomes, one change to be undone. */
export function BulkPanel({ selection, count, onDone }: BulkPanelProps) {
  const [draft, setDraft] = useState(untouched);
  const act = useAct();
  const patch = patchOf(draft);
  const { instructorId } = draft;
  const input: BulkInput = {
    selection,
    patch,
    ...(instructorId === '' ? {} : { instructorId }),
  };
  const isAsked = count > 0 && (Object.keys(patch).length > 0 || instructorId !== '');
  const save = async () => {
    const done = await act.run(() => askVault('bulk.commit', input));
    if (done !== undefined) onDone();
  };
  return (
    <aside className="page-side bulk-panel" aria-label="批量修改">
      <h2>批量修改</h2>
      <p className="small muted">
        {count === 0 ? '先在左边勾选单位，或选全部筛选结果。' : `已选 ${count} 家`}
      </p>
      <Fields draft={draft} onChange={setDraft} />
      {isAsked && <Preview input={input} />}
      <FailureBanner failure={act.failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={!isAsked || act.isBusy}
          onClick={() => void save()}
        >
          {act.isBusy ? '正在保存…' : '保存批量修改'}
        </button>
        <button type="button" className="button" onClick={onDone}>
          不改了
        </button>
      </div>
      <p className="small muted">整批是一次变更，可以整个撤销。</p>
    </aside>
  );
}
