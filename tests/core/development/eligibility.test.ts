import { describe, expect, it } from 'vitest';
import { eligibilityOf, type Companion } from '../../../src/core/development/eligibility';

describe('who may accompany or vouch, on the day of naming (26#9, 26#14)', () => {
  it.each<[string, Companion, string]>([
    ['a full member the day before', { from: '2026-05-20', fullMemberSince: '2026-05-19' }, 'met'],
    [
      'a full member from that very day',
      { from: '2026-05-20', fullMemberSince: '2026-05-20' },
      'met',
    ],
    ['a day too early', { from: '2026-05-20', fullMemberSince: '2026-05-21' }, 'blocks'],
    ['the month alone agrees', { from: '2026-05', fullMemberSince: '2026-05-21' }, 'met'],
    ['said to be a full member', { isFullMember: true }, 'met'],
    ['said to be none', { isFullMember: false }, 'blocks'],
    ['nobody said', { from: '2026-05-20' }, 'unknown'],
    ['under 留党察看 (14#14)', { isFullMember: true, isUnderDiscipline: true }, 'blocks'],
    ['a close relative (C32)', { isFullMember: true, isRelative: true }, 'warns'],
    ['unfit since, not replaced (C38)', { isFullMember: true, unfitFrom: '2026-06-01' }, 'warns'],
    [
      'unfit since, replaced in time',
      { isFullMember: true, unfitFrom: '2026-06-01', until: '2026-06-01' },
      'met',
    ],
  ])('%s', (_title, companion, state) => {
    expect(eligibilityOf(companion).state).toBe(state);
  });
});
