import { describe, expect, it } from 'vitest';
import {
  electionProblem,
  electionsOf,
  electionText,
  type Election,
} from '../../../../src/renderer/features/party-organizations/election-edits';

const held: Election = { on: '2026-06-01', should: 20, present: 16, deducted: 2 };

describe('elections in their rows (ELECT-QUORUM)', () => {
  it('read back are what was on record, also what the row does not show; an empty row is none', () => {
    expect(electionsOf([held, {}].map(electionText))).toEqual([held]);
  });

  it('takes a day as people write it and leaves what nobody knows unknown', () => {
    const typed = { ...electionText({}), on: '2026.6.1', should: '20' };
    expect(electionsOf([typed])).toEqual([{ on: '2026-06-01', should: 20 }]);
  });

  it.each([
    [{ on: '2026-02-30' }, true],
    [{ on: '2026-06' }, false],
    [{ present: '十六' }, true],
    [{ should: '' }, false],
  ])('%o cannot be stored: %s', (patch, isBad) => {
    expect(electionProblem({ ...electionText(held), ...patch }) !== undefined).toBe(isBad);
  });
});
