import { useState } from 'react';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import type { Attestation } from '../../../contract/attestation';
import type { TrailFilter } from '../../../contract/vault-care';
import { trailKinds, trailKindWords, type TrailKind } from '../../../core/labels/trail';
import { AttestDialog } from '../../components/attest-dialog';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { askShell, askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { TrailTable } from './trail-table';

const shown = 200;
type Typed = { by: string; kind: '' | TrailKind; from: string; until: string };
const nothing: Typed = { by: '', kind: '', from: '', until: '' };

function filterOf({ by, kind, from, until }: Typed): TrailFilter {
  return {
    ...(by === '' ? {} : { by }),
    ...(kind === '' ? {} : { kind }),
    ...(isCalendarDate(from) ? { from } : {}),
    ...(isCalendarDate(until) ? { until } : {}),
  };
}

/** Who did what, and when: nothing in this list can be changed or taken out, by anybody. */
export function TrailPage() {
  const [typed, setTyped] = useState(nothing);
  const [done, setDone] = useState('');
  const [place, setPlace] = useState<{ readonly token: string; readonly name: string }>();
  const { data, failure } = useVaultQuery('trail.list', { ...filterOf(typed), limit: shown });
  const act = useAct();
  const change = (patch: Partial<Typed>) => setTyped({ ...typed, ...patch });

  async function choose(): Promise<void> {
    setDone('');
    const chosen = await act.run(() =>
      askShell('shell.choosePlace', { purpose: 'auditFile', suggestedName: '操作记录' }),
    );
    if (chosen?.status === 'chosen') setPlace(chosen);
  }
  async function save(to: NonNullable<typeof place>, attestation: Attestation): Promise<void> {
    const written = await act.run(() =>
      askVault('trail.export', { ...filterOf(typed), token: to.token, attestation }),
    );
    if (written === undefined) return;
    setPlace(undefined);
    setDone(`已导出 ${written.rows} 条到 ${to.name}，已留记录`);
  }

  return (
    <div className="page-scroll">
      <PageHead
        title="操作记录"
        sentence="解锁、查看号码、打印、导入、恢复和每次修改，任何人都不能删改"
      >
        <button
          type="button"
          className="button"
          disabled={act.isBusy}
          onClick={() => void choose()}
        >
          导出表格（CSV）
        </button>
      </PageHead>
      <form className="filter" aria-label="筛选" onSubmit={(event) => event.preventDefault()}>
        <label>
          经办人{' '}
          <select value={typed.by} onChange={(event) => change({ by: event.target.value })}>
            <option value="">全部</option>
            {data?.people.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          类别{' '}
          <select
            value={typed.kind}
            onChange={(event) => change({ kind: event.target.value as Typed['kind'] })}
          >
            <option value="">全部</option>
            {trailKinds.map((kind) => (
              <option key={kind} value={kind}>
                {trailKindWords[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          从{' '}
          <input
            value={typed.from}
            placeholder="2026-11-01"
            onChange={(event) => change({ from: event.target.value })}
          />
        </label>
        <label>
          至{' '}
          <input
            value={typed.until}
            placeholder="2026-11-30"
            onChange={(event) => change({ until: event.target.value })}
          />
        </label>
        <span className="total">{data === undefined ? '' : `共 ${data.total} 条`}</span>
      </form>
      <FailureBanner failure={failure ?? (place === undefined ? act.failure : undefined)} />
      {place !== undefined && (
        <AttestDialog
          title="导出操作记录"
          hint={`现在筛选出的 ${data?.total ?? 0} 条，里面有人员姓名和经办人姓名。`}
          reasons={['上级检查调阅', '内部核对', '交接留存']}
          doWords="导出"
          act={act}
          onAttest={(attestation) => save(place, attestation)}
          onClose={() => setPlace(undefined)}
        />
      )}
      {done !== '' && (
        <p role="status">
          <StatusMark kind="done">{done}</StatusMark>
        </p>
      )}
      {data === undefined ? (
        <Loading />
      ) : data.rows.length === 0 ? (
        <EmptyState>没有符合条件的操作。放宽时间或类别再看。</EmptyState>
      ) : (
        <TrailTable rows={data.rows} total={data.total} />
      )}
    </div>
  );
}
