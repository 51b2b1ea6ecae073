import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { homeOverview } from '../../../../src/main/vault/use-cases/home';
import { deadlineReminder } from '../../../../src/main/vault/use-cases/reports/lists';
import { savePersonFacts } from '../../../../src/main/vault/use-cases/save-person';
import {
  addSnooze,
  endSnooze,
  listDuties,
  listSnoozes,
} from '../../../../src/main/vault/use-cases/snoozes';
import { openTestDesk, valueOf, type TestDesk } from '../../../support/desk-kit';

const reminder = { key: 'p1/TALK-1M', dueOn: '2026-11-20', reason: '本人出差' } as const;

let open: TestDesk;
beforeEach(async () => {
  const dossier = { appliedOn: '2026-10-20', receivedOn: '2026-10-20' } as const;
  open = await openTestDesk([
    { table: 'people', record: { id: 'p1', name: '例二', dossier } },
    {
      table: 'organizations',
      record: { id: 'o1', name: '设广告公司', kind: 'enterprise', status: 'operating' },
    },
    {
      table: 'gapTasks',
      record: {
        id: 't1',
        rule: 'BLANK',
        organizationId: 'o1',
        owner: '办理员甲',
        dueOn: '2026-11-25',
      },
    },
  ]);
});
afterEach(() => open.close());

const shown = () => {
  const { groups, snoozed } = valueOf(homeOverview(open.desk));
  return { keys: groups.flatMap(({ items }) => items.map(({ key }) => key)), snoozed };
};

describe('a reminder that is put off', () => {
  it('leaves the home lists, is listed with its reason, and returns on its day', () => {
    expect(shown()).toEqual({ keys: ['p1/TALK-1M', 't1/task'], snoozed: 0 });
    valueOf(addSnooze(open.desk, { ...reminder, until: '2026-11-30' }));
    expect(shown()).toEqual({ keys: ['t1/task'], snoozed: 1 });
    expect(valueOf(listSnoozes(open.desk))).toMatchObject([
      { until: '2026-11-30', reason: '本人出差', madeBy: '办理员甲', item: { days: -3 } },
    ]);
    open.setToday('2026-11-30');
    expect(shown()).toEqual({ keys: ['p1/TALK-1M', 't1/task'], snoozed: 0 });
  });

  it('returns when somebody ends it before its day', () => {
    valueOf(addSnooze(open.desk, { ...reminder, until: '2026-11-30' }));
    const [snooze] = valueOf(listSnoozes(open.desk));
    valueOf(endSnooze(open.desk, { id: snooze?.id ?? '' }));
    expect(shown().keys).toContain('p1/TALK-1M');
  });

  it('returns at once when the deadline itself moves', () => {
    valueOf(addSnooze(open.desk, { ...reminder, until: '2026-11-30' }));
    valueOf(
      savePersonFacts(open.desk, { id: 'p1', patch: { receivedOn: '2026-10-22' }, clears: [] }),
    );
    expect(shown()).toEqual({ keys: ['p1/TALK-1M', 't1/task'], snoozed: 0 });
  });

  it('may be a task as well as a deadline of the law', () => {
    valueOf(
      addSnooze(open.desk, {
        key: 't1/task',
        dueOn: '2026-11-25',
        until: '2026-12-01',
        reason: '等批复',
      }),
    );
    expect(shown()).toEqual({ keys: ['p1/TALK-1M'], snoozed: 1 });
  });

  it.each([
    ['a day that is not ahead', { until: '2026-11-23' as const }],
    ['no reason', { until: '2026-11-30' as const, reason: '  ' }],
    [
      'a deadline that is not this one',
      { until: '2026-11-30' as const, dueOn: '2026-11-21' as const },
    ],
  ])('is refused for %s', (_why, patch) => {
    expect(addSnooze(open.desk, { ...reminder, ...patch })).toMatchObject({ ok: false });
    expect(shown().snoozed).toBe(0);
  });
});

describe('组织事项 put off', () => {
  const duty = { key: 'duty:STAT-1231/2026-12-31', dueOn: '2026-12-31' } as const;
  const duties = () => valueOf(listDuties(open.desk)).map(({ key }) => key);
  const printed = () =>
    deadlineReminder(open.desk, { report: 'deadlineReminder', outputMode: 'internal' }).rows.map(
      ({ cells }) => cells.slice(0, 5).join(' '),
    );

  it('leave the list and the paper, are listed with their reason, and return on their day', () => {
    open.setToday('2026-12-20');
    expect(duties()).toEqual([duty.key, 'duty:STAT-0630/2027-06-30']);
    expect(printed()).toContain('组织事项 1 件    ');
    expect(printed().at(-1)).toMatch(/^1 2026-12-31 11 天后 .* 年度统计（/);
    valueOf(addSnooze(open.desk, { ...duty, until: '2026-12-28', reason: '等区里布置' }));
    expect(duties()).toEqual(['duty:STAT-0630/2027-06-30']);
    expect(printed().join()).not.toContain('组织事项');
    expect(shown().snoozed).toBe(1);
    expect(valueOf(listSnoozes(open.desk))).toMatchObject([
      { reason: '等区里布置', item: { subject: 'office', title: '年度统计', days: 11 } },
    ]);
    open.setToday('2026-12-28');
    expect(duties()).toContain(duty.key);
  });

  it('are not put off under another day than their own, nor where nobody has such a duty', () => {
    for (const wrong of [
      { ...duty, dueOn: '2026-12-30' as const },
      { ...duty, key: 'duty:STAT-1231/2031-12-31' },
    ])
      expect(addSnooze(open.desk, { ...wrong, until: '2027-01-01', reason: '无' }).ok).toBe(false);
  });
});

it('a request that somebody waits for can be put off', async () => {
  const made = await openTestDesk([
    {
      table: 'requests',
      record: { id: 'r1', content: '想要一间活动室', raisedOn: '2026-11-01', dueOn: '2026-11-25' },
    },
  ]);
  const [dueOn, until] = ['2026-11-25', '2026-12-01'] as const;
  valueOf(addSnooze(made.desk, { key: 'r1/request', dueOn, until, reason: '等回复' }));
  expect(valueOf(homeOverview(made.desk)).snoozed).toBe(1);
  expect(valueOf(homeOverview(made.desk)).groups.flatMap(({ items }) => items)).toEqual([]);
  await made.close();
});
