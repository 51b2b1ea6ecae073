import type { OrganizationFilter } from '../../../contract/coverage';
import { organizationKindWords } from '../../../core/labels/labels';
import { organizationKinds, type OrganizationKind } from '../../../core/records/organization';
import { useVaultQuery } from '../../lib/use-vault-query';
import { columnWords, originWords, stateWords, without, type CoverageState } from './filter-words';

export type OrganizationFilterProps = {
  readonly filter: OrganizationFilter;
  readonly total: number | undefined;
  readonly onChange: (filter: OrganizationFilter) => void;
};

type WordProps = {
  readonly label: string;
  readonly all: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onPick: (value: string | undefined) => void;
};

/** One underlined word of the sentence. */
function Word({ label, all, value, options, onPick }: WordProps) {
  return (
    <label>
      {label}：
      <select value={value ?? ''} onChange={({ target }) => onPick(target.value || undefined)}>
        <option value="">{all}</option>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

const columnMark = 'column:';

function kindValue({ kinds, column }: OrganizationFilter): string | undefined {
  return column === undefined ? kinds?.[0] : `${columnMark}${column}`;
}

function withKind(filter: OrganizationFilter, value: string | undefined): OrganizationFilter {
  const rest = without(without(filter, 'kinds'), 'column');
  if (value === undefined) return rest;
  return value.startsWith(columnMark)
    ? { ...rest, column: value.slice(columnMark.length) }
    : { ...rest, kinds: [value as OrganizationKind] };
}

const kindOptions = [
  ...Object.entries(columnWords).map(([id, words]) => [`${columnMark}${id}`, words] as const),
  ...organizationKinds.map((kind) => [kind, `　${organizationKindWords[kind]}`] as const),
];

/** The filter in words; the underlined words are its controls. */
export function OrganizationFilterSentence({ filter, total, onChange }: OrganizationFilterProps) {
  const areas = useVaultQuery('areas.list', {}).data ?? [];
  const carriers = useVaultQuery('carriers.list', {}).data ?? [];
  const gaps = useVaultQuery('coverage.overview', {}).data?.gapCounts ?? [];
  const gapTitle = gaps.find(({ rule }) => rule === filter.gapRule)?.title;
  const pick = <Part extends keyof OrganizationFilter>(
    part: Part,
    value: OrganizationFilter[Part] | undefined,
  ) => onChange(value === undefined ? without(filter, part) : { ...filter, [part]: value });

  return (
    <div className="filter" role="search" aria-label="筛选单位">
      <label>
        名称：
        <input
          type="search"
          value={filter.text ?? ''}
          maxLength={60}
          placeholder="名称或信用代码"
          onChange={({ target }) => pick('text', target.value || undefined)}
        />
      </label>
      <Word
        label="街道"
        all="全区"
        value={filter.areaId}
        options={areas.map(({ id, name }) => [id, name])}
        onPick={(areaId) => pick('areaId', areaId)}
      />
      <Word
        label="类型"
        all="全部"
        value={kindValue(filter)}
        options={kindOptions}
        onPick={(value) => onChange(withKind(filter, value))}
      />
      <Word
        label="覆盖"
        all="不限"
        value={filter.states?.[0]}
        options={Object.entries(stateWords)}
        onPick={(state) =>
          pick('states', state === undefined ? undefined : [state as CoverageState])
        }
      />
      <Word
        label="缺口"
        all="不限"
        value={filter.gapRule}
        options={gaps.map(({ rule, title }) => [rule, title])}
        onPick={(rule) => pick('gapRule', rule)}
      />
      {filter.carrierId !== undefined && (
        <Word
          label="载体"
          all="不限"
          value={filter.carrierId}
          options={carriers.map(({ id, name }) => [id, name])}
          onPick={(carrierId) => pick('carrierId', carrierId)}
        />
      )}
      <Origin filter={filter} gapTitle={gapTitle} onClear={() => onChange(withoutOrigin(filter))} />
      <span className="total" role="status">
        {total === undefined ? '' : `共 ${total} 家`}
      </span>
    </div>
  );
}

const withoutOrigin = (filter: OrganizationFilter): OrganizationFilter =>
  (['indicator', 'breakdown', 'asOf', 'headquartersId'] as const).reduce(without, filter);

type OriginProps = {
  readonly filter: OrganizationFilter;
  readonly gapTitle: string | undefined;
  readonly onClear: () => void;
};

/** What brought the worker here, until it is taken off. */
function Origin({ filter, gapTitle, onClear }: OriginProps) {
  const words = originWords(without(filter, 'gapRule'), gapTitle);
  if (words.length === 0) return null;
  return (
    <span>
      来自：{words.join('，')}{' '}
      <button type="button" className="link small" onClick={onClear}>
        去掉
      </button>
    </span>
  );
}
