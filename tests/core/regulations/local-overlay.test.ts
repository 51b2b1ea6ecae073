import { describe, expect, it } from 'vitest';
import { computeDeadlines } from '../../../src/core/deadlines/compute-deadlines';
import { auditDossier } from '../../../src/core/development/audit';
import { factNames } from '../../../src/core/development/facts';
import type { Dossier } from '../../../src/core/records/dossier';
import { ruleOf } from '../../../src/core/regulations/development-rules';
import {
  localOverlaySchema,
  localRule,
  overlayProblems,
  type LocalOverlay,
  type OverlayEntry,
} from '../../../src/core/regulations/local-overlay';

const paper = (...entries: Partial<OverlayEntry>[]): LocalOverlay =>
  localOverlaySchema.parse({
    name: '示例区发展党员口径',
    issuedBy: '示例区委组织部',
    entries: entries.map((entry) => ({ from: '2026-06-01', source: '示例〔2026〕1 号', ...entry })),
  });
const problemsOf = (entry: Partial<OverlayEntry>) =>
  overlayProblems(paper(entry), factNames).map(({ message }) => message);

describe('a local paper may add or tighten, never loosen (rules §2)', () => {
  it.each<[string, Partial<OverlayEntry>]>([
    ['宣誓 within 20 days is another unit', { rule: 'OATH-1M', offset: { days: 20 } }],
    ['审批 within six months loosens 26#25', { rule: 'APPROVE-3M', offset: { months: 6 } }],
    ['培养 of eleven months loosens 26#13', { rule: 'ACTIVIST-1Y', offset: { months: 11 } }],
    ['公示 of four days loosens 26#13', { rule: 'PUBLICITY-5WD', offset: { workingDays: 4 } }],
    ['two days of 培训 loosen 26#17', { rule: 'TRAIN-3D24H', limits: { days: 2 } }],
    ['the majority is not a local matter (26#20)', { rule: 'PASS', limits: { share: 1 } }],
    [
      'the year of probation is not a local matter (26#31)',
      { rule: 'PROBATION-1Y', offset: { months: 13 } },
    ],
    ['a national rule needs no switch', { act: 'switchOn', rule: 'TALK-1M' }],
    ['an unknown rule', { rule: 'NOBODY-KNOWS', offset: { months: 1 } }],
    ['nothing to tighten', { rule: 'TALK-1M' }],
    [
      'a paper that ends before it begins',
      { rule: 'MEET-1M', offset: { months: 1 }, until: '2026-05-01' },
    ],
    ['a new rule under a national name', { act: 'add', rule: 'X', title: '例', severity: 'SOFT' }],
  ])('%s', (_title, entry) => {
    expect(problemsOf({ act: 'tighten', ...entry }).length).toBeGreaterThan(0);
  });

  it.each<[string, Partial<OverlayEntry>]>([
    ['归档 within seven days', { act: 'tighten', rule: 'ARCHIVE', offset: { days: 7 } }],
    [
      '公示 of seven working days',
      { act: 'tighten', rule: 'PUBLICITY-5WD', offset: { workingDays: 7 } },
    ],
    ['quarterly reports', { act: 'switchOn', rule: 'REPORT-Q' }],
    [
      'six months before 积极分子',
      { act: 'switchOn', rule: 'APPLY-ACTIVIST-WAIT', offset: { months: 6 } },
    ],
    [
      'a rule of its own',
      {
        act: 'add',
        rule: 'LOCAL-TALK-OATH',
        title: '宣誓后谈话',
        severity: 'SOFT',
        offset: { days: 30 },
        between: { from: 'oath', to: 'confirmationApplied', bound: 'notBefore' },
      },
    ],
  ])('%s is taken over', (_title, entry) => {
    expect(problemsOf(entry)).toEqual([]);
  });

  it('a loosening entry has no effect even where nobody validated the paper', () => {
    const loose = paper({ act: 'tighten', rule: 'APPROVE-3M', offset: { months: 6 } });
    expect(localRule(ruleOf('APPROVE-3M'), loose, '2026-07-01')).toBe(ruleOf('APPROVE-3M'));
  });
});

describe('the engine under a local paper', () => {
  const archive = paper({
    act: 'tighten',
    rule: 'ARCHIVE',
    offset: { days: 7 },
    until: '2026-09-30',
  });
  it.each([
    ['the day before it holds', '2026-05-31', '2026-06-30'],
    ['its first day', '2026-06-01', '2026-06-08'],
    ['its last day', '2026-09-30', '2026-10-07'],
    ['the day after', '2026-10-01', '2026-10-31'],
  ] as const)(
    'a period that begins on %s is judged by its first day',
    (_title, approvedOn, due) => {
      const dossier: Dossier = { confirmationApprovedOn: approvedOn };
      const found = computeDeadlines({ dossier }, { today: '2026-11-23', overlay: archive });
      expect(found.find(({ rule }) => rule === 'ARCHIVE')?.on).toBe(due);
    },
  );

  it.each([
    ['2026-09-01', 'clear'],
    ['2026-08-31', 'verify'],
  ] as const)(
    'three months after an application of 2026-06-01, 积极分子 on %s is %s',
    (activistOn, verdict) => {
      const overlay = paper({ act: 'switchOn', rule: 'APPLY-ACTIVIST-WAIT' });
      const dossier: Dossier = { appliedOn: '2026-06-01', activistOn };
      const found = auditDossier({ dossier }, { today: '2026-11-23', overlay });
      expect(found.find(({ rule }) => rule === 'APPLY-ACTIVIST-WAIT')).toMatchObject({
        verdict,
        citation: { edition: 'local', article: '示例〔2026〕1 号', tag: 'L' },
      });
    },
  );

  it.each([
    [
      'TRAIN-VALID',
      { training: { until: '2026-06-10' }, meeting: { on: '2027-06-11' } },
      '2027-06-10',
    ],
    [
      'REVIEW-1Y',
      { politicalReview: { on: '2026-06-10' }, meeting: { on: '2027-06-11' } },
      '2027-06-10',
    ],
  ] as const)('%s one day late is 需核实 and never blocks', (rule, dossier, limit) => {
    const overlay = paper({ act: 'switchOn', rule });
    const found = auditDossier({ dossier }, { today: '2027-11-23', overlay }).filter(
      (finding) => finding.rule === rule && finding.verdict === 'verify',
    );
    expect(found.map(({ message }) => message).join()).toContain(limit);
  });

  it('a rule of its own judges the two facts it names', () => {
    const overlay = paper({
      act: 'add',
      rule: 'LOCAL-FORM',
      title: '预审后十日内填写志愿书',
      severity: 'SOFT',
      offset: { days: 10 },
      between: { from: 'preReviewed', to: 'membershipForm', bound: 'noLaterThan' },
    });
    const verdictOf = (membershipFormOn: '2026-06-20' | '2026-06-21') =>
      auditDossier(
        { dossier: { preReviewedOn: '2026-06-10', membershipFormOn } },
        { today: '2026-11-23', overlay },
      ).find(({ rule }) => rule === 'LOCAL-FORM')?.verdict;
    expect(verdictOf('2026-06-20')).toBe('clear');
    expect(verdictOf('2026-06-21')).toBe('verify');
  });
});
