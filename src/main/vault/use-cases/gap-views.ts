import type { GapView } from '../../../contract/coverage';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { isAreaOn, streetOn } from '../../../core/coverage/area-tree';
import { subjectOfTask } from '../../../core/coverage/gap-tasks';
import { assignedUnitIds } from '../../../core/coverage/instructor-gaps';
import { coverageRules } from '../../../core/regulations/coverage-rules';
import type { CoverageGap, CoverageRuleId, GapSubjectKind } from '../../../core/coverage/types';
import { evidenceWords } from '../../../core/regulations/rulebooks';
import type { GapTask } from '../../../core/records/work';
import type { Desk } from './desk';

/** A plan of 联合组建 is a task without a gap of the law. */
export const unionTaskRule = 'UNION-PLAN';

export function gapTitle(rule: string): string {
  if (rule === unionTaskRule) return '联合组建';
  return Object.hasOwn(coverageRules, rule) ? coverageRules[rule as CoverageRuleId].title : rule;
}

/** Open tasks by the gap they belong to. */
export function tasksByGap(desk: Desk): Map<string, GapTask> {
  const tasks = desk.reference.gapTasks.all().filter(({ closedOn }) => closedOn === undefined);
  return new Map(tasks.map((task) => [`${task.rule}/${subjectOfTask(task).subjectId}`, task]));
}

/** Whom a gap or its task is about, as lists name and place it. */
interface GapSubject {
  readonly name: string;
  /** Where it lies; an instructor is wherever the units lie that are assigned today. */
  readonly areaIds: readonly string[];
}

export type SubjectKey = { readonly subject: GapSubjectKind; readonly subjectId: string };

/** Undefined where the record is in 历史库. */
export function findSubject(
  desk: Desk,
  { subject, subjectId }: SubjectKey,
): GapSubject | undefined {
  const { organizations, partyOrganizations, instructors } = desk.reference;
  if (subject !== 'instructor') {
    const record = (subject === 'organization' ? organizations : partyOrganizations).get(subjectId);
    return record && { name: record.name, areaIds: record.areaId ? [record.areaId] : [] };
  }
  const instructor = instructors.get(subjectId);
  if (instructor === undefined) return undefined;
  const ids = assignedUnitIds(instructor, desk.today);
  return {
    name: instructor.name,
    areaIds: ids.flatMap((id) => organizations.get(id)?.areaId ?? []),
  };
}

/** The street a subject lies in; an instructor may go to several. */
export function subjectStreet(desk: Desk, { areaIds }: GapSubject): string {
  const streets = new Set(areaIds.map((id) => streetName(desk, id)));
  return streets.size > 1 ? '跨街道' : ([...streets][0] ?? '');
}

export function gapView(
  desk: Desk,
  gap: CoverageGap,
  tasks: ReadonlyMap<string, GapTask>,
): GapView {
  const subject = findSubject(desk, gap);
  const task = tasks.get(`${gap.rule}/${gap.subjectId}`);
  return {
    key: gap.key,
    rule: gap.rule,
    title: gap.title,
    severity: gap.severity,
    subject: gap.subject,
    subjectId: gap.subjectId,
    subjectName: subject?.name ?? '',
    areaName: subject === undefined ? '' : subjectStreet(desk, subject),
    reason: gap.reason,
    suggestedAct: gap.suggestedAct,
    citation: {
      article: `${gap.citation.instrument}${gap.citation.article}`,
      edition: gap.citation.edition,
      evidence: evidenceWords[gap.tag],
    },
    figure: gap.figure,
    ...(task?.owner === undefined ? {} : { owner: task.owner }),
    ...(task?.dueOn === undefined ? {} : { dueOn: task.dueOn }),
  };
}

/** The street an area lies in: the name workers know a place by. */
export function streetName(desk: Desk, areaId: string | undefined): string {
  return streetOn((id) => desk.reference.areas.get(id), areaId, desk.today)?.name ?? '';
}

/** An area and everything that lies below it, or was merged into it, by the day. */
export function areaWithin(
  desk: Desk,
  areaId: string,
  day: CalendarDate = desk.today,
): Set<string> {
  const within = new Set([areaId]);
  const areas = desk.reference.areas.all();
  let grown = true;
  while (grown) {
    grown = false;
    for (const area of areas) {
      const above = isAreaOn(area, day) ? area.parentId : area.retired?.intoId;
      if (above !== undefined && within.has(above) && !within.has(area.id)) {
        within.add(area.id);
        grown = true;
      }
    }
  }
  return within;
}
