import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar/arithmetic';
import type { CalendarDate } from '../../../src/core/calendar/calendar-date';
import { auditDossier } from '../../../src/core/development/audit';
import type { FactName } from '../../../src/core/development/facts';
import { planForward, type PlanRow } from '../../../src/core/development/plan-forward';
import type { Dossier } from '../../../src/core/records/dossier';

const options = { today: '2026-11-23' } as const;
const dayOf = (rows: readonly Pick<PlanRow, 'fact' | 'on'>[], fact: FactName) =>
  rows.find((row) => row.fact === fact)?.on;

describe('如果 X 月 X 日申请，最早……', () => {
  it.each<[string, Dossier, FactName, CalendarDate]>([
    ['26#13: a year of training', { appliedOn: '2026-11-23' }, 'targetDiscussed', '2027-11-23'],
    [
      'TC23: from 29 February to 1 March',
      { activistOn: '2024-02-29' },
      'targetDiscussed',
      '2025-03-01',
    ],
    [
      'TC13: training counts on over a transfer',
      { activistOn: '2025-03-10' },
      'targetDiscussed',
      '2026-03-10',
    ],
    [
      'TC33: agreed 06-18, notice from 06-22',
      { targetAgreedOn: '2026-06-18', notice: { from: '2026-06-22' } },
      'developmentTarget',
      '2026-06-27',
    ],
    [
      '26#31: probation from 29 February',
      { meeting: { on: '2024-02-29' } },
      'confirmationMeeting',
      '2025-03-01',
    ],
  ])('%s', (_law, dossier, fact, expected) => {
    expect(dayOf(planForward(dossier, options), fact)).toBe(expected);
  });

  it('TC27: a notice from Friday 2026-11-20 ends on 11-26 and the listing may be on 11-27', () => {
    const rows = planForward({ notice: { from: '2026-11-20' } }, options);
    expect([dayOf(rows, 'noticeUntil'), dayOf(rows, 'developmentTarget')]).toEqual([
      '2026-11-26',
      '2026-11-27',
    ]);
  });

  it('under the text of 2014 no notice stands between agreement and listing', () => {
    const rows = planForward({ targetAgreedOn: '2025-03-10' }, options);
    expect(rows.map(({ fact }) => fact)).not.toContain('noticeFrom');
    expect(dayOf(rows, 'developmentTarget')).toBe('2025-03-10');
  });

  it('names the latest day where the rule has one: talk, meeting, approval, oath', () => {
    const rows = planForward({ appliedOn: '2026-12-31' }, options);
    const latest = rows.filter(({ latestOn }) => latestOn !== undefined);
    expect(latest.map(({ fact }) => fact)).toEqual([
      'talked',
      'meeting',
      'approved',
      'oath',
      'confirmationApproved',
    ]);
    expect(rows.find(({ fact }) => fact === 'talked')?.latestOn).toBe('2027-01-31');
  });

  it('says 暂算 where the notice falls into a year without an official arrangement', () => {
    const rows = planForward({ appliedOn: '2026-11-23' }, options);
    expect(rows.find(({ fact }) => fact === 'noticeUntil')?.isProvisional).toBe(true);
  });

  it('puts nothing that is not done before the day given', () => {
    const rows = planForward({ appliedOn: '2026-01-05' }, options, '2026-11-23');
    expect(
      rows.filter(({ state }) => state === 'planned').every(({ on }) => on >= '2026-11-23'),
    ).toBe(true);
  });
});

const dossierOf = (rows: readonly PlanRow[]): Dossier => {
  const on = (fact: FactName) => dayOf(rows, fact);
  return JSON.parse(
    JSON.stringify({
      appliedOn: on('applied'),
      talkedOn: on('talked'),
      activistOn: on('activist'),
      targetDiscussedOn: on('targetDiscussed'),
      targetAgreedOn: on('targetAgreed'),
      notice: { from: on('noticeFrom'), until: on('noticeUntil') },
      developmentTargetOn: on('developmentTarget'),
      politicalReview: { on: on('politicalReview'), result: '合格' },
      training: { from: on('trainingFrom'), until: on('trainingUntil'), days: 3 },
      committeeReviewedOn: on('committeeReviewed'),
      preReviewedOn: on('preReviewed'),
      membershipFormOn: on('membershipForm'),
      meeting: { on: on('meeting') },
    }),
  ) as Dossier;
};
const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-06-01', days));

describe('a plan is lawful and moves with its beginning', () => {
  it('the audit finds no order or period broken in the dossier it would make', () => {
    fc.assert(
      fc.property(anyDay, (appliedOn) => {
        const dossier = dossierOf(planForward({ appliedOn }, options));
        const found = auditDossier({ dossier }, { today: '2031-01-01' });
        const chain = found.filter(({ rule }) =>
          ['C10', 'ACTIVIST-1Y', 'PUBLICITY-5WD', 'MEET-1M', 'TALK-1M', 'DEV-AGREE'].includes(rule),
        );
        expect(chain.filter(({ verdict }) => verdict === 'unreasonable')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('a later application never gives an earlier step', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (appliedOn, later) => {
        const first = planForward({ appliedOn }, options);
        const second = planForward({ appliedOn: addDays(appliedOn, later) }, options);
        for (const { fact, on } of first) expect((dayOf(second, fact) ?? '') >= on).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
