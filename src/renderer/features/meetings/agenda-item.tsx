import { findContradictions } from '../../../core/development/ballot';
import { StatusMark } from '../../components/status-mark';
import { ballotOfItem, readingOf, type AgendaItem, type Poll, type Votes } from './meeting-draft';

const voteFields: readonly { readonly id: keyof Votes; readonly words: string }[] = [
  { id: 'yes', words: '赞成' },
  { id: 'no', words: '反对' },
  { id: 'abstain', words: '弃权' },
  { id: 'writtenYes', words: '书面赞成' },
];

const decisionWords = {
  passed: '通过',
  notPassed: '未通过',
  extended: '延长预备期',
  cancelled: '取消预备党员资格',
} as const;
const stepOfConfirmation = 23;

type Props = {
  readonly item: AgendaItem;
  readonly poll: Poll;
  readonly onChange: (item: AgendaItem) => void;
};

/** One person's matter: discussed and voted on by itself, the arithmetic beside the figures. */
export function AgendaItemForm({ item, poll, onChange }: Props) {
  const { candidate, votes } = item;
  const decisions: AgendaItem['decision'][] =
    candidate.step === stepOfConfirmation
      ? ['passed', 'extended', 'cancelled', 'notPassed']
      : ['passed', 'notPassed'];
  return (
    <fieldset className="meeting-item">
      <legend>
        {candidate.name}：{candidate.stepTitle}
      </legend>
      {candidate.isVoted && (
        <>
          <div className="meeting-votes">
            {voteFields.map(({ id, words }) => (
              <label key={id}>
                {words}
                <input
                  inputMode="numeric"
                  aria-label={`${candidate.name}${words}`}
                  value={votes[id]}
                  onChange={(event) =>
                    onChange({ ...item, votes: { ...votes, [id]: event.target.value } })
                  }
                />
              </label>
            ))}
          </div>
          <Arithmetic item={item} poll={poll} />
        </>
      )}
      <div className="meeting-votes">
        <label>
          结果
          <select
            aria-label={`${candidate.name}的结果`}
            value={item.decision}
            onChange={(event) =>
              onChange({ ...item, decision: event.target.value as AgendaItem['decision'] })
            }
          >
            {decisions.map((decision) => (
              <option key={decision} value={decision}>
                {decisionWords[decision]}
              </option>
            ))}
          </select>
        </label>
        {item.decision === 'extended' && (
          <label>
            延长月数
            <input
              inputMode="numeric"
              aria-label={`${candidate.name}延长月数`}
              value={item.extensionMonths}
              onChange={(event) => onChange({ ...item, extensionMonths: event.target.value })}
            />
          </label>
        )}
        <label className="is-wide">
          讨论意见
          <input
            aria-label={`${candidate.name}讨论意见`}
            value={item.remark}
            onChange={(event) => onChange({ ...item, remark: event.target.value })}
          />
        </label>
      </div>
    </fieldset>
  );
}

/** 应到 is the denominator; a vote passes with more than half of it (26#19–20). */
function Arithmetic({ item, poll }: Pick<Props, 'item' | 'poll'>) {
  const ballot = ballotOfItem(item, poll);
  const { hasQuorum, isPassed, yes } = readingOf(item, poll);
  const [contradiction] = findContradictions(ballot);
  if (contradiction !== undefined)
    return <StatusMark kind="over">{contradiction.message}，请核对表决票</StatusMark>;
  const { should = 0, present = 0 } = ballot;
  if (hasQuorum === false)
    return (
      <StatusMark kind="over">
        实到 {present} 未超过应到 {should} 的半数，会议无效
      </StatusMark>
    );
  if (isPassed === undefined) return <StatusMark kind="unknown">票数没有填全</StatusMark>;
  const comparison = `${yes ?? 0} × 2 ＝ ${(yes ?? 0) * 2} ${isPassed ? '＞' : '≤'} 应到 ${should}`;
  return (
    <StatusMark kind={isPassed ? 'done' : 'over'}>
      {isPassed ? '赞成过半' : '赞成未过半'}：{comparison}
    </StatusMark>
  );
}
