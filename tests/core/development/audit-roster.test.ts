import { describe, expect, it } from 'vitest';
import type { EngineOptions } from '../../../src/core/deadlines/types';
import type { DossierFacts } from '../../../src/core/development/facts';
import { auditRoster as compare, rosterLineOf } from '../../../src/core/development/audit-roster';

const options: EngineOptions = { today: '2026-11-23' };
const auditRoster = (dossiers: readonly DossierFacts[], asked = options) =>
  compare(dossiers.map(rosterLineOf), asked);
const applied = (count: number) =>
  Array.from({ length: count }, () => ({ dossier: { appliedOn: '2026-03-01' as const } }));

describe('what only several dossiers together show', () => {
  it('TC91: one number of the membership form belongs to one person (26#18)', () => {
    const found = auditRoster(
      [
        { dossier: { membershipFormNumber: '0001', membershipFormOn: '2026-06-01' } },
        { dossier: { membershipFormNumber: '0002' } },
        { dossier: { membershipFormNumber: '0001' } },
      ],
      options,
    );
    expect([...found.keys()]).toEqual([0, 2]);
    expect(found.get(0)?.[0]).toMatchObject({ rule: 'C82', verdict: 'unreasonable' });
    expect(found.get(0)?.[0]?.message).toContain('0001');
  });

  it('AC41: many letters of one day are named, and never judged', () => {
    const found = auditRoster(applied(5), options);
    expect(found.size).toBe(5);
    expect(found.get(4)?.[0]).toMatchObject({ severity: 'INFO', verdict: 'clear' });
    expect(found.get(4)?.[0]?.message).toContain('5 份');
    expect(auditRoster(applied(4), options).size).toBe(0);
  });
});
