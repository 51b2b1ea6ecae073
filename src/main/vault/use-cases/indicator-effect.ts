import type { Ratio } from '../../../contract/common';
import { evaluateCoverage } from '../../../core/coverage/evaluate';
import type { Indicator } from '../../../core/coverage/types';
import type { RecordChange } from '../../../core/records/change';
import { isGone, type Columns } from '../columns/columns';
import type { Desk } from './desk';

type Joined = 'organizations' | 'partyOrganizations' | 'instructors' | 'areas';

const ratio = ({ numerator, denominator, percent }: Indicator): Ratio => ({
  numerator,
  denominator,
  percent,
});

/** The live records of a table as they would stand after the changes. */
function laidOn<Name extends Joined>(
  table: Columns['reference'][Name],
  name: Name,
  changes: readonly RecordChange[],
) {
  type Value = NonNullable<ReturnType<typeof table.get>>;
  const after = new Map((table.all() as readonly Value[]).map((each) => [each.id, each]));
  for (const change of changes) {
    if (change.table !== name) continue;
    if (isGone(name, change.after)) after.delete(change.id);
    else after.set(change.id, change.after as unknown as Value);
  }
  return [...after.values()];
}

export type IndicatorEffect = {
  readonly id: string;
  readonly name: string;
  readonly before: Ratio;
  readonly after: Ratio;
};

/** Every indicator as it is today and as it would be, from the same evaluation; nothing is written. */
export function indicatorEffect(desk: Desk, changes: readonly RecordChange[]): IndicatorEffect[] {
  const { organizations, partyOrganizations, instructors, areas } = desk.reference;
  const records = {
    organizations: laidOn(organizations, 'organizations', changes),
    partyOrganizations: laidOn(partyOrganizations, 'partyOrganizations', changes),
    instructors: laidOn(instructors, 'instructors', changes),
    areas: laidOn(areas, 'areas', changes),
  };
  const next = evaluateCoverage(records, desk.today, desk.definitions).indicators;
  return desk.coverage().indicators.map((indicator, index) => ({
    id: indicator.id,
    name: indicator.name,
    before: ratio(indicator),
    after: ratio(next[index] ?? indicator),
  }));
}
