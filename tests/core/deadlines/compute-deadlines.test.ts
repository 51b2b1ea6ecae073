import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadline, earliestAfter } from '../../../src/core/calendar/arithmetic';
import type { CalendarDate } from '../../../src/core/calendar/calendar-date';
import { fromDayNumber, toDayNumber } from '../../../src/core/calendar/day-number';
import { computeDeadlines } from '../../../src/core/deadlines/compute-deadlines';
import type { Deadline, DeadlineStatus } from '../../../src/core/deadlines/types';
import type { Dossier } from '../../../src/core/records/dossier';
import { rulebooksWithBoundary } from '../../../src/core/regulations/rulebooks';
import { anyDossier, deepFreeze } from '../../support/any-dossier';

const today: CalendarDate = '2026-11-23';

function deadlinesOf(dossier: Dossier, rule: string, on: CalendarDate = today): Deadline[] {
  return computeDeadlines({ dossier }, { today: on }).filter((item) => item.rule === rule);
}

describe('days the law counts, over the shared time cases', () => {
  it.each<[string, Dossier, string, CalendarDate]>([
    ['TC01 第七条', { receivedOn: '2026-01-31' }, 'TALK-1M', '2026-02-28'],
    ['TC03 第七条', { receivedOn: '2024-01-31' }, 'TALK-1M', '2024-02-29'],
    ['TC05 第七条', { receivedOn: '2026-10-20' }, 'TALK-1M', '2026-11-20'],
    ['rules §1 step 2, 申请日代收到日', { appliedOn: '2026-10-31' }, 'TALK-1M', '2026-11-30'],
    ['TC13 第十二条', { activistOn: '2025-03-10' }, 'ACTIVIST-1Y', '2026-03-10'],
    ['TC23 第十三条', { activistOn: '2024-02-29' }, 'ACTIVIST-1Y', '2025-03-01'],
    ['TC25 第十三条', { notice: { from: '2027-02-22' } }, 'PUBLICITY-5WD', '2027-02-26'],
    ['TC27 第十三条', { notice: { from: '2026-11-20' } }, 'PUBLICITY-5WD', '2026-11-26'],
    ['TC29 第十三条', { notice: { from: '2026-09-29' } }, 'PUBLICITY-5WD', '2026-10-10'],
    ['TC33 第十三条', { notice: { from: '2026-06-22' } }, 'PUBLICITY-5WD', '2026-06-26'],
    ['TC39 第十九条', { preReviewedOn: '2026-04-10' }, 'MEET-1M', '2026-05-10'],
    ['TC41 第二十五条', { meeting: { on: '2026-08-31' } }, 'APPROVE-3M', '2026-11-30'],
    ['TC45① 第二十九条', { approvedOn: '2026-07-01' }, 'OATH-1M', '2026-08-01'],
    ['TC47 第三十一条', { meeting: { on: '2024-02-29' } }, 'PROBATION-1Y', '2025-03-01'],
    ['TC49 第三十一条', { meeting: { on: '2023-06-30' } }, 'PROBATION-1Y', '2024-06-30'],
    [
      'TC57 第三十一条',
      { meeting: { on: '2024-11-30' }, extension: { months: 12 } },
      'PROBATION-1Y',
      '2026-11-30',
    ],
    [
      'TC59 第三十一条',
      { meeting: { on: '2025-08-31' }, extension: { months: 6 } },
      'PROBATION-1Y',
      '2027-03-01',
    ],
    ['TC63 第三十三条', { confirmationMeeting: { on: '2028-05-03' } }, 'CONFIRM-3M', '2028-08-03'],
    ['rules §2 CONFIRM-APPLY', { meeting: { on: '2025-06-10' } }, 'CONFIRM-APPLY', '2026-06-25'],
    ['rules §2 CONFIRM-PROMPT', { meeting: { on: '2025-06-10' } }, 'CONFIRM-PROMPT', '2026-07-10'],
    ['rules §2 FILE-ACTIVIST', { activistOn: '2026-06-01' }, 'FILE-ACTIVIST', '2026-07-01'],
    ['rules §2 CONTACT-1..2', { activistOn: '2026-06-01' }, 'CONTACT-1..2', '2026-07-01'],
    ['rules §2 FILE-UP', { approvedOn: '2026-06-01' }, 'FILE-UP', '2026-07-01'],
    ['rules §2 GROUP-ASSIGN', { approvedOn: '2026-06-01' }, 'GROUP-ASSIGN', '2026-07-01'],
    ['rules §2 ARCHIVE', { confirmationApprovedOn: '2026-06-01' }, 'ARCHIVE', '2026-07-01'],
  ])('%s: %j puts %s on %s', (_law, dossier, rule, expected) => {
    expect(deadlinesOf(dossier, rule).map(({ on }) => on)).toEqual([expected]);
  });

  it('TC41: six months of a special case are the outer limit of the approval', () => {
    expect(deadlinesOf({ meeting: { on: '2026-08-31' } }, 'APPROVE-3M')[0]?.outerOn).toBe(
      '2027-02-28',
    );
  });

  it.each<[string, CalendarDate, CalendarDate[]]>([
    ['TC15', '2026-01-15', ['2026-07-15', '2027-01-15']],
    ['TC15 另一人', '2026-08-31', ['2027-02-28', '2027-08-31']],
  ])(
    '%s: half-years from %s are reckoned from the anchor and do not drift',
    (_id, on, expected) => {
      const [first = today] = expected;
      const found = deadlinesOf({ activistOn: on, reviewedOn: [first] }, 'OBSERVE-6M');
      expect(found.map((item) => item.on)).toEqual(expected);
    },
  );

  it('TC25: days of a year without an official arrangement are 暂算', () => {
    const [item] = deadlinesOf({ notice: { from: '2027-02-22' } }, 'PUBLICITY-5WD');
    expect(item?.isProvisional).toBe(true);
    const [known] = deadlinesOf({ notice: { from: '2026-11-20' } }, 'PUBLICITY-5WD');
    expect(known?.isProvisional).toBe(false);
  });
});

