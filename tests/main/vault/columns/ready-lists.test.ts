import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readyLists, type ReadyList } from '../../../../src/contract/people';
import type { Dossier } from '../../../../src/core/records/dossier';
import { countReadyLists, listPeople } from '../../../../src/main/vault/use-cases/people-list';
import { openTestDesk, valueOf, type TestDesk } from '../../../support/desk-kit';

/** Monday 2026-11-23; the week ends on 11-29. Who belongs to which list, and why. */
const target = { developmentTargetOn: '2026-10-01' } as const;
const passed = { politicalReview: { on: '2026-10-20', result: '合格' } } as const;
const overrides = [{ rule: 'MEET-1M', reason: '上级同意延期', on: '2026-11-20' as const }];
const dossiers: Readonly<Record<string, Dossier>> = {
  'talk due 11-26': { receivedOn: '2026-10-26', appliedOn: '2026-10-26' },
  'talk overdue since 11-19': { receivedOn: '2026-10-19', appliedOn: '2026-10-19' },
  'talk due 12-20, beyond the lead of ten days': {
    receivedOn: '2026-11-20',
    appliedOn: '2026-11-20',
  },
  'talked in time': { receivedOn: '2026-10-26', appliedOn: '2026-10-26', talkedOn: '2026-11-01' },
  'activist without a mentor': { activistOn: '2026-10-26' },
  'a year on the very day': { activistOn: '2025-11-23', mentors: [{ name: '联甲' }] },
  'a year tomorrow': { activistOn: '2025-11-24', mentors: [{ name: '联甲' }] },
  'notice until 11-26': {
    activistOn: '2025-10-22',
    mentors: [{ name: '联甲' }],
    targetDiscussedOn: '2026-11-10',
    notice: { from: '2026-11-20' },
  },
  'review open': target,
  'awaiting pre-review': { ...target, ...passed },
  'pre-reviewed on 11-10': { ...target, ...passed, preReviewedOn: '2026-11-10' },
  'meeting held': {
    ...target,
    ...passed,
    preReviewedOn: '2026-11-01',
    meeting: { on: '2026-11-12' },
  },
  'probation ends 12-10': { meeting: { on: '2025-12-10' }, approvedOn: '2026-01-28' },
  'probation ended yesterday': { meeting: { on: '2025-11-23' }, approvedOn: '2026-01-28' },
  'probation extended to 2027-05-23': {
    meeting: { on: '2025-11-23' },
    approvedOn: '2026-01-28',
    extension: { resolvedOn: '2026-11-20', months: 6 },
  },
  'a paper is absent': {
    ...target,
    ...passed,
    preReviewedOn: '2026-11-20',
    papers: [{ kind: '自传', state: 'absent' }],
  },
  'taken on over a block': { receivedOn: '2026-11-23', overrides },
  'a full member taken on over a block': { confirmationApprovedOn: '2020-07-01', overrides },
  withdrawn: { receivedOn: '2026-10-19', events: [{ kind: 'applicationWithdrawn' }] },
};

const expected: Readonly<Record<Exclude<ReadyList, 'dueThisWeek'>, readonly string[]>> = {
  talkSoonOverdue: ['talk due 11-26', 'talk overdue since 11-19'],
  withoutMentor: ['activist without a mentor'],
  yearWithoutDiscussion: ['a year on the very day'],
  inNotice: ['notice until 11-26'],
  politicalReviewOpen: ['review open'],
  awaitingPreReview: ['awaiting pre-review'],
  preReviewedWithoutMeeting: ['pre-reviewed on 11-10', 'a paper is absent'],
  awaitingApproval: ['meeting held'],
  probationEnding: ['probation ends 12-10'],
  probationOverdue: ['probation ended yesterday'],
  papersMissing: ['a paper is absent'],
  overridden: ['taken on over a block', 'a full member taken on over a block'],
};

let open: TestDesk;
beforeAll(async () => {
  open = await openTestDesk(
    Object.entries(dossiers).map(([name, dossier]) => ({
      table: 'people' as const,
      record: { id: name, name, dossier },
    })),
  );
});
afterAll(() => open.close());

const namesOf = (readyList: ReadyList) =>
  valueOf(
    listPeople(open.desk, {
      filter: { readyList },
      sort: { by: 'name', descending: false },
      range: { offset: 0, limit: 100 },
    }),
  ).rows.map(({ name }) => name);

describe('the ready lists', () => {
  it.each(Object.entries(expected))('%s', (list, names) => {
    expect(namesOf(list as ReadyList).sort()).toEqual([...names].sort());
  });

  it('本周到期 holds whoever has any limit from today to Sunday, also beside an overdue one', () => {
    const names = namesOf('dueThisWeek');
    expect(names).toContain('talk due 11-26');
    expect(names).toContain('a year tomorrow');
    expect(names).not.toContain('talk overdue since 11-19');
    expect(names).not.toContain('withdrawn');
  });

  it('says on each button the length of the list it opens', () => {
    const counts = valueOf(countReadyLists(open.desk));
    expect(counts).toEqual(readyLists.map((id) => ({ id, count: namesOf(id).length })));
  });
});
