import type { GapView } from '../../../contract/coverage';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { isAreaOn, streetOn } from '../../../core/coverage/area-tree';
import { coverageRules } from '../../../core/regulations/coverage-rules';
import type { CoverageGap, CoverageRuleId } from '../../../core/coverage/types';
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
  return new Map(
    tasks.map((task) => [
      `${task.rule}/${task.organizationId ?? task.partyOrganizationId ?? ''}`,
      task,
    ]),
  );
}

export function gapView(
  desk: Desk,
  gap: CoverageGap,
  tasks: ReadonlyMap<string, GapTask>,
): GapView {
  const subject =
    gap.subject === 'organization'
      ? desk.reference.organizations.get(gap.subjectId)
      : desk.reference.partyOrganizations.get(gap.subjectId);
  const task = tasks.get(`${gap.rule}/${gap.subjectId}`);
  return {
    key: gap.key,
    rule: gap.rule,
    title: gap.title,
    severity: gap.severity,
    subject: gap.subject,
    subjectId: gap.subjectId,
    subjectName: subject?.name ?? '',
    areaName: streetName(desk, subject?.areaId),
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
