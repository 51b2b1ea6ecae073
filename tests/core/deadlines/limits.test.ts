import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar/arithmetic';
import type { CalendarDate } from '../../../src/core/calendar/calendar-date';
import { computeDeadlines } from '../../../src/core/deadlines/compute-deadlines';
import { deadlineTable } from '../../../src/core/deadlines/deadline-table';
import type { Dossier } from '../../../src/core/records/dossier';

type Limit = {
  readonly rule: string;
  /** Articles of 2014 and 2026; `undefined` = no rule of that text. */
  readonly articles: readonly [string | undefined, string | undefined];
  readonly begun: (on: CalendarDate) => Dossier;
  readonly done: (on: CalendarDate) => Dossier;
  /** First day → due day: an ordinary one, a month end, 29 February. */
  readonly days: readonly (readonly [CalendarDate, CalendarDate])[];
  readonly isNotBefore?: true;
};

const both = (old: string, now: string): Limit['articles'] => [`第${old}条`, `第${now}条`];
const thirtyDays: Limit['days'] = [
  ['2026-06-10', '2026-07-10'],
  ['2026-08-31', '2026-09-30'],
  ['2028-02-29', '2028-03-30'],
];
const oneMonth: Limit['days'] = [
  ['2026-06-10', '2026-07-10'],
  ['2026-08-31', '2026-09-30'],
  ['2028-02-29', '2028-03-29'],
];
const threeMonths: Limit['days'] = [
  ['2026-06-10', '2026-09-10'],
  ['2025-11-30', '2026-02-28'],
  ['2028-02-29', '2028-05-29'],
];
const aYear: Limit['days'] = [
  ['2026-06-10', '2027-06-10'],
  ['2026-08-31', '2027-08-31'],
  ['2024-02-29', '2025-03-01'],
];

/** Every limit of the table by its articles (rules §2): what holds the day before, on the day and the day after. */
const limits: readonly Limit[] = [
  {
    rule: 'TALK-1M',
    articles: both('七', '七'),
    begun: (on) => ({ receivedOn: on }),
    done: (on) => ({ talkedOn: on }),
    days: oneMonth,
  },
  {
    rule: 'FILE-ACTIVIST',
    articles: both('八', '八'),
    begun: (on) => ({ activistOn: on }),
    done: (on) => ({ activistFiledOn: on }),
    days: thirtyDays,
  },
  {
    rule: 'CONTACT-1..2',
    articles: both('九', '九'),
    begun: (on) => ({ activistOn: on }),
    done: (on) => ({ mentors: [{ name: '测一', from: on }] }),
    days: thirtyDays,
  },
  {
    rule: 'OBSERVE-6M',
    articles: both('十一', '十一'),
    begun: (on) => ({ activistOn: on }),
    done: (on) => ({ reviewedOn: [on] }),
    days: [
      ['2026-06-10', '2026-12-10'],
      ['2025-08-31', '2026-02-28'],
      ['2028-02-29', '2028-08-29'],
    ],
  },
  {
    rule: 'ACTIVIST-1Y',
    articles: both('十三', '十三'),
    begun: (on) => ({ activistOn: on }),
    done: (on) => ({ targetDiscussedOn: on }),
    days: aYear,
    isNotBefore: true,
  },
  {
    rule: 'MEET-1M',
    articles: [undefined, '第十九条'],
    begun: (on) => ({ preReviewedOn: on }),
    done: (on) => ({ meeting: { on } }),
    days: oneMonth,
  },
  {
    rule: 'APPROVE-3M',
    articles: both('二十六', '二十五'),
    begun: (on) => ({ meeting: { on } }),
    done: (on) => ({ approvedOn: on }),
    days: threeMonths,
  },
  {
    rule: 'FILE-UP',
    articles: both('二十六', '二十五'),
    begun: (on) => ({ approvedOn: on }),
    done: (on) => ({ filedUpOn: on }),
    days: thirtyDays,
  },
  {
    rule: 'GROUP-ASSIGN',
    articles: both('二十九', '二十八'),
    begun: (on) => ({ approvedOn: on }),
    done: (on) => ({ groupAssignedOn: on }),
    days: thirtyDays,
  },
  {
    rule: 'OATH-1M',
    articles: [undefined, '第二十九条'],
    begun: (on) => ({ approvedOn: on }),
    done: (on) => ({ oathOn: on }),
    days: oneMonth,
  },
  {
    rule: 'CONFIRM-APPLY',
    articles: both('三十三', '三十二'),
    begun: (on) => ({ meeting: { on: yearBefore(on) } }),
    done: (on) => ({ confirmationAppliedOn: on }),
    days: [
      ['2026-06-10', '2026-06-25'],
      ['2026-08-31', '2026-09-15'],
      ['2025-03-01', '2025-03-16'],
    ],
  },
  {
    rule: 'PROBATION-1Y',
    articles: both('三十二', '三十一'),
    begun: (on) => ({ meeting: { on } }),
    done: (on) => ({ confirmationMeeting: { on } }),
    days: aYear,
    isNotBefore: true,
  },
  {
    rule: 'CONFIRM-PROMPT',
    articles: both('三十二', '三十一'),
    begun: (on) => ({ meeting: { on: yearBefore(on) } }),
    done: (on) => ({ confirmationMeeting: { on } }),
    days: [
      ['2026-06-10', '2026-07-10'],
      ['2026-08-31', '2026-09-30'],
      ['2025-03-01', '2025-03-31'],
    ],
  },
  {
    rule: 'TRANSFER-DEFER-6M',
    articles: both('三十六', '三十五'),
    begun: (on) => ({ meeting: { on: yearBefore(on) }, transfers: [{ direction: 'in' }] }),
    done: (on) => ({ confirmationMeeting: { on } }),
    days: [
      ['2026-06-10', '2026-12-10'],
      ['2025-08-31', '2026-02-28'],
      ['2025-03-01', '2025-09-01'],
    ],
  },
  {
    rule: 'CONFIRM-3M',
    articles: both('三十四', '三十三'),
    begun: (on) => ({ confirmationMeeting: { on } }),
    done: (on) => ({ confirmationApprovedOn: on }),
    days: threeMonths,
  },
  {
    rule: 'ARCHIVE',
    articles: both('三十七', '三十六'),
    begun: (on) => ({ confirmationApprovedOn: on }),
    done: (on) => ({ archivedOn: on }),
    days: thirtyDays,
  },
  {
    rule: 'FLOAT-6M',
    articles: [
      '《关于进一步加强和改进流动党员管理工作的意见》',
      '《关于进一步加强和改进流动党员管理工作的意见》',
    ],
    begun: (on) => ({ membership: { awayFrom: on } }),
    done: (on) => ({ membership: { floatingRegisteredOn: on } }),
    days: [
      ['2026-06-10', '2026-12-10'],
      ['2025-08-31', '2026-02-28'],
      ['2028-02-29', '2028-08-29'],
    ],
  },
];

