import type { OverlayLine, OverlayRule } from '../../../contract/overlay';
import { CitationTag } from '../../components/citation-tag';
import { StatusMark, type StatusKind } from '../../components/status-mark';
import { unitWords, type EntrySubject } from './entry-draft';
import { numberWords } from './entry-words';

const states: Readonly<Record<OverlayLine['state'], { tone: StatusKind; words: string }>> = {
  ahead: { tone: 'info', words: '未到启用日' },
  inForce: { tone: 'done', words: '启用中' },
  ended: { tone: 'unknown', words: '已停用' },
};

type Props = {
  readonly rules: readonly OverlayRule[];
  readonly act: 'switchOn' | 'tighten';
  readonly onChoose: (subject: EntrySubject) => void;
};

/** Rules a district may switch on or tighten, each with its source and what the paper says of it. */
export function RuleTable({ rules, act, onChoose }: Props) {
  const words = act === 'switchOn' ? '启用' : '加严';
  return (
    <table className="plain-table overlay-table">
      <thead>
        <tr>
          <th>规则</th>
          <th>{act === 'switchOn' ? '建议的数' : '国家规定'}</th>
          <th>本地口径</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.rule}>
            <td>
              <b>{rule.title}</b>
              <small>{rule.text}</small>
              <small>
                <CitationTag citation={rule.citation} />
              </small>
            </td>
            <td>
              {rule.numbers.map(({ name, words: label, value, unit }) => (
                <p key={name}>
                  {label} {value} {unitWords[unit]}
                </p>
              ))}
            </td>
            <td>
              {rule.lines.length === 0 && <span className="muted">未{words}</span>}
              {rule.lines.map((line) => (
                <LineCell key={line.index} line={line} onChoose={onChoose} rule={rule} />
              ))}
            </td>
            <td>
              <button type="button" className="link" onClick={() => onChoose({ act, rule })}>
                {words}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LineCell({
  line,
  rule,
  onChoose,
}: {
  readonly line: OverlayLine;
  readonly rule?: OverlayRule;
  readonly onChoose: Props['onChoose'];
}) {
  const { entry, state } = line;
  return (
    <p>
      <StatusMark kind={states[state].tone}>{states[state].words}</StatusMark> {entry.from} 起
      {entry.until !== undefined && `，至 ${entry.until}`}
      <small>
        {numberWords(entry)}
        {entry.source}{' '}
        <button
          type="button"
          className="link"
          onClick={() =>
            onChoose({ act: entry.act, line, ...(rule === undefined ? {} : { rule }) })
          }
        >
          修改或停用
        </button>
      </small>
    </p>
  );
}

type AddedProps = {
  readonly lines: readonly OverlayLine[];
  readonly facts: readonly { readonly name: string; readonly words: string }[];
  readonly onChoose: Props['onChoose'];
};

/** Periods that only the district has. */
export function AddedTable({ lines, facts, onChoose }: AddedProps) {
  const wordsOf = (name: string | undefined) =>
    facts.find((fact) => fact.name === name)?.words ?? '';
  if (lines.length === 0)
    return <p className="muted">没有新增。例如“政审结论后一年内召开接收大会”，可在这里新增。</p>;
  return (
    <table className="plain-table overlay-table">
      <tbody>
        {lines.map((line) => {
          const { between, title, rule } = line.entry;
          const bound = between?.bound === 'notBefore' ? '之后满' : '起，不超过';
          return (
            <tr key={line.index}>
              <td>
                <b>{title}</b>
                <small>
                  {wordsOf(between?.from)} {bound} {numberWords(line.entry)}
                  {wordsOf(between?.to)}
                </small>
                <small>{rule}</small>
              </td>
              <td>
                <LineCell line={line} onChoose={onChoose} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
