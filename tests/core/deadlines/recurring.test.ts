import { describe, expect, it } from 'vitest';
import { recurringDuties } from '../../../src/core/deadlines/recurring';
import { reminderDay } from '../../../src/core/deadlines/reminder-day';
import type { Dossier } from '../../../src/core/records/dossier';
import type { LocalOverlay } from '../../../src/core/regulations/local-overlay';

const options = { today: '2026-11-23' } as const;
const dutiesOf = (dossier: Dossier, overlay?: LocalOverlay) =>
  recurringDuties({ dossier }, overlay === undefined ? options : { ...options, overlay });

describe('duties that come again until the stage ends (26#11)', () => {
  it.each<[string, Dossier, string[]]>([
    [
      'TC15',
      { activistOn: '2026-01-15', reviewedOn: ['2026-07-10'] },
      ['2026-07-15 met', '2027-01-15 waiting'],
    ],
    [
      'TC15 month end, no drift',
      { activistOn: '2025-08-31' },
      ['2026-02-28 overdue', '2026-08-31 overdue', '2027-02-28 waiting'],
    ],
    [
      '29 February',
      { activistOn: '2024-02-29', reviewedOn: ['2024-08-29', '2025-03-01'] },
      [
        '2024-08-29 met',
        '2025-02-28 breached',
        '2025-08-29 overdue',
        '2026-02-28 overdue',
        '2026-08-29 overdue',
        '2027-02-28 waiting',
      ],
    ],
    ['due today', { activistOn: '2026-05-23' }, ['2026-11-23 due']],
    ['due yesterday', { activistOn: '2026-05-22' }, ['2026-11-22 overdue', '2027-05-22 waiting']],
    [
      'month only',
      { activistOn: '2026-03-10', reviewedOn: ['2026-09'] },
      ['2026-09-10 unknown', '2027-03-10 waiting'],
    ],
    ['the stage is over', { activistOn: '2025-03-10', developmentTargetOn: '2026-06-10' }, []],
    ['the dossier is at rest', { activistOn: '2025-03-10', events: [{ kind: 'onHold' }] }, []],
  ])('%s', (_law, dossier, expected) => {
    const found = dutiesOf(dossier).filter(({ rule }) => rule === 'OBSERVE-6M');
    expect(found.map(({ dueOn, status }) => `${dueOn} ${status}`)).toEqual(expected);
  });

  it('on fixed days of the year the anchor day itself does not count', () => {
    const found = recurringDuties(
      { dossier: { activistOn: '2025-12-31' } },
      { ...options, reviewMode: { kind: 'fixed', days: ['12-31', '06-30'] } },
    );
    expect(found.map(({ dueOn }) => dueOn)).toEqual(['2026-06-30', '2026-12-31']);
  });

  it('quarterly reports are asked only where the district switched them on', () => {
    const dossier: Dossier = { activistOn: '2026-08-31', meeting: undefined };
    const overlay: LocalOverlay = {
      name: '例',
      issuedBy: '例',
      entries: [{ act: 'switchOn', rule: 'REPORT-Q', from: '2026-01-01', source: '例' }],
    };
    const reports = (each?: LocalOverlay) =>
      dutiesOf(dossier, each).filter(({ rule }) => rule === 'REPORT-Q');
    expect(reports()).toEqual([]);
    expect(reports(overlay).map(({ dueOn }) => dueOn)).toEqual(['2026-11-30']);
  });
});

describe('reminders fall back to the working day before (rules §0.4)', () => {
  it.each([
    ['2026-12-08', 15, '2026-11-23'],
    ['2026-12-07', 15, '2026-11-20'],
    ['2026-10-17', 10, '2026-09-30'],
    ['2026-10-20', 10, '2026-10-10'],
  ] as const)('%s less %i days is %s', (dueOn, lead, remindOn) => {
    expect(reminderDay(dueOn, lead, {})).toBe(remindOn);
  });
});
