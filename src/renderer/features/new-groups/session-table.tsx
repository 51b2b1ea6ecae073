import { useState } from 'react';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import type { Station } from '../../../core/records/work';
import { FactDateInput } from '../../components/fact-date-input';
import { InputField } from '../../components/form-field';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { readTypedDate } from '../../lib/typed-date';
import { useAct } from '../../lib/use-act';

type Session = NonNullable<Station['sessions']>[number];

function sessionOf(
  { on, topic, headcount }: { on: string; topic: string; headcount: string },
  today: string,
): Session | undefined {
  const day = readTypedDate(on);
  const isCount = /^\d{1,6}$/.test(headcount.normalize('NFKC').trim());
  if (!isCalendarDate(day) || day > today || topic.trim() === '' || !isCount) return undefined;
  return { on: day, topic: topic.trim(), headcount: Number(headcount.normalize('NFKC')) };
}

const blank = { on: '', topic: '', headcount: '' };

/** What took place and how many came; one more is added below. */
export function SessionTable({
  station,
  today,
}: {
  readonly station: Station;
  readonly today: string;
}) {
  const [draft, setDraft] = useState(blank);
  const { isBusy, failure, run } = useAct();
  const sessions = station.sessions ?? [];
  const session = sessionOf(draft, today);
  const add = async () => {
    if (session === undefined) return;
    const saved = await run(() =>
      askVault('stations.save', {
        id: station.id,
        patch: { sessions: [...sessions, session] },
        clears: [],
      }),
    );
    if (saved !== undefined) setDraft(blank);
  };
  return (
    <>
      <table className="plain-table" aria-label="活动场次">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">内容</th>
            <th scope="col" className="num">
              人次
            </th>
          </tr>
        </thead>
        <tbody>
          {[...sessions]
            .sort((left, right) => right.on.localeCompare(left.on))
            .map((each, index) => (
              <tr key={`${each.on} ${index}`}>
                <td>{each.on}</td>
                <td>{each.topic}</td>
                <td className="num">{each.headcount}</td>
              </tr>
            ))}
          {sessions.length === 0 && (
            <tr>
              <td colSpan={3} className="muted">
                还没有登记活动。
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <form
        className="add-line"
        aria-label="登记一场活动"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <FactDateInput
          id="session-on"
          label="活动日期"
          value={draft.on}
          onChange={(on) => setDraft({ ...draft, on })}
        />
        <InputField
          label="活动内容"
          value={draft.topic}
          onChange={(topic) => setDraft({ ...draft, topic })}
        />
        <InputField
          label="人次"
          value={draft.headcount}
          onChange={(headcount) => setDraft({ ...draft, headcount })}
        />
        <button type="submit" className="button" disabled={session === undefined || isBusy}>
          登记一场活动
        </button>
      </form>
      <FailureBanner failure={failure} />
    </>
  );
}
