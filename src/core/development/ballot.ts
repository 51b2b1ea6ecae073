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
  const added = includesWritten(ballot) ? 0 : (written?.yes ?? 0);
  const yes = ballot.yes === undefined ? undefined : ballot.yes + added;
  const cast = castVotes(ballot);
  return {
    isConsistent: findContradictions(ballot).length === 0,
    hasQuorum: should === undefined || present === undefined ? undefined : present * 2 > should,
    isPassed: should === undefined || yes === undefined ? undefined : yes * 2 > should,
    yes,
    cast,
  };
}

const lettersOf = ({ written }: Ballot): number =>
  (written?.yes ?? 0) + (written?.no ?? 0) + (written?.abstain ?? 0);

/** The counts that somebody wrote down; one that nobody did is not negative. */
const knownVotes = ({ yes, no, abstain, invalid }: Ballot): number =>
  (yes ?? 0) + (no ?? 0) + (abstain ?? 0) + (invalid ?? 0);

/**
 * Whether the counts already hold the written opinions (C45: 赞成、反对、弃权之和等于实到与书面意见之和). Offices write
 * it either way; only counts that exceed the room by no more than the letters are read so.
 */
function includesWritten(ballot: Ballot): boolean {
  const { present } = ballot;
  const letters = lettersOf(ballot);
  if (present === undefined || letters === 0) return false;
  const cast = castVotes(ballot);
  const known = knownVotes(ballot);
  return cast === undefined
    ? known > present && known <= present + letters
    : cast === present + letters;
}

/** Votes cast in the room; undefined unless yes, no and abstain are all known. */
function castVotes({ yes, no, abstain, invalid }: Ballot): number | undefined {
  if (yes === undefined || no === undefined || abstain === undefined) return undefined;
  return yes + no + abstain + (invalid ?? 0);
}

export type Contradiction = { readonly rule: 'C44' | 'C45'; readonly message: string };

/** Counts that cannot all be true, in the words of the finding. */
export function findContradictions(ballot: Ballot): Contradiction[] {
  const { should, present, written } = ballot;
  const found: Contradiction[] = [];
  const counts = [should, present, ballot.yes, ballot.no, ballot.abstain, ballot.invalid];
  counts.push(written?.yes, written?.no, written?.abstain);
  if (counts.some((count) => count !== undefined && count < 0))
    found.push({ rule: 'C45', message: '票数中有负数' });
  if (should === 0) found.push({ rule: 'C44', message: '应到人数为 0' });
  if (should !== undefined && present !== undefined && present > should) {
    found.push({ rule: 'C44', message: `实到 ${present} 人大于应到 ${should} 人` });
  }
  found.push(...sumContradiction(ballot), ...writtenContradiction(ballot));
  return found;
}

/** Whoever wrote did not come: both together cannot be more than 应到. */
function writtenContradiction(ballot: Ballot): Contradiction[] {
  const { should, present } = ballot;
  const letters = lettersOf(ballot);
  if (should === undefined || present === undefined) return [];
  if (letters === 0 || present > should || present + letters <= should) return [];
  return [{ rule: 'C45', message: `实到 ${present} 与书面意见 ${letters} 之和大于应到 ${should}` }];
}

function sumContradiction(ballot: Ballot): Contradiction[] {
  const { present, yes } = ballot;
  const cast = castVotes(ballot);
  if (present === undefined || includesWritten(ballot)) return [];
  if (cast !== undefined && cast !== present) {
    const relation = cast > present ? '大于' : '小于';
    return [{ rule: 'C45', message: `票数合计 ${cast} ${relation}实到 ${present}` }];
  }
  if (yes !== undefined && yes > present)
    return [{ rule: 'C45', message: `赞成 ${yes} 票大于实到 ${present}` }];
  const known = knownVotes(ballot);
  if (known > present) return [{ rule: 'C45', message: `票数合计 ${known} 大于实到 ${present}` }];
  return [];
}
