import type { ReactNode } from 'react';
import type { PersonFilter } from '../../../contract/people';
import { stages, type Stage } from '../../../core/records/person';
import { stageWords } from '../../../core/labels/labels';
import { useVaultQuery } from '../../lib/use-vault-query';

type Props = {
  readonly filter: PersonFilter;
  readonly total: number;
  readonly onChange: (filter: PersonFilter) => void;
  /** Acts on the list as filtered, at the end of the line. */
  readonly children?: ReactNode;
};

const dueWords: Readonly<Record<NonNullable<PersonFilter['due']>, string>> = {
  overdue: '已超期',
  thisWeek: '本周到期',
  within30: '30 天内',
  overdueOrWithin30: '已超期和 30 天内',
};

/** The filter is a sentence; its underlined words are the controls. */
export function PeopleFilter({ filter, total, onChange, children }: Props) {
  const areas = useVaultQuery('areas.list', {});
  const stageValue = filter.stages?.[0] ?? (filter.includesFullMembers === true ? 'all' : '');
  function setStage(value: string): void {
    const { stages: _stages, includesFullMembers: _full, ...rest } = filter;
    if (value === '') onChange(rest);
    else
      onChange(
        value === 'all'
          ? { ...rest, includesFullMembers: true }
          : { ...rest, stages: [value as Stage] },
      );
  }
  function setOrClear(key: 'areaId' | 'due' | 'text', value: string): void {
    const { [key]: _old, ...rest } = filter;
    onChange(value === '' ? rest : ({ ...rest, [key]: value } as PersonFilter));
  }
  return (
    <div className="filter" role="group" aria-label="筛选条件">
      <label>
        查找：
        <input
          aria-label="按姓名、拼音首字母或身份证后四位查找"
          value={filter.text ?? ''}
          placeholder="姓名或首字母"
          onChange={(event) => setOrClear('text', event.target.value)}
        />
      </label>
      <label>
        阶段：
        <select
          aria-label="阶段"
          value={stageValue}
          onChange={(event) => setStage(event.target.value)}
        >
          <option value="">全部在册</option>
          {stages.map((stage) => (
            <option key={stage} value={stage}>
              {stageWords[stage]}
            </option>
          ))}
          <option value="all">含正式党员</option>
        </select>
      </label>
      <label>
        街道：
        <select
          aria-label="街道"
          value={filter.areaId ?? ''}
          onChange={(event) => setOrClear('areaId', event.target.value)}
        >
          <option value="">全部</option>
          {areas.data
            ?.filter(({ level }) => level === 'street')
            .map((area) => (
              <option key={area.id} value={area.id}>
                {area.name}
              </option>
            ))}
        </select>
      </label>
      <label>
        期限：
        <select
          aria-label="期限"
          value={filter.due ?? ''}
          onChange={(event) => setOrClear('due', event.target.value)}
        >
          <option value="">不限</option>
          {Object.entries(dueWords).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <span className="total">{total} 人</span>
      <span className="filter-acts">{children}</span>
    </div>
  );
}
