import { describe, expect, it } from 'vitest';
import type { EngineOptions } from '../../../src/core/deadlines/types';
import type { FactDate } from '../../../src/core/calendar/calendar-date';
import type { DossierFacts } from '../../../src/core/development/facts';
import type { LocalOverlay } from '../../../src/core/regulations/local-overlay';
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

  const open = (idNumber: string | undefined, name = '测一'): DossierFacts => ({
    dossier: { activistOn: '2026-01-05' },
    birthOn: '2000-01-01',
    person: { name, idNumber },
  });
  it.each<[string, DossierFacts[], (readonly [number, string])[]]>([
    [
      'C02: one number in two open dossiers',
      [open('000000200002290029', '测一'), open('000000200002290029', '测二')],
      [
        [0, 'unreasonable'],
        [1, 'unreasonable'],
      ],
    ],
    [
      'C02: name and birth alone only ask',
      [open(undefined), open(undefined)],
      [
        [0, 'verify'],
        [1, 'verify'],
      ],
    ],
    [
      'C02: the other one is over',
      [
        open('000000200002290029'),
        {
          ...open('000000200002290029'),
          dossier: { activistOn: '2026-01-05', events: [{ kind: 'transferredOut' }] },
        },
      ],
      [],
    ],
  ])('%s', (_law, dossiers, expected) => {
    const found = auditRoster(dossiers);
    expect([...found].map(([place, [finding]]) => [place, finding?.verdict])).toEqual(expected);
    const words = [...found.values()]
      .flat()
      .map(({ message, evidence }) => `${message}${evidence.join('')}`);
    for (const text of words) expect(text).not.toContain('000000200002290029');
  });

  const accepted = (on: FactDate, count: number): DossierFacts => ({
    dossier: { meeting: { on } },
    branch: { id: 'b1', quotas: [{ year: 2026, count }] },
  });
  it.each<[string, DossierFacts[], number[]]>([
    ['C65: as many as planned', [accepted('2026-03-01', 2), accepted('2026-06-01', 2)], []],
    [
      'C65: the later of the year is beyond the plan, whatever the order of the list',
      [accepted('2026-06-01', 1), accepted('2026-03-01', 1), accepted('2025-12-31', 1)],
      [0],
    ],
    ['C65: no plan on record, nothing said', [{ dossier: { meeting: { on: '2026-03-01' } } }], []],
  ])('%s', (_law, dossiers, expected) => {
    const found = auditRoster(dossiers);
    expect([...found.keys()]).toEqual(expected);
    for (const [finding] of found.values())
      expect(finding).toMatchObject({ rule: 'C65', verdict: 'verify' });
  });

  it('C33: the load of a mentor is counted where the district set a limit', () => {
    const withMentor = (): DossierFacts => ({
      dossier: { activistOn: '2026-01-05', mentors: [{ name: '测一', personId: 'm1' }] },
    });
    const dossiers = [withMentor(), withMentor(), withMentor()];
    const entry = { rule: 'C33', from: '2026-01-01', source: '例〔2026〕1 号' } as const;
    const overlay: LocalOverlay = {
      name: '例',
      issuedBy: '例',
      entries: [{ act: 'switchOn', ...entry, limits: { most: 2 } }],
    };
    expect(auditRoster(dossiers).size).toBe(0);
    const found = auditRoster(dossiers, { ...options, overlay });
    expect([...found.keys()]).toEqual([0, 1, 2]);
    expect(found.get(0)?.[0]).toMatchObject({ rule: 'C33', verdict: 'verify' });
    expect(found.get(0)?.[0]?.citation.article).toBe('例〔2026〕1 号');
    expect(auditRoster(dossiers.slice(1), { ...options, overlay }).size).toBe(0);
  });
});