describe('what the day and the facts make of a deadline', () => {
  it.each<[string, Dossier, string, DeadlineStatus]>([
    ['TC05: three days late is overdue', { receivedOn: '2026-10-20' }, 'TALK-1M', 'overdue'],
    ['due inside its lead', { receivedOn: '2026-10-30' }, 'TALK-1M', 'due'],
    ['the last day is still due', { receivedOn: '2026-10-23' }, 'TALK-1M', 'due'],
    ['waiting before its lead', { receivedOn: '2026-11-20' }, 'TALK-1M', 'waiting'],
    [
      'done on the last day is met',
      { receivedOn: '2026-01-31', talkedOn: '2026-02-28' },
      'TALK-1M',
      'met',
    ],
    [
      'done a day late is breached',
      { receivedOn: '2026-01-31', talkedOn: '2026-03-01' },
      'TALK-1M',
      'breached',
    ],
    [
      'TC19: nine days early is breached',
      { activistOn: '2025-03-01', targetDiscussedOn: '2026-02-20' },
      'ACTIVIST-1Y',
      'breached',
    ],
    [
      'TC21: the very day counts',
      { activistOn: '2023-09-01', targetDiscussedOn: '2024-09-01' },
      'ACTIVIST-1Y',
      'met',
    ],
    [
      'TC51: confirmation on the very day',
      { meeting: { on: '2024-12-08' }, confirmationMeeting: { on: '2025-12-08' } },
      'PROBATION-1Y',
      'met',
    ],
    [
      'TC63: a day late is breached',
      { confirmationMeeting: { on: '2028-05-03' }, confirmationApprovedOn: '2028-08-04' },
      'CONFIRM-3M',
      'breached',
    ],
    [
      'TC27: listing on the last day of the notice is too early',
      { notice: { from: '2026-11-20' }, developmentTargetOn: '2026-11-26' },
      'PUBLICITY-5WD',
      'breached',
    ],
    [
      'TC27: the day after the notice',
      { notice: { from: '2026-11-20' }, developmentTargetOn: '2026-11-27' },
      'PUBLICITY-5WD',
      'met',
    ],
    ['a month without its day is unknown', { receivedOn: '2026-10' }, 'TALK-1M', 'unknown'],
  ])('%s: %j', (_title, dossier, rule, expected) => {
    expect(deadlinesOf(dossier, rule).map(({ status }) => status)).toEqual([expected]);
  });

  it('counts from today, negative when overdue (TC05)', () => {
    expect(deadlinesOf({ receivedOn: '2026-10-20' }, 'TALK-1M')[0]?.days).toBe(-3);
  });

  it('says nothing of a period whose beginning is not known', () => {
    expect(computeDeadlines({ dossier: {} }, { today })).toEqual([]);
  });

  it.each<[string, CalendarDate, CalendarDate, boolean | undefined]>([
    ['wholly under the old text has no limit', '2026-03-01', '2026-04-20', undefined],
    ['TC39: across the boundary is 跨版本 and never a task', '2026-04-10', '2026-06-01', true],
    ['TC45②: the same for an oath of the old time', '2026-05-17', '2026-05-18', true],
    ['from the first day of the new text it is a limit', '2026-05-18', '2026-06-30', false],
  ])('rules §0.1: a meeting after pre-review %s', (_title, preReviewedOn, on, isStraddling) => {
    const [item] = deadlinesOf({ preReviewedOn, meeting: { on } }, 'MEET-1M');
    expect(item?.isStraddling).toBe(isStraddling);
    if (isStraddling === true) expect(item).toMatchObject({ severity: 'INFO', isOpen: false });
  });

  it('a district with a later boundary judges by the old text until then', () => {
    const dossier: Dossier = { preReviewedOn: '2026-05-20', meeting: { on: '2026-05-30' } };
    const rulebooks = rulebooksWithBoundary('2026-06-18');
    const rules = computeDeadlines({ dossier }, { today, rulebooks }).map(({ rule }) => rule);
    expect(rules).not.toContain('MEET-1M');
  });

  it('a closed dossier has nothing open', () => {
    const dossier: Dossier = {
      receivedOn: '2026-10-20',
      activistOn: '2026-11-01',
      events: [{ kind: 'applicationWithdrawn' }],
    };
    expect(computeDeadlines({ dossier }, { today }).filter(({ isOpen }) => isOpen)).toEqual([]);
  });
});

