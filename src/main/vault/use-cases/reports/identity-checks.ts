import type { ReportTable } from '../../../../contract/desk-work';
import type { IdentityBreach } from '../../../../core/coverage/decomposition';

type Check = ReportTable['checks'][number];

/** A row or column of a table with what it breaks. */
export interface Checked {
  readonly name: string;
  readonly breaches: readonly IdentityBreach[];
}

/** 勾稽关系, breach by breach with both sides: what does not hold must be explained before print. */
export function identityChecks(unit: string, checked: readonly Checked[]): Check[] {
  const broken = checked.flatMap(({ name, breaches }) =>
    breaches.map((breach): Check => ({
      label: `勾稽：${name.replaceAll('\n', '')}`,
      state: 'blocks',
      detail: `${breach.words}：${breach.left} 与 ${breach.right} 不符`,
    })),
  );
  if (broken.length > 0) return broken;
  return [{ label: '勾稽关系', state: 'met', detail: `${checked.length} ${unit}全部相符` }];
}

/** What has to be explained before the table may leave the house. */
export function needsReason(table: Pick<ReportTable, 'checks'>): boolean {
  return table.checks.some(({ state }) => state === 'blocks');
}
