import type { Candidate } from '../../../contract/meetings';
import { StatusMark, type StatusKind } from '../../components/status-mark';

const gateKinds = { blocks: 'over', warns: 'soon', unknown: 'unknown', met: 'done' } as const;
const gateWords = { blocks: '阻断', warns: '提醒', unknown: '未知', met: '已具备' } as const;

function worstOf({ gate }: Candidate): { kind: StatusKind; words: string } {
  const state = gate[0]?.state ?? 'met';
  return { kind: gateKinds[state], words: gateWords[state] };
}

type Props = {
  readonly candidates: readonly Candidate[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (candidate: Candidate) => void;
};

/** Who can go on the agenda of this kind of meeting, and what the law says to it that day. */
export function CandidateList({ candidates, chosen, onToggle }: Props) {
  if (candidates.length === 0)
    return <p className="muted">本支部现在没有可以列入这种会议的人。可换会议种类或日期。</p>;
  return (
    <ul className="meeting-candidates">
      {candidates.map((candidate) => {
        const worst = worstOf(candidate);
        const open = candidate.gate.filter(({ state }) => state !== 'met');
        return (
          <li key={candidate.personId}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(candidate.personId)}
                onChange={() => onToggle(candidate)}
              />
              <b>{candidate.name}</b>
              <span>{candidate.stepTitle}</span>
              <StatusMark kind={worst.kind}>{worst.words}</StatusMark>
            </label>
            {open.map(({ rule, message }) => (
              <p key={`${rule}${message}`} className="small muted">
                {message}
              </p>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