describe('for any dossier', () => {
  it('facts stay as they were typed', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const before = structuredClone(dossier);
        computeDeadlines({ dossier: deepFreeze(dossier) }, { today });
        expect(dossier).toEqual(before);
      }),
    );
  });

  it('a later receipt never gives an earlier talk, a later meeting never an earlier end', () => {
    const day = fc.integer({ min: toDayNumber('2014-06-01'), max: toDayNumber('2030-12-31') });
    fc.assert(
      fc.property(day, fc.nat(800), (from, further) => {
        const [early, late] = [fromDayNumber(from), fromDayNumber(from + further)];
        const last = (on: CalendarDate) =>
          computeDeadlines(
            { dossier: { receivedOn: on, activistOn: on, meeting: { on } } },
            { today },
          ).map((item) => `${item.rule} ${item.on ?? ''}`);
        const later = last(late);
        for (const [index, text] of last(early).entries()) expect(later[index]! >= text).toBe(true);
      }),
    );
  });

  it('a deadline never lies before its anchor', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        for (const { on, anchor } of computeDeadlines({ dossier }, { today })) {
          if (on !== undefined && anchor.on !== undefined) expect(on >= anchor.on).toBe(true);
        }
      }),
    );
  });

  it('months are the arithmetic of the calendar and of nothing else', () => {
    const on: CalendarDate = '2025-08-31';
    const byRule = new Map(
      computeDeadlines({ dossier: { meeting: { on } } }, { today }).map((item) => [
        item.rule,
        item.on,
      ]),
    );
    expect(byRule.get('APPROVE-3M')).toBe(deadline(on, 3));
    expect(byRule.get('PROBATION-1Y')).toBe(earliestAfter(on, 12));
  });
});
