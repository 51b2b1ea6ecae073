import { useState } from 'react';
import type { PartyOrganization } from '../../../core/records/party-organization';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import {
  electionProblem,
  electionsOf,
  electionText,
  type Election,
  type ElectionText,
} from './election-edits';

const columns = { on: '选举日期', should: '应到人数', present: '实到人数' } as const;
const keys = ['on', 'should', 'present'] as const;

function Heads() {
  return (
    <thead>
      <tr>
        {keys.map((key) => (
          <th key={key} scope="col">
            {columns[key]}
          </th>
        ))}
      </tr>
    </thead>
  );
}

export function Elections({ elections }: { readonly elections: readonly Election[] }) {
  if (elections.length === 0)
    return <p className="muted">没有登记选举。登记应到和实到人数后，核对是否达到五分之四。</p>;
  return (
    <table className="plain-table" aria-label="选举">
      <Heads />
      <tbody>
        {elections.map((election, index) => (
          <tr key={`${election.on ?? ''}/${index}`}>
            {keys.map((key) => (
              <td key={key}>{election[key] ?? '不详'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Props = { readonly record: PartyOrganization; readonly onDone: () => void };

/** Who had to come and who came, election by election (ELECT-QUORUM). */
export function ElectionsEditor({ record, onDone }: Props) {
  const [rows, setRows] = useState<readonly ElectionText[]>(() =>
    [...(record.elections ?? []), {}].map(electionText),
  );
  const { isBusy, failure, run } = useAct();
  const problem = rows.map(electionProblem).find((each) => each !== undefined);
  const save = async () => {
    const elections = electionsOf(rows);
    const edit =
      elections.length > 0
        ? { patch: { elections }, clears: [] }
        : { patch: {}, clears: ['elections'] };
    const saved = await run(() => askVault('partyOrganizations.save', { id: record.id, ...edit }));
    if (saved !== undefined) onDone();
  };
  return (
    <form
      aria-label="选举"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && problem === undefined) void save();
      }}
    >
      <table className="plain-table">
        <Heads />
        <tbody>
          {rows.map((row, index) => (
            <ElectionRow
              key={index}
              row={row}
              place={index + 1}
              onChange={(next) => setRows(rows.map((each, at) => (at === index ? next : each)))}
            />
          ))}
        </tbody>
      </table>
      {problem !== undefined && <p className="field-error">{problem}</p>}
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button"
          onClick={() => setRows([...rows, electionText({})])}
        >
          增加一次
        </button>
        <button
          type="submit"
          className="button is-primary"
          disabled={isBusy || problem !== undefined}
        >
          {isBusy ? '正在保存…' : '保存选举'}
        </button>
        <button type="button" className="button" onClick={onDone}>
          不改了
        </button>
      </div>
    </form>
  );
}

type RowProps = {
  readonly row: ElectionText;
  readonly place: number;
  readonly onChange: (row: ElectionText) => void;
};

function ElectionRow({ row, place, onChange }: RowProps) {
  const isBad = electionProblem(row) !== undefined;
  return (
    <tr>
      {keys.map((key) => (
        <td key={key}>
          <input
            className="period-input"
            aria-label={`第 ${place} 次${columns[key]}`}
            aria-invalid={isBad}
            inputMode="numeric"
            placeholder={key === 'on' ? '2026-05-18' : undefined}
            value={row[key]}
            onChange={({ target }) => onChange({ ...row, [key]: target.value })}
          />
        </td>
      ))}
    </tr>
  );
}
