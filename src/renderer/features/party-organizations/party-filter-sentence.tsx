import type { VaultInput } from '../../../contract/channels';
import type { PartyOrganizationForm } from '../../../core/records/party-organization';
import { partyOrganizationFormWords } from '../../../core/labels/labels';
import { useVaultQuery } from '../../lib/use-vault-query';

export type PartyFilter = VaultInput<'partyOrganizations.list'>['filter'];

export type PartyFilterSentenceProps = {
  readonly filter: PartyFilter;
  readonly total: number | undefined;
  readonly onChange: (filter: PartyFilter) => void;
};

const terms = {
  overdue: '届满未换届',
  request: '两个月内届满，报请示',
  letter: '六个月内届满，发函提醒',
} as const;

function withPart<Part extends keyof PartyFilter>(
  filter: PartyFilter,
  part: Part,
  value: PartyFilter[Part] | undefined,
): PartyFilter {
  const { [part]: _dropped, ...rest } = filter;
  return value === undefined ? rest : { ...rest, [part]: value };
}

/** The filter in words; the underlined words are its controls. */
export function PartyFilterSentence({ filter, total, onChange }: PartyFilterSentenceProps) {
  const areas = useVaultQuery('areas.list', {}).data ?? [];
  return (
    <div className="filter" role="search" aria-label="筛选党组织">
      <label>
        名称：
        <input
          type="search"
          value={filter.text ?? ''}
          maxLength={60}
          placeholder="党组织名称"
          onChange={({ target }) => onChange(withPart(filter, 'text', target.value || undefined))}
        />
      </label>
      <label>
        街道：
        <select
          value={filter.areaId ?? ''}
          onChange={({ target }) => onChange(withPart(filter, 'areaId', target.value || undefined))}
        >
          <option value="">全区</option>
          {areas.map((area) => (
            <option key={area.id} value={area.id}>
              {area.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        任期：
        <select
          value={filter.term ?? ''}
          onChange={({ target }) =>
            onChange(withPart(filter, 'term', (target.value || undefined) as PartyFilter['term']))
          }
        >
          <option value="">不限</option>
          {Object.entries(terms).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        组建方式：
        <select
          value={filter.forms?.[0] ?? ''}
          onChange={({ target }) =>
            onChange(
              withPart(
                filter,
                'forms',
                target.value === '' ? undefined : [target.value as PartyOrganizationForm],
              ),
            )
          }
        >
          <option value="">不限</option>
          {Object.entries(partyOrganizationFormWords).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <span className="total" role="status">
        {total === undefined ? '' : `共 ${total} 个`}
      </span>
    </div>
  );
}
