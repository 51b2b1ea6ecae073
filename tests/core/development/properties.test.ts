import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/core/calendar/calendar-date';
import { fromDayNumber, toDayNumber } from '../../../src/core/calendar/day-number';
import { computeDeadlines } from '../../../src/core/deadlines/compute-deadlines';
import { auditDossier } from '../../../src/core/development/audit';
import { deriveStage } from '../../../src/core/development/stage';
import { liveFacts, standingOf } from '../../../src/core/development/standing';
import { allowedEvents } from '../../../src/core/development/transitions';
import { withStepDone } from '../../../src/core/development/meeting';
import type { Dossier, DossierEvent } from '../../../src/core/records/dossier';
import { stages } from '../../../src/core/records/person';
import { anyDossier, anyFactDate, deepFreeze } from '../../support/any-dossier';

const options = { today: '2026-11-23' } as const;
const day = fc
  .integer({ min: toDayNumber('2014-06-01'), max: toDayNumber('2030-12-31') })
  .map(fromDayNumber);

/** Facts that begin a period, each alone in a dossier. */
const anchors: readonly ((on: CalendarDate) => Dossier)[] = [
  (on) => ({ receivedOn: on }),
  (on) => ({ activistOn: on }),
  (on) => ({ notice: { from: on }, targetDiscussedOn: '2026-06-01' }),
  (on) => ({ preReviewedOn: on }),
  (on) => ({ meeting: { on }, transfers: [{ direction: 'in' }] }),
  (on) => ({ meeting: { on }, extension: { months: 6 } }),
  (on) => ({ approvedOn: on }),
  (on) => ({ confirmationMeeting: { on } }),
  (on) => ({ confirmationApprovedOn: on }),
  (on) => ({ membership: { awayFrom: on, lastDuesOn: on } }),
];

describe('a later anchor never gives an earlier deadline', () => {
  it('over every beginning, under both texts, with and without moved days', () => {
    fc.assert(
      fc.property(
        day,
        fc.nat(800),
        fc.constantFrom(...anchors),
        fc.boolean(),
        (from, further, begun, rollsOverHolidays) => {
          const later = fromDayNumber(toDayNumber(from) + further);
          const of = (on: CalendarDate) =>
            new Map(
              computeDeadlines({ dossier: begun(on) }, { ...options, rollsOverHolidays }).map(
                (item) => [item.rule, item.on ?? ''],
              ),
            );
          const early = of(from);
          for (const [rule, on] of of(later))
            expect(on >= (early.get(rule) ?? ''), `${rule} ${from} ${later}`).toBe(true);
        },
      ),
      { numRuns: 800 },
    );
  });
});

describe('recomputation', () => {
  it('gives the same answer again and leaves every typed fact as it was', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const before = structuredClone(dossier);
        const facts = { dossier: deepFreeze(dossier) };
        const first = [auditDossier(facts, options), computeDeadlines(facts, options)];
        const again = [auditDossier(facts, options), computeDeadlines(facts, options)];
        expect(again).toEqual(first);
        expect(dossier).toEqual(before);
        const live = liveFacts(facts);
        expect(liveFacts(live).dossier).toEqual(live.dossier);
      }),
    );
  });
});

type Act = { readonly pick: number; readonly on: Dossier['appliedOn'] };
const anyAct: fc.Arbitrary<Act> = fc.record({ pick: fc.nat(1_000), on: anyFactDate });

describe('no sequence of steps and acts skips a required stage', () => {
  it('each step onward needs the stage before it, whatever acts came between', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), (acts) => {
        let dossier: Dossier = { appliedOn: '2014-06-02' };
        for (const { pick, on } of acts) {
          const facts = { dossier };
          const before = deriveStage(facts).stage;
          const open = allowedEvents(facts);
          const kind = open[pick % Math.max(1, open.length)];
          if (kind === undefined) continue;
          // Seen only beside the steps: no act but the special ways brings anybody a stage further.
          const event: DossierEvent = { kind, ...(on === undefined ? {} : { on }) };
          dossier = { ...dossier, events: [...(dossier.events ?? []), event] };
          const after = deriveStage({ dossier }).stage;
          if (standingOf(dossier).isSpecialPath || before === undefined) continue;
          expect(rank(after), kind).toBeLessThanOrEqual(rank(before));
        }
      }),
    );
  });

  it('a step taken alone brings nobody past the stage of that step', () => {
    const furthest: Readonly<Record<number, string>> = {
      3: 'activist',
      8: 'developmentTarget',
      17: 'probationaryMember',
      24: 'fullMember',
    };
    for (const [step, stage] of Object.entries(furthest))
      expect(deriveStage({ dossier: withStepDone({}, Number(step), '2026-06-01') }).stage).toBe(
        stage,
      );
  });
});

const rank = (stage: (typeof stages)[number] | undefined) =>
  stage === undefined ? -1 : stages.indexOf(stage);
