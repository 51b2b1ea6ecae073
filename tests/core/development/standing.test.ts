import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDeadlines } from '../../../src/core/deadlines/compute-deadlines';
import { planForward } from '../../../src/core/development/plan-forward';
import { liveFacts, standingOf, type Standing } from '../../../src/core/development/standing';
import { deriveStage, isClosed } from '../../../src/core/development/stage';
import { eventKinds, type Dossier, type DossierEvent } from '../../../src/core/records/dossier';
import { anyDossier, anyFactDate, deepFreeze } from '../../support/any-dossier';

const options = { today: '2026-11-23' } as const;
const upToMeeting: Dossier = {
  appliedOn: '2024-01-05',
  talkedOn: '2024-01-20',
  activistOn: '2024-03-01',
  reviewedOn: ['2024-08-30', '2025-02-27'],
  targetDiscussedOn: '2025-03-05',
  developmentTargetOn: '2025-04-01',
  preReviewedOn: '2026-06-01',
  meeting: { on: '2026-06-20' },
};
const inProbation: Dossier = { ...upToMeeting, approvedOn: '2026-07-10' };
const openRules = (dossier: Dossier) =>
  computeDeadlines({ dossier }, options)
    .filter(({ isOpen }) => isOpen)
    .map(({ rule }) => rule);

type Row = readonly [
  law: string,
  dossier: Dossier,
  events: DossierEvent[],
  stage: string | undefined,
  rest: Standing['rest'],
  states: string[],
];

describe('what an act beside the steps leaves, rules §1.1', () => {
  it.each<Row>([
    [
      '撤回申请 ends the application',
      upToMeeting,
      [{ kind: 'applicationWithdrawn', on: '2026-06-25' }],
      'developmentTarget',
      'closed',
      ['applicationWithdrawn'],
    ],
    [
      '退回积极分子 keeps the day of 积极分子',
      upToMeeting,
      [{ kind: 'returnedToActivist', on: '2026-06-25' }],
      'activist',
      'open',
      ['returnedToActivist'],
    ],
    [
      '大会未通过 leaves a 发展对象 (14#21)',
      upToMeeting,
      [{ kind: 'meetingRejected', on: '2026-06-20' }],
      'developmentTarget',
      'open',
      ['meetingRejected'],
    ],
    [
      '大会未通过 leaves a 发展对象 also where the listing was not written down',
      { preReviewedOn: '2026-06-01', meeting: { on: '2026-06-20' } },
      [{ kind: 'meetingRejected', on: '2026-06-20' }],
      'developmentTarget',
      'open',
      ['meetingRejected'],
    ],
    [
      '延长预备期 stays in probation (26#31)',
      inProbation,
      [{ kind: 'probationExtended', on: '2027-06-20', months: 6 }],
      'probationaryMember',
      'open',
      ['probationExtended'],
    ],
    [
      '取消预备党员资格 closes (26#31)',
      inProbation,
      [{ kind: 'probationCancelled', on: '2027-06-20' }],
      'probationaryMember',
      'closed',
      ['probationCancelled'],
    ],
    [
      'a new application begins at step 1',
      inProbation,
      [
        { kind: 'probationCancelled', on: '2026-10-01' },
        { kind: 'reApplied', on: '2026-11-01' },
      ],
      undefined,
      'open',
      [],
    ],
    [
      '暂缓 is at rest until 恢复',
      inProbation,
      [{ kind: 'onHold', on: '2026-08-01' }],
      'probationaryMember',
      'paused',
      ['onHold'],
    ],
    [
      '恢复办理 goes on',
      inProbation,
      [
        { kind: 'onHold', on: '2026-08-01' },
        { kind: 'resumed', on: '2026-09-01' },
      ],
      'probationaryMember',
      'open',
      [],
    ],
    [
      'an extension written during an investigation does not end it',
      inProbation,
      [
        { kind: 'onHold', on: '2027-06-01' },
        { kind: 'probationExtended', on: '2027-06-20', months: 6 },
      ],
      'probationaryMember',
      'paused',
      ['onHold', 'probationExtended'],
    ],
    [
      'a step taken after 大会未通过 ends that state',
      { ...upToMeeting, preReviewedOn: '2026-08-01' },
      [{ kind: 'meetingRejected', on: '2026-06-20' }],
      'developmentTarget',
      'open',
      [],
    ],
    [
      '转出 and 转入: the years go with the papers (14#12)',
      { activistOn: '2025-03-10' },
      [
        { kind: 'transferredOut', on: '2025-09-01', hasPapers: true },
        { kind: 'transferredIn', on: '2025-10-01', hasPapers: true },
        { kind: 'transferAccepted', on: '2025-10-20' },
      ],
      'activist',
      'open',
      [],
    ],
    [
      '死亡 is not undone by a later hold',
      inProbation,
      [
        { kind: 'deceased', on: '2026-08-01' },
        { kind: 'onHold', on: '2026-08-02' },
      ],
      'probationaryMember',
      'closed',
      ['deceased', 'onHold'],
    ],
  ])('%s', (_law, dossier, events, ...[stage, rest, states]) => {
    const facts = { dossier: { ...dossier, events } };
    expect(deriveStage(facts).stage).toBe(stage);
    const standing = standingOf(facts.dossier);
    expect(standing.rest).toBe(rest);
    expect(standing.holding.map(({ kind }) => kind)).toEqual(states);
  });

  it('a rejected meeting ends its own clocks, and a new 预审 starts new ones', () => {
    const events: DossierEvent[] = [{ kind: 'meetingRejected', on: '2026-06-20' }];
    expect(openRules(upToMeeting)).toContain('APPROVE-3M');
    expect(openRules({ ...upToMeeting, events })).not.toContain('APPROVE-3M');
    expect(openRules({ ...upToMeeting, events })).not.toContain('MEET-1M');
    expect(openRules({ ...upToMeeting, events, preReviewedOn: '2026-11-10' })).toContain('MEET-1M');
  });

  it('an extension moves the end of probation by whole months from its first end (rules §1.1)', () => {
    const dossier: Dossier = {
      meeting: { on: '2025-08-31' },
      approvedOn: '2025-09-20',
      confirmationMeeting: { on: '2026-09-01' },
      events: [{ kind: 'probationExtended', on: '2026-09-01', months: 6 }],
    };
    const [end] = computeDeadlines({ dossier }, options).filter(
      ({ rule }) => rule === 'PROBATION-1Y',
    );
    expect(end).toMatchObject({ on: '2027-03-01', isOpen: true });
  });

  it('a plan takes the steps again that a rejected meeting undid', () => {
    const events: DossierEvent[] = [{ kind: 'meetingRejected', on: '2026-06-20' }];
    const stateOf = (dossier: Dossier) =>
      planForward(dossier, options, '2026-12-01').find(({ fact }) => fact === 'meeting');
    expect(stateOf(upToMeeting)).toMatchObject({ state: 'done', on: '2026-06-20' });
    expect(stateOf({ ...upToMeeting, events })).toMatchObject({ state: 'planned' });
  });

  it('a closed dossier has nothing open', () => {
    for (const kind of ['applicationWithdrawn', 'deceased', 'transferredOut', 'onHold'] as const)
      expect(openRules({ ...upToMeeting, events: [{ kind, on: '2026-07-01' }] })).toEqual([]);
  });
});

