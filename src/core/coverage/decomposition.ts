import { builtUnits, noneUnits, ownUnits } from './tally';
import type { CoverageTally } from './types';

/** One row of the printed table, taken apart until it adds up (rules §4.4, accounting identity). */
export interface Decomposition {
  readonly units: number;
  readonly own: number;
  readonly ownCommittee: number;
  readonly ownGeneralBranch: number;
  readonly ownBranch: number;
  readonly joint: number;
  readonly jointWithThree: number;
  readonly jointBranches: number;
  readonly none: number;
  readonly shouldBuild: number;
  readonly fewMembers: number;
  readonly noMembers: number;
  readonly membersUnknown: number;
  readonly workCovered: number;
  readonly blank: number;
}

/** The parts a row shows, in the order of the printed table. */
export const shownParts = [
  'units',
  'own',
  'joint',
  'none',
  'shouldBuild',
  'fewMembers',
  'noMembers',
  'membersUnknown',
  'workCovered',
  'blank',
] as const satisfies readonly (keyof Decomposition)[];
export type ShownPart = (typeof shownParts)[number];

export function decompose(tally: CoverageTally): Decomposition {
  return {
    units: tally.units,
    own: ownUnits(tally),
    ownCommittee: tally.ownCommittee,
    ownGeneralBranch: tally.ownGeneralBranch,
    ownBranch: tally.ownBranch,
    joint: tally.joint,
    jointWithThree: tally.jointWithThree,
    jointBranches: tally.jointBranches,
    none: noneUnits(tally),
    shouldBuild: tally.shouldBuildNone,
    fewMembers: tally.fewMembersNone,
    noMembers: tally.noMembersNone,
    membersUnknown: tally.membersUnknownNone,
    workCovered: tally.workCovered,
    blank: tally.blank,
  };
}

/** An identity that does not hold, with both sides, so that a row can be shown and explained. */
export interface IdentityBreach {
  readonly words: string;
  readonly left: number;
  readonly right: number;
}

interface Identity {
  readonly words: string;
  readonly kind: 'equal' | 'atMost';
  readonly left: (row: Decomposition) => number;
  readonly right: (row: Decomposition) => number;
}

const identities: readonly Identity[] = [
  {
    words: '单位数＝单独＋联合＋未建',
    kind: 'equal',
    left: (row) => row.units,
    right: (row) => row.own + row.joint + row.none,
  },
  {
    words: '单独＝党委＋总支＋支部',
    kind: 'equal',
    left: (row) => row.own,
    right: (row) => row.ownCommittee + row.ownGeneralBranch + row.ownBranch,
  },
  {
    words: '未建＝应建未建＋仅有个别党员＋没有党员＋党员数未知',
    kind: 'equal',
    left: (row) => row.none,
    right: (row) => row.shouldBuild + row.fewMembers + row.noMembers + row.membersUnknown,
  },
  {
    words: '未建＝已开展工作＋空白',
    kind: 'equal',
    left: (row) => row.none,
    right: (row) => row.workCovered + row.blank,
  },
  {
    words: '三名以上的联合≤联合单位数',
    kind: 'atMost',
    left: (row) => row.jointWithThree,
    right: (row) => row.joint,
  },
  {
    words: '联合支部数≤联合单位数',
    kind: 'atMost',
    left: (row) => row.jointBranches,
    right: (row) => row.joint,
  },
];

/** Identities that a row breaks; empty when it may be printed as it stands. */
export function checkIdentities(row: Decomposition): IdentityBreach[] {
  return identities
    .map(({ words, kind, left, right }) => ({ words, kind, left: left(row), right: right(row) }))
    .filter(({ kind, left, right }) => (kind === 'equal' ? left !== right : left > right))
    .map(({ words, left, right }) => ({ words, left, right }));
}

/** Local plausibility checks of one tally (50 ≥ 100, built ≤ units); they warn and never block. */
export function checkTally(tally: CoverageTally): IdentityBreach[] {
  const breaches: IdentityBreach[] = [];
  if (tally.staff100 > tally.staff50) {
    breaches.push({ words: '50 人以上≥100 人以上', left: tally.staff50, right: tally.staff100 });
  }
  if (builtUnits(tally) > tally.units) {
    breaches.push({ words: '已建≤单位数', left: builtUnits(tally), right: tally.units });
  }
  return breaches;
}
