import { useState } from 'react';
import type { DecisionInput } from '../../../contract/reconciliation';
import type { OrganizationStatus } from '../../../core/records/organization';
import type { OutcomeClass } from '../../../core/records/reconciliation';
import { goneStatuses, goneWords } from './reconciliation-words';

export type BulkDecisionProps = {
  readonly kind: OutcomeClass;
  /** Rows of the class that nobody has said anything about. */
  readonly open: number;
  readonly onDecide: (decision: DecisionInput) => void;
};

/** One word on every open row of a class; pending rows are recognised one by one. */
export function BulkDecision({ kind, open, onDecide }: BulkDecisionProps) {
  const [status, setStatus] = useState<OrganizationStatus>('unknown');
  const [reason, setReason] = useState('');
  if (open === 0) return <p className="bulk muted">这一类没有待认定的了。</p>;
  return (
    <div className="bulk" role="group" aria-label="整类认定">
      <span>未认定 {open} 条</span>
      {kind === 'gone' && (
        <select
          aria-label="整类改为什么状态"
          value={status}
          onChange={({ target }) => setStatus(target.value as OrganizationStatus)}
        >
          {goneStatuses.map((each) => (
            <option key={each} value={each}>
              {goneWords(each)}
            </option>
          ))}
        </select>
      )}
      {kind !== 'pending' && (
        <button
          type="button"
          className="button"
          onClick={() => onDecide({ choice: 'accept', ...(kind === 'gone' ? { status } : {}) })}
        >
          全部采纳
        </button>
      )}
      <input
        className="input"
        aria-label="整类不采纳的理由"
        value={reason}
        maxLength={400}
        placeholder="不采纳的理由"
        onChange={({ target }) => setReason(target.value)}
      />
      <button
        type="button"
        className="button"
        disabled={reason.trim() === ''}
        onClick={() => onDecide({ choice: 'refuse', reason: reason.trim() })}
      >
        全部不采纳
      </button>
    </div>
  );
}
