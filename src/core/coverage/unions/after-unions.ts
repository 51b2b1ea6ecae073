import { indicatorRules } from '../indicator-data';
import { indicatorOf } from '../indicators';
import { isInColumn, tallyUnits } from '../tally';
import type { CoverageDefinitions, CoverageUnit, Indicator } from '../types';

/** What a worker means to do with some units. */
export interface PlannedGroup {
  /** joint: one branch together · own: a branch of its own each · send: an instructor each. */
  readonly kind: 'joint' | 'own' | 'send';
  readonly unitIds: readonly string[];
}

/** Units as they will be joined once every group is done; nothing else moves. */
export function unitsAfter(
  units: readonly CoverageUnit[],
  groups: readonly PlannedGroup[],
): CoverageUnit[] {
  const planned = new Map(
    groups.flatMap((group, index) =>
      group.unitIds.map((id) => [id, { kind: group.kind, index, isLead: id === group.unitIds[0] }]),
    ),
  );
  return units.map((unit) => {
    const plan = planned.get(unit.id);
    if (plan === undefined) return unit;
    if (plan.kind === 'send') {
      return unit.links.includes('instructor')
        ? unit
        : { ...unit, links: [...unit.links, 'instructor'] };
    }
    const cover = {
      partyOrganizationId: `plan-${plan.index}`,
      form: plan.kind,
      level: 'branch',
    } as const;
    const leads = plan.kind === 'joint' && plan.isLead ? unit.leads + 1 : unit.leads;
    return { ...unit, covers: [...unit.covers, cover], leads };
  });
}

/** One indicator before and after the plan. */
export interface IndicatorChange {
  readonly before: Indicator;
  readonly after: Indicator;
}

/** Every indicator of rules §4.4 over the units given, as it is and as it becomes. */
export function indicatorChanges(
  units: readonly CoverageUnit[],
  groups: readonly PlannedGroup[],
  definitions: CoverageDefinitions,
): IndicatorChange[] {
  const later = unitsAfter(units, groups);
  return indicatorRules.map((rule) => {
    const over = (list: readonly CoverageUnit[]): Indicator =>
      indicatorOf(
        rule,
        tallyUnits(
          list.filter((unit) => isInColumn(unit, rule.over)),
          definitions,
        ),
        definitions,
      );
    return { before: over(units), after: over(later) };
  });
}
