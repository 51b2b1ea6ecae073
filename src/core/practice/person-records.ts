import { addMonthsDown, addMonthsUp, fromDayNumber } from '../calendar/day-number';
import type { DayNumber } from '../calendar/day-number';
import type { Dossier } from '../records/dossier';
import type { Person } from '../records/person';
import { dossierUntil } from './dossier-records';
import type { Companion, DossierSetting } from './dossier-records';
import { fictionalIdNumber, fictionalName, fictionalPhone } from './fictional-identity';
import { branchStems, educations, ethnicities, positions, siteTrades } from './names-data';
import { createRandom } from './random';
import type { Random } from './random';
import { walkTimeline } from './timeline';
import type { UnitPlan } from './types';

export const personId = (serial: number): string => `person-${String(serial).padStart(6, '0')}`;

/** Where a person works and who keeps the membership. */
export interface PersonPlace {
  readonly serial: number;
  readonly unit: UnitPlan;
  readonly branchId: string;
  readonly areaId: string;
}

/** Everything of a person beside the dossier, from birth to 归口. */
export function identityOf(
  place: PersonPlace,
  facts: { readonly random: Random; readonly birth: DayNumber; readonly workingSince: DayNumber },
): Person {
  const { serial, unit, branchId, areaId } = place;
  const { random, workingSince } = facts;
  const birthOn = fromDayNumber(facts.birth);
  const gender = random.chance(0.54) ? 'male' : 'female';
  const site = unit.isSite ? siteTrades.find(({ kind }) => kind === unit.trade.kind) : undefined;
  const from = fromDayNumber(workingSince);
  return {
    id: personId(serial),
    name: fictionalName(serial),
    idNumber: fictionalIdNumber(serial, birthOn, gender),
    phone: fictionalPhone(serial),
    gender,
    birthOn,
    ethnicity: random.pick(ethnicities),
    education: random.pick(educations),
    position: site === undefined ? random.pick(positions) : unit.trade.industry,
    workplace: unit.name,
    ...(site === undefined ? {} : { group: site.group }),
    branchId,
    areaId,
    affiliations: [{ kind: unit.isSite ? 'site' : 'work', organizationId: unit.id, from }],
    countedUnder: [{ organizationId: unit.id, from }],
  };
}

/** Chance of a person's own, so that one person's facts do not hang on how many came before. */
export function randomOfPerson(seed: number, serial: number): Random {
  return createRandom(Math.imul(seed ^ 0x9e3779b9, 2_654_435_761) + serial * 40_503);
}

/** What a careless branch left behind in an old dossier; one in thirty has one. */
const slips: readonly ((dossier: Dossier) => Dossier)[] = [
  (dossier) => ({ ...dossier, reviewedOn: (dossier.reviewedOn ?? []).slice(1) }),
  ({ oathOn: _oath, ...dossier }) => dossier,
  (dossier) => ({ ...dossier, training: { ...dossier.training, days: 2, hours: 16 } }),
  (dossier) => ({
    ...dossier,
    printedProbation: { from: dossier.approvedOn, until: dossier.printedProbation?.until },
  }),
  (dossier) => ({
    ...dossier,
    statedElsewhere: [
      {
        form: '入党志愿书',
        fact: 'applied',
        on: dossier.talkedOn ?? dossier.appliedOn ?? '2015-01',
      },
    ],
  }),
];

function withSlip(random: Random, dossier: Dossier): Dossier {
  if (!random.chance(1 / 30)) return dossier;
  const slip = slips[random.int(0, slips.length - 1)];
  return slip === undefined ? dossier : slip(dossier);
}

/** Who accompanied a member of years ago: 联甲 and the like, in no list any more. */
function formerCompanions(random: Random): Companion[] {
  const first = random.int(0, branchStems.length - 1);
  const second = (first + random.int(1, branchStems.length - 1)) % branchStems.length;
  return [first, second].map((index) => ({ name: `联${branchStems[index] ?? '甲'}` }));
}

/** A full member with the finished dossier of years ago; confirmed and archived before today. */
export function fullMemberRecord(
  seed: number,
  place: PersonPlace,
  context: { readonly today: DayNumber; readonly isSenior: boolean; readonly voters: number },
): Person {
  const random = randomOfPerson(seed, place.serial);
  const { today, isSenior, voters } = context;
  // Who accompanies others today must have been a full member when they began.
  const latest = addMonthsDown(today, isSenior ? -110 : -51);
  const applied = latest - random.int(0, 365 * random.int(2, 20));
  const birth = addMonthsUp(applied, -12 * random.int(19, 30)) - random.int(20, 300);
  const line = walkTimeline(random, applied);
  const setting: DossierSetting = { companions: formerCompanions(random), voters };
  const person = identityOf(place, { random, birth, workingSince: applied });
  return {
    ...person,
    declaredStage: 'fullMember',
    joinedOn: fromDayNumber(line.meeting),
    confirmedOn: fromDayNumber(line.confirmable),
    dossier: withSlip(random, dossierUntil(line, today, setting)),
  };
}
