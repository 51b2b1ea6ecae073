import { fromDayNumber } from '../calendar/day-number';
import type { DayNumber } from '../calendar/day-number';
import type { Ballot, Dossier } from '../records/dossier';
import type { Timeline } from './timeline';

/** A full member who accompanies or introduces. */
export interface Companion {
  readonly name: string;
  /** Absent for somebody of years ago who is in no list any more. */
  readonly personId?: string;
}

export interface DossierSetting {
  readonly companions: readonly Companion[];
  /** Voting full members of the branch on the day of a meeting. */
  readonly voters: number;
}

/** Facts of the first two phases known by a day. */
function earlyFacts(line: Timeline, until: DayNumber, setting: DossierSetting): Dossier {
  const on = dated(until);
  const mentors = setting.companions.map((companion) => ({
    ...companion,
    isFullMember: true,
    from: fromDayNumber(line.activist),
  }));
  const reviews = line.reviews.filter((day) => day <= until);
  return {
    ...on('appliedOn', line.applied),
    ...on('receivedOn', line.received),
    ...on('talkedOn', line.talked),
    ...on('activistOn', line.activist),
    ...on('activistFiledOn', line.activistFiled),
    ...(line.activist <= until ? { mentors } : {}),
    ...(reviews.length > 0 ? { reviewedOn: reviews.map(fromDayNumber) } : {}),
  };
}

/** Facts from 发展对象人选 to 预审. */
function targetFacts(line: Timeline, until: DayNumber, setting: DossierSetting): Dossier {
  const on = dated(until);
  const introducers = setting.companions.map((companion) => ({
    ...companion,
    ...{ isFullMember: true, isUnderDiscipline: false },
  }));
  return {
    ...on('targetDiscussedOn', line.discussed),
    ...on('targetAgreedOn', line.agreed),
    ...(line.noticeFrom <= until ? { notice: noticeOf(line, until) } : {}),
    ...on('developmentTargetOn', line.target),
    ...(line.target <= until ? { introducers } : {}),
    ...(line.politicalReview <= until
      ? { politicalReview: { on: fromDayNumber(line.politicalReview), result: '合格' } }
      : {}),
    ...(line.trainingUntil <= until ? { training: trainingOf(line) } : {}),
    ...on('committeeReviewedOn', line.committeeReviewed),
    ...on('preReviewSubmittedOn', line.submitted),
    ...on('preReviewedOn', line.preReviewed),
    ...on('membershipFormOn', line.form),
  };
}

function noticeOf(line: Timeline, until: DayNumber): NonNullable<Dossier['notice']> {
  const from = fromDayNumber(line.noticeFrom);
  if (line.noticeUntil > until) return { from };
  return { from, until: fromDayNumber(line.noticeUntil), hasObjection: false };
}

function trainingOf(line: Timeline): NonNullable<Dossier['training']> {
  return {
    from: fromDayNumber(line.trainingFrom),
    until: fromDayNumber(line.trainingUntil),
    days: 3,
    hours: 24,
    organiser: '演练区委党校',
  };
}

/** Facts from the 接收 meeting to the archive. */
function memberFacts(line: Timeline, until: DayNumber, setting: DossierSetting): Dossier {
  const on = dated(until);
  return {
    ...(line.meeting <= until ? { meeting: ballotOf(line.meeting, setting.voters) } : {}),
    ...on('committeeTalkOn', line.committeeTalk),
    ...on('approvedOn', line.approved),
    ...on('filedUpOn', line.filedUp),
    ...on('groupAssignedOn', line.grouped),
    ...on('oathOn', line.oath),
    ...(line.approved <= until
      ? {
          printedProbation: {
            from: fromDayNumber(line.meeting),
            until: fromDayNumber(line.confirmable - 1),
          },
        }
      : {}),
    ...on('confirmationAppliedOn', line.confirmationApplied),
    ...(line.confirmationMeeting <= until
      ? { confirmationMeeting: ballotOf(line.confirmationMeeting, setting.voters) }
      : {}),
    ...on('confirmationApprovedOn', line.confirmationApproved),
    ...on('archivedOn', line.archived),
    ...(line.archived <= until ? { archivedAt: '街道党工委档案柜' } : {}),
  };
}

/** One attendance short of all, all present in favour: counts that agree with each other. */
function ballotOf(day: DayNumber, voters: number): Ballot {
  const present = voters > 3 ? voters - 1 : voters;
  return {
    on: fromDayNumber(day),
    should: voters,
    present,
    ...{ yes: present, no: 0, abstain: 0, invalid: 0, isSecret: true },
  };
}

function dated(until: DayNumber) {
  return <Name extends string>(name: Name, day: DayNumber) =>
    day <= until ? { [name]: fromDayNumber(day) } : {};
}

/** The dossier as it would read on a day: only what had happened by then. */
export function dossierUntil(line: Timeline, until: DayNumber, setting: DossierSetting): Dossier {
  return {
    ...earlyFacts(line, until, setting),
    ...targetFacts(line, until, setting),
    ...memberFacts(line, until, setting),
  };
}
