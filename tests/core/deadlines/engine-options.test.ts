import { describe, expect, it } from 'vitest';
import { engineOptions, type EngineSettings } from '../../../src/core/deadlines/engine-options';
import { computeDeadlines } from '../../../src/core/deadlines/compute-deadlines';
import { auditDossier } from '../../../src/core/development/audit';
import { printedPeriod, probationOf } from '../../../src/core/development/probation';
import type { Dossier } from '../../../src/core/records/dossier';

const today = '2026-11-23';
const deadlinesOf = (dossier: Dossier, settings: EngineSettings) =>
  computeDeadlines({ dossier }, engineOptions(settings, today));
const dayOf = (dossier: Dossier, rule: string, settings: EngineSettings = {}) =>
  deadlinesOf(dossier, settings).find((item) => item.rule === rule)?.on;

describe('every choice of a unit reaches the engine', () => {
  it('公示: the posting day counts, or does not (rules §0.4 vectors)', () => {
    const dossier = (from: `${number}-${number}-${number}`): Dossier => ({ notice: { from } });
    for (const [from, loose, strict] of [
      ['2026-09-23', '2026-09-30', '2026-10-08'],
      ['2026-05-20', '2026-05-26', '2026-05-27'],
      ['2026-11-20', '2026-11-26', '2026-11-27'],
    ] as const) {
      expect(dayOf(dossier(from), 'PUBLICITY-5WD')).toBe(loose);
      expect(dayOf(dossier(from), 'PUBLICITY-5WD', { countsPostingDay: false })).toBe(strict);
    }
  });

  it('the strict count is what the audit measures too', () => {
    const dossier: Dossier = {
      notice: { from: '2026-11-02', until: '2026-11-06' },
      developmentTargetOn: '2026-11-09',
    };
    const verdicts = (settings: EngineSettings) =>
      auditDossier({ dossier }, engineOptions(settings, today))
        .filter(({ rule }) => rule === 'PUBLICITY-5WD')
        .map(({ verdict }) => verdict);
    expect(verdicts({})).toEqual(['clear']);
    expect(verdicts({ countsPostingDay: false })).toEqual(['unreasonable', 'unreasonable']);
  });

  it('latest days stay on a day off, or move to the next working day; minimums never move', () => {
    const dossier: Dossier = { receivedOn: '2026-09-02', meeting: { on: '2025-10-03' } };
    expect(dayOf(dossier, 'TALK-1M')).toBe('2026-10-02');
    expect(dayOf(dossier, 'TALK-1M', { rollsOverHolidays: true })).toBe('2026-10-08');
    expect(dayOf(dossier, 'PROBATION-1Y', { rollsOverHolidays: true })).toBe('2026-10-03');
  });

  it('半年考察 rolls from each person’s own day, or falls on fixed days (TC15)', () => {
    const dossier: Dossier = { activistOn: '2026-01-15' };
    expect(dayOf(dossier, 'OBSERVE-6M')).toBe('2026-07-15');
    const fixed: EngineSettings = { reviewMode: { kind: 'fixed', days: ['06-30', '12-31'] } };
    expect(dayOf(dossier, 'OBSERVE-6M', fixed)).toBe('2026-06-30');
    expect(dayOf({ activistOn: '2026-06-30' }, 'OBSERVE-6M', fixed)).toBe('2026-12-31');
  });

  it('the boundary between the two texts, and holidays typed for a year that has none', () => {
    const dossier: Dossier = { preReviewedOn: '2026-05-20', meeting: { on: '2026-05-30' } };
    const later: EngineSettings = { rulebookBoundaryOn: '2026-06-18' };
    expect(deadlinesOf(dossier, {}).some(({ rule }) => rule === 'MEET-1M')).toBe(true);
    expect(deadlinesOf(dossier, later).some(({ rule }) => rule === 'MEET-1M')).toBe(false);
    const notice: Dossier = { notice: { from: '2027-02-22' } };
    expect(dayOf(notice, 'PUBLICITY-5WD')).toBe('2027-02-26');
    const typed: EngineSettings = { workingDayOverrides: { '2027-02-24': false } };
    expect(dayOf(notice, 'PUBLICITY-5WD', typed)).toBe('2027-03-01');
  });

  it('the printed end of probation is its last day, or 期满日 (TC49)', () => {
    const probation = probationOf({ meeting: { on: '2023-06-30' } });
    if (probation === undefined) throw new Error('no probation');
    expect(printedPeriod(probation)).toEqual({ from: '2023-06-30', until: '2024-06-29' });
    expect(printedPeriod(probation, 'confirmableDay').until).toBe('2024-06-30');
  });
});

describe('reminders begin on a working day (rules §0.4, §2 leads)', () => {
  it.each<[string, Dossier, string, string]>([
    ['TALK-1M ten days before', { receivedOn: '2026-11-02' }, 'TALK-1M', '2026-11-20'],
    [
      'APPROVE-3M thirty days before',
      { meeting: { on: '2026-09-10' } },
      'APPROVE-3M',
      '2026-11-10',
    ],
    [
      'LAPSE-6M three months after',
      { membership: { lastDuesOn: '2026-08-22' } },
      'LAPSE-6M',
      '2026-11-20',
    ],
    [
      'FLOAT-6M on the day itself',
      { membership: { awayFrom: '2026-06-01' } },
      'FLOAT-6M',
      '2026-12-01',
    ],
  ])('%s', (_law, dossier, rule, expected) => {
    expect(deadlinesOf(dossier, {}).find((item) => item.rule === rule)?.remindOn).toBe(expected);
  });

  it('what is due is due from its reminder on', () => {
    const status = (on: `${number}-${number}-${number}`) =>
      computeDeadlines({ dossier: { receivedOn: '2026-11-02' } }, engineOptions({}, on))[0]?.status;
    expect([
      status('2026-11-19'),
      status('2026-11-20'),
      status('2026-12-02'),
      status('2026-12-03'),
    ]).toEqual(['waiting', 'due', 'due', 'overdue']);
  });
});
