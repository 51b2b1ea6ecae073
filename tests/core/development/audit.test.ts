import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditDossier } from '../../../src/core/development/audit';
import {
  comparedWords,
  worstVerdict,
  type Finding,
} from '../../../src/core/development/audit-types';
import type { DossierFacts } from '../../../src/core/development/facts';
import {
  allDevelopmentRules,
  developmentRules,
  type DevelopmentRuleId,
} from '../../../src/core/regulations/development-rules';
import { anyDossier, deepFreeze } from '../../support/any-dossier';
import { auditRows } from './audit-rows';
import { recordRows } from './audit-rows-records';

const rows = [...auditRows, ...recordRows];

const options = { today: '2026-11-23' } as const;
const findingsOf = (facts: DossierFacts, rule: DevelopmentRuleId): Finding[] =>
  auditDossier(facts, options).filter((finding) => finding.rule === rule);

describe('one defect, one finding', () => {
  it.each(rows.map((row) => [`${row.rule} ${row.law}`, row] as const))(
    '%s',
    (_title, { facts, rule, verdict, says }) => {
      // Nothing to be told and nothing found: the check has passed without a word.
      if (verdict === 'clear' && says.length === 0) {
        expect(worstVerdict(findingsOf(facts, rule))).toBe('clear');
        return;
      }
      const found = findingsOf(facts, rule).filter((finding) => finding.verdict === verdict);
      expect(found.length).toBeGreaterThan(0);
      const words = found.map((finding) => [finding.message, ...comparedWords(finding)].join(' '));
      expect(words.some((text) => says.every((part) => text.includes(part)))).toBe(true);
      expect(worstVerdict(findingsOf(facts, rule))).toBe(verdict);
    },
  );

  /** Reckoned as deadlines only; tests/core/deadlines holds their rows. */
  const reckonedOnly: readonly DevelopmentRuleId[] = [
    'PROBATION-1Y',
    'SAME-DAY-ROSTER',
    'C02',
    'C65',
    'POOL-YEARLY',
    'ELECT-QUORUM',
    'STAT-0630',
    'STAT-1231',
    'FLOAT-6M',
    'LAPSE-6M',
  ];

  it('every national rule has a row of its own', () => {
    const held = new Set<string>([...rows.map(({ rule }) => rule), ...reckonedOnly]);
    const national = allDevelopmentRules.filter(({ isOn }) => isOn);
    expect(national.map(({ id }) => id).filter((id) => !held.has(id))).toEqual([]);
  });

  it.each<[DevelopmentRuleId, string, DossierFacts['dossier']]>([
    ['APPLY-ACTIVIST-WAIT', 'TC11', { appliedOn: '2026-03-01', activistOn: '2026-05-20' }],
    [
      'PREREVIEW-1M',
      'rules §2',
      { preReviewSubmittedOn: '2026-01-01', preReviewedOn: '2026-05-01' },
    ],
  ])('%s (%s) is local practice, off until a district turns it on', (rule, _law, dossier) => {
    const [data] = developmentRules.filter(({ id }) => id === rule);
    expect(data).toMatchObject({ scope: 'local', isOn: false });
    expect(findingsOf({ dossier }, rule)).toEqual([]);
  });
});

describe('local habits that the national text does not know', () => {
  it.each<[DevelopmentRuleId, string, DossierFacts['dossier'], string]>([
    ['REPORT-Q', 'TC17 AC09', { reportedOn: ['2026-03-30', '2026-03-31'] }, '仅隔 1 天'],
    [
      'REVIEW-1Y',
      'TC35',
      { politicalReview: { on: '2025-11-10' }, meeting: { on: '2026-11-23' } },
      '2026-11-10',
    ],
  ])('%s (%s) only reminds: the verdict stays what it was', (rule, _law, dossier, says) => {
    const [data] = developmentRules.filter(({ id }) => id === rule);
    expect(data).toMatchObject({ scope: 'local', isOn: false });
    const [finding] = findingsOf({ dossier }, rule);
    expect(finding).toMatchObject({ severity: 'INFO', verdict: 'clear' });
    expect(finding?.message).toContain(says);
  });

  it.each<[DevelopmentRuleId, DossierFacts['dossier']]>([
    ['REPORT-Q', { reportedOn: ['2026-03-24', '2026-03-31'] }],
    ['REVIEW-1Y', { politicalReview: { on: '2025-11-10' }, meeting: { on: '2026-11-10' } }],
  ])('%s is silent at its own limit', (rule, dossier) => {
    expect(findingsOf({ dossier }, rule)).toEqual([]);
  });
});

describe('which rulebook judges', () => {
  it('TC31: a notice of the old time is not measured by the new text', () => {
    const dossier: DossierFacts['dossier'] = {
      notice: { from: '2026-02-13', until: '2026-02-19' },
      developmentTargetOn: '2026-02-24',
    };
    expect(findingsOf({ dossier }, 'PUBLICITY-5WD')).toEqual([]);
  });

  it('an old 公示 before 备案 is no matter of the old text', () => {
    const dossier: DossierFacts['dossier'] = {
      targetAgreedOn: '2025-06-25',
      notice: { from: '2025-06-01', until: '2025-06-10' },
      developmentTargetOn: '2025-06-25',
    };
    expect(worstVerdict(findingsOf({ dossier }, 'DEV-AGREE'))).toBe('clear');
  });

  it.each([
    ['regulation2014', '第三十四条', '2025-05-03', '2025-08-04'],
    ['regulation2026', '第三十三条', '2026-06-03', '2026-09-04'],
  ] as const)('a period begun under %s cites %s', (edition, article, on, approvedOn) => {
    const dossier: DossierFacts['dossier'] = {
      confirmationMeeting: { on },
      confirmationApprovedOn: approvedOn,
    };
    expect(findingsOf({ dossier }, 'CONFIRM-3M')[0]?.citation).toMatchObject({ edition, article });
  });

  it('before 2014-05-28 only order and arithmetic are judged, the rest is unknown', () => {
    const dossier: DossierFacts['dossier'] = {
      activistOn: '2012-05-01',
      developmentTargetOn: '2012-06-01',
      meeting: { on: '2012-05-01', should: 10, present: 11 },
    };
    expect(findingsOf({ dossier }, 'ACTIVIST-1Y')[0]?.verdict).toBe('unknown');
    expect(worstVerdict(findingsOf({ dossier }, 'C44'))).toBe('unreasonable');
    expect(worstVerdict(findingsOf({ dossier }, 'C10'))).toBe('unreasonable');
  });
});

describe('for any dossier', () => {
  it('the audit changes no fact, and a fact that is missing never passes as kept', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const before = structuredClone(dossier);
        const findings = auditDossier({ dossier: deepFreeze(dossier) }, options);
        expect(dossier).toEqual(before);
        for (const { verdict, severity, evidence, citation } of findings) {
          if (verdict === 'clear') expect(evidence.length).toBeGreaterThan(0);
          if (verdict === 'unreasonable') expect(['V26', 'V14', 'VO']).toContain(citation.tag);
          if (severity === 'INFO') expect(['clear', 'unknown']).toContain(verdict);
        }
      }),
    );
  });

  it('an empty dossier has nothing to say', () => {
    expect(auditDossier({ dossier: {} }, options)).toEqual([]);
  });
});
