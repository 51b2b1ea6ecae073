import { fewestMembers } from './lawful';
import { solveGroup } from './solve-group';
import { unionGrounds } from './types';
import type {
  LeftOverReason,
  UnionCandidate,
  UnionGround,
  UnionPlan,
  UnionProposal,
} from './types';

/** Where a candidate stands on one ground; undefined where it does not say. */
export function placeOn(ground: UnionGround, unit: UnionCandidate): string | undefined {
  if (ground === 'carrier') return unit.carrierId;
  if (ground === 'community') return unit.communityId;
  return unit.streetId === undefined || unit.industry === undefined || unit.industry === ''
    ? undefined
    : `${unit.streetId}/${unit.industry}`;
}

function groupsOn(
  ground: UnionGround,
  units: readonly UnionCandidate[],
): Map<string, UnionCandidate[]> {
  const groups = new Map<string, UnionCandidate[]>();
  for (const unit of units) {
    const place = placeOn(ground, unit);
    if (place === undefined) continue;
    const group = groups.get(place);
    if (group === undefined) groups.set(place, [unit]);
    else group.push(unit);
  }
  return new Map([...groups].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function proposalOf(
  ground: UnionGround,
  place: string,
  units: readonly UnionCandidate[],
): UnionProposal {
  return {
    ground,
    place,
    unitIds: units.map(({ id }) => id),
    formalMembers: units.reduce((total, { formalMembers }) => total + formalMembers, 0),
    secretaries: units.flatMap(({ secretaries }) => secretaries),
  };
}

/** Why a unit stays alone, judged on the widest group it shares with others still alone. */
function reasonOf(unit: UnionCandidate, alone: readonly UnionCandidate[]): LeftOverReason {
  const places = unionGrounds.filter((ground) => placeOn(ground, unit) !== undefined);
  if (places.length === 0) return 'noPlace';
  const neighbours = alone.filter((other) =>
    places.some((ground) => placeOn(ground, other) === placeOn(ground, unit)),
  );
  const members = neighbours.reduce((total, { formalMembers }) => total + formalMembers, 0);
  if (members < fewestMembers) return 'tooFewMembers';
  return neighbours.some(({ secretaries }) => secretaries.length > 0) ? 'noRoom' : 'noSecretary';
}

/**
 * Joint branches that the candidates could form: neighbours of one carrier first, then of one community,
 * then of one industry within a street (中办发〔2012〕11号; C-DEF-3, 地域相邻、行业相近). Pure: the same
 * candidates in any order give the same plan.
 */
export function proposeUnions(
  candidates: readonly UnionCandidate[],
  grounds: readonly UnionGround[] = unionGrounds,
): UnionPlan {
  let free = [...candidates].sort((left, right) => (left.id < right.id ? -1 : 1));
  const proposals: UnionProposal[] = [];
  let isExact = true;
  let lost = 0;
  for (const ground of grounds) {
    for (const [place, group] of groupsOn(ground, free)) {
      const solution = solveGroup(group);
      isExact &&= solution.isExact;
      lost += solution.atMost - solution.unions.flat().length;
      proposals.push(...solution.unions.map((units) => proposalOf(ground, place, units)));
    }
    const taken = new Set(proposals.flatMap(({ unitIds }) => unitIds));
    free = free.filter(({ id }) => !taken.has(id));
  }
  const covered = proposals.reduce((total, { unitIds }) => total + unitIds.length, 0);
  return {
    proposals: proposals.sort((left, right) => right.unitIds.length - left.unitIds.length),
    leftOver: free.map((unit) => ({ id: unit.id, reason: reasonOf(unit, free) })),
    covered,
    atMost: covered + lost,
    isExact,
  };
}
