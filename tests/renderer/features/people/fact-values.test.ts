import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../../src/core/records/dossier';
import { factFields } from '../../../../src/renderer/features/people/fact-fields';
import {
  applyFacts,
  isBadFact,
  readFacts,
} from '../../../../src/renderer/features/people/fact-values';

const dossier: Dossier = {
  meeting: { on: '2025-12-10', should: 9, isSecret: true },
  mentors: [{ name: '联甲', isFullMember: true }],
  extension: { resolvedOn: '2026-11-20', months: 6 },
};

describe('facts in their fields', () => {
  it('read and applied unchanged are no change', () => {
    expect(applyFacts(dossier, readFacts(dossier))).toEqual({ patch: {}, clears: [] });
  });

  it('keep what the form does not show beside what was typed', () => {
    const values = { ...readFacts(dossier), 'meeting.should': '10', mentors: '联甲、联乙' };
    expect(applyFacts(dossier, values).patch).toEqual({
      meeting: { on: '2025-12-10', should: 10, isSecret: true },
      mentors: [{ name: '联甲', isFullMember: true }, { name: '联乙' }],
    });
  });

  it('an extension is typed as day and months, and goes away when both are emptied', () => {
    const typed = {
      ...readFacts({}),
      'extension.resolvedOn': '2026-11-20',
      'extension.months': '6',
    };
    expect(applyFacts({}, typed).patch).toEqual({ extension: dossier.extension });
    const emptied = { ...readFacts(dossier), 'extension.resolvedOn': '', 'extension.months': '' };
    expect(applyFacts(dossier, emptied)).toEqual({ patch: {}, clears: ['extension'] });
  });
});

describe('every kind of fact', () => {
  const typed = {
    ...readFacts({}),
    'notice.hasObjection': 'false',
    'meeting.written.yes': '2',
    talkedByPost: 'secretary',
    reviewedOn: '2026.3.9、20260908',
    approvedBy: ' 样例党委 ',
  };

  it('is stored as what it is', () => {
    expect(applyFacts({}, typed)).toEqual({
      patch: {
        notice: { hasObjection: false },
        meeting: { written: { yes: 2 } },
        talkedByPost: 'secretary',
        reviewedOn: ['2026-03-09', '2026-09-08'],
        approvedBy: '样例党委',
      },
      clears: [],
    });
  });

  it('and read back as the same texts', () => {
    const { patch } = applyFacts({}, typed);
    expect(readFacts(patch)['meeting.written.yes']).toBe('2');
    expect(readFacts(patch)['notice.hasObjection']).toBe('false');
    expect(applyFacts(patch, readFacts(patch))).toEqual({ patch: {}, clears: [] });
  });

  it('a part emptied of its last fact is no part', () => {
    const values = { ...readFacts({ notice: { from: '2026-05-20' } }), 'notice.from': '' };
    expect(applyFacts({ notice: { from: '2026-05-20' } }, values)).toEqual({
      patch: {},
      clears: ['notice'],
    });
  });

  it('what cannot be read is said before it is saved', () => {
    const field = (id: string) => {
      const found = factFields.find((each) => each.id === id);
      if (found === undefined) throw new Error(id);
      return found;
    };
    expect(isBadFact(field('reviewedOn'), '2026-03-09、去年')).toBe(true);
    expect(isBadFact(field('training.days'), '三天')).toBe(true);
    expect(isBadFact(field('appliedOn'), '2026-05')).toBe(false);
  });
});
