import { describe, expect, it } from 'vitest';
import { dossierSchema, type Dossier } from '../../../../src/core/records/dossier';
import {
  applyLists,
  factLists,
  isBadList,
  membershipFields,
  readLists,
  withRow,
  type ListKey,
} from '../../../../src/renderer/features/people/fact-lists';
import { applyFacts, readFacts } from '../../../../src/renderer/features/people/fact-values';

const dossier: Dossier = {
  branchDecisions: [
    { step: 3, on: '2025-09-10', body: 'branchCommittee', members: 5, present: 4, isMinuted: true },
    { step: 7, on: '2026-09' },
  ],
  localNotices: [{ kind: 'activist', from: '2025-09-11', until: '2025-09-17' }],
  transfers: [{ on: '2026-03-02', direction: 'in', hasPapers: true, isReviewed: false }],
  disciplinaryMatters: [{ kind: 'investigation', from: '2026-01-05' }],
};
const listOf = (key: ListKey) => {
  const list = factLists.find((each) => each.key === key);
  if (list === undefined) throw new Error(`no list ${key}`);
  return list;
};

describe('facts that come several times over', () => {
  it('read and applied unchanged are no change', () => {
    expect(applyLists(dossier, readLists(dossier))).toEqual({ patch: {}, clears: [] });
  });

  it('typed into an empty form they are what was on record, in the shape of the record', () => {
    const { patch } = applyLists({}, readLists(dossier));
    expect(patch).toEqual(dossier);
    expect(dossierSchema.parse(patch)).toEqual(dossier);
  });

  it('a row added and left empty is no change, typed in it is stored with a day as people write it', () => {
    const list = listOf('localNotices');
    const added = withRow(list, readLists(dossier));
    expect(applyLists(dossier, added)).toEqual({ patch: {}, clears: [] });
    const typed = {
      ...added,
      'localNotices.1.kind': 'confirm',
      'localNotices.1.from': '2026.11.2',
    };
    expect(applyLists(dossier, typed).patch).toEqual({
      localNotices: [...(dossier.localNotices ?? []), { kind: 'confirm', from: '2026-11-02' }],
    });
  });

  it('a row emptied of everything falls away, the last one takes the list with it', () => {
    const values = {
      ...readLists(dossier),
      'branchDecisions.1.step': '',
      'branchDecisions.1.on': '',
    };
    expect(applyLists(dossier, values).patch.branchDecisions).toHaveLength(1);
    const none = {
      ...readLists(dossier),
      'disciplinaryMatters.0.kind': '',
      'disciplinaryMatters.0.from': '',
    };
    expect(applyLists(dossier, none)).toEqual({ patch: {}, clears: ['disciplinaryMatters'] });
  });

  it.each([
    [{ 'localNotices.0.kind': '' }, true],
    [{ 'localNotices.0.until': '2026-02-30' }, true],
    [{ 'branchDecisions.0.present': '四' }, true],
    [{ 'transfers.0.direction': '' }, false],
  ])('%o cannot be stored: %s', (patch, isBad) => {
    expect(isBadList({ ...readLists(dossier), ...patch })).toBe(isBad);
  });
});

describe('党员动态 (FLOAT-6M, LAPSE-6M)', () => {
  it('is typed like the facts of the steps and goes away when all is emptied', () => {
    const membership: Dossier['membership'] = { awayFrom: '2026-05-10', excuse: '住院' };
    const values = readFacts({ membership }, membershipFields);
    expect(applyFacts({}, values, membershipFields).patch).toEqual({ membership });
    const emptied = { ...values, 'membership.awayFrom': '', 'membership.excuse': '' };
    expect(applyFacts({ membership }, emptied, membershipFields)).toEqual({
      patch: {},
      clears: ['membership'],
    });
  });
});
