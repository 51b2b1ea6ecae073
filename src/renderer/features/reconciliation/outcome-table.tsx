import type { DecisionInput, OutcomeView } from '../../../contract/reconciliation';
import { useNavigation } from '../../lib/navigation';
import { RowDecision } from './row-decision';

type Difference = OutcomeView['differences'][number];

type DifferencesProps = {
  readonly row: OutcomeView;
  readonly onDecide: (decision: DecisionInput) => void;
};

/** Where a row differs in several things, each can be left as it is. */
function Differences({ row, onDecide }: DifferencesProps) {
  if (row.differences.length === 0) return <span>{row.remark}</span>;
  const isChoosable = row.differences.length > 1 && row.choice === 'accept';
  const toggle = ({ kind }: Difference) => {
    const leaves = row.leaves.includes(kind)
      ? row.leaves.filter((each) => each !== kind)
      : [...row.leaves, kind];
    onDecide({ choice: 'accept', leaves });
  };
  return (
    <ul className="differences">
      {row.differences.map((each) => (
        <li key={`${each.kind}/${each.label}`}>
          {isChoosable && (
            <input
              type="checkbox"
              aria-label={`${row.name}：采纳${each.label}`}
              checked={!row.leaves.includes(each.kind)}
              onChange={() => toggle(each)}
            />
          )}
          <span className="muted">{each.label}</span> {each.before} → <strong>{each.after}</strong>
        </li>
      ))}
    </ul>
  );
}

function Candidates({ row }: { readonly row: OutcomeView }) {
  return (
    <ul className="differences">
      {row.candidates.map(({ id, name, remark }) => (
        <li key={id}>
          {name} <span className="muted small">{remark}</span>
        </li>
      ))}
    </ul>
  );
}

export type OutcomeTableProps = {
  readonly rows: readonly OutcomeView[];
  readonly isDecidable: boolean;
  readonly onDecide: (row: OutcomeView, decision: DecisionInput) => void;
};

function Subject({ row }: { readonly row: OutcomeView }) {
  const { go } = useNavigation();
  return (
    <td>
      {row.unitId === '' ? (
        row.name
      ) : (
        <button
          type="button"
          className="link is-plain"
          onClick={() => go({ page: 'organization', id: row.unitId })}
        >
          {row.name}
        </button>
      )}
      <br />
      <span className="muted small">
        {[row.creditCode || '无信用代码', row.kindWords, row.areaName, row.place]
          .filter(Boolean)
          .join(' • ')}
      </span>
    </td>
  );
}

/** Rows of one class, what is different about them, and a word on each. */
export function OutcomeTable({ rows, isDecidable, onDecide }: OutcomeTableProps) {
  return (
    <table className="plain-table outcome-table" aria-label="比对结果">
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col">不同之处</th>
          {isDecidable && <th scope="col">认定</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <Subject row={row} />
            <td>
              <Differences row={row} onDecide={(decision) => onDecide(row, decision)} />
              {row.candidates.length > 0 && <Candidates row={row} />}
              {row.rememberedWords !== '' && <p className="muted small">{row.rememberedWords}</p>}
            </td>
            {isDecidable && (
              <td>
                <RowDecision
                  key={`${row.choice}/${row.status}/${row.linkedId}/${row.reason}`}
                  row={row}
                  onDecide={(decision) => onDecide(row, decision)}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
