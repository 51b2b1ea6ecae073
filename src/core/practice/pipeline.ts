import { addMonthsDown, addMonthsUp, fromDayNumber } from '../calendar/day-number';
import type { DayNumber } from '../calendar/day-number';
import type { Person } from '../records/person';
import { dossierUntil } from './dossier-records';
import type { Companion } from './dossier-records';
import { identityOf, randomOfPerson } from './person-records';
import type { PersonPlace } from './person-records';
import type { Random } from './random';
import { walkTimeline } from './timeline';
import type { Timeline } from './timeline';
import type { UnitPlan } from './types';

/*
 * People on the way. A well-kept district has few things due at once, so each is drawn again until nothing of
 * theirs falls due within the quiet days; what the home page shows comes from the told cases.
 */

export type PipelineStage = keyof UnitPlan['pipeline'];

/** One way of being under way: how long ago it began, what must hold, and where the facts stop. */
interface Passage {
  readonly stage: PipelineStage;
  /** Share of the stage's people who are on this passage. */
  readonly share: number;
  /** Days since the application: least and most. */
  readonly since: readonly [number, number];
  readonly isQuiet: (line: Timeline, today: DayNumber) => boolean;
  readonly until: (line: Timeline, today: DayNumber) => DayNumber;
}

const quietDays = 48;

const isBetween = (day: DayNumber, from: DayNumber, until: DayNumber): boolean =>
  day >= from && day <= until;

/** No half-year (and so no full year) of the activist ends within the quiet days. */
function hasNoReviewSoon(line: Timeline, today: DayNumber): boolean {
  for (let count = 1; count <= 8; count += 1) {
    const due = addMonthsDown(line.activist, 6 * count);
    if (isBetween(due, today - 3, today + quietDays)) return false;
  }
  return line.activistFiled <= today;
}

const passages: readonly Passage[] = [
  {
    stage: 'applicant',
    share: 1,
    since: [60, 420],
    isQuiet: (line, today) => line.talked <= today,
    until: (line, today) => Math.min(today, line.activist - 1),
  },
  {
    stage: 'activist',
    share: 0.94,
    since: [150, 440],
    isQuiet: (line, today) =>
      isBetween(line.activist, today - 364, today - 35) && hasNoReviewSoon(line, today),
    until: (line, today) => Math.min(today, line.discussed - 1),
  },
  {
    stage: 'activist',
    share: 1,
    since: [430, 560],
    isQuiet: (line, today) =>
      isBetween(line.activist, today - 425, today - 366) && hasNoReviewSoon(line, today),
    until: (line, today) => Math.min(today, line.discussed - 1),
  },
  {
    stage: 'developmentTarget',
    share: 0.72,
    since: [560, 830],
    isQuiet: (line, today) => isBetween(line.target, today - 150, today - 60),
    until: (line, today) => Math.min(today, line.submitted - 1),
  },
  {
    stage: 'developmentTarget',
    share: 0.9,
    since: [520, 700],
    isQuiet: (line, today) => isBetween(line.target, today - 40, today - 6),
    until: (line, today) => Math.min(today, line.politicalReview - 1),
  },
  {
    stage: 'developmentTarget',
    share: 1,
    since: [680, 960],
    isQuiet: (line, today) =>
      isBetween(line.meeting, today - 40, today - 18) && line.committeeTalk <= today,
    until: (line, today) => Math.min(today, line.approved - 1),
  },
  {
    stage: 'probationaryMember',
    share: 0.9,
    since: [740, 1250],
    isQuiet: (line, today) => isBetween(line.meeting, today - 308, today - 95),
    until: (_, today) => today,
  },
  {
    stage: 'probationaryMember',
    share: 1,
    since: [1050, 1400],
    isQuiet: (line, today) => isBetween(line.confirmationMeeting, today - 36, today - 4),
    until: (line, today) => Math.min(today, line.confirmationApproved - 1),
  },
];

function passageOf(random: Random, stage: PipelineStage): Passage {
  const draw = random.next();
  const ways = passages.filter((passage) => passage.stage === stage);
  const way = ways.find(({ share }) => draw < share) ?? ways.at(-1);
  if (way === undefined) throw new RangeError(`no passage leads through ${stage}`);
  return way;
}

/** Draws again until the passage is quiet; the last draw stands in the rare case that none is. */
function quietLine(random: Random, passage: Passage, today: DayNumber): Timeline {
  const draw = (): Timeline =>
    walkTimeline(random, today - random.int(passage.since[0], passage.since[1]));
  let line = draw();
  for (let tries = 0; tries < 400 && !passage.isQuiet(line, today); tries += 1) line = draw();
  return line;
}

/** A person under way, nothing late and nothing due within the quiet days. */
export function pipelineRecord(
  seed: number,
  place: PersonPlace & { readonly stage: PipelineStage },
  context: {
    readonly today: DayNumber;
    readonly companions: readonly Companion[];
    readonly voters: number;
  },
): Person {
  const random = randomOfPerson(seed, place.serial);
  const { today, companions, voters } = context;
  const passage = passageOf(random, place.stage);
  const line = quietLine(random, passage, today);
  const birth = addMonthsUp(line.applied, -12 * random.int(20, 38)) - random.int(20, 300);
  const workingSince = line.applied - random.int(60, 900);
  const dossier = dossierUntil(line, passage.until(line, today), { companions, voters });
  const isProbationary = place.stage === 'probationaryMember';
  return {
    ...identityOf(place, { random, birth, workingSince }),
    ...(isProbationary ? { joinedOn: fromDayNumber(line.meeting) } : {}),
    dossier,
  };
}
