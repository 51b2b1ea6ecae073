import type { WorkLink } from '../coverage/types';
import { fictionalName } from './fictional-identity';
import { siteTrades, streets, trades } from './names-data';
import type { Trade } from './names-data';
import type { Random } from './random';
import { toldUnits } from './told-units';
import type { UnitPlan } from './types';

/** Shares of a district like the reference pictures': about 64 % organised, 95 % reached by party work. */
const shares = {
  own: 0.27,
  joint: 0.372,
  blankOfNone: 0.115,
  excluded: 0.055,
  sites: 0.0217,
  siteBuilt: 0.52,
  siteBlankOfNone: 0.17,
};

const excludedStatuses = [
  'suspended',
  'suspended',
  'deregistered',
  'shell',
  'dormant',
  'duplicateAddress',
  'movedAway',
] as const;

function weighted<Item extends { readonly weight: number }>(
  items: readonly Item[],
  random: Random,
): Item | undefined {
  let rest = random.next() * items.reduce((sum, item) => sum + item.weight, 0);
  return items.find((item) => (rest -= item.weight) < 0) ?? items[0];
}

/** Spreads the units evenly over [0, 1): the district's rates are as planned for any seed and size. */
const goldenRatio = 0.618_033_988_749_895;

function stateOf(
  random: Random,
  serial: number,
  place: { readonly street: number; readonly isSite: boolean },
): UnitPlan['state'] {
  const { street, isSite } = place;
  if (!isSite && random.chance(shares.excluded)) return 'excluded';
  const draw = ((serial * goldenRatio) % 1) - (streets[street]?.lean ?? 0);
  const own = isSite ? 0 : shares.own;
  const built = isSite ? shares.siteBuilt : shares.own + shares.joint;
  if (!isSite && draw < own) return 'own';
  if (draw < built) return 'joint';
  return random.chance(isSite ? shares.siteBlankOfNone : shares.blankOfNone) ? 'blank' : 'worked';
}

function linkOf(random: Random): WorkLink {
  return random.pick([
    'instructor',
    'instructor',
    'instructor',
    'instructor',
    'liaison',
    'liaison',
    'union',
    'union',
    'youthLeague',
    'serviceCentre',
  ]);
}

/** 正式党员 by how the unit is built: own from three, joint mostly below three, none mostly nobody. */
function fullMembersOf(random: Random, state: UnitPlan['state']): number {
  const draw = random.next();
  switch (state) {
    case 'own':
      if (draw < 0.012) return 2;
      return draw < 0.84 ? 3 : random.int(4, 5);
    case 'joint':
      if (draw < 0.2) return 0;
      return draw < 0.66 ? 1 : draw < 0.92 ? 2 : 3;
    case 'worked':
    case 'blank':
    case 'excluded':
      if (draw < 0.63) return 0;
      return draw < 0.965 ? random.int(1, 2) : random.int(3, 4);
  }
}

function staffOf(random: Random, state: UnitPlan['state'], members: number): number {
  if (state === 'own') return members * 4 + random.int(6, 70);
  // A large unit without any member is a gap of its own: rare, as it should be.
  if (members === 0 && random.chance(0.009)) return random.int(50, 95);
  if (state === 'worked' && members === 1 && random.chance(0.009)) return random.int(101, 160);
  const most = state === 'joint' ? 48 : 45;
  return Math.max(members + 3, random.int(4, most));
}

function planUnit(random: Random, serial: number, isSite: boolean): UnitPlan {
  const trade = weighted<Trade>(isSite ? siteTrades : trades, random) ?? trades[0];
  if (trade === undefined) throw new RangeError('the district knows no trades');
  const street = streets.indexOf(weighted(streets, random) ?? streets[0]);
  const state = stateOf(random, serial, { street, isSite });
  const members = fullMembersOf(random, state);
  return {
    id: `unit-${String(serial).padStart(6, '0')}`,
    serial,
    name: `${fictionalName(serial)}${trade.suffix}`,
    trade,
    street,
    community: random.int(0, 5),
    isSite,
    state,
    status: state === 'excluded' ? random.pick(excludedStatuses) : 'operating',
    ...(state === 'worked' ? { link: linkOf(random) } : {}),
    staff: random.chance(0.012) ? undefined : staffOf(random, state, members),
    fullMembers: state !== 'own' && random.chance(0.008) ? undefined : members,
    pipeline: { applicant: 0, activist: 0, developmentTarget: 0, probationaryMember: 0 },
  };
}

/** Units of the district: sites last, so that a small size still has some of each. */
export function planUnits(random: Random, count: number): UnitPlan[] {
  const sites = Math.max(6, Math.round(count * shares.sites));
  const told = toldUnits();
  const drawn = Array.from({ length: Math.max(0, count - told.length) }, (_, index) =>
    planUnit(random, index + told.length, index + told.length >= count - sites),
  );
  return [...told, ...drawn];
}

/** Adds members to own units until the plan holds as many as the district has people to list. */
export function fillMembers(random: Random, units: readonly UnitPlan[], wanted: number): void {
  const own = units.filter((unit) => unit.state === 'own');
  let missing = wanted - units.reduce((sum, unit) => sum + (unit.fullMembers ?? 0), 0);
  const share = Math.ceil((missing / Math.max(1, own.length)) * 1.1);
  own.forEach((unit, index) => {
    const isLarge = index % 160 === 7;
    const more = Math.min(missing, isLarge ? random.int(48, 56) : random.int(0, 2 * share));
    if (more > 0) addMembers(unit, more);
    missing -= Math.max(0, more);
  });
  for (const unit of own) {
    const more = Math.min(missing, share);
    if (more > 0) addMembers(unit, more);
    missing -= Math.max(0, more);
  }
}

function addMembers(unit: UnitPlan, more: number): void {
  unit.fullMembers = (unit.fullMembers ?? 0) + more;
  unit.staff = Math.max(unit.staff ?? 0, unit.fullMembers * 3);
}
