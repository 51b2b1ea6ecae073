import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/core/development/audit-types';
import type { DossierFacts } from '../../../src/core/development/facts';
import { blockingRules, gateOf, withOverrides } from '../../../src/core/development/gate';
import { withStepDone } from '../../../src/core/development/meeting';
import { newRound } from '../../../src/core/development/new-round';
import { standingOf } from '../../../src/core/development/standing';
import { stepQuestions } from '../../../src/core/development/step-questions';
import { steps } from '../../../src/core/development/steps';
import type { CalendarDate } from '../../../src/core/calendar/calendar-date';
import type { Dossier } from '../../../src/core/records/dossier';
import { anyDossier } from '../../support/any-dossier';

const options = { today: '2026-11-27' } as const;

function gate(dossier: Dossier, step: number, on: CalendarDate) {
  const facts: DossierFacts = { dossier };
  return gateOf(facts, { step, taken: withStepDone(dossier, step, on), on, options });
}

const activist: Dossier = {
  appliedOn: '2025-06-02',
  talkedOn: '2025-06-20',
  activistOn: '2025-09-10',
  mentors: [{ name: '联甲', isFullMember: true, from: '2025-09-10' }],
  reviewedOn: ['2026-03-09', '2026-09-08'],
};
const target: Dossier = {
  ...activist,
  targetDiscussedOn: '2026-09-10',
  targetAgreedOn: '2026-09-14',
  notice: { from: '2026-09-15', until: '2026-09-21' },
  developmentTargetOn: '2026-09-22',
  introducers: [{ name: '联甲' }, { name: '联乙' }],
  politicalReview: { on: '2026-10-09', result: '合格' },
  training: { from: '2026-10-12', until: '2026-10-14', days: 3 },
  committeeReviewedOn: '2026-10-20',
  preReviewedOn: '2026-10-26',
};

const rows: readonly {
  article: string;
  step: number;
  dossier: Dossier;
  on: CalendarDate;
  rule: string;
  expected: Verdict | undefined;
  because: string;
}[] = [
  ...(
    [
      ['2026-09-09', 'unreasonable', 'the day before a year is full'],
      ['2026-09-10', undefined, 'the day itself'],
      ['2026-09-11', undefined, 'the day after'],
    ] as const
  ).map(([on, expected, because]) => ({
    article: '26#13',
    step: 7,
    dossier: activist,
    on,
    rule: 'ACTIVIST-1Y',
    expected,
    because,
  })),
  ...(
    [
      ['2026-11-26', undefined, 'the last day of the month after 预审'],
      ['2026-11-27', 'unreasonable', 'a day too late'],
    ] as const
  ).map(([on, expected, because]) => ({
    article: '26#19',
    step: 15,
    dossier: target,
    on,
    rule: 'MEET-1M',
    expected,
    because,
  })),
  {
    article: '26#16',
    step: 12,
    dossier: { ...target, politicalReview: { on: '2026-10-09', result: '不合格' } },
    on: '2026-10-20',
    rule: 'REVIEW-DONE',
    expected: 'unreasonable',
    because: 'who did not pass the political review cannot go on',
  },
  {
    article: '26#17',
    step: 12,
    dossier: { ...target, training: { until: '2026-10-14', days: 2, hours: 16 } },
    on: '2026-10-20',
    rule: 'TRAIN-3D24H',
    expected: 'unreasonable',
    because: 'neither three days nor 24 hours',
  },
  {
    article: '26#14',
    step: 12,
    dossier: { ...target, introducers: [{ name: '联甲' }] },
    on: '2026-10-20',
    rule: 'INTRODUCER-2',
    expected: 'unreasonable',
    because: 'one introducer is not two',
  },
  {
    article: '26#17',
    step: 15,
    dossier: (({ training: _left, ...rest }) => rest)(target),
    on: '2026-11-02',
    rule: 'TRAIN-3D24H',
    expected: 'unknown',
    because: 'a missing fact is unknown, never passed',
  },
  {
    article: '26#18',
    step: 15,
    dossier: { ...target, expectedLeaveOn: '2027-01-10' },
    on: '2026-11-02',
    rule: 'PREDEPART-3M',
    expected: 'unreasonable',
    because: 'leaves within three months of the meeting',
  },
];

describe('the gate of a step (rules §0.3)', () => {
  it.each(rows)('step $step, $article, $rule on $on: $because', (row) => {
    const worst = gate(row.dossier, row.step, row.on).find(({ rule }) => rule === row.rule);
    const isBad = worst?.verdict === 'unreasonable' || worst?.verdict === 'verify';
    if (row.expected === undefined) expect(isBad).toBe(false);
    else expect(worst?.verdict).toBe(row.expected);
  });

  it('an old defect of another step does not stop this one', () => {
    const lateTalk: Dossier = { ...target, talkedOn: '2025-09-01' };
    const rules = blockingRules(gate(lateTalk, 15, '2026-11-02'));
    expect(rules).not.toContain('TALK-1M');
  });

  it('the order that the step itself breaks stops it (C10)', () => {
    expect(blockingRules(gate(target, 15, '2026-10-20'))).toContain('C10');
  });

  it('every step of the 25 has its questions', () => {
    for (const { step } of steps) {
      const { asks, needs } = stepQuestions(step);
      expect(asks.length + needs.length, `step ${step}`).toBeGreaterThan(0);
    }
  });

  it('asking changes no fact, and asking again says the same', () => {
    fc.assert(
      fc.property(anyDossier, fc.integer({ min: 1, max: 25 }), (dossier, step) => {
        const before = structuredClone(dossier);
        const first = gate(dossier, step, options.today);
        expect(gate(dossier, step, options.today)).toEqual(first);
        expect(dossier).toEqual(before);
      }),
    );
  });
});

describe('blocks passed over', () => {
  it('each rule stands with its reason and its day, after the earlier ones', () => {
    const given = { reason: '个别特殊情况，见说明', on: '2026-11-02' } as const;
    const once = withOverrides(target, ['TRAIN-3D24H'], given);
    expect(withOverrides(once, ['MEET-1M'], given).overrides).toEqual([
      { rule: 'TRAIN-3D24H', ...given },
      { rule: 'MEET-1M', ...given },
    ]);
    expect(withOverrides(target, [], given)).toBe(target);
  });
});

describe('a step taken again after an act undid it (rules §1.1)', () => {
  const returned: Dossier = {
    ...target,
    events: [{ kind: 'returnedToActivist', on: '2026-11-01', reason: '样例' }],
  };

  it('the round before is kept whole and the present one holds only what stands', () => {
    const { current, former, undone } = newRound(returned);
    expect(former).toBe(returned);
    expect(current.activistOn).toBe('2025-09-10');
    expect(current.developmentTargetOn).toBeUndefined();
    expect(current.events).toEqual(returned.events);
    expect(undone).toContain('preReviewedOn');
  });

  it('standing in the new round is the standing before', () => {
    const { current } = newRound(returned);
    expect(standingOf(current).keptStage).toBe('activist');
    expect(standingOf(current).holding).toEqual(standingOf(returned).holding);
  });

  it('nothing to keep where nothing was undone', () => {
    expect(newRound(target)).toEqual({ current: target, former: undefined, undone: [] });
  });

  it('no fact is lost between the two rounds', () => {
    fc.assert(
      fc.property(anyDossier, (facts) => {
        const dossier: Dossier = {
          ...facts,
          events: [{ kind: 'meetingRejected', on: '2026-11-01' }],
        };
        const { current, former } = newRound(dossier);
        expect({ ...current, ...former }).toEqual(dossier);
      }),
    );
  });
});
