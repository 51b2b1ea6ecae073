import type { UnionChangeView } from '../../../contract/unions';
import { percentWords } from '../../lib/format';
import { pointsWords } from './plan-edits';

function Dumbbell({ before, after }: { readonly before: number; readonly after: number }) {
  return (
    <svg className="dumbbell" viewBox="0 0 216 12" aria-hidden="true">
      <path d="M8 6H208M8 2v8M108 3v6M208 2v8" className="track" />
      <path d={`M${8 + 2 * before} 6H${8 + 2 * after}`} className="move" />
      <circle cx={8 + 2 * before} cy="6" r="4" className="from" />
      <circle cx={8 + 2 * after} cy="6" r="4" className="to" />
    </svg>
  );
}

function Line({ change }: { readonly change: UnionChangeView }) {
  const { place, indicator, before, after } = change;
  return (
    <tr>
      <th scope="row">
        {place} • {indicator}
      </th>
      <td className="bell">
        {before.percent !== null && after.percent !== null && (
          <Dumbbell before={before.percent} after={after.percent} />
        )}
      </td>
      <td>
        {percentWords(before.percent)}{' '}
        <small>
          {before.numerator} / {before.denominator}
        </small>
      </td>
      <td>
        <strong>{percentWords(after.percent)}</strong>{' '}
        <small>
          {after.numerator} / {after.denominator}
        </small>
      </td>
      <td className="num">{pointsWords(before.percent, after.percent)}</td>
    </tr>
  );
}

/** What the rates are now and what they become. */
export function ChangeLines({ changes }: { readonly changes: readonly UnionChangeView[] }) {
  return (
    <table className="union-changes" aria-label="覆盖率的变化">
      <thead>
        <tr>
          <th scope="col">覆盖率的变化</th>
          <th scope="col" className="bell">
            <span className="scale">
              <i>0</i>
              <i>50%</i>
              <i>100%</i>
            </span>
          </th>
          <th scope="col">○ 现在</th>
          <th scope="col">● 采用方案之后</th>
          <th scope="col" className="num">
            变化，百分点
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <Line key={`${change.place} ${change.indicator}`} change={change} />
        ))}
      </tbody>
    </table>
  );
}
