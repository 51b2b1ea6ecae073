import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar/arithmetic';
import type { CalendarDate } from '../../../src/core/calendar/calendar-date';
import type { FactName } from '../../../src/core/development/facts';
import { planBackward } from '../../../src/core/development/plan-backward';
import { planForward, type PlanRow } from '../../../src/core/development/plan-forward';

const options = { today: '2026-11-23' } as const;
const dayOf = (rows: readonly Pick<PlanRow, 'fact' | 'on'>[], fact: FactName) =>
  rows.find((row) => row.fact === fact)?.on;
const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-06-01', days));

describe('要在 X 月 X 日前接收，各步最迟……', () => {
  it('counts back over the year, the notice and the training', () => {
    const rows = planBackward({}, { fact: 'meeting', by: '2027-07-01' }, options);
    expect(dayOf(rows, 'meeting')).toBe('2027-07-01');
    expect(dayOf(rows, 'trainingFrom')).toBe('2027-06-29');
    expect(dayOf(rows, 'developmentTarget')).toBe('2027-06-29');
    expect(dayOf(rows, 'noticeUntil')).toBe('2027-06-28');
    expect(dayOf(rows, 'noticeFrom')).toBe('2027-06-22');
    expect(dayOf(rows, 'activist')).toBe('2026-06-22');
    expect(rows.find(({ fact }) => fact === 'activist')?.isMissed).toBe(true);
  });

  it('keeps a typed fact and says when it came too late for the aim', () => {
    const rows = planBackward(
      { activistOn: '2026-09-01' },
      { fact: 'meeting', by: '2027-07-01' },
      options,
    );
    expect(rows.find(({ fact }) => fact === 'activist')).toMatchObject({
      state: 'done',
      on: '2026-09-01',
      isMissed: true,
    });
  });

  it('leaves out what a dossier has gone past without a date', () => {
    const rows = planBackward(
      { developmentTargetOn: '2026-06-29' },
      { fact: 'meeting', by: '2026-12-31' },
      options,
    );
    expect(rows.map(({ fact }) => fact).slice(0, 2)).toEqual([
      'developmentTarget',
      'politicalReview',
    ]);
  });

  it('agrees with the way forward: who begins on the latest day arrives in time, a day later too late', () => {
    fc.assert(
      fc.property(anyDay, (by) => {
        const aim = { fact: 'meeting', by } as const;
        const applied = dayOf(planBackward({}, aim, options), 'applied');
        if (applied === undefined || applied < '2026-05-18') return;
        const arrival = (on: CalendarDate) =>
          dayOf(planForward({ appliedOn: on }, options), 'meeting') ?? '';
        expect(arrival(applied) <= by).toBe(true);
        expect(arrival(addDays(applied, 1)) > by).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
