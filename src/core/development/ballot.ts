import type { Ballot } from '../records/dossier';

export type BallotReading = {
  readonly isConsistent: boolean;
  /** 实到 over half of 应到; undefined where a count is missing. */
  readonly hasQuorum: boolean | undefined;
  /** 赞成, written opinions included, over half of 应到. */
  readonly isPassed: boolean | undefined;
  readonly yes: number | undefined;
  readonly cast: number | undefined;
};

/**
 * Integer arithmetic over 应到 (rules §1 step 15): written opinions count as votes and not as attendance.
 * @example readBallot({ should: 23, present: 18, yes: 12 }).isPassed //=> true
 */
export function readBallot(ballot: Ballot): BallotReading {
  const { should, present, written } = ballot;
  const yes = ballot.yes === undefined ? undefined : ballot.yes + (written?.yes ?? 0);
  const cast = castVotes(ballot);
  return {
    isConsistent: findContradictions(ballot).length === 0,
    hasQuorum: should === undefined || present === undefined ? undefined : present * 2 > should,
    isPassed: should === undefined || yes === undefined ? undefined : yes * 2 > should,
    yes,
    cast,
  };
}

/** Votes cast in the room; undefined unless yes, no and abstain are all known. */
function castVotes({ yes, no, abstain, invalid }: Ballot): number | undefined {
  if (yes === undefined || no === undefined || abstain === undefined) return undefined;
  return yes + no + abstain + (invalid ?? 0);
}

export type Contradiction = { readonly rule: 'C44' | 'C45'; readonly message: string };

/** Counts that cannot all be true, in the words of the finding. */
export function findContradictions(ballot: Ballot): Contradiction[] {
  const { should, present, yes } = ballot;
  const found: Contradiction[] = [];
  const counts = [should, present, yes, ballot.no, ballot.abstain, ballot.invalid];
  if (counts.some((count) => count !== undefined && count < 0))
    found.push({ rule: 'C45', message: '票数中有负数' });
  if (should === 0) found.push({ rule: 'C44', message: '应到人数为 0' });
  if (should !== undefined && present !== undefined && present > should) {
    found.push({ rule: 'C44', message: `实到 ${present} 人大于应到 ${should} 人` });
  }
  found.push(...sumContradiction(ballot));
  return found;
}

function sumContradiction(ballot: Ballot): Contradiction[] {
  const { present, yes } = ballot;
  const cast = castVotes(ballot);
  if (present === undefined) return [];
  if (cast !== undefined && cast !== present) {
    const relation = cast > present ? '大于' : '小于';
    return [{ rule: 'C45', message: `票数合计 ${cast} ${relation}实到 ${present}` }];
  }
  if (yes !== undefined && yes > present)
    return [{ rule: 'C45', message: `赞成 ${yes} 票大于实到 ${present}` }];
  return [];
}
