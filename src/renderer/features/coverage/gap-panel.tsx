import type { CoverageOverview, GapView } from '../../../contract/coverage';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { FailureBanner } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { daysWords } from '../../lib/format';
import { severityKinds } from '../../lib/severity-kind';
import { useVaultQuery } from '../../lib/use-vault-query';
import { daysUntil, dueKind } from './gap-words';

const shownAtOnce = 8;
const severityOrder: Readonly<Record<GapView['severity'], number>> = { hard: 0, soft: 1, info: 2 };

export type GapPanelProps = {
  readonly overview: CoverageOverview;
  readonly onAssign: (gap: GapView) => void;
  readonly onOpenSubject: (gap: GapView) => void;
  readonly onOpenGaps: (rule?: string) => void;
};

function Counts({ overview, onOpenGaps }: Pick<GapPanelProps, 'overview' | 'onOpenGaps'>) {
  return (
    <ul className="gap-counts">
      {overview.gapCounts
        .filter(({ count }) => count > 0)
        .sort((one, other) => severityOrder[one.severity] - severityOrder[other.severity])
        .map((gap) => (
          <li key={gap.rule}>
            <button type="button" onClick={() => onOpenGaps(gap.rule)}>
              <StatusMark kind={severityKinds[gap.severity]}>{gap.title}</StatusMark>
              <strong>{gap.count}</strong>
            </button>
          </li>
        ))}
    </ul>
  );
}

function DueDay({ dueOn, asOf }: { readonly dueOn: CalendarDate; readonly asOf: CalendarDate }) {
  const kind = dueKind(dueOn, asOf);
  return (
    <span className="gap-due">
      {kind !== undefined && (
        <StatusMark kind={kind}>{daysWords(daysUntil(dueOn, asOf))}</StatusMark>
      )}
      {dueOn.slice(5)}
    </span>
  );
}

type GapItemProps = Omit<GapPanelProps, 'overview' | 'onOpenGaps'> & {
  readonly gap: GapView;
  readonly asOf: CalendarDate;
};

function GapItem({ gap, asOf, onAssign, onOpenSubject }: GapItemProps) {
  return (
    <li className="gap-item">
      <StatusMark kind={severityKinds[gap.severity]} />
      <div>
        <button type="button" className="link is-plain" onClick={() => onOpenSubject(gap)}>
          {gap.subjectName}
        </button>
        <small>{[gap.title, gap.areaName].filter(Boolean).join(' • ')}</small>
      </div>
      <div className="gap-end">
        <span>{gap.owner ?? gap.figure}</span>
        {gap.dueOn === undefined ? (
          <button
            type="button"
            className="link small"
            aria-label={`分派：${gap.subjectName}，${gap.title}`}
            onClick={() => onAssign(gap)}
          >
            分派
          </button>
        ) : (
          <DueDay dueOn={gap.dueOn} asOf={asOf} />
        )}
      </div>
    </li>
  );
}

export function GapPanel({ overview, onAssign, onOpenSubject, onOpenGaps }: GapPanelProps) {
  const range = { offset: 0, limit: shownAtOnce };
  const open = useVaultQuery('coverage.gaps', { assignment: 'unassigned', range });
  const assigned = useVaultQuery('coverage.gaps', { assignment: 'assigned', range });
  const unassignedTotal = open.data?.total ?? 0;
  const assignedTotal = assigned.data?.total ?? 0;
  const asOf = overview.asOf;
  return (
    <aside className="gap-panel" aria-label="缺口任务">
      <div className="gap-head">
        <h2>缺口任务</h2>
        <span className="small muted">
          {unassignedTotal + assignedTotal} 项，未分派 {unassignedTotal} 项
        </span>
      </div>
      <Counts overview={overview} onOpenGaps={onOpenGaps} />
      <FailureBanner failure={open.failure ?? assigned.failure} />
      {unassignedTotal > 0 && (
        <>
          <p className="gap-group">
            <span>未分派 {unassignedTotal} 项</span>
            <span>先定责任人</span>
          </p>
          <ul>
            {open.data?.rows.map((gap) => (
              <GapItem key={gap.key} {...{ gap, asOf, onAssign, onOpenSubject }} />
            ))}
          </ul>
        </>
      )}
      <p className="gap-group">
        <span>已分派 {assignedTotal} 项，按期限</span>
        <button type="button" className="link" onClick={() => onOpenGaps()}>
          全部
        </button>
      </p>
      <ul>
        {assigned.data?.rows.map((gap) => (
          <GapItem key={gap.key} {...{ gap, asOf, onAssign, onOpenSubject }} />
        ))}
      </ul>
    </aside>
  );
}
