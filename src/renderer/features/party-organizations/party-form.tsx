import { useId, useState } from 'react';
import {
  partyOrganizationFormWords,
  partyOrganizationLevelWords,
} from '../../../core/labels/labels';
import type { PartyOrganization } from '../../../core/records/party-organization';
import { CheckField } from '../../components/form-field';
import { FactDateInput } from '../../components/fact-date-input';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';
import { useFormDraft } from '../../lib/use-form-draft';
import { changesOf, draftOf, invalidFields, type PartyDraft, type TypedField } from './party-draft';

type TypedEntry = {
  readonly field: TypedField;
  readonly label: string;
  readonly isDay?: true;
  /** What is said of a text that cannot be read. */
  readonly wrong?: string;
};

const wrongDays = '有看不懂的日期，写作 2026-05-18，多次用顿号分开';

const entries: readonly TypedEntry[] = [
  { field: 'name', label: '名称（必填）' },
  { field: 'approvalNumber', label: '批复文号' },
  { field: 'phone', label: '联系电话' },
  { field: 'fullMembers', label: '正式党员' },
  { field: 'termYears', label: '任期（年）' },
  { field: 'lastElectedOn', label: '最近一次换届', isDay: true },
  { field: 'termExtendedUntil', label: '经批准延期至', isDay: true },
  { field: 'dissolvedOn', label: '撤销日期', isDay: true },
  { field: 'poolAnalysedOn', label: '积极分子队伍分析', wrong: wrongDays },
  { field: 'note', label: '备注' },
];

type FieldsProps = {
  readonly draft: PartyDraft;
  readonly invalid: readonly TypedField[];
  readonly onChange: (draft: PartyDraft) => void;
};

function TypedFields({ draft, invalid, onChange }: FieldsProps) {
  const errors = useId();
  return entries.map(({ field, label, isDay, wrong }) => {
    if (isDay === true) {
      return (
        <FactDateInput
          key={field}
          id={`${errors}-${field}`}
          label={label}
          value={draft[field]}
          onChange={(value) => onChange({ ...draft, [field]: value })}
        />
      );
    }
    const isInvalid = invalid.includes(field);
    return (
      <label key={field} className="field">
        <span>{label}</span>
        <input
          value={draft[field]}
          maxLength={400}
          aria-invalid={isInvalid}
          aria-describedby={isInvalid ? `${errors}-${field}` : undefined}
          onChange={({ target }) => onChange({ ...draft, [field]: target.value })}
        />
        {isInvalid && (
          <span className="field-error" id={`${errors}-${field}`}>
            {wrong ?? '请填整数，不详就空着'}
          </span>
        )}
      </label>
    );
  });
}

function ChosenFields({ draft, onChange }: Omit<FieldsProps, 'invalid'>) {
  const choices = [
    { field: 'level', label: '层级', options: Object.entries(partyOrganizationLevelWords) },
    { field: 'form', label: '组建方式', options: Object.entries(partyOrganizationFormWords) },
  ] as const;
  return choices.map(({ field, label, options }) => (
    <label key={field} className="field">
      <span>{label}</span>
      <select
        value={draft[field]}
        onChange={({ target }) => onChange({ ...draft, [field]: target.value })}
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  ));
}

export type PartyFormProps = {
  readonly record: PartyOrganization;
  readonly savedWords: string | undefined;
  readonly onSaved: () => void;
};

export function PartyForm({ record, savedWords, onSaved }: PartyFormProps) {
  const [initial] = useState(() => draftOf(record));
  const [draft, setDraft, settle] = useFormDraft(
    { key: `party:${record.id}`, title: record.name },
    initial,
  );
  const { isBusy, failure, run } = useAct();
  const changes = changesOf(draft, record);
  const invalid = invalidFields(draft);
  const isTouched = Object.keys(changes.patch).length + changes.clears.length > 0;
  const isReady = isTouched && invalid.length === 0 && draft.name.trim() !== '' && !isBusy;
  const save = async () => {
    if (!isReady) return;
    const saved = await run(() =>
      askVault('partyOrganizations.save', { id: record.id, ...changes }),
    );
    if (saved === undefined) return;
    settle();
    onSaved();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => onFormKey(event, () => void save())}
    >
      <div className="form-grid">
        <ChosenFields draft={draft} onChange={setDraft} />
        <CheckField
          checked={draft.absorbsUntransferred === 'true'}
          onChange={(isOn) => setDraft({ ...draft, absorbsUntransferred: isOn ? 'true' : '' })}
        >
          吸收未转入组织关系的党员建立
        </CheckField>
        <TypedFields draft={draft} invalid={invalid} onChange={setDraft} />
      </div>
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button type="submit" className="button is-primary" disabled={!isReady}>
          {isBusy ? '正在保存…' : '保存'} <kbd>Ctrl Enter</kbd>
        </button>
        <span role="status" className="muted">
          {isTouched ? '有改动，还没有保存' : savedWords}
        </span>
      </div>
    </form>
  );
}
