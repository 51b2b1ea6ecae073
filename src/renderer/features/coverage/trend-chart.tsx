import { useState } from 'react';
import type { TrendPointView } from '../../../contract/coverage';
import { FailureBanner } from '../../components/notices';
import { percentWords } from '../../lib/format';
import { useElementWidth } from '../../lib/use-element-width';
import { useVaultQuery } from '../../lib/use-vault-query';
import { monthWords, trendScale } from './trend-scale';

type Trend = readonly TrendPointView[];

const height = 124;
const box = { left: 40, right: 56, top: 16, bottom: 32 } as const;

type Point = { readonly x: number; readonly y: number; readonly percent: number };

function pointsOf(trend: Trend, width: number, [low, high]: readonly [number, number]): Point[] {
  const inner = width - box.left - box.right;
  const tall = height - box.top - box.bottom;
  const stride = inner / Math.max(1, trend.length - 1);
  return trend.flatMap(({ percent }, index) =>
    percent === null
      ? []
      : [
          {
            x: box.left + index * stride,
            y: box.top + tall * (1 - (percent - low) / (high - low)),
            percent,
          },
        ],
  );
}

function GridLines({
  ticks,
  yOf,
  width,
}: {
  ticks: number[];
  yOf: (tick: number) => number;
  width: number;
}) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line x1={box.left} x2={width - box.right} y1={yOf(tick)} y2={yOf(tick)} />
      <text x={box.left - 8} y={yOf(tick) + 4} textAnchor="end">
        {tick}
      </text>
    </g>
  ));
}

function TrendLine({ trend, width }: { readonly trend: Trend; readonly width: number }) {
  const { low, high, ticks } = trendScale(trend.flatMap(({ percent }) => percent ?? []));
  const points = pointsOf(trend, width, [low, high]);
  const first = points[0];
  const last = points.at(-1);
  const tall = height - box.top - box.bottom;
  const yOf = (tick: number) => box.top + tall * (1 - (tick - low) / (high - low));
  const stride = (width - box.left - box.right) / Math.max(1, trend.length - 1);
  return (
    <svg className="trend" width={width} height={height} aria-hidden="true">
      <GridLines ticks={ticks} yOf={yOf} width={width} />
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map((point) => (
        <circle
          key={point.x}
          className={point === last ? 'is-last' : ''}
          cx={point.x}
          cy={point.y}
          r={point === last ? 4 : 2.5}
        />
      ))}
      {first !== undefined && first !== last && (
        <text x={first.x} y={first.y - 9} textAnchor="middle">
          {first.percent.toFixed(1)}
        </text>
      )}
      {last !== undefined && (
        <text className="trend-last" x={last.x + 10} y={last.y + 5}>
          {last.percent.toFixed(1)}
        </text>
      )}
      {trend.map(({ monthEnd }, index) => (
        <text key={monthEnd} x={box.left + index * stride} y={height - 8} textAnchor="middle">
          {monthWords(monthEnd, index === 0 || monthEnd.slice(5, 7) === '01')}
        </text>
      ))}
    </svg>
  );
}

function TrendNumbers({ trend }: { readonly trend: Trend }) {
  return (
    <table className="plain-table trend-numbers" aria-label="近 12 个月的比率">
      <thead>
        <tr>
          {trend.map(({ monthEnd }) => (
            <th key={monthEnd} scope="col">
              {monthEnd}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {trend.map(({ monthEnd, percent }) => (
            <td key={monthEnd}>{percentWords(percent)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

export type TrendChartProps = { readonly name: string; readonly indicator: string };

const months = 12;

/** Asked apart from the heat table, which does not wait for it. */
export function TrendChart({ name, indicator }: TrendChartProps) {
  const [isNumbers, setNumbers] = useState(false);
  const [frame, width] = useElementWidth<HTMLDivElement>(752);
  const { data, failure } = useVaultQuery('coverage.trend', { indicator });
  const trend = data?.points;
  const title = `${name}近 ${months} 个月是升是降？`;
  return (
    <section className="trend-section" aria-label={title}>
      <div className="heat-head">
        <h2>{title}</h2>
        <div className="heat-legend">
          <span>单位：%，各月末，本月为 {trend?.at(-1)?.monthEnd.slice(5) ?? '—'}</span>
          <button
            type="button"
            className="link"
            aria-pressed={isNumbers}
            onClick={() => setNumbers(!isNumbers)}
          >
            {isNumbers ? '看折线' : '看数字表'}
          </button>
        </div>
      </div>
      <FailureBanner failure={failure} />
      <div ref={frame} className="trend-frame">
        {trend !== undefined && isNumbers && <TrendNumbers trend={trend} />}
        {trend !== undefined && !isNumbers && <TrendLine trend={trend} width={width} />}
      </div>
    </section>
  );
}
