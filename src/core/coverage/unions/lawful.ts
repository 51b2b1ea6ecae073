import { coverageRules } from '../../regulations/coverage-rules';
import type { UnionCandidate } from './types';

/** Most units of a joint branch (ORG-UNION-5) and fewest full members of a branch (ORG-3). */
export const mostUnits = coverageRules['ORG-UNION-5'].threshold ?? 0;
export const fewestMembers = coverageRules['ORG-3'].threshold ?? 0;

/** One condition a union has to meet, with the fact it was judged by. */
export interface UnionCheck {
  readonly rule: 'ORG-3' | 'ORG-UNION-5' | 'SECRETARY';
  readonly isMet: boolean;
  readonly words: string;
}

const sum = (units: readonly UnionCandidate[]): number =>
  units.reduce((total, { formalMembers }) => total + formalMembers, 0);

/** The conditions of a joint branch over these units: three full members, five units, a possible secretary. */
export function checkUnion(units: readonly UnionCandidate[]): UnionCheck[] {
  const members = sum(units);
  const names = units.flatMap(({ secretaries }) => secretaries);
  return [
    {
      rule: 'ORG-3',
      isMet: members >= fewestMembers,
      words: `正式党员 ${members} 名，${members >= fewestMembers ? '满' : '不足'} ${fewestMembers} 名`,
    },
    {
      rule: 'ORG-UNION-5',
      isMet: units.length >= 2 && units.length <= mostUnits,
      words:
        units.length < 2
          ? '只有一个单位，不成联合'
          : `单位 ${units.length} 家，一般不超过 ${mostUnits} 家`,
    },
    {
      rule: 'SECRETARY',
      isMet: names.length > 0,
      words:
        names.length === 0
          ? '没有登记在册的正式党员可任书记'
          : `书记人选 ${names.slice(0, 2).join('、')}${names.length > 2 ? ` 等 ${names.length} 人` : ''}`,
    },
  ];
}

export function isLawfulUnion(units: readonly UnionCandidate[]): boolean {
  return checkUnion(units).every(({ isMet }) => isMet);
}
