import type { ListHead } from '../../../contract/reconciliation';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import { organizationKindWords } from '../../../core/labels/labels';
import { usualKinds } from '../../../core/reconciliation/read-list';
import type { OrganizationKind } from '../../../core/records/organization';
import { listSources, type ListSource } from '../../../core/records/reconciliation';
import { FactDateInput } from '../../components/fact-date-input';
import { readTypedDate } from '../../lib/typed-date';
import { useVaultQuery } from '../../lib/use-vault-query';
import { sourceWords } from './reconciliation-words';

export type HeadDraft = {
  readonly source: ListSource;
  readonly listedOn: string;
  readonly kinds: readonly OrganizationKind[];
  readonly areaId: string;
};

export const draftFor = (source: ListSource, listedOn: string): HeadDraft => ({
  source,
  listedOn,
  kinds: usualKinds[source],
  areaId: '',
});

/** The head once it is complete: a day, and at least one kind of unit. */
export function headOf({ source, listedOn, kinds, areaId }: HeadDraft): ListHead | undefined {
  const day = readTypedDate(listedOn);
  if (!isCalendarDate(day) || kinds.length === 0) return undefined;
  return { source, listedOn: day, kinds: [...kinds], ...(areaId === '' ? {} : { areaId }) };
}

const kindChoices = [
  'enterprise',
  'soleTrader',
  'socialGroup',
  'foundation',
  'socialServiceBody',
  'lawFirm',
  'accountingFirm',
  'taxFirm',
  'otherProfessionalFirm',
] as const satisfies readonly OrganizationKind[];

export type ListHeadFormProps = {
  readonly draft: HeadDraft;
  readonly onChange: (draft: HeadDraft) => void;
};

/** What the list is and which units it holds completely: only of these can one be missing. */
export function ListHeadForm({ draft, onChange }: ListHeadFormProps) {
  const areas = useVaultQuery('areas.list', {}).data ?? [];
  const streets = areas.filter(({ level }) => level === 'street');
  const toggle = (kind: OrganizationKind) =>
    onChange({
      ...draft,
      kinds: draft.kinds.includes(kind)
        ? draft.kinds.filter((each) => each !== kind)
        : [...draft.kinds, kind],
    });
  return (
    <form className="list-head" onSubmit={(event) => event.preventDefault()}>
      <div className="form-grid">
        <label className="field">
          <span>名单来自</span>
          <select
            value={draft.source}
            onChange={({ target }) => {
              const source = target.value as ListSource;
              onChange({ ...draft, source, kinds: usualKinds[source] });
            }}
          >
            {listSources.map((source) => (
              <option key={source} value={source}>
                {sourceWords[source]}
              </option>
            ))}
          </select>
        </label>
        <FactDateInput
          id="listed-on"
          label="名单截至"
          value={draft.listedOn}
          onChange={(listedOn) => onChange({ ...draft, listedOn })}
        />
        <label className="field">
          <span>名单范围</span>
          <select
            value={draft.areaId}
            onChange={({ target }) => onChange({ ...draft, areaId: target.value })}
          >
            <option value="">全区</option>
            {streets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <fieldset className="checks">
        <legend>名单应当收全的单位（册内有而名单没有的，列为“消失”）</legend>
        {kindChoices.map((kind) => (
          <label key={kind} className="check">
            <input
              type="checkbox"
              checked={draft.kinds.includes(kind)}
              onChange={() => toggle(kind)}
            />
            {organizationKindWords[kind]}
          </label>
        ))}
      </fieldset>
    </form>
  );
}
