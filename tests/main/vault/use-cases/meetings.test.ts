import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeetingDraft } from '../../../../src/contract/meetings';
import { undo } from '../../../../src/main/vault/use-cases/history';
import { saveMeeting } from '../../../../src/main/vault/use-cases/meetings/save-meeting';
import { openTestDesk, valueOf, type SeedRecord, type TestDesk } from '../../../support/desk-kit';

const person = (id: string, dossier: object): SeedRecord =>
  ({ table: 'people', record: { id, name: `测${id}`, branchId: 'b1', dossier } }) as SeedRecord;
const seed = [
  {
    table: 'partyOrganizations',
    record: { id: 'b1', name: '测支部', level: 'branch', hasCommittee: true, form: 'own' },
  },
  person('甲', { appliedOn: '2026-06-01', talkedOn: '2026-06-10', activistOn: '2026-10-01' }),
  person('乙', { developmentTargetOn: '2026-03-01', preReviewedOn: '2026-11-10' }),
] as SeedRecord[];

let opened: TestDesk;
beforeEach(async () => (opened = await openTestDesk(seed)));
afterEach(() => opened.close());

const roll = Array.from({ length: 5 }, (_, index) => ({
  name: `样${index}`,
  attendance: 'present' as const,
}));
const committee: MeetingDraft = {
  partyOrganizationId: 'b1',
  kind: 'branchCommittee',
  on: '2026-11-20',
  items: [{ personId: '甲', step: 7, decision: 'passed' }],
};
const assembly: MeetingDraft = {
  partyOrganizationId: 'b1',
  kind: 'memberMeeting',
  on: '2026-11-20',
  roll,
  items: [
    {
      personId: '乙',
      step: 15,
      decision: 'passed',
      ballot: { yes: 5, no: 0, abstain: 0, isSecret: true },
    },
  ],
};
const matter = assembly.items?.[0];
if (matter === undefined) throw new Error('the assembly has a matter');

const refused = (meeting: MeetingDraft, overrideReason?: string) =>
  saveMeeting(opened.desk, {
    meeting,
    ...(overrideReason === undefined ? {} : { overrideReason }),
  });

describe('what no reason can mend', () => {
  it.each<[string, MeetingDraft]>([
    ['没有这个党组织', { ...committee, partyOrganizationId: 'nobody' }],
    ['晚于今天', { ...committee, on: '2027-05-01' }],
    ['没有议题', { ...committee, items: [] }],
    [
      '列了两次',
      {
        ...committee,
        items: [...(committee.items ?? []), { personId: '甲', step: 3, decision: 'passed' }],
      },
    ],
    ['没有写明结果', { ...committee, items: [{ personId: '甲', step: 7 }] }],
  ])('%s: refused with a reason as without one, and nothing is written', (words, meeting) => {
    const before = opened.desk.ledger.sequence;
    for (const reason of [undefined, '情况特殊']) {
      const result = refused(meeting, reason);
      expect(result).toMatchObject({ ok: false, failure: { code: 'C-108' } });
      expect(result.ok ? '' : result.failure.message).toContain(words);
    }
    expect(opened.desk.ledger.sequence).toBe(before);
  });
});

describe('what is saved only with a reason on record', () => {
  it.each<[string, string, MeetingDraft]>([
    // Activist since 2026-10-01: the year ends on 2027-10-01.
    ['26#13 a year of training', '2027-10-01', committee],
    [
      '26#20 the vote does not carry',
      '不能记为通过',
      {
        ...assembly,
        items: [{ ...matter, ballot: { yes: 1, no: 4, abstain: 0, isSecret: true } }],
      },
    ],
    [
      '26#19 a secret ballot that nobody stated',
      '无记名投票',
      { ...assembly, items: [{ ...matter, ballot: { yes: 5, no: 0, abstain: 0 } }] },
    ],
    [
      'a figure is missing',
      '没有填全',
      { ...assembly, items: [{ ...matter, ballot: { isSecret: true } }] },
    ],
    [
      'a step that is not the next one',
      '不到办这一步',
      { ...committee, items: [{ personId: '乙', step: 7, decision: 'passed' }] },
    ],
  ])('%s', (_law, words, meeting) => {
    const result = refused(meeting);
    expect(result.ok ? '' : result.failure.message).toContain(words);
    const saved = valueOf(refused(meeting, '情况特殊，附说明'));
    expect(opened.desk.ledger.history.entry(saved.changeId)?.note).toBe('情况特殊，附说明');
  });
});

it('a meeting in order is one change, and undo takes all of it back', () => {
  const saved = valueOf(refused(assembly));
  expect(opened.desk.read('people', '乙')?.dossier?.meeting).toMatchObject({
    ...{ on: '2026-11-20', should: 5, present: 5, yes: 5, isSecret: true },
  });
  valueOf(undo(opened.desk, { changeId: saved.changeId }));
  expect(opened.desk.read('people', '乙')?.dossier?.meeting).toBeUndefined();
  expect(opened.desk.read('meetings', saved.id)).toBeUndefined();
});
