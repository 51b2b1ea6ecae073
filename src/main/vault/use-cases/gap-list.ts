import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import type { CoverageOverview } from '../../../contract/coverage';
import type { CoverageEvaluation } from '../../../core/coverage/evaluate';
import { legalColumns } from '../../../core/coverage/thresholds-data';
import type { CoverageGap } from '../../../core/coverage/types';
import type { GapTask } from '../../../core/records/work';
import { coverageRules } from '../../../core/regulations/coverage-rules';
import type { Desk } from './desk';
import { areaWithin, findSubject, gapView, tasksByGap } from './gap-views';
import { asJson } from './save-person';

/** Gaps of legal units, branches and instructors; sites have their own column and their own work. */
export function legalGaps({ gaps }: CoverageEvaluation): CoverageGap[] {
  return gaps.filter(
    ({ status, column }) =>
      status !== 'dueSoon' && (column === undefined || legalColumns.includes(column)),
  );
}

/** How many gaps there are today under each rule, in the order of the rules. */
export function countGaps(desk: Desk): CoverageOverview['gapCounts'] {
  const counts = new Map<CoverageGap['rule'], number>();
  for (const { rule } of legalGaps(desk.coverage())) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return Object.values(coverageRules).flatMap(({ id: rule, title, severity }) => {
    const count = counts.get(rule);
    return count === undefined ? [] : [{ rule, title, severity, count }];
  });
}

const severityOrder = ['hard', 'soft', 'info'];
/** Behind every day. */
const noDay = '9999';

/** The gravest first; what is somebody's already stands by its due day. */
export function listGaps(
  desk: Desk,
  { rule, areaId, assignment, range }: VaultInput<'coverage.gaps'>,
): Result<VaultOutput<'coverage.gaps'>> {
  const tasks = tasksByGap(desk);
  const within = areaId === undefined ? undefined : areaWithin(desk, areaId);
  const found = legalGaps(desk.coverage()).filter((gap) => {
    if (rule !== undefined && gap.rule !== rule) return false;
    const owner = tasks.get(`${gap.rule}/${gap.subjectId}`)?.owner;
    if (assignment !== 'all' && (owner !== undefined) !== (assignment === 'assigned')) return false;
    if (within === undefined) return true;
    return findSubject(desk, gap)?.areaIds.some((id) => within.has(id)) === true;
  });
  const dueOf = (gap: CoverageGap) => tasks.get(`${gap.rule}/${gap.subjectId}`)?.dueOn ?? noDay;
  found.sort(
    (a, b) =>
      (assignment === 'assigned' ? dueOf(a).localeCompare(dueOf(b)) : 0) ||
      severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity),
  );
  const rows = found
    .slice(range.offset, range.offset + range.limit)
    .map((gap) => gapView(desk, gap, tasks));
  return { ok: true, value: { rows, total: found.length } };
}

const subjectFields = {
  organization: 'organizationId',
  partyOrganization: 'partyOrganizationId',
  instructor: 'instructorId',
} as const satisfies Readonly<Record<CoverageGap['subject'], keyof GapTask>>;

export function assignGap(
  desk: Desk,
  input: VaultInput<'coverage.assignGap'>,
): Result<VaultOutput<'coverage.assignGap'>> {
  const { rule, subject, subjectId, owner, dueOn } = input;
  const existing = tasksByGap(desk).get(`${rule}/${subjectId}`);
  const id = existing?.id ?? desk.newId();
  const after = {
    ...existing,
    id,
    rule,
    [subjectFields[subject]]: subjectId,
    owner,
    dueOn,
    openedOn: existing?.openedOn ?? desk.today,
  };
  const changes = [
    {
      table: 'gapTasks',
      id,
      before: existing === undefined ? null : asJson(existing),
      after: asJson(after),
    },
  ];
  const result = desk.commit({ action: 'coverage.assignGap', changes });
  return result.ok ? { ok: true, value: { changeId: result.value.changeId, id } } : result;
}
