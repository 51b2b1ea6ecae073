import { describe, expect, it } from 'vitest';
import { auditDossier } from '../../../src/core/development/audit';
import { worstVerdict } from '../../../src/core/development/audit-types';
import type { Dossier } from '../../../src/core/records/dossier';

const verdictOf = (dossier: Dossier, rule: string, today: '2026-11-23' | '2026-12-31') =>
  worstVerdict(auditDossier({ dossier }, { today }).filter((finding) => finding.rule === rule));

describe('the audit over acts beside the steps', () => {
  const accepted: Dossier = { meeting: { on: '2025-06-14' }, approvedOn: '2025-07-01' };

  it('AC37: probation that an act extended is not undecided (26#31)', () => {
    const events: Dossier['events'] = [{ kind: 'probationExtended', on: '2026-06-14', months: 6 }];
    expect(verdictOf(accepted, 'CONFIRM-PROMPT', '2026-11-23')).toBe('unreasonable');
    expect(verdictOf({ ...accepted, events }, 'CONFIRM-PROMPT', '2026-11-23')).toBe('clear');
  });

  it.each([
    [5, 'unreasonable'],
    [6, 'clear'],
    [12, 'clear'],
    [13, 'unreasonable'],
  ] as const)('EXTEND-ONCE: an act of %i months is %s (26#31)', (months, verdict) => {
    const events: Dossier['events'] = [{ kind: 'probationExtended', on: '2026-06-14', months }];
    expect(verdictOf({ ...accepted, events }, 'EXTEND-ONCE', '2026-11-23')).toBe(verdict);
  });

  it('EXTEND-ONCE: a second extension is 不合理', () => {
    const events: Dossier['events'] = [
      { kind: 'probationExtended', on: '2026-06-14', months: 6 },
      { kind: 'probationExtended', on: '2026-12-14', months: 6 },
    ];
    expect(verdictOf({ ...accepted, events }, 'EXTEND-ONCE', '2026-12-31')).toBe('unreasonable');
  });

  it.each<[string, Dossier, boolean]>([
    ['the day of the act', { approvedOn: '2026-06-25' }, false],
    ['the day after', { approvedOn: '2026-06-26' }, true],
    ['the same month, day unknown', { approvedOn: '2026-06' }, false],
    ['the next month, day unknown', { approvedOn: '2026-07' }, true],
  ])('C66: an approval dated %s', (_title, dossier, isFound) => {
    const events: Dossier['events'] = [{ kind: 'applicationWithdrawn', on: '2026-06-25' }];
    const found = auditDossier({ dossier: { ...dossier, events } }, { today: '2026-11-23' });
    expect(found.some(({ rule }) => rule === 'C66')).toBe(isFound);
  });
});

describe('a confirmed wording reaches lateness graded by days (rules §0.3)', () => {
  const meeting = { on: '2026-05-18' } as const;
  const late: Dossier = { meeting, approvedOn: '2026-11-19' };
  const verdict = (dossier: Dossier, confirmedRules: readonly string[]) =>
    worstVerdict(
      auditDossier({ dossier }, { today: '2026-11-23', confirmedRules }).filter(
        ({ rule }) => rule === 'APPROVE-3M',
      ),
    );

  it.each<[string, Dossier, readonly string[], string]>([
    ['26#25 六个月为转引，未确认', late, [], 'verify'],
    ['26#25 确认后', late, ['APPROVE-3M'], 'unreasonable'],
    ['26#25 确认的是别的规则', late, ['PARTYTALK'], 'verify'],
    ['26#25 六个月当日', { meeting, approvedOn: '2026-11-18' }, ['APPROVE-3M'], 'verify'],
  ])('%s', (_title, dossier, confirmedRules, expected) => {
    expect(verdict(dossier, confirmedRules)).toBe(expected);
  });
});
