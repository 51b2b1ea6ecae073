import type { Ratio } from '../../contract/common';
import { percentWords } from '../lib/format';

export type IndicatorEffectProps = {
  readonly indicators: readonly {
    readonly id: string;
    readonly name: string;
    readonly before: Ratio;
    readonly after: Ratio;
  }[];
};

const isMoved = (before: Ratio, after: Ratio): boolean =>
  before.numerator !== after.numerator || before.denominator !== after.denominator;

function RatioCell({ ratio, isStrong }: { readonly ratio: Ratio; readonly isStrong: boolean }) {
  const words = `${ratio.numerator} / ${ratio.denominator}`;
  return (
    <td className="num">
      {isStrong ? <strong>{percentWords(ratio.percent)}</strong> : percentWords(ratio.percent)}
      <br />
      <span className="muted small">{words}</span>
    </td>
  );
}

/** What an act makes of every figure, before it is done; those that stay are said in one line. */
export function IndicatorEffect({ indicators }: IndicatorEffectProps) {
  const moved = indicators.filter(({ before, after }) => isMoved(before, after));
  const still = indicators.filter(({ before, after }) => !isMoved(before, after));
  return (
    <>
      {moved.length > 0 && (
        <table className="plain-table" aria-label="指标变化">
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col" className="num">
                现在
              </th>
              <th scope="col" className="num">
                之后
              </th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ id, name, before, after }) => (
              <tr key={id}>
                <td>{name}</td>
                <RatioCell ratio={before} isStrong={false} />
                <RatioCell ratio={after} isStrong />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="small muted">
        {moved.length === 0
          ? `${still.length} 项指标都不变。`
          : still.length > 0 && `不变：${still.map(({ name }) => name).join('、')}。`}
      </p>
    </>
  );
}
