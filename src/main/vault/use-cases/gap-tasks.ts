import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import type { GapTaskView } from '../../../contract/coverage';
import { failed } from '../../../contract/failure-words';
import {
  closingProblem,
  subjectOfTask,
  taskState,
  type TaskScene,
  type TaskState,
} from '../../../core/coverage/gap-tasks';
import type { GapTask } from '../../../core/records/work';
import type { Desk } from './desk';
import { findSubject, gapTitle, subjectStreet } from './gap-views';
import { asJson } from './save-person';

function sceneOf(desk: Desk): TaskScene {
  const { gaps, states } = desk.coverage();
  return { today: desk.today, states, gapKeys: new Set(gaps.map(({ key }) => key)) };
}

const order: Readonly<Record<TaskState, number>> = { overdue: 0, open: 1, vanished: 2, closed: 3 };

function view(desk: Desk, task: GapTask, state: TaskState): GapTaskView {
  const key = subjectOfTask(task);
  const subject = findSubject(desk, key);
  return {
    id: task.id,
    rule: task.rule,
    title: task.title ?? gapTitle(task.rule),
    ...key,
    subjectName: subject?.name ?? '（已移入历史库）',
    areaName: subject === undefined ? '' : subjectStreet(desk, subject),
    owner: task.owner ?? '',
    openedOn: task.openedOn ?? '',
    dueOn: task.dueOn ?? '',
    closedOn: task.closedOn ?? '',
    evidence: task.evidence ?? '',
    state,
  };
}

export function listTasks(
  desk: Desk,
  { state, range }: VaultInput<'coverage.tasks'>,
): Result<VaultOutput<'coverage.tasks'>> {
  const scene = sceneOf(desk);
  const all = desk.reference.gapTasks
    .all()
    .map((task) => ({ task, state: taskState(task, scene) }));
  const counts: Record<TaskState, number> = { open: 0, overdue: 0, vanished: 0, closed: 0 };
  for (const each of all) counts[each.state] += 1;
  const found = all
    .filter((each) => state === 'all' || each.state === state)
    .sort(
      (left, right) =>
        order[left.state] - order[right.state] ||
        (left.task.dueOn ?? '').localeCompare(right.task.dueOn ?? ''),
    );
  const rows = found
    .slice(range.offset, range.offset + range.limit)
    .map((each) => view(desk, each.task, each.state));
  return { ok: true, value: { rows, total: found.length, counts } };
}

/** 销号: on evidence, or because the gap is no longer found; the task stays in the history. */
export function closeTask(
  desk: Desk,
  { id, evidence }: VaultInput<'coverage.closeTask'>,
): Result<VaultOutput<'coverage.closeTask'>> {
  const task = desk.reference.gapTasks.get(id);
  if (task === undefined) return failed('C-103');
  const state = taskState(task, sceneOf(desk));
  const problem = closingProblem(state, evidence);
  if (problem !== undefined) return failed('C-101', `（${problem}）`);
  const words = evidence.trim() === '' ? '缺口已不存在，系统核对后销号' : evidence.trim();
  const after = { ...task, closedOn: desk.today, evidence: words };
  const result = desk.commit({
    action: 'coverage.closeTask',
    changes: [{ table: 'gapTasks', id, before: asJson(task), after: asJson(after) }],
  });
  return result.ok ? { ok: true, value: { changeId: result.value.changeId, id } } : result;
}
