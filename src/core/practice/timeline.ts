import { addMonthsDown, addMonthsUp, weekdayOf } from '../calendar/day-number';
import type { DayNumber } from '../calendar/day-number';
import type { Random } from './random';

/** Days of one person's 25 steps, as an orderly branch would have kept them. */
export interface Timeline {
  readonly applied: DayNumber;
  readonly received: DayNumber;
  readonly talked: DayNumber;
  readonly activist: DayNumber;
  readonly activistFiled: DayNumber;
  readonly reviews: readonly DayNumber[];
  readonly discussed: DayNumber;
  readonly agreed: DayNumber;
  readonly noticeFrom: DayNumber;
  readonly noticeUntil: DayNumber;
  readonly target: DayNumber;
  readonly politicalReview: DayNumber;
  readonly trainingFrom: DayNumber;
  readonly trainingUntil: DayNumber;
  readonly committeeReviewed: DayNumber;
  readonly submitted: DayNumber;
  readonly preReviewed: DayNumber;
  readonly form: DayNumber;
  readonly meeting: DayNumber;
  readonly committeeTalk: DayNumber;
  readonly approved: DayNumber;
  readonly filedUp: DayNumber;
  readonly grouped: DayNumber;
  readonly oath: DayNumber;
  readonly confirmable: DayNumber;
  readonly confirmationApplied: DayNumber;
  readonly confirmationMeeting: DayNumber;
  readonly confirmationApproved: DayNumber;
  readonly archived: DayNumber;
}

/** A day some days later that is no Saturday or Sunday. */
function later(random: Random, from: DayNumber, least: number, most: number): DayNumber {
  const day = from + random.int(least, most);
  const weekday = weekdayOf(day);
  return weekday > 5 ? day + (8 - weekday) : day;
}

/** Half-yearly reviews a little before each is due, up to the day the candidate is discussed. */
function reviewsOf(random: Random, activist: DayNumber, discussed: DayNumber): DayNumber[] {
  const reviews: DayNumber[] = [];
  for (let count = 1; ; count += 1) {
    const due = addMonthsDown(activist, 6 * count);
    const day = due - random.int(4, 12);
    if (day >= discussed) return reviews;
    reviews.push(day);
  }
}

/** A notice long enough for five working days even across the long holidays. */
const noticeDays = 16;

/** Walks the steps forward from the application, every period within the law with days to spare. */
export function walkTimeline(random: Random, applied: DayNumber): Timeline {
  const step = (from: DayNumber, least: number, most: number): DayNumber =>
    later(random, from, least, most);
  const received = applied;
  const talked = step(received, 4, 24);
  const activist = step(talked, 60, 130);
  const activistFiled = step(activist, 5, 20);
  const discussed = step(addMonthsUp(activist, 12), 14, 70);
  const agreed = step(discussed, 6, 15);
  const noticeFrom = step(agreed, 1, 3);
  const noticeUntil = noticeFrom + noticeDays;
  const target = step(noticeUntil, 1, 3);
  const politicalReview = step(target, 15, 35);
  const trainingFrom = step(target, 36, 50);
  const trainingUntil = trainingFrom + 2;
  const committeeReviewed = step(trainingUntil, 10, 30);
  const submitted = step(committeeReviewed, 2, 6);
  const preReviewed = step(submitted, 6, 20);
  const form = step(preReviewed, 1, 4);
  const meeting = step(form, 4, 18);
  const committeeTalk = step(meeting, 7, 20);
  const approved = step(committeeTalk, 5, 40);
  const confirmable = addMonthsUp(meeting, 12);
  const confirmationMeeting = step(confirmable, 0, 16);
  const confirmationApproved = step(confirmationMeeting, 12, 60);
  return {
    ...{ applied, received, talked, activist, activistFiled },
    reviews: reviewsOf(random, activist, discussed),
    ...{ discussed, agreed, noticeFrom, noticeUntil, target, politicalReview },
    ...{ trainingFrom, trainingUntil, committeeReviewed, submitted, preReviewed, form, meeting },
    ...{ committeeTalk, approved, confirmable, confirmationMeeting, confirmationApproved },
    filedUp: step(approved, 4, 20),
    grouped: step(approved, 1, 9),
    oath: step(approved, 6, 22),
    confirmationApplied: confirmable - random.int(5, 20),
    archived: step(confirmationApproved, 3, 20),
  };
}
