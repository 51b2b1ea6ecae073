import { fewestMembers, isLawfulUnion, mostUnits } from './lawful';
import type { UnionCandidate } from './types';

/** Groups up to this size are solved exactly; larger ones in parts of it, with the bound stated. */
export const exactLimit = 12;

interface Best {
  readonly covered: number;
  readonly unions: number;
  readonly unevenness: number;
  readonly picked: readonly number[];
}
const nothing: Best = { covered: 0, unions: 0, unevenness: 0, picked: [] };

/** More units first; then fewer branches; then branches of even size. Ties keep the earlier choice. */
function isBetter(left: Best, right: Best): boolean {
  if (left.covered !== right.covered) return left.covered > right.covered;
  if (left.unions !== right.unions) return left.unions < right.unions;
  return left.unevenness < right.unevenness;
}

const bits = (mask: number): number[] => {
  const found: number[] = [];
  for (let rest = mask, at = 0; rest !== 0; rest >>>= 1, at += 1)
    if ((rest & 1) === 1) found.push(at);
  return found;
};

/** Every lawful union of a small group, as bit sets. */
function lawfulMasks(units: readonly UnionCandidate[]): number[] {
  const masks: number[] = [];
  const grow = (from: number, mask: number, size: number): void => {
    for (let at = from; at < units.length && size < mostUnits; at += 1) {
      const next = mask | (1 << at);
      const chosen = bits(next).flatMap((bit) => units[bit] ?? []);
      if (isLawfulUnion(chosen)) masks.push(next);
      grow(at + 1, next, size + 1);
    }
  };
  grow(0, 0, 0);
  return masks;
}

/** The best set of disjoint unions of at most `exactLimit` units: every possibility is looked at. */
function solveExactly(units: readonly UnionCandidate[]): UnionCandidate[][] {
  const byLowest = new Map<number, number[]>();
  for (const mask of lawfulMasks(units)) {
    const lowest = 31 - Math.clz32(mask & -mask);
    byLowest.set(lowest, [...(byLowest.get(lowest) ?? []), mask]);
  }
  const known = new Map<number, Best>();
  const best = (free: number): Best => {
    if (free === 0) return nothing;
    const kept = known.get(free);
    if (kept !== undefined) return kept;
    const lowest = 31 - Math.clz32(free & -free);
    let found = best(free & ~(1 << lowest));
    for (const mask of byLowest.get(lowest) ?? []) {
      if ((mask & free) !== mask) continue;
      const rest = best(free & ~mask);
      const size = bits(mask).length;
      const next = {
        covered: rest.covered + size,
        unions: rest.unions + 1,
        unevenness: rest.unevenness + size * size,
        picked: [mask, ...rest.picked],
      };
      if (isBetter(next, found)) found = next;
    }
    known.set(free, found);
    return found;
  };
  return best((1 << units.length) - 1).picked.map((mask) =>
    bits(mask).flatMap((bit) => units[bit] ?? []),
  );
}

/** No lawful choice covers more: five units to a branch, one known secretary and three members each. */
export function upperBound(units: readonly UnionCandidate[]): number {
  const secretaries = units.filter((unit) => unit.secretaries.length > 0).length;
  const members = units.reduce((total, { formalMembers }) => total + formalMembers, 0);
  const branches = Math.min(secretaries, Math.floor(members / fewestMembers));
  return Math.min(units.length, branches * mostUnits);
}

/** Units that bring a secretary are dealt out evenly, so that no part is left without one. */
function dealt(units: readonly UnionCandidate[]): UnionCandidate[][] {
  const count = Math.ceil(units.length / exactLimit);
  const hands: UnionCandidate[][] = Array.from({ length: count }, () => []);
  const ordered = [...units].sort(
    (left, right) =>
      Number(right.secretaries.length > 0) - Number(left.secretaries.length > 0) ||
      right.formalMembers - left.formalMembers ||
      (left.id < right.id ? -1 : 1),
  );
  ordered.forEach((unit, index) => hands[index % count]?.push(unit));
  return hands;
}

export interface GroupSolution {
  readonly unions: readonly (readonly UnionCandidate[])[];
  readonly isExact: boolean;
  readonly atMost: number;
}

/**
 * Disjoint lawful unions of one group of neighbours, covering as many units as can be: exact up to
 * `exactLimit` units; beyond, parts are solved exactly and what they leave is tried together again.
 */
export function solveGroup(group: readonly UnionCandidate[]): GroupSolution {
  const units = [...group].sort((left, right) => (left.id < right.id ? -1 : 1));
  if (units.length <= exactLimit) {
    const unions = solveExactly(units);
    return { unions, isExact: true, atMost: unions.flat().length };
  }
  const unions = dealt(units).flatMap(solveExactly);
  const taken = new Set(unions.flat().map(({ id }) => id));
  const rest = units.filter(({ id }) => !taken.has(id)).slice(0, exactLimit);
  return {
    unions: [...unions, ...solveExactly(rest)],
    isExact: false,
    atMost: upperBound(units),
  };
}
