import { describe, expect, it } from 'vitest';
import { auditDossier } from '../../../src/core/development/audit';
import {
  agreementOf,
  cellKey,
  factForms,
  repeatedFacts,
  statedCells,
  withStatedCells,
} from '../../../src/core/development/fact-forms';
import type { Dossier } from '../../../src/core/records/dossier';

const dossier: Dossier = {
  appliedOn: '2025-01-13',
  meeting: { on: '2026-08-27' },
  statedElsewhere: [
    { form: '入党志愿书', fact: 'meeting', on: '2026-08-28' },
    { form: '票决材料', fact: '党支部党员大会通过接收', on: '2026-08-27' },
    { form: '旧式登记卡', fact: 'applied', on: '2025-01-12' },
  ],
};

describe('one fact on many forms (C16)', () => {
  it('reads the stated dates of its own cells, the fact named by key or by words', () => {
    expect([...statedCells(dossier)]).toEqual([
      ['入党志愿书/meeting', '2026-08-28'],
      ['票决材料/meeting', '2026-08-27'],
    ]);
  });

  it('keeps what it does not show and forgets a cell that was emptied', () => {
    const cells = new Map(statedCells(dossier));
    cells.delete(cellKey('入党志愿书', 'meeting'));
    cells.set(cellKey('全程纪实表', 'applied'), '2025-01-13');
    expect(withStatedCells(dossier, cells)).toEqual([
      { form: '旧式登记卡', fact: 'applied', on: '2025-01-12' },
      { form: '票决材料', fact: 'meeting', on: '2026-08-27' },
      { form: '全程纪实表', fact: 'applied', on: '2025-01-13' },
    ]);
  });

  it('writing the cells back unchanged changes no finding', () => {
    const again = { ...dossier, statedElsewhere: withStatedCells(dossier, statedCells(dossier)) };
    const options = { today: '2026-11-23' } as const;
    const said = (facts: Dossier) =>
      auditDossier({ dossier: facts }, options)
        .map(({ message }) => message)
        .sort();
    expect(said(again)).toEqual(said(dossier));
  });

  it.each([
    ['2026-08-27', undefined, 'notStated'],
    ['2026-08-27', '2026-08-27', 'same'],
    ['2026-08-27', '2026-08-28', 'differs'],
    ['2026-08-27', '2026-08', 'differs'],
    [undefined, '2026-08-28', 'noFact'],
  ] as const)('typed %s, stated %s: %s', (typed, stated, expected) => {
    expect(agreementOf(typed, stated)).toBe(expected);
  });

  it('every repeated fact is on two forms at least, and no form is listed twice', () => {
    for (const fact of repeatedFacts)
      expect(factForms.filter(({ facts }) => facts.includes(fact)).length).toBeGreaterThan(1);
    expect(new Set(factForms.map(({ form }) => form)).size).toBe(factForms.length);
  });
});
