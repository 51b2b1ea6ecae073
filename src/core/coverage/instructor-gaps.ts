import type { CalendarDate } from '../calendar/calendar-date';
import type { Instructor } from '../records/work';
import { coverageRules } from '../regulations/coverage-rules';
import { holdsOn } from './join-units';
import type { CoverageGap, CoverageUnit } from './types';
import { gapOf } from './unit-gaps';

type UnitById = { readonly get: (id: string) => Pick<CoverageUnit, 'exclusion'> | undefined };

/** Units an instructor is assigned to on the day, each once, whatever became of them. */
export function assignedUnitIds({ assignments = [] }: Instructor, day: CalendarDate): string[] {
  const held = assignments.filter((each) => holdsOn(each, day));
  return [...new Set(held.map(({ organizationId }) => organizationId))];
}

/**
 * What is too much for one instructor on the day (rules §4.3, "load ≤ config"): one gap of the person, never
 * one per unit. Units out of business, or not listed that day, are nobody's load.
 */
export function instructorGaps(
  instructor: Instructor,
  unitById: UnitById,
  today: CalendarDate,
): CoverageGap[] {
  if (instructor.retired !== undefined && instructor.retired.on <= today) return [];
  const load = assignedUnitIds(instructor, today)
    .map((id) => unitById.get(id))
    .filter((unit) => unit !== undefined && unit.exclusion === undefined).length;
  const limit = coverageRules['INSTR-LOAD'].threshold ?? 0;
  if (load <= limit) return [];
  const finding = {
    reason: `联系运营单位 ${load} 家，超过 ${limit} 家`,
    figure: `联系 ${load} 家`,
  };
  return [gapOf('INSTR-LOAD', { subject: 'instructor', subjectId: instructor.id }, finding)];
}
