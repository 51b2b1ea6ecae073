import type { CalendarDate } from '../../../core/calendar/calendar-date';
import type { OrganizationFilter } from '../../../contract/coverage';
import { breakdownIds, breakdownWords, type BreakdownId } from '../../../core/coverage/breakdown';
import { FailureBanner, Loading } from '../../components/notices';
import { percentWords } from '../../lib/format';
import { useVaultQuery } from '../../lib/use-vault-query';
import { heatLevel } from './heat-level';

/** `heat` is the table by street and kind. */
export type BreakdownChoiceValue = 'heat' | BreakdownId;

export function BreakdownChoice({
  value,
  onChange,
}: {
  readonly value: BreakdownChoiceValue;
  readonly onChange: (value: BreakdownChoiceValue) => void;
}) {
  return (
    <label className="breakdown-choice">
      分组{' '}
      <select
        value={value}
        onChange={({ target }) => onChange(target.value as BreakdownChoiceValue)}
      >
        <option value="heat">街道和单位类型</option>
        {breakdownIds.map((id) => (
          <option key={id} value={id}>
            {breakdownWords[id]}
          </option>
        ))}
      </select>
    </label>
  );
}

type Props = {
  readonly by: BreakdownId;
  readonly indicator: string;
  readonly indicatorName: string;
  readonly asOf: CalendarDate | undefined;
  readonly onOpen: (filter: OrganizationFilter) => void;
};

type Part = 'numerator' | 'denominator' | 'missing';

/** One indicator by one breakdown; every figure opens its list and the parts add up to the last row. */
export function BreakdownTable({ by, indicator, indicatorName, asOf, onOpen }: Props) {
  const { data, failure } = useVaultQuery('coverage.breakdown', {
    by,
    indicator,
    ...(asOf === undefined ? {} : { asOf }),
  });
  if (data === undefined)
    return failure === undefined ? (
      <Loading words="正在分组" />
    ) : (
      <FailureBanner failure={failure} />
    );
  const open = (part: Part, row?: { key: string; words: string }) =>
    onOpen({
      indicator: { id: indicator, part },
      ...(row === undefined
        ? {}
        : { breakdown: { by, key: row.key, words: `${breakdownWords[by]}：${row.words}` } }),
      ...(asOf === undefined ? {} : { asOf }),
    });
  const rows = [
    ...data.rows.map((row) => ({ ...row, isTotal: false })),
    { ...data.total, key: '', words: '合计', isTotal: true },
  ];
  return (
    <table
      className="plain-table breakdown-table"
      aria-label={`${indicatorName}，按${breakdownWords[by]}`}
    >
      <thead>
        <tr>
          <th scope="col">{breakdownWords[by]}</th>
          <th scope="col" className="num">
            单位数
          </th>
          <th scope="col" className="num">
            分子
          </th>
          <th scope="col" className="num">
            分母
          </th>
          <th scope="col" className="num">
            未达到
          </th>
          <th scope="col" className="num">
            {indicatorName}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const part = row.isTotal ? undefined : { key: row.key, words: row.words };
          const figure = (count: number, which: Part) => (
            <button
              type="button"
              className="link"
              aria-label={`${row.words}${partWords[which]} ${count}，看名单`}
              onClick={() => open(which, part)}
            >
              {count}
            </button>
          );
          return (
            <tr key={row.key} className={row.isTotal ? 'is-total' : ''}>
              <td>{row.words}</td>
              <td className="num">{row.units}</td>
              <td className="num">{figure(row.numerator, 'numerator')}</td>
              <td className="num">{figure(row.denominator, 'denominator')}</td>
              <td className="num">{figure(row.denominator - row.numerator, 'missing')}</td>
              <td className="num">
                <span className={`breakdown-rate is-heat-${heatLevel(row) ?? 'none'}`}>
                  {percentWords(row.percent)}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const partWords: Readonly<Record<Part, string>> = {
  numerator: '分子',
  denominator: '分母',
  missing: '未达到',
};
