import { addDays, daysBetween, deadline } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Dossier } from '../records/dossier';
import type { Person } from '../records/person';
import { riderDossier } from './told-rider';
import type { PipelineStage } from './pipeline';

/** The day on which the told cases stand as the reference pictures show them. */
const referenceOn: CalendarDate = '2026-11-23';

/** A day of the told story, moved along with today so that the home page always has its few things due. */
export function storyDay(today: CalendarDate): (day: CalendarDate) => CalendarDate {
  const shift = daysBetween(referenceOn, today);
  return (day) => addDays(day, shift);
}

export type StoryDay = ReturnType<typeof storyDay>;

/** A person of a told case; the rest of the record is drawn like everybody's. */
export interface ToldPerson {
  readonly name: string;
  readonly branch: string;
  readonly stage: PipelineStage;
  readonly label: string;
  readonly facts?: Partial<Person>;
  readonly dossier: (on: StoryDay) => Dossier;
}

const mentors = (from: CalendarDate) => [
  { name: '联甲', isFullMember: true, from },
  { name: '联乙', isFullMember: true, from },
];

/** First and second phase of somebody who became an activist on a day. */
function activistSince(activistOn: CalendarDate, reviewedOn: readonly CalendarDate[]): Dossier {
  return {
    appliedOn: addDays(activistOn, -98),
    receivedOn: addDays(activistOn, -98),
    talkedOn: addDays(activistOn, -80),
    activistOn,
    activistFiledOn: addDays(activistOn, 12),
    mentors: mentors(activistOn),
    ...(reviewedOn.length === 0 ? {} : { reviewedOn: [...reviewedOn] }),
  };
}

/** Three phases of a development target; the year of training is kept with days to spare. */
function targetSince(developmentTargetOn: CalendarDate): Dossier {
  const targetDiscussedOn = addDays(developmentTargetOn, -44);
  const activistOn = addDays(deadline(targetDiscussedOn, -12), -25);
  const from = addDays(developmentTargetOn, -20);
  return {
    ...activistSince(activistOn, [addDays(activistOn, 172), addDays(activistOn, 350)]),
    targetDiscussedOn,
    targetAgreedOn: addDays(developmentTargetOn, -24),
    notice: { from, until: addDays(from, 16), hasObjection: false },
    developmentTargetOn,
    introducers: [
      { name: '联甲', isFullMember: true, isUnderDiscipline: false },
      { name: '联乙', isFullMember: true, isUnderDiscipline: false },
    ],
    politicalReview: { on: addDays(developmentTargetOn, 18), result: '合格' },
    training: {
      from: addDays(developmentTargetOn, 27),
      until: addDays(developmentTargetOn, 29),
      ...{ days: 3, hours: 24, organiser: '演练区委党校' },
    },
  };
}

const ballot = (on: CalendarDate) => ({
  on,
  ...{ should: 9, present: 8, yes: 8, no: 0, abstain: 0, invalid: 0, isSecret: true },
});

/** Everything up to the approval of somebody whom the branch accepted on a day. */
function acceptedOn(meetingOn: CalendarDate, approvedOn: CalendarDate): Dossier {
  return {
    ...targetSince(addDays(meetingOn, -92)),
    committeeReviewedOn: addDays(meetingOn, -38),
    preReviewSubmittedOn: addDays(meetingOn, -34),
    preReviewedOn: addDays(meetingOn, -20),
    membershipFormOn: addDays(meetingOn, -12),
    meeting: ballot(meetingOn),
    committeeTalkOn: addDays(meetingOn, 16),
    submittedOn: addDays(meetingOn, 6),
    approvedOn,
    filedUpOn: addDays(approvedOn, 11),
    groupAssignedOn: addDays(approvedOn, 6),
    printedProbation: { from: meetingOn, until: addDays(deadline(meetingOn, 12), -1) },
  };
}

const justApplied = (appliedOn: CalendarDate): Dossier => ({ appliedOn, receivedOn: appliedOn });

