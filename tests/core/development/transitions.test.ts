import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DossierFacts } from '../../../src/core/development/facts';
import { pathOf } from '../../../src/core/development/path';
import { deriveStage } from '../../../src/core/development/stage';
import {
  allowedEvents,
  missingBefore,
  missingOfEvent,
  nextTransition,
  reApplicableOn,
} from '../../../src/core/development/transitions';
import { sideTransitions, stageTransitions } from '../../../src/core/development/transitions-data';
import { closureKinds, eventKinds, type Dossier } from '../../../src/core/records/dossier';
import { anyDossier } from '../../support/any-dossier';

const options = { today: '2026-11-23' } as const;
const on = (dossier: Dossier): DossierFacts => ({ dossier });

describe('the table of acts', () => {
  it('every act says who decides, from where, with which papers, what becomes of the clock, and cites', () => {
    for (const kind of eventKinds) {
      const act = sideTransitions[kind];
      for (const words of [act.words, act.body, act.clock]) expect(words).not.toBe('');
      expect(act.from.length).toBeGreaterThan(0);
      expect(act.needs).toContain('on');
      expect(act.citations.length).toBeGreaterThan(0);
    }
  });

  it('every kind of closure is an act too', () => {
    for (const kind of closureKinds) expect(eventKinds).toContain(kind);
  });

  it('stages follow each other one by one (rules §3 end)', () => {
    expect(stageTransitions.map(({ from, to }) => `${from ?? ''}→${to}`)).toEqual([
      '→applicant',
      'applicant→activist',
      'activist→developmentTarget',
      'developmentTarget→probationaryMember',
      'probationaryMember→fullMember',
    ]);
  });
});

describe('which acts are open', () => {
  const probation: Dossier = { meeting: { on: '2026-03-01' }, approvedOn: '2026-04-01' };
  it.each<[string, Dossier, string[], string[]]>([
    [
      'an applicant withdraws, and has no probation to extend',
      { appliedOn: '2026-01-05' },
      ['applicationWithdrawn', 'deceased'],
      ['probationExtended', 'activistCancelled', 'resumed', 'reApplied'],
    ],
    [
      'a probationary member may be extended once (26#31)',
      probation,
      ['probationExtended', 'probationCancelled'],
      ['applicationWithdrawn', 'discussionDeferred'],
    ],
    [
      'and not twice',
      { ...probation, extension: { months: 6 } },
      ['probationCancelled'],
      ['probationExtended'],
    ],
    [
      'only one transferred in is put off (14#36)',
      { ...probation, events: [{ kind: 'transferredIn', on: '2026-10-01' }] },
      ['discussionDeferred', 'transferAccepted'],
      [],
    ],
    [
      'after a cancellation only a new application leads on',
      { ...probation, events: [{ kind: 'probationCancelled', on: '2027-03-05' }] },
      ['reApplied'],
      ['probationExtended', 'transferredIn', 'onHold'],
    ],
    [
      'one who left comes back by a transfer',
      { ...probation, events: [{ kind: 'transferredOut', on: '2026-10-05' }] },
      ['transferredIn'],
      ['probationCancelled', 'reApplied'],
    ],
  ])('%s', (_title, dossier, open, shut) => {
    const allowed: readonly string[] = allowedEvents(on(dossier));
    for (const kind of open) expect(allowed).toContain(kind);
    for (const kind of shut) expect(allowed).not.toContain(kind);
  });

  it('an act names what its record lacks', () => {
    expect(missingOfEvent({ kind: 'probationExtended', on: '2027-03-01', months: 6 })).toEqual([
      '决定机构',
      '文号',
      '原因',
    ]);
    expect(missingOfEvent({ kind: 'deceased', on: '2026-03-01' })).toEqual([]);
  });

  it.each([
    ['2021-11-22', '2026-11-22'],
    ['2024-02-29', '2029-02-28'],
  ] as const)('expelled on %s bars a new application for five years, to %s', (day, until) => {
    const dossier: Dossier = { events: [{ kind: 'expelled', on: day }] };
    expect(reApplicableOn(on(dossier))).toBe(until);
  });
});

describe('what comes before a stage', () => {
  const listed: Dossier = {
    activistOn: '2025-01-10',
    targetDiscussedOn: '2026-05-06',
    targetAgreedOn: '2026-05-10',
  };
  it.each<[string, Dossier, string[]]>([
    [
      'the day before the new text needs no 公示',
      { ...listed, developmentTargetOn: '2026-05-17' },
      [],
    ],
    [
      'its first day does (26#13)',
      { ...listed, developmentTargetOn: '2026-05-18' },
      ['noticeFrom'],
    ],
    ['and so does a listing of today', listed, ['noticeFrom']],
    [
      '特殊情况直接接收 skips the steps (14#27)',
      { events: [{ kind: 'specialAdmission', on: '2026-06-01' }] },
      [],
    ],
  ])('%s', (_title, dossier, missing) => {
    expect(missingBefore('developmentTarget', on(dossier), options)).toEqual(missing);
  });

  it('no order of steps taken with nothing missing skips a stage', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const facts = on(dossier);
        const { stage } = deriveStage(facts);
        const next = nextTransition(facts);
        expect(next?.to).toBe(stageTransitions.find(({ from }) => from === stage)?.to);
        for (const { from, to } of stageTransitions) {
          if (from === undefined || from === 'applicant') continue;
          const entry = stageTransitions.find((each) => each.to === from);
          if (missingBefore(to, facts, options).length > 0 || entry === undefined) continue;
          expect(stageTransitions.find((each) => each.to === to)?.needs).toContain(entry.fact);
        }
      }),
    );
  });
});

describe('how she came to where she is', () => {
  it('shows entries and acts in order, the undone ones marked and not deleted', () => {
    const dossier: Dossier = {
      appliedOn: '2024-01-05',
      activistOn: '2024-03-01',
      developmentTargetOn: '2025-04-01',
      events: [
        {
          kind: 'returnedToActivist',
          on: '2026-06-25',
          body: '党员大会',
          documentNumber: '示例〔2026〕3 号',
          reason: '继续培养',
        },
      ],
    };
    const path = pathOf(on(dossier), options);
    expect(path.map(({ on: day, words, isUndone }) => [day, words, isUndone])).toEqual([
      ['2024-01-05', '递交入党申请书', false],
      ['2024-03-01', '确定为入党积极分子', false],
      ['2025-04-01', '列为发展对象', true],
      ['2026-06-25', '退回积极分子继续培养', false],
    ]);
    expect(path.at(-1)).toMatchObject({ body: '党员大会', documentNumber: '示例〔2026〕3 号' });
    expect(path[1]?.citation).toMatchObject({ edition: 'regulation2014', article: '第八条' });
  });
});
