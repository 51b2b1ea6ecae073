import { useVaultQuery } from '../../lib/use-vault-query';

const assignments = { all: '全部', assigned: '已分派', unassigned: '未分派' } as const;

export type GapFilter = {
  readonly rule?: string;
  readonly areaId?: string;
  readonly assignment: keyof typeof assignments;
};

export type GapFilterSentenceProps = {
  readonly filter: GapFilter;
  readonly total: number | undefined;
  readonly onChange: (filter: GapFilter) => void;
};

/** The filter in words; the underlined words are its controls. */
export function GapFilterSentence({ filter, total, onChange }: GapFilterSentenceProps) {
  const overview = useVaultQuery('coverage.overview', {});
  const areas = overview.data?.heat.areas ?? [];
  const { rule, areaId, assignment } = filter;
  return (
    <div className="filter" role="group" aria-label="筛选缺口">
      <label>
        缺口：
        <select
          value={rule ?? ''}
          onChange={({ target }) =>
            onChange({
              assignment,
              ...(areaId === undefined ? {} : { areaId }),
              ...(target.value === '' ? {} : { rule: target.value }),
            })
          }
        >
          <option value="">全部</option>
          {overview.data?.gapCounts.map((gap) => (
            <option key={gap.rule} value={gap.rule}>
              {gap.title}（{gap.count}）
            </option>
          ))}
        </select>
      </label>
      <label>
        街道：
        <select
          value={areaId ?? ''}
          onChange={({ target }) =>
            onChange({
              assignment,
              ...(rule === undefined ? {} : { rule }),
              ...(target.value === '' ? {} : { areaId: target.value }),
            })
          }
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
        分派：
        <select
          value={assignment}
          onChange={({ target }) =>
            onChange({ ...filter, assignment: target.value as GapFilter['assignment'] })
          }
        >
          {Object.entries(assignments).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <span className="total" role="status">
        {total === undefined ? '' : `共 ${total} 项`}
      </span>
    </div>
  );
}
