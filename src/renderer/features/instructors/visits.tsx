import { useState } from 'react';
import type { InstructorView } from '../../../contract/field-work';
import { isCalendarDate, type CalendarDate } from '../../../core/calendar/calendar-date';
import { FactDateInput } from '../../components/fact-date-input';
import { ChoiceField, InputField } from '../../components/form-field';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { readTypedDate } from '../../lib/typed-date';
import { useAct } from '../../lib/use-act';

type Props = { readonly view: InstructorView; readonly today: CalendarDate };

const shown = 20;

/** A visit is recorded in one line: which unit, which day, what about. */
export function Visits({ view, today }: Props) {
  const current = view.units.filter(({ isCurrent }) => isCurrent);
  const [unit, setUnit] = useState('');
  const [on, setOn] = useState<string>(today);
  const [note, setNote] = useState('');
  const { isBusy, failure, run } = useAct();
  const day = readTypedDate(on);
  const isReady = unit !== '' && isCalendarDate(day) && day <= today && !isBusy;
  const save = async () => {
    if (!isReady || !isCalendarDate(day)) return;
    const saved = await run(() =>
      askVault('instructors.visit', {
        id: view.record.id,
        organizationId: unit,
        on: day,
        note: note.trim(),
      }),
    );
    if (saved !== undefined) setNote('');
  };
  return (
    <>
      <form
        className="add-line"
        aria-label="登记走访"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ChoiceField
          label="走访的单位"
          value={unit}
          options={[
            ['', '选一家'],
            ...current.map((each) => [each.organizationId, each.name] as const),
          ]}
          onChange={setUnit}
        />
        <FactDateInput id="visit-on" label="走访日期" value={on} onChange={setOn} />
        <InputField label="做了什么" value={note} onChange={setNote} />
        <button type="submit" className="button" disabled={!isReady}>
          登记走访
        </button>
      </form>
      <FailureBanner failure={failure} />
      <table className="plain-table" aria-label="走访记录">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">单位</th>
            <th scope="col">内容</th>
          </tr>
        </thead>
        <tbody>
          {view.visits.slice(0, shown).map((visit, index) => (
            <tr key={`${visit.on} ${index}`}>
              <td>{visit.on}</td>
              <td>{visit.name}</td>
              <td>{visit.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.visits.length > shown && (
        <p className="small muted">
          只列最近 {shown} 次，共 {view.visits.length} 次。
        </p>
      )}
    </>
  );
}