const anyEvents: fc.Arbitrary<DossierEvent[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...eventKinds), on: anyFactDate }, { requiredKeys: ['kind'] }),
  { maxLength: 5 },
) as fc.Arbitrary<DossierEvent[]>;

describe('for any acts over any facts', () => {
  it('replaying changes no typed fact and invents none', () => {
    fc.assert(
      fc.property(anyDossier, anyEvents, (facts, events) => {
        const dossier: Dossier = deepFreeze({ ...facts, events });
        const before = structuredClone(dossier);
        const { live } = standingOf(dossier);
        expect(dossier).toEqual(before);
        for (const key of Object.keys(live))
          if (key !== 'extension' && key !== 'transfers') expect(dossier).toHaveProperty(key);
      }),
    );
  });

  it('what is left is the same when asked again', () => {
    fc.assert(
      fc.property(anyDossier, anyEvents, (facts, events) => {
        const typed = { dossier: { ...facts, events } };
        const live = liveFacts(typed);
        expect(liveFacts(live).dossier).toEqual(live.dossier);
        expect(deriveStage(live)).toEqual(deriveStage(typed));
        expect(isClosed(live)).toBe(isClosed(typed));
      }),
    );
  });

  it('no act lifts a person to a stage that her facts do not tell', () => {
    const order = [
      'applicant',
      'activist',
      'developmentTarget',
      'probationaryMember',
      'fullMember',
    ];
    const place = (stage: string | undefined) => (stage === undefined ? -1 : order.indexOf(stage));
    fc.assert(
      fc.property(anyDossier, anyEvents, ({ events: _events, ...facts }, events) => {
        const without = deriveStage({ dossier: facts }).stage;
        const after = deriveStage({ dossier: { ...facts, events } }).stage;
        expect(place(after)).toBeLessThanOrEqual(place(without));
      }),
    );
  });
});
