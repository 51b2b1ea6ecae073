import { addDays } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import { branchStems, communityNames, earthlyBranches, streets } from './names-data';
import type { Random } from './random';
import { toldBranches } from './told-branches';
import type { ToldBranch } from './told-branches';
import type { BranchPlan, UnitPlan } from './types';

/** A term well inside its three years: neither over nor ending within half a year. */
function calmTerm(random: Random, today: CalendarDate): CalendarDate {
  return addDays(today, -random.int(40, 870));
}

/** Term days of a branch; one in eight is a year old or younger, so that coverage has grown. */
function datesOf(
  random: Random,
  today: CalendarDate,
): Pick<BranchPlan, 'foundedOn' | 'lastElectedOn'> {
  if (random.chance(0.13)) {
    const foundedOn = addDays(today, -random.int(12, 360));
    return { foundedOn, lastElectedOn: foundedOn };
  }
  const lastElectedOn = calmTerm(random, today);
  return { foundedOn: addDays(lastElectedOn, random.chance(0.1) ? 0 : -1095), lastElectedOn };
}

function ownBranches(
  random: Random,
  units: readonly UnitPlan[],
  today: CalendarDate,
): BranchPlan[] {
  return units
    .filter((unit) => unit.state === 'own')
    .map((unit) => ({
      id: `party-own-${unit.id.slice(5)}`,
      name: unit.name,
      form: 'own',
      street: unit.street,
      units: [unit],
      ...datesOf(random, today),
    }));
}

/** Cuts neighbours into groups of two to five; the last group may be one that waits for a partner. */
function groupsOf(random: Random, units: readonly UnitPlan[]): UnitPlan[][] {
  const groups: UnitPlan[][] = [];
  let index = 0;
  while (index < units.length) {
    const size = random.int(2, 5);
    groups.push(units.slice(index, index + size));
    index += size;
  }
  return groups;
}

function serialWords(index: number): string {
  const stem = branchStems[index % branchStems.length] ?? '';
  const branch = earthlyBranches[Math.floor(index / branchStems.length) % 12] ?? '';
  const round = Math.floor(index / 120);
  return `${stem}${branch}${round === 0 ? '' : String(round)}`;
}

/** A joint branch needs three full members between its units: the first unit gets what is missing. */
function ensureThree(group: readonly UnitPlan[]): void {
  const sum = group.reduce((total, unit) => total + (unit.fullMembers ?? 0), 0);
  const first = group[0];
  if (first === undefined || sum >= 3) return;
  first.fullMembers = (first.fullMembers ?? 0) + (3 - sum);
  if (first.staff !== undefined) first.staff = Math.max(first.staff, first.fullMembers);
}

function plannedJoint(
  context: { readonly random: Random; readonly today: CalendarDate; readonly street: number },
  group: readonly UnitPlan[],
  index: number,
): BranchPlan {
  const { random, today, street } = context;
  ensureThree(group);
  const isSite = group[0]?.isSite === true;
  const place = communityNames[index % communityNames.length] ?? '';
  const streetName = (streets[street]?.name ?? '').slice(0, 2);
  const words = isSite ? '流动党员党支部' : '联合党支部';
  return {
    id: `party-${isSite ? 'site' : 'joint'}-${street}-${String(index).padStart(4, '0')}`,
    name: `${streetName}${place}${serialWords(index)}${words}`,
    form: isSite ? 'floating' : 'joint',
    street,
    units: group,
    ...datesOf(random, today),
  };
}

function toldJoint(told: ToldBranch, pool: UnitPlan[], today: CalendarDate): BranchPlan {
  const group = pool.splice(0, told.units);
  ensureThree(group);
  const lastElectedOn = told.lastElectedOn(today);
  return {
    id: told.id,
    name: told.name,
    form: told.form,
    street: streets.findIndex((street) => street.name === told.street),
    units: group,
    foundedOn: lastElectedOn,
    lastElectedOn,
    ...(told.label === undefined ? {} : { label: told.label }),
  };
}

function jointBranches(
  random: Random,
  units: readonly UnitPlan[],
  today: CalendarDate,
): BranchPlan[] {
  return streets.flatMap((_, street) => {
    const here = units.filter((unit) => unit.street === street && unit.state === 'joint');
    const legal = here
      .filter((unit) => !unit.isSite)
      .sort((left, right) => left.community - right.community || left.serial - right.serial);
    const sites = here.filter((unit) => unit.isSite);
    const told = toldBranches.filter((branch) => branch.street === streets[street]?.name);
    const toldPlans = told.map((branch) =>
      toldJoint(branch, branch.form === 'floating' ? sites : legal, today),
    );
    const context = { random, today, street };
    return [
      ...toldPlans,
      ...groupsOf(random, legal).map((group, index) => plannedJoint(context, group, index)),
      ...groupsOf(random, sites).map((group, index) => plannedJoint(context, group, index)),
    ];
  });
}

/** Terms that end within half a year but not within a month: the reminder list has something to show. */
function withTermsEndingSoon(
  random: Random,
  branches: readonly BranchPlan[],
  today: CalendarDate,
): BranchPlan[] {
  const every = Math.max(40, Math.floor(branches.length / 9));
  return branches.map((branch, index) =>
    branch.label === undefined && index % every === 11
      ? { ...branch, lastElectedOn: addDays(today, -1095 + random.int(45, 160)) }
      : branch,
  );
}

/** Every branch that covers units; writes each unit's branch back into its plan. */
export function planBranches(
  random: Random,
  units: readonly UnitPlan[],
  today: CalendarDate,
): BranchPlan[] {
  const planned = [...ownBranches(random, units, today), ...jointBranches(random, units, today)];
  for (const branch of planned) for (const unit of branch.units) unit.branchId = branch.id;
  return withTermsEndingSoon(random, planned, today);
}