/** The accepting meeting a year before 期满; 1 March of a common year goes back to 29 February. */
function yearBefore(on: CalendarDate): CalendarDate {
  if (on === '2025-03-01') return '2024-02-29';
  return `${Number(on.slice(0, 4)) - 1}${on.slice(4)}` as CalendarDate;
}

function found(dossier: Dossier, rule: string, today: CalendarDate) {
  return computeDeadlines({ dossier }, { today }).find((item) => item.rule === rule);
}

const cases = limits.flatMap((limit) =>
  limit.days.map(([from, due]) => [`${limit.rule} from ${from}`, limit, from, due] as const),
);

describe('the day before, the day and the day after, over every limit of the table', () => {
  it.each(cases)('%s', (_title, limit, from, due) => {
    const begun = limit.begun(from);
    const doneOn = (on: CalendarDate): Dossier => {
      const done = limit.done(on);
      const membership = { ...begun.membership, ...done.membership };
      return { ...begun, ...done, ...(begun.membership === undefined ? {} : { membership }) };
    };
    const status = (dossier: Dossier, today: CalendarDate) =>
      found(dossier, limit.rule, today)?.status;
    const after = addDays(due, 1);
    const before = addDays(due, -1);
    expect(found(begun, limit.rule, due)?.on).toBe(due);
    expect(found(begun, limit.rule, due)?.days).toBe(0);
    const kept =
      limit.isNotBefore === true ? ['breached', 'met', 'met'] : ['met', 'met', 'breached'];
    expect([before, due, after].map((on) => status(doneOn(on), '2030-01-01'))).toEqual(kept);
    const open = limit.isNotBefore === true ? ['waiting', 'due', 'due'] : ['due', 'due', 'overdue'];
    const waits = [before, due, after].map((on) => status(begun, on));
    // Without a lead the day before still waits.
    expect(waits.slice(1)).toEqual(open.slice(1));
    expect([open[0], 'waiting']).toContain(waits[0]);
  });

  it.each(limits.map((limit) => [limit.rule, limit] as const))(
    '%s is judged by the rulebook of its first day, the boundary 2026-05-18 included',
    (_rule, limit) => {
      const article = (on: CalendarDate) => {
        const item = found(limit.begun(on), limit.rule, '2026-05-20');
        return item?.isStraddling === true ? undefined : item?.citation.article;
      };
      expect(article('2026-05-17')).toBe(limit.articles[0]);
      expect(article('2026-05-18')).toBe(limit.articles[1]);
    },
  );

  it('leaves out only what has tables of its own: 公示 counts working days, LAPSE-6M three signs', () => {
    const held = new Set(limits.map(({ rule }) => rule));
    const left = deadlineTable.map(({ rule }) => rule).filter((rule) => !held.has(rule));
    expect(left).toEqual(['PUBLICITY-5WD', 'LAPSE-6M']);
  });
});
