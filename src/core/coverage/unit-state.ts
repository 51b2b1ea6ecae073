import type { PartyOrganizationLevel } from '../records/party-organization';
import { formCounting } from './thresholds-data';
import type { CoverageDefinitions, CoverageState, CoverageUnit, UnitCover } from './types';

/** How the covers of a unit count: its own organisation by level, a joint one, or none. */
export type BuiltAs = 'ownCommittee' | 'ownGeneralBranch' | 'ownBranch' | 'joint' | 'none';

const ownByLevel: Readonly<Record<PartyOrganizationLevel, BuiltAs>> = {
  workCommittee: 'ownCommittee',
  committee: 'ownCommittee',
  generalBranch: 'ownGeneralBranch',
  branch: 'ownBranch',
  // 建立党小组的 stays within 应建尚未建立 (rules §4.4, identities): a group is no organisation of the unit.
  group: 'none',
};

/** Whether one party organisation makes the unit it covers built, and how. */
export function builtThrough(cover: UnitCover): BuiltAs {
  const counting = formCounting[cover.form];
  if (counting.as === 'own') return ownByLevel[cover.level];
  const isBranch = cover.level === 'branch' || cover.level === 'generalBranch';
  if (counting.as === 'none' || cover.level === 'group') return 'none';
  return counting.branchOnly && !isBranch ? 'none' : 'joint';
}

const rank: Readonly<Record<BuiltAs, number>> = {
  ownCommittee: 4,
  ownGeneralBranch: 3,
  ownBranch: 2,
  joint: 1,
  none: 0,
};

/** The strongest of a unit's covers: an own organisation outranks a joint one, so no unit counts twice. */
export function builtAs(covers: readonly UnitCover[]): BuiltAs {
  let best: BuiltAs = 'none';
  for (const cover of covers) {
    const next = builtThrough(cover);
    if (rank[next] > rank[best]) best = next;
  }
  return best;
}

/** Whether any link that the district counts reaches the unit. */
export function hasCountedWork(unit: CoverageUnit, definitions: CoverageDefinitions): boolean {
  return unit.links.some((link) => definitions.counts[link]);
}

/**
 * The unit's place in 两个覆盖 on the day it was joined for (rules §4.1).
 * @example coverageState(unitWithOwnBranch, definitions) //=> 'own'
 */
export function coverageState(unit: CoverageUnit, definitions: CoverageDefinitions): CoverageState {
  if (unit.exclusion !== undefined) return 'excluded';
  const built = builtAs(unit.covers);
  if (built === 'joint') return 'joint';
  if (built !== 'none') return 'own';
  return hasCountedWork(unit, definitions) ? 'workCovered' : 'blank';
}
