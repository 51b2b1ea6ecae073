import { describe, expect, it } from 'vitest';
import { articleName, bothTexts } from '../../../src/core/regulations/articles';
import {
  allDevelopmentRules,
  findRule,
  ruleOf,
} from '../../../src/core/regulations/development-rules';
import {
  articleWords,
  citationIn,
  editionOn,
  effectiveSeverity,
  rulebooksWithBoundary,
} from '../../../src/core/regulations/rulebooks';
import type { EvidenceTag, Rule, Severity } from '../../../src/core/regulations/types';

const allRules: readonly Rule[] = allDevelopmentRules;

describe('two rulebooks at once, rules §0.1', () => {
  it.each([
    ['2014-05-27', undefined],
    ['2014-05-28', 'regulation2014'],
    ['2026-05-17', 'regulation2014'],
    ['2026-05-18', 'regulation2026'],
  ] as const)('on %s %s is in force', (day, edition) => {
    expect(editionOn(day)).toBe(edition);
  });

  it('a district may set its own boundary', () => {
    const books = rulebooksWithBoundary('2026-07-01');
    expect(editionOn('2026-06-30', books)).toBe('regulation2014');
    expect(editionOn('2026-07-01', books)).toBe('regulation2026');
    expect(editionOn('2014-05-28', books)).toBe('regulation2014');
  });

  it.each([
    [17, '第十七条', '第十七条'],
    [18, '第十八条', '第十九条'],
    [25, '第二十五条', '第二十六条'],
    [33, '第三十三条', '第三十四条'],
  ])('article %i of the new text has its number in the old one', (article, now, before) => {
    expect(bothTexts(article).map((citation) => citation.article)).toEqual([now, before]);
  });

  it.each([
    [5, '第五条'],
    [10, '第十条'],
    [20, '第二十条'],
    [36, '第三十六条'],
  ])('article %i is written %s', (number, name) => {
    expect(articleName(number)).toBe(name);
  });

  it.each(['PUBLICITY-5WD', 'MEET-1M', 'OATH-1M', 'C61'] as const)(
    '%s is no national limit of the old text',
    (id) => {
      expect(citationIn(ruleOf(id), 'regulation2014')).toBeUndefined();
      expect(citationIn(ruleOf(id), 'regulation2026')?.edition).toBe('regulation2026');
    },
  );

  it('an article is cited under the name of its instrument', () => {
    expect(articleWords({ edition: 'regulation2026', article: '第七条', tag: 'V26' })).toBe(
      '《细则》第七条',
    );
  });
});

describe('evidence caps the effect, rules §0.3', () => {
  it.each<[Severity, EvidenceTag, Severity]>([
    ['HARD', 'V26', 'HARD'],
    ['HARD', 'V14', 'HARD'],
    ['HARD', 'VO', 'HARD'],
    ['HARD', 'V26b', 'SOFT'],
    ['HARD', 'INF', 'SOFT'],
    ['SOFT', 'V26', 'SOFT'],
    ['INFO', 'M', 'INFO'],
  ])('%s with %s acts as %s', (severity, tag, expected) => {
    expect(effectiveSeverity(severity, tag)).toBe(expected);
  });
});

describe('the rules as data', () => {
  it('every rule is cited, worded and found by its id, and no id is used twice', () => {
    expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
    for (const rule of allRules) {
      expect(rule.citations.length).toBeGreaterThan(0);
      expect(rule.text).toMatch(/。$/);
      expect(findRule(rule.id)).toBe(rule);
    }
  });

  it('local practice is off, and only local practice', () => {
    for (const { scope, isOn } of allRules) expect(isOn).toBe(scope === 'national');
  });
});
