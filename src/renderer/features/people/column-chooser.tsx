import { peopleColumnIds, type PeopleColumnId } from '../../../contract/people-views';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { columnWords } from './people-columns';

/** Which columns the table shows; kept for the next day. */
export function ColumnChooser({ chosen }: { readonly chosen: readonly PeopleColumnId[] }) {
  const { isBusy, failure, run } = useAct();
  function toggle(id: PeopleColumnId): void {
    const next = peopleColumnIds.filter((each) => (each === id) !== chosen.includes(each));
    void run(() => askVault('people.saveColumns', { columns: next }));
  }
  return (
    <details className="column-chooser">
      <summary className="link">列</summary>
      <fieldset disabled={isBusy}>
        <legend className="visually-hidden">显示的列</legend>
        {peopleColumnIds
          .filter((id) => id !== 'name')
          .map((id) => (
            <label key={id}>
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
              {columnWords(id)}
            </label>
          ))}
        <FailureBanner failure={failure} />
      </fieldset>
    </details>
  );
}
