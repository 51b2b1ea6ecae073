import { describe, expect, it } from 'vitest';
import type { Organization } from '../../../../src/core/records/organization';
import {
  changesOf,
  creationOf,
  draftOf,
  invalidCounts,
} from '../../../../src/renderer/features/organizations/organization-draft';

const record: Organization = {
  id: 'o1',
  name: '样四物流有限公司',
  kind: 'enterprise',
  status: 'operating',
  staff: 60,
};

describe('changesOf', () => {
  it('sends nothing when nothing was touched', () => {
    expect(changesOf(draftOf(record), record)).toEqual({ patch: {}, clears: [] });
  });

  it('sends a typed number as a number', () => {
    const draft = { ...draftOf(record), members: ' 4 ' };
    expect(changesOf(draft, record)).toEqual({ patch: { members: 4 }, clears: [] });
  });

  it('clears an emptied count instead of calling it nought', () => {
    const draft = { ...draftOf(record), staff: '' };
    expect(changesOf(draft, record)).toEqual({ patch: {}, clears: ['staff'] });
  });

  it('keeps nought as a known number', () => {
    expect(changesOf({ ...draftOf(record), staff: '0' }, record).patch).toEqual({ staff: 0 });
  });
});

describe('creationOf', () => {
  it('carries kind and status as offered', () => {
    expect(creationOf({ ...draftOf({}), name: '测一工作室' })).toEqual({
      name: '测一工作室',
      kind: 'enterprise',
      status: 'operating',
    });
  });
});

describe('invalidCounts', () => {
  it('names the fields that are not whole numbers', () => {
    expect(invalidCounts({ ...draftOf(record), staff: '约六十', members: '3' })).toEqual(['staff']);
  });
});
