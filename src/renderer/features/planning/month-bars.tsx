import type { QuotaUse } from '../../../contract/planning';

type Props = {
  readonly months: readonly number[];
  readonly total: QuotaUse;
  readonly year: number;
};

/** When in the year were people accepted? Labels carry the figures, the bars only their shape. */
export function MonthBars({ months, total, year }: Props) {
  const most = Math.max(1, ...months);
  return (
    <figure className="month-bars">
      <figcaption>
        {year}年各月接收人数（按党员大会日期），共 {total.admitted} 名，计划 {total.planned} 名
      </figcaption>
      <ol>
        {months.map((count, month) => (
          <li key={month}>
            <b>{count === 0 ? '' : count}</b>
            <i style={{ height: `${(count / most) * 56}px` }} aria-hidden="true" />
            <span>{month + 1}月</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
