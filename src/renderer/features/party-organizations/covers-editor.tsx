import { useState } from 'react';
import type { PartyOrganizationView } from '../../../contract/coverage';
import { FailureBanner } from '../../components/notices';
import { UnitPicker } from '../../components/unit-picker';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { periodProblem, periodText, withPeriod, type PeriodText } from './period-edits';
import { PeriodFields } from './period-fields';

type Row = { readonly organizationId: string; readonly name: string; readonly period: PeriodText };

type Props = { readonly view: PartyOrganizationView; readonly onDone: () => void };

/** Which units the organisation covers and since when; a period is ended, not erased. */
export function CoversEditor({ view, onDone }: Props) {
  const { record } = view;
  const [rows, setRows] = useState<readonly Row[]>(() =>
    (record.covers ?? []).map((cover, index) => ({
      organizationId: cover.organizationId,
      name: view.units[index]?.name ?? '',
      period: periodText(cover),
    })),
  );
  const { isBusy, failure, run } = useAct();
  const isReady = !isBusy && rows.every(({ period }) => periodProblem(period) === undefined);
  const save = async () => {
    const covers = rows.map(({ organizationId, period }) => withPeriod({ organizationId }, period));
    const saved = await run(() =>
      askVault('partyOrganizations.save', { id: record.id, patch: { covers }, clears: [] }),
    );
    if (saved !== undefined) onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void save();
      }}
    >
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">起</th>
            <th scope="col">止（至今就空着）</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${row.organizationId} ${index}`}>
              <td>{row.name}</td>
              <PeriodFields
                subject={row.name}
                value={row.period}
                onChange={(period) =>
                  setRows(rows.map((each, at) => (at === index ? { ...each, period } : each)))
                }
              />
            </tr>
          ))}
        </tbody>
      </table>
      <UnitPicker
        onPick={(organizationId, name) =>
          setRows([...rows, { organizationId, name, period: { from: '', until: '' } }])
        }
      />
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button type="submit" className="button is-primary" disabled={!isReady}>
          {isBusy ? '正在保存…' : '保存覆盖'}
        </button>
        <button type="button" className="button" onClick={onDone}>
          不改了
        </button>
      </div>
    </form>
  );
}
