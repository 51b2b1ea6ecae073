import type { CalendarDate } from '../calendar/calendar-date';
import { toDayNumber } from '../calendar/day-number';
import type { DayNumber } from '../calendar/day-number';
import { defaultWorkCoverageCounts } from '../coverage/thresholds-data';
import type { Person } from '../records/person';
import type { Settings } from '../records/settings';
import { rulebooks } from '../regulations/rulebooks';
import { fictionalIdNumber } from './fictional-identity';
import { branchRecord, standingPartyRecords } from './party-records';
import { fullMemberRecord, identityOf, personId, randomOfPerson } from './person-records';
import { pipelineRecord } from './pipeline';
import { platformRecords } from './platform-records';
import { areaRecords, carrierRecords, communityId, stationRecords } from './place-records';
import { branchOf, firstPipelineSerial, planDistrict } from './plan-district';
import type { District, PipelinePlace } from './plan-district';
import { storyDay, toldPeople } from './told-people';
import type { ToldPerson } from './told-people';
import type { PracticeQuestion, PracticeRecord } from './types';
import { organizationRecord } from './unit-records';
import { workerPlaces } from './worker-places';
import {
  gapTaskRecords,
  instructorRecords,
  meetingRecords,
  quotaRecords,
  requestRecords,
} from './work-records';

function contextOf(district: District, branchId: string, today: DayNumber) {
  const companions = district.companions.get(branchId) ?? [];
  return { today, companions, voters: Math.max(3, district.voters.get(branchId) ?? 3) };
}

function* fullMembers(district: District, today: DayNumber): Generator<Person> {
  const { seed } = district.question;
  for (const { unit, first, count } of district.members) {
    const branchId = branchOf(unit);
    const { companions, voters } = contextOf(district, branchId, today);
    const areaId = communityId(unit.street, unit.community);
    for (let step = 0; step < count; step += 1) {
      const serial = first + step;
      const isSenior = companions.some((companion) => companion.personId === personId(serial));
      const place = { serial, unit, branchId, areaId };
      const record = fullMemberRecord(seed, place, { today, isSenior, voters });
      yield workerPlaces({ unit, serial, today: district.question.today }, record);
    }
  }
}

function toldRecord(
  district: District,
  place: PipelinePlace & { readonly told: ToldPerson },
  serial: number,
): Person {
  const { question } = district;
  const { told, unit, branchId, stage } = place;
  const on = storyDay(question.today);
  const random = randomOfPerson(question.seed, serial);
  const today = toDayNumber(question.today);
  const areaId = communityId(unit.street, unit.community);
  const drawn = identityOf(
    { serial, unit, branchId, areaId },
    { random, birth: today - 9_900 - random.int(0, 2_400), workingSince: today - 1_100 },
  );
  const dossier = told.dossier(on);
  const person: Person = { ...drawn, ...told.facts, name: told.name, label: told.label, dossier };
  const joined = dossier.meeting?.on;
  return {
    ...person,
    ...(stage === 'probationaryMember' && joined !== undefined ? { joinedOn: joined } : {}),
    idNumber: toldIdNumber(person, serial),
  };
}

/** The rider has the first number of region 990101; everybody else's follows from the serial. */
function toldIdNumber(person: Person, serial: number): string {
  const birthOn = (person.birthOn ?? '1998-03-12') as CalendarDate;
  const isRider = person.name === toldPeople[0]?.name;
  return fictionalIdNumber(isRider ? 0 : serial, birthOn, person.gender ?? 'male');
}

function* pipelinePeople(district: District, today: DayNumber): Generator<Person> {
  const { seed } = district.question;
  let serial = firstPipelineSerial(district);
  for (const place of district.pipeline) {
    const { told, unit, branchId, stage } = place;
    const worker = { unit, serial, today: district.question.today };
    if (told !== undefined)
      yield workerPlaces(worker, toldRecord(district, { ...place, told }, serial));
    else {
      const areaId = communityId(unit.street, unit.community);
      const context = contextOf(district, branchId, today);
      const record = pipelineRecord(seed, { serial, unit, branchId, areaId, stage }, context);
      yield workerPlaces(worker, record);
    }
    serial += 1;
  }
}

function* people(district: District): Generator<PracticeRecord> {
  const today = toDayNumber(district.question.today);
  for (const record of fullMembers(district, today)) yield { table: 'people', record };
  for (const record of pipelinePeople(district, today)) yield { table: 'people', record };
}

function* places(question: PracticeQuestion): Generator<PracticeRecord> {
  for (const record of areaRecords()) yield { table: 'areas', record };
  for (const record of carrierRecords()) yield { table: 'carriers', record };
  for (const record of stationRecords(question.seed, question.today)) {
    yield { table: 'stations', record };
  }
}

function* parties(district: District): Generator<PracticeRecord> {
  const { seed, today } = district.question;
  const membersOf = (id: string): number => district.voters.get(id) ?? 0;
  for (const record of standingPartyRecords(seed, today, membersOf)) {
    yield { table: 'partyOrganizations', record };
  }
  for (const branch of district.branches) {
    const record = branchRecord(branch, district.companions.get(branch.id) ?? []);
    yield { table: 'partyOrganizations', record };
  }
}

function* work(district: District): Generator<PracticeRecord> {
  const { question, units, pipeline } = district;
  const { seed, today } = question;
  for (const record of instructorRecords(seed, units, today))
    yield { table: 'instructors', record };
  for (const record of requestRecords(seed, units, today)) yield { table: 'requests', record };
  const accepted = pipeline.filter(({ stage }) => stage === 'probationaryMember').length;
  for (const record of quotaRecords(today, accepted)) yield { table: 'quotas', record };
  for (const record of gapTaskRecords(units, today)) yield { table: 'gapTasks', record };
  const riderId = personId(firstPipelineSerial(district));
  for (const record of meetingRecords(today, riderId)) yield { table: 'meetings', record };
}

/**
 * The fictional district 演练区, record by record, references before their users. The same seed, day and size
 * give the same records on every machine.
 * @example [...generatePracticeLedger({ seed: 1, today: '2026-11-23' })].length //=> about ten thousand
 */
export function* generatePracticeLedger(question: PracticeQuestion): Generator<PracticeRecord> {
  const district = planDistrict(question);
  yield* places(question);
  for (const record of platformRecords(question.today)) yield { table: 'organizations', record };
  for (const unit of district.units) {
    const record = organizationRecord(question.seed, unit, question.today);
    yield { table: 'organizations', record };
  }
  yield* parties(district);
  yield* people(district);
  yield* work(district);
}

const newestRulebook = rulebooks.reduce((newest, book) =>
  book.from > newest.from ? book : newest,
);

/** Settings of the practice ledger; marked as practice so that every screen says so. */
export function practiceSettings(): Settings {
  return {
    unitName: '演练区委社会工作部',
    signatories: { responsible: '测廿一', preparer: '例廿二', phone: '000-0000 0000' },
    operator: '办理员甲',
    isPractice: true,
    rulebookBoundaryOn: newestRulebook.from,
    workCoverageCounts: { ...defaultWorkCoverageCounts },
    autoLockMinutes: 10,
    theme: 'system',
    workingDayOverrides: {},
    countsPostingDay: true,
  };
}
