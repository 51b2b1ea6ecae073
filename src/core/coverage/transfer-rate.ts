import type { CoverageUnit } from './types';

/** Members by where their 组织关系 is; a number nobody stated adds nothing to either side. */
export interface TransferRate {
  readonly here: number;
  readonly elsewhere: number;
  /** Units that do not say. */
  readonly unknown: number;
}

/**
 * 关系转接率 = members with 关系在本单位 ÷ all members working there (rules §4.4), over units in scope.
 * @example transferRate([{ members: 3, membersElsewhere: 1, … }]) //=> { here: 3, elsewhere: 1, unknown: 0 }
 */
export function transferRate(
  units: readonly Pick<CoverageUnit, 'exclusion' | 'members' | 'membersElsewhere'>[],
): TransferRate {
  let [here, elsewhere, unknown] = [0, 0, 0];
  for (const { exclusion, members, membersElsewhere } of units) {
    if (exclusion !== undefined) continue;
    here += members ?? 0;
    elsewhere += membersElsewhere ?? 0;
    if (members === undefined || membersElsewhere === undefined) unknown += 1;
  }
  return { here, elsewhere, unknown };
}
