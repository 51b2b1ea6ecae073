import { eligibilityOf } from '../../../core/development/eligibility';
import { StatusMark } from '../../components/status-mark';
import { isBadTypedDate, readTypedDate } from '../../lib/typed-date';
import { useVaultQuery } from '../../lib/use-vault-query';
import {
  chosen,
  companionOf,
  draftOf,
  renamed,
  type CompanionDraft,
  type Day,
  type Flag,
} from './companion-draft';
import { gateWords } from './gate-list';

const dayWords: Readonly<Record<Day, string>> = {
  from: '确定日期',
  until: '更换日期',
  fullMemberSince: '转为正式党员',
  unfitFrom: '不再适合起',
};
const flagWords: Readonly<Record<Flag, string>> = {
  isFullMember: '正式党员',
  isRelative: '近亲属',
  isUnderDiscipline: '留党察看',
  hasSpoken: '到会或书面介绍',
  isOfSameCommittee: '同一党委',
};

type Props = {
  readonly personId: string;
  readonly words: string;
  readonly days: readonly Day[];
  readonly flags: readonly Flag[];
  readonly rows: readonly CompanionDraft[];
  readonly onChange: (rows: readonly CompanionDraft[]) => void;
};

/** One row per person named; typing a name proposes full members of the branch. */
export function CompanionTable({ personId, words, days, flags, rows, onChange }: Props) {
  const replace = (index: number, next: CompanionDraft) =>
    onChange(rows.map((row, at) => (at === index ? next : row)));
  return (
    <>
      {rows.length > 0 && (
        <table className="plain-table companions" aria-label={words}>
          <thead>
            <tr>
              <th>姓名</th>
              {days.map((day) => (
                <th key={day}>{dayWords[day]}</th>
              ))}
              {flags.map((flag) => (
                <th key={flag}>{flagWords[flag]}</th>
              ))}
              <th>资格</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <CompanionRow
                key={index}
                personId={personId}
                label={`${words}第 ${index + 1} 名`}
                draft={row}
                days={days}
                flags={flags}
                onChange={(next) => replace(index, next)}
              />
            ))}
          </tbody>
        </table>
      )}
      {rows.length === 0 && (
        <p className="muted">还没有登记。加一名，输入姓名时会列出本支部的正式党员。</p>
      )}
      <div className="form-acts">
        <button
          type="button"
          className="button"
          onClick={() => onChange([...rows, draftOf({ name: '' }, days, flags)])}
        >
          加一名{words}
        </button>
      </div>
    </>
  );
}

type RowProps = {
  readonly personId: string;
  readonly label: string;
  readonly draft: CompanionDraft;
  readonly days: readonly Day[];
  readonly flags: readonly Flag[];
  readonly onChange: (draft: CompanionDraft) => void;
};

function CompanionRow({ personId, label, draft, days, flags, onChange }: RowProps) {
  const [companion] = companionOf(draft);
  const fit = companion === undefined ? undefined : eligibilityOf(companion);
  return (
    <tr>
      <td>
        <NameInput personId={personId} label={label} draft={draft} onChange={onChange} />
      </td>
      {days.map((day) => (
        <td key={day}>
          <input
            className="input"
            aria-label={`${label}${dayWords[day]}`}
            aria-invalid={isBadTypedDate(draft.days[day] ?? '')}
            value={draft.days[day] ?? ''}
            onChange={(event) =>
              onChange({ ...draft, days: { ...draft.days, [day]: event.target.value } })
            }
            onBlur={() =>
              onChange({
                ...draft,
                days: { ...draft.days, [day]: readTypedDate(draft.days[day] ?? '') },
              })
            }
          />
        </td>
      ))}
      {flags.map((flag) => (
        <td key={flag}>
          <select
            className="input"
            aria-label={`${label}${flagWords[flag]}`}
            value={draft.flags[flag] ?? ''}
            onChange={(event) =>
              onChange({ ...draft, flags: { ...draft.flags, [flag]: event.target.value } })
            }
          >
            <option value="">未登记</option>
            <option value="true">是</option>
            <option value="false">否</option>
          </select>
        </td>
      ))}
      <td>
        {fit !== undefined && <StatusMark kind={gateWords[fit.state].tone}>{fit.words}</StatusMark>}
        {draft.load !== undefined && <small className="muted">现联系 {draft.load} 人</small>}
      </td>
    </tr>
  );
}

/** A native list of proposals: a name that is one of them brings the person along. */
function NameInput({
  personId,
  label,
  draft,
  onChange,
}: Pick<RowProps, 'personId' | 'label' | 'draft' | 'onChange'>) {
  const { data } = useVaultQuery('mentors.propose', { personId, text: draft.name });
  const list = `names-${label.replaceAll(' ', '')}`;
  const type = (name: string) => {
    const found = data?.find((each) => each.name === name);
    onChange(found === undefined ? renamed(draft, name) : chosen(renamed(draft, name), found));
  };
  return (
    <>
      <input
        className="input"
        aria-label={label}
        list={list}
        value={draft.name}
        maxLength={60}
        onChange={(event) => type(event.target.value)}
      />
      <datalist id={list}>
        {data?.map((each) => (
          <option key={each.personId} value={each.name}>
            {`${each.branchName}，现联系 ${each.load} 人`}
          </option>
        ))}
      </datalist>
    </>
  );
}
