import fc from 'fast-check';
import type { FactDate } from '../../src/core/calendar/calendar-date';
import { fromDayNumber, toDayNumber } from '../../src/core/calendar/day-number';
import { closureKinds, type Dossier } from '../../src/core/records/dossier';

const day = fc
  .integer({ min: toDayNumber('2012-01-01'), max: toDayNumber('2029-12-31') })
  .map(fromDayNumber);
/** A typed date: mostly to the day, now and then to the month only. */
export const anyFactDate: fc.Arbitrary<FactDate> = fc.oneof(
  { weight: 9, arbitrary: day },
  { weight: 1, arbitrary: day.map((date) => date.slice(0, 7) as FactDate) },
);

const plainFacts = {
  appliedOn: anyFactDate,
  receivedOn: anyFactDate,
  talkedOn: anyFactDate,
  recommendedOn: anyFactDate,
  activistOn: anyFactDate,
  activistFiledOn: anyFactDate,
  mentors: fc.array(fc.record({ name: fc.constant('测一') }), { maxLength: 2 }),
  reviewedOn: fc.array(anyFactDate, { maxLength: 4 }),
  targetDiscussedOn: anyFactDate,
  targetAgreedOn: anyFactDate,
  notice: fc.record({ from: anyFactDate, until: anyFactDate }, { requiredKeys: [] }),
  developmentTargetOn: anyFactDate,
  preReviewedOn: anyFactDate,
  meeting: fc.record({ on: anyFactDate }, { requiredKeys: [] }),
  approvedOn: anyFactDate,
  filedUpOn: anyFactDate,
  groupAssignedOn: anyFactDate,
  oathOn: anyFactDate,
  extension: fc.record({ months: fc.integer({ min: 6, max: 12 }) }, { requiredKeys: [] }),
  confirmationAppliedOn: anyFactDate,
  confirmationMeeting: fc.record({ on: anyFactDate }, { requiredKeys: [] }),
  confirmationApprovedOn: anyFactDate,
  archivedOn: anyFactDate,
  transfers: fc.array(
    fc.record(
      { on: anyFactDate, direction: fc.constantFrom('in', 'out'), hasPapers: fc.boolean() },
      { requiredKeys: [] },
    ),
    { maxLength: 2 },
  ),
  membership: fc.record(
    {
      awayFrom: anyFactDate,
      returnedOn: anyFactDate,
      floatingRegisteredOn: anyFactDate,
      lastActivityOn: anyFactDate,
      lastDuesOn: anyFactDate,
    },
    { requiredKeys: [] },
  ),
  disciplinaryMatters: fc.array(
    fc.record(
      { kind: fc.constantFrom('investigation', 'penalty'), from: anyFactDate, until: anyFactDate },
      { requiredKeys: ['kind'] },
    ),
    { maxLength: 1 },
  ),
};

/** Any facts in any order, contradictory ones included: the engine has to live with what people typed. */
export const anyDossier: fc.Arbitrary<Dossier> = fc
  .tuple(
    fc.record(plainFacts, { requiredKeys: [] }),
    fc.option(fc.constantFrom(...closureKinds), { freq: 8 }),
  )
  .map(([facts, kind]) => (kind === null ? facts : { ...facts, events: [{ kind }] }) as Dossier);

export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
