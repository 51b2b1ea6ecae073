import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../../src/core/records/dossier';
import { applyFacts, readFacts } from '../../../../src/renderer/features/people/fact-values';

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
