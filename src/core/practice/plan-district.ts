import type { Companion } from './dossier-records';
import { fictionalName } from './fictional-identity';
import { communityBranchId } from './party-records';
import { personId } from './person-records';
import type { PipelineStage } from './pipeline';
import { planBranches } from './plan-branches';
import { fillMembers, planUnits } from './plan-units';
import { createRandom } from './random';
import type { Random } from './random';
import { toldPeople } from './told-people';
import type { ToldPerson } from './told-people';
import type { BranchPlan, PracticeQuestion, PracticeSize, UnitPlan } from './types';

/** A district as in performance.md's S. */
export const practiceSize: PracticeSize = { organizations: 3_000, people: 5_000 };

/** People on the way in a district of five thousand, as in the reference pictures: 246 together. */
const pipelineShares: Readonly<Record<PipelineStage, number>> = {
  applicant: 64,
  activist: 118,
  developmentTarget: 23,
  probationaryMember: 41,
};

/** Where somebody under way belongs, and the told case they are, if any. */
export interface PipelinePlace {
  readonly stage: PipelineStage;
  readonly unit: UnitPlan;
  readonly branchId: string;
  readonly told?: ToldPerson;
}

/** The whole district as planned, before a single record is written out. */
export interface District {
  readonly question: PracticeQuestion;
  readonly units: readonly UnitPlan[];
  readonly branches: readonly BranchPlan[];
  readonly pipeline: readonly PipelinePlace[];
  /** Members listed as people, unit by unit. */
  readonly members: readonly {
    readonly unit: UnitPlan;
    readonly first: number;
    readonly count: number;
  }[];
  readonly companions: ReadonlyMap<string, readonly Companion[]>;
  readonly voters: ReadonlyMap<string, number>;
}

function planPipeline(
  random: Random,
  district: { readonly units: readonly UnitPlan[]; readonly branches: readonly BranchPlan[] },
  people: number,
): PipelinePlace[] {
  const toldUnit = new Map(district.branches.map((branch) => [branch.id, branch.units[0]]));
  const fallback = district.units[0];
  if (fallback === undefined) return [];
  const told = toldPeople.map((person): PipelinePlace => {
    const unit = toldUnit.get(person.branch) ?? fallback;
    return { stage: person.stage, unit, branchId: person.branch, told: person };
  });
  const built = district.units.filter((unit) => unit.branchId !== undefined);
  const scale = people / practiceSize.people;
  const drawn = (Object.keys(pipelineShares) as PipelineStage[]).flatMap((stage) => {
    const wanted = Math.round(pipelineShares[stage] * scale);
    const already = told.filter((place) => place.stage === stage).length;
    return Array.from({ length: Math.max(0, wanted - already) }, (): PipelinePlace => {
      const unit = built[random.int(0, built.length - 1)] ?? fallback;
      return { stage, unit, branchId: branchOf(unit) };
    });
  });
  return [...told, ...drawn];
}

/** Where a membership is kept: the branch that covers the unit, else the community's. */
export function branchOf(unit: UnitPlan): string {
  return unit.branchId ?? communityBranchId(unit.street, unit.community);
}

function listMembers(units: readonly UnitPlan[], wanted: number): District['members'] {
  let first = 1;
  return units.map((unit) => {
    const count = Math.min(unit.fullMembers ?? 0, wanted - first + 1);
    const entry = { unit, first, count };
    first += count;
    return entry;
  });
}

/** Plans units first, then who covers them, then people, so that every count agrees with its list. */
export function planDistrict(question: PracticeQuestion): District {
  const size = question.size ?? practiceSize;
  const random = createRandom(question.seed);
  const units = planUnits(random, size.organizations);
  const branches = planBranches(random, units, question.today);
  const pipeline = planPipeline(random, { units, branches }, size.people);
  const wanted = Math.max(0, size.people - pipeline.length);
  fillMembers(random, units, wanted);
  for (const { unit, stage } of pipeline) unit.pipeline[stage] += 1;
  const members = listMembers(units, wanted);
  return { question, units, branches, pipeline, members, ...peopleByBranch(members) };
}

function peopleByBranch(members: District['members']): Pick<District, 'companions' | 'voters'> {
  const companions = new Map<string, Companion[]>();
  const voters = new Map<string, number>();
  for (const { unit, first, count } of members) {
    const id = branchOf(unit);
    voters.set(id, (voters.get(id) ?? 0) + (unit.fullMembers ?? 0));
    const list = companions.get(id) ?? [];
    for (let step = 0; step < count && list.length < 2; step += 1) {
      list.push({ name: fictionalName(first + step), personId: personId(first + step) });
    }
    companions.set(id, list);
  }
  return { companions, voters };
}

/** Full members come first; people under way follow them in the numbering. */
export function firstPipelineSerial(district: District): number {
  return district.members.reduce((sum, { count }) => sum + count, 0) + 1;
}