/** Late, due this week, due within thirty days: what the home page opens with. */
export const toldPeople: readonly ToldPerson[] = [
  {
    name: '测一',
    branch: 'party-told-01',
    stage: 'developmentTarget',
    label: '讲解：骑手测一',
    facts: {
      birthOn: '1998-03-12',
      gender: 'male',
      position: '外卖配送员',
      group: 'foodDelivery',
      isFloating: true,
    },
    dossier: riderDossier,
  },
  {
    name: '例二',
    branch: 'party-told-05',
    stage: 'applicant',
    label: '讲解：谈话超期',
    dossier: (on) => justApplied(on('2026-10-19')),
  },
  {
    name: '样四',
    branch: 'party-told-07',
    stage: 'developmentTarget',
    label: '讲解：预审后未开会',
    dossier: (on) => ({
      ...targetSince(on('2026-07-29')),
      committeeReviewedOn: on('2026-10-08'),
      preReviewSubmittedOn: on('2026-10-10'),
      preReviewedOn: on('2026-10-20'),
      membershipFormOn: on('2026-10-26'),
    }),
  },
  {
    name: '练五',
    branch: 'party-told-04',
    stage: 'activist',
    label: '讲解：半年考察超期',
    dossier: (on) => activistSince(on('2025-11-12'), [on('2026-05-08')]),
  },
  {
    name: '拟六',
    branch: 'party-told-01',
    stage: 'activist',
    label: '讲解：公示中',
    dossier: (on) => ({
      ...activistSince(on('2025-10-22'), [on('2026-04-15'), on('2026-10-15')]),
      targetDiscussedOn: on('2026-10-30'),
      targetAgreedOn: on('2026-11-12'),
      notice: { from: on('2026-11-18') },
    }),
  },
  {
    name: '仿七',
    branch: 'party-told-06',
    stage: 'applicant',
    label: '讲解：谈话将到期',
    dossier: (on) => justApplied(on('2026-10-26')),
  },
  {
    name: '设八',
    branch: 'party-told-03',
    stage: 'probationaryMember',
    label: '讲解：入党宣誓',
    dossier: (on) => acceptedOn(on('2026-08-20'), on('2026-10-28')),
  },
  {
    name: '虚九',
    branch: 'party-told-10',
    stage: 'applicant',
    label: '讲解：谈话将到期',
    dossier: (on) => justApplied(on('2026-11-02')),
  },
  {
    name: '例十',
    branch: 'party-told-08',
    stage: 'activist',
    label: '讲解：满一年可研究',
    dossier: (on) => activistSince(on('2025-12-03'), [on('2026-05-28'), on('2026-11-16')]),
  },
  {
    name: '测十一',
    branch: 'party-told-01',
    stage: 'probationaryMember',
    label: '讲解：预备期将满',
    dossier: (on) => ({
      ...acceptedOn(on('2025-12-10'), on('2026-01-28')),
      oathOn: on('2026-02-11'),
    }),
  },
  {
    name: '例十二',
    branch: 'party-told-12',
    stage: 'developmentTarget',
    label: '讲解：预审后待开会',
    dossier: (on) => ({
      ...targetSince(on('2026-09-18')),
      committeeReviewedOn: on('2026-10-28'),
      preReviewSubmittedOn: on('2026-10-30'),
      preReviewedOn: on('2026-11-12'),
      membershipFormOn: on('2026-11-17'),
    }),
  },
  {
    name: '试十三',
    branch: 'party-told-13',
    stage: 'probationaryMember',
    label: '讲解：转正审批',
    dossier: (on) => ({
      ...acceptedOn(on('2025-09-14'), on('2025-10-30')),
      oathOn: on('2025-11-12'),
      confirmationAppliedOn: on('2026-09-02'),
      confirmationMeeting: ballot(on('2026-09-14')),
    }),
  },
  {
    name: '样十四',
    branch: 'party-told-14',
    stage: 'activist',
    label: '讲解：第一次半年考察',
    dossier: (on) => activistSince(on('2026-06-15'), []),
  },
  {
    name: '练十五',
    branch: 'party-told-09',
    stage: 'activist',
    label: '讲解：第三次半年考察',
    dossier: (on) => activistSince(on('2025-06-17'), [on('2025-12-12'), on('2026-06-11')]),
  },
  {
    name: '拟十六',
    branch: 'party-told-11',
    stage: 'activist',
    label: '讲解：无培养联系人',
    dossier: (on) => {
      const { mentors: _none, ...facts } = activistSince(on('2026-11-10'), []);
      return { ...facts, activistFiledOn: on('2026-11-20') };
    },
  },
  {
    name: '仿十七',
    branch: 'party-told-05',
    stage: 'applicant',
    label: '讲解：谈话将到期',
    dossier: (on) => justApplied(on('2026-11-16')),
  },
  {
    name: '设十八',
    branch: 'party-told-12',
    stage: 'developmentTarget',
    label: '讲解：同一次大会讨论四人',
    dossier: (on) => ({
      ...targetSince(on('2026-09-15')),
      committeeReviewedOn: on('2026-10-27'),
      preReviewSubmittedOn: on('2026-10-30'),
      preReviewedOn: on('2026-11-12'),
      membershipFormOn: on('2026-11-18'),
    }),
  },
  {
    name: '虚十九',
    branch: 'party-told-12',
    stage: 'probationaryMember',
    label: '讲解：同一次大会讨论四人',
    dossier: (on) => ({
      ...acceptedOn(on('2025-11-17'), on('2026-01-08')),
      oathOn: on('2026-01-20'),
      confirmationAppliedOn: on('2026-11-12'),
    }),
  },
  {
    name: '试二十',
    branch: 'party-told-12',
    stage: 'probationaryMember',
    label: '讲解：同一次大会讨论四人',
    dossier: (on) => ({
      ...acceptedOn(on('2025-11-19'), on('2026-01-09')),
      oathOn: on('2026-01-21'),
      confirmationAppliedOn: on('2026-11-13'),
    }),
  },
];
