import type { CalendarDate } from '../calendar/calendar-date';
import type { GapTask } from '../records/work';
import type { CoverageState, GapSubjectKind } from './types';

/** vanished: the gap is no longer there, the task may be closed on that ground (动态销号). */
export const taskStates = ['open', 'overdue', 'vanished', 'closed'] as const;
export type TaskState = (typeof taskStates)[number];

/** Whom a task is about; a record names one of them. */
export function subjectOfTask(
  task: Pick<GapTask, 'organizationId' | 'partyOrganizationId' | 'instructorId'>,
): { readonly subject: GapSubjectKind; readonly subjectId: string } {
  const { organizationId, partyOrganizationId, instructorId } = task;
  if (organizationId !== undefined) return { subject: 'organization', subjectId: organizationId };
  if (instructorId !== undefined) return { subject: 'instructor', subjectId: instructorId };
  return { subject: 'partyOrganization', subjectId: partyOrganizationId ?? '' };
}

/** What a task is judged by on one day. */
export interface TaskScene {
  readonly today: CalendarDate;
  /** `rule:subject` of every gap there is today. */
  readonly gapKeys: ReadonlySet<string>;
  readonly states: ReadonlyMap<string, CoverageState>;
}

const isBuilt = (state: CoverageState | undefined): boolean => state === 'own' || state === 'joint';

function isDone(task: GapTask, { gapKeys, states }: TaskScene): boolean {
  // A plan is done when every unit of it has an organisation; a gap when the law finds it no more.
  if (task.organizationIds !== undefined) {
    return task.organizationIds.every((id) => isBuilt(states.get(id)));
  }
  return !gapKeys.has(`${task.rule}:${subjectOfTask(task).subjectId}`);
}

/** Where a task stands today; derived from the facts, never stored. */
export function taskState(task: GapTask, scene: TaskScene): TaskState {
  if (task.closedOn !== undefined) return 'closed';
  if (isDone(task, scene)) return 'vanished';
  return task.dueOn !== undefined && task.dueOn < scene.today ? 'overdue' : 'open';
}

/** Why a task may not be closed yet; undefined when it may. */
export function closingProblem(state: TaskState, evidence: string): string | undefined {
  if (state === 'closed') return '这项任务已经销号';
  if (state === 'vanished' || evidence.trim() !== '') return undefined;
  return '缺口还在，销号要写明依据';
}
