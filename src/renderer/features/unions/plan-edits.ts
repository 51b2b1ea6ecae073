import type { PlannedGroupView } from '../../../contract/unions';

const stems = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/** Column mark of a group: 甲, 乙 … for branches, 派 for the units an instructor is sent to. */
export function groupMark(
  groups: readonly Pick<PlannedGroupView, 'kind'>[],
  index: number,
): string {
  if (groups[index]?.kind === 'send') return '派';
  const before = groups.slice(0, index).filter(({ kind }) => kind !== 'send').length;
  return stems[before] ?? String(before + 1);
}

/** Puts a unit into a group and out of every other, or takes it out; empty groups go. */
export function withUnit(
  groups: readonly PlannedGroupView[],
  index: number,
  unitId: string,
): PlannedGroupView[] {
  const isIn = groups[index]?.unitIds.includes(unitId) === true;
  return groups
    .map(({ kind, unitIds }, at) => {
      const others = unitIds.filter((id) => id !== unitId);
      return { kind, unitIds: at === index && !isIn ? [...others, unitId] : others };
    })
    .filter(({ unitIds }) => unitIds.length > 0);
}

/** A unit on its own in a new joint group, to which others are added next. */
export function withNewGroup(
  groups: readonly PlannedGroupView[],
  unitId: string,
): PlannedGroupView[] {
  const rest = groups
    .map(({ kind, unitIds }) => ({ kind, unitIds: unitIds.filter((id) => id !== unitId) }))
    .filter(({ unitIds }) => unitIds.length > 0);
  return [{ kind: 'joint', unitIds: [unitId] }, ...rest];
}

/** 百分点, signed; — where one side has no denominator. */
export function pointsWords(before: number | null, after: number | null): string {
  if (before === null || after === null) return '—';
  const points = after - before;
  return `${points > 0 ? '+' : ''}${points.toFixed(1)}`;
}
