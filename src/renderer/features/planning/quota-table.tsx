import { useState } from 'react';
import type { QuotaOverview, QuotaRow, QuotaUse } from '../../../contract/planning';
import { StatusMark } from '../../components/status-mark';
import { isBadCount, rowKey, type QuotaDraft } from './quota-draft';

type Props = {
  readonly overview: QuotaOverview;
  readonly draft: QuotaDraft;
  readonly onChange: (row: QuotaRow, text: string) => void;
};

const heads = ['计划', '已接收', '在办', '未用', '新就业群体', '占已接收'];

/** Streets, each with its branches one click away; planned figures are typed in place. */
export function QuotaTable({ overview, draft, onChange }: Props) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  function toggle(areaId: string): void {
    const next = new Set(open);
    if (!next.delete(areaId)) next.add(areaId);
    setOpen(next);
  }
  return (
    <table className="plain-table quota-table" aria-label="计划执行">
      <thead>
        <tr>
          <th>街道（园区）、党支部</th>
          {heads.map((head) => (
            <th key={head} className="num">
              {head}
            </th>
          ))}
          <th>状态</th>
        </tr>
      </thead>
      <tbody>
        <tr className="is-total">
          <td>全区合计</td>
          <td className="num">{overview.total.planned}</td>
          <UseCells use={overview.total} />
        </tr>
        {overview.rows
          .filter(({ areaId, branchId }) => branchId === '' || open.has(areaId))
          .map((row) => (
            <tr key={rowKey(row)}>
              <td className={row.branchId === '' ? '' : 'is-branch'}>
                {row.branchId === '' ? (
                  <button
                    type="button"
                    className="link is-plain"
                    aria-expanded={open.has(row.areaId)}
                    onClick={() => toggle(row.areaId)}
                  >
                    {open.has(row.areaId) ? '▾' : '▸'} {row.areaName}
                  </button>
                ) : (
                  row.branchName
                )}
              </td>
              <td className="num">
                <PlannedInput
                  row={row}
                  text={draft[rowKey(row)]}
                  onChange={(text) => onChange(row, text)}
                />
              </td>
              <UseCells use={row} />
            </tr>
          ))}
      </tbody>
    </table>
  );
}

type InputProps = {
  readonly row: QuotaRow;
  readonly text: string | undefined;
  readonly onChange: (text: string) => void;
};

function PlannedInput({ row, text, onChange }: InputProps) {
  const value = text ?? String(row.planned);
  return (
    <input
      className="quota-input"
      aria-label={`${row.branchName || row.areaName}计划人数`}
      inputMode="numeric"
      value={value}
      aria-invalid={isBadCount(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Nothing is over a plan that was never given: branches often share their street's. */
function Standing({ use: { planned, admitted, inProgress } }: { readonly use: QuotaUse }) {
  if (planned === 0)
    return admitted + inProgress > 0 ? <span className="muted">未下计划</span> : null;
  if (admitted > planned) return <StatusMark kind="over">已超 {admitted - planned} 名</StatusMark>;
  const beyond = admitted + inProgress - planned;
  return beyond > 0 ? <StatusMark kind="soon">在办将超 {beyond} 名</StatusMark> : null;
}

function UseCells({ use }: { readonly use: QuotaUse }) {
  const left = use.planned - use.admitted - use.inProgress;
  const share = use.admitted === 0 ? '—' : `${((use.newGroups / use.admitted) * 100).toFixed(1)}%`;
  return (
    <>
      <td className="num">{use.admitted}</td>
      <td className="num">{use.inProgress}</td>
      <td className="num">{Math.max(0, left)}</td>
      <td className="num">{use.newGroups}</td>
      <td className="num">{share}</td>
      <td>
        <Standing use={use} />
      </td>
    </>
  );
}
