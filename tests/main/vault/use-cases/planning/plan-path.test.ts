import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  backwardPath,
  forwardPath,
} from '../../../../../src/main/vault/use-cases/planning/plan-path';
import { openTestDesk, valueOf, type TestDesk } from '../../../../support/desk-kit';

let open: TestDesk;
beforeEach(async () => {
  const dossier = {
    appliedOn: '2025-08-27',
    talkedOn: '2025-09-14',
    activistOn: '2025-12-03',
  } as const;
  open = await openTestDesk([{ table: 'people', record: { id: 'p1', name: '例十', dossier } }]);
});
afterEach(() => open.close());

describe('what-if for one person', () => {
  it('keeps the facts and puts open steps on today or later', () => {
    const rows = valueOf(forwardPath(open.desk, { personId: 'p1' }));
    expect(rows.filter(({ state }) => state === 'done').map(({ fact }) => fact)).toEqual([
      'applied',
      'talked',
      'activist',
    ]);
    expect(rows.find(({ fact }) => fact === 'targetDiscussed')?.on).toBe('2026-12-03');
  });

  it('says which step comes too late for the aim', () => {
    const rows = valueOf(
      backwardPath(open.desk, { personId: 'p1', aim: 'meeting', by: '2026-12-05' }),
    );
    expect(rows.filter(({ isMissed }) => isMissed).map(({ fact }) => fact)).toContain('activist');
  });

  it('never writes: record and journal are as they were', () => {
    const before = [open.desk.ledger.sequence, open.desk.read('people', 'p1')];
    valueOf(forwardPath(open.desk, { personId: 'p1', applyOn: '2027-01-01' }));
    valueOf(backwardPath(open.desk, { personId: 'p1', aim: 'approved', by: '2027-07-01' }));
    expect([open.desk.ledger.sequence, open.desk.read('people', 'p1')]).toEqual(before);
  });

  it('answers plainly for somebody who is not there', () => {
    expect(forwardPath(open.desk, { personId: 'nobody' })).toMatchObject({ ok: false });
  });
});
