import { bigramsOf, nameCore } from './unit-names';

/** Share of common pairs (Dice) from which two names are worth a person's look. */
const nearShare = 0.6;
const mostCandidates = 3;
/** A pair that so many names have tells nobody apart. */
const commonPair = 400;

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Looks up names that resemble one another. A proposal for a person, never an answer: the same firm with
 * 有限责任公司 for 有限公司, one character mistyped, a district before or after the name.
 */
export function nearNames(units: readonly Named[]): (name: string) => string[] {
  const sizes = new Map<string, number>();
  const owners = new Map<string, string[]>();
  for (const { id, name } of units) {
    const pairs = bigramsOf(nameCore(name));
    sizes.set(id, pairs.length);
    for (const pair of pairs) {
      const list = owners.get(pair);
      if (list === undefined) owners.set(pair, [id]);
      else list.push(id);
    }
  }
  return (name) => {
    const pairs = bigramsOf(nameCore(name));
    const shared = new Map<string, number>();
    for (const pair of pairs) {
      const ids = owners.get(pair) ?? [];
      if (ids.length > commonPair) continue;
      for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    return [...shared]
      .map(([id, count]) => ({ id, share: (2 * count) / (pairs.length + (sizes.get(id) ?? 0)) }))
      .filter(({ share }) => share >= nearShare)
      .sort((left, right) => right.share - left.share || (left.id < right.id ? -1 : 1))
      .slice(0, mostCandidates)
      .map(({ id }) => id);
  };
}
