import { useState } from 'react';
import type { DecisionInput, OutcomeView } from '../../../contract/reconciliation';
import { choiceOf, choicesOf, decisionOf } from './reconciliation-words';

export type RowDecisionProps = {
  readonly row: OutcomeView;
  readonly onDecide: (decision: DecisionInput) => void;
};

/** 采纳、不采纳（写明理由）or 以后再说, on one row. */
export function RowDecision({ row, onDecide }: RowDecisionProps) {
  const [isRefusing, setRefusing] = useState(row.choice === 'refuse');
  const [reason, setReason] = useState(row.reason);
  const value = isRefusing ? 'refuse' : choiceOf(row);
  const pick = (next: string) => {
    setRefusing(next === 'refuse');
    if (next !== 'refuse') onDecide(decisionOf(next));
  };
  const refuse = () => {
    if (reason.trim() !== '') onDecide({ choice: 'refuse', reason: reason.trim() });
  };
  return (
    <div className="row-decision">
      <select
        aria-label={`认定：${row.name}`}
        value={value}
        onChange={({ target }) => pick(target.value)}
      >
        {choicesOf(row).map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
      {isRefusing && (
        <input
          aria-label={`不采纳的理由：${row.name}`}
          value={reason}
          maxLength={400}
          placeholder="理由（必填）"
          onChange={({ target }) => setReason(target.value)}
          onBlur={refuse}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) refuse();
          }}
        />
      )}
    </div>
  );
}
