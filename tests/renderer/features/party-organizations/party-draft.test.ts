import { describe, expect, it } from 'vitest';
import type { PartyOrganization } from '../../../../src/core/records/party-organization';
import {
  changesOf,
  draftOf,
  invalidFields,
} from '../../../../src/renderer/features/party-organizations/party-draft';

const record: PartyOrganization = {
  id: 'p1',
  name: '例二商圈联合党支部',
  level: 'branch',
  form: 'joint',
  termYears: 3,
  lastElectedOn: '2023-11-15',
};

describe('changesOf', () => {
  it('sends a new election day and leaves the term as it was', () => {
    const draft = { ...draftOf(record), lastElectedOn: '2026-11-20' };
    expect(changesOf(draft, record)).toEqual({
      patch: { lastElectedOn: '2026-11-20' },
      clears: [],
    });
  });

  it('clears an emptied day', () => {
    const draft = { ...draftOf(record), lastElectedOn: '' };
    expect(changesOf(draft, record)).toEqual({ patch: {}, clears: ['lastElectedOn'] });
  });

  it('reads a day as people write it', () => {
    const draft = { ...draftOf(record), lastElectedOn: '2026年11月20日' };
    expect(changesOf(draft, record).patch).toEqual({ lastElectedOn: '2026-11-20' });
  });

  it('sends years as a number', () => {
    expect(changesOf({ ...draftOf(record), termYears: '5' }, record).patch).toEqual({
      termYears: 5,
    });
  });
});

describe('invalidFields', () => {
  it('refuses a month where a day is meant', () => {
    expect(invalidFields({ ...draftOf(record), lastElectedOn: '2026-11' })).toEqual([
      'lastElectedOn',
    ]);
  });

  it('refuses words where a number of years is meant', () => {
    expect(invalidFields({ ...draftOf(record), termYears: '三' })).toEqual(['termYears']);
  });
});
