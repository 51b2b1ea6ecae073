import { useState } from 'react';
import type { InstructorView } from '../../../contract/field-work';
import { addDays } from '../../../core/calendar/arithmetic';
import { isCalendarDate, type CalendarDate } from '../../../core/calendar/calendar-date';
import { FactDateInput } from '../../components/fact-date-input';
import { FailureBanner } from '../../components/notices';
import { UnitPicker } from '../../components/unit-picker';
import { askVault } from '../../lib/desk';
import { useNavigation } from '../../lib/navigation';
import { readTypedDate } from '../../lib/typed-date';
import { useAct } from '../../lib/use-act';

type Props = { readonly view: InstructorView; readonly today: CalendarDate };

/** Units with the days of each assignment; one is ended, never erased. */
export function Assignments({ view, today }: Props) {
  const { go } = useNavigation();
  const { record } = view;
  const { isBusy, failure, run } = useAct();
  const assignments = record.assignments ?? [];
  const [typed, setTyped] = useState<string>(today);
  const day = readTypedDate(typed);
  const save = (next: typeof assignments) =>
    void run(() =>
      askVault('instructors.save', { id: record.id, patch: { assignments: next }, clears: [] }),
    );
  const add = (organizationId: string) => {
    if (isCalendarDate(day)) save([...assignments, { organizationId, from: day }]);
  };
  const end = (organizationId: string) =>
    save(
      assignments.map((each) =>
        each.organizationId === organizationId && (each.until === undefined || each.until >= today)
          ? { ...each, until: isCalendarDate(day) ? addDays(day, -1) : today }
          : each,
      ),
    );
  return (
    <>
      <table className="plain-table" aria-label="联系单位">
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">街道</th>
            <th scope="col">起</th>
            <th scope="col">止</th>
            <th scope="col" className="num">
              走访
            </th>
            <th scope="col">最近走访</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {view.units.map((unit) => (
            <tr key={`${unit.organizationId} ${unit.from}`}>
              <td>
                <button
                  type="button"
                  className="link"
                  onClick={() => go({ page: 'organization', id: unit.organizationId })}
                >
                  {unit.name || '（已移入历史库）'}
                </button>
              </td>
              <td>{unit.areaName}</td>
              <td>{unit.from || '不详'}</td>
              <td>{unit.isCurrent ? unit.until || '至今' : unit.until}</td>
              <td className="num">{unit.visits} 次</td>
              <td>{unit.lastVisitOn || '没有记录'}</td>
              <td>
                {unit.isCurrent && (
                  <button
                    type="button"
                    className="link small"
                    disabled={isBusy}
                    aria-label={`止派：${unit.name}`}
                    onClick={() => end(unit.organizationId)}
                  >
                    止派
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.units.length === 0 && <p className="muted">还没有派到单位。</p>}
      <div className="add-line">
        <FactDateInput
          id="assignment-from"
          label="派驻（止派）从哪天起"
          value={typed}
          onChange={setTyped}
        />
        <UnitPicker label="增派到单位" onPick={add} />
      </div>
      <FailureBanner failure={failure} />
    </>
  );
}
