import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/core/calendar/calendar-date';
import { inspectDossier } from '../../../src/main/inspect/dossier';
import {
  admissionProbes,
  cleanDossier,
  earlyProbes,
  listingProbes,
  probationProbes,
  type Expected,
  type Probe,
} from './probes';

type Finding = {
  rule: string;
  verdict: string;
  edition: string;
  article: string;
  message: string;
  evidence: string[];
};
type Report = { computed: Record<string, unknown>; findings: Finding[] };

const inspect = (dossier: unknown, today: CalendarDate = '2026-11-23') =>
  inspectDossier(dossier, today) as Report;
const editions = { 2014: 'regulation2014', 2026: 'regulation2026', other: 'other' } as const;

function isFound(finding: Finding, { rule, verdict, at, says = [] }: Expected): boolean {
  const [edition, article] = (at?.split(' ') ?? []) as [keyof typeof editions, string];
  const words = [finding.message, ...finding.evidence].join(' ');
  return (
    finding.rule === rule &&
    finding.verdict === verdict &&
    (at === undefined || (finding.edition === editions[edition] && finding.article === article)) &&
    says.every((part) => words.includes(part))
  );
}

describe('dossiers with answers derived by hand from rules.md', () => {
  const all: readonly Probe[] = [
    ...earlyProbes,
    ...listingProbes,
    ...admissionProbes,
    ...probationProbes,
  ];

  it.each(all.map((probe) => [probe.law, probe] as const))('%s', (_law, probe) => {
    const { findings } = inspect(probe.dossier, probe.today);
    for (const expected of probe.finds ?? []) {
      const ofRule = findings.filter(({ rule }) => rule === expected.rule);
      expect(
        ofRule.some((finding) => isFound(finding, expected)),
        `${JSON.stringify(expected)} in ${JSON.stringify(ofRule)}`,
      ).toBe(true);
    }
    for (const silent of probe.silent ?? [])
      expect(findings.filter(({ rule }) => rule === silent)).toEqual([]);
  });

  it('a dossier in order across the boundary has nothing to look at', () => {
    expect(inspect(cleanDossier).findings).toEqual([]);
  });

  it.each<[string, object, Record<string, unknown>]>([
    ['26#7', { receivedOn: '2026-05-31' }, { talkDueOn: '2026-06-30' }],
    ['26#7 to 29 February', { receivedOn: '2028-01-30' }, { talkDueOn: '2028-02-29' }],
    ['26#5', { birthOn: '2008-02-29' }, { adultOn: '2026-03-01' }],
    ['14#13', { activistOn: '2025-02-28' }, { earliestTargetOn: '2026-02-28' }],
    [
      '26#13 公示 over Mid-Autumn and National Day',
      { notice: { from: '2026-09-24' } },
      { noticeLastOn: '2026-10-08', earliestListedOn: '2026-10-09', noticeIsProvisional: false },
    ],
    [
      '26#13 公示 over Spring Festival, a worked Saturday in it',
      { notice: { from: '2026-02-13' } },
      { noticeLastOn: '2026-02-26' },
    ],
    ['26#13 公示 over May Day', { notice: { from: '2026-04-30' } }, { noticeLastOn: '2026-05-09' }],
    [
      '26#13 公示 into a year without an arrangement',
      { notice: { from: '2026-12-28' } },
      { noticeLastOn: '2027-01-01', noticeIsProvisional: true },
    ],
    [
      '26#13 posted on a Saturday',
      { notice: { from: '2026-11-21' } },
      { noticeLastOn: '2026-11-27' },
    ],
    [
      '26#13 同意 after the notice puts the listing off',
      { targetAgreedOn: '2026-12-01', notice: { from: '2026-11-16' } },
      { noticeLastOn: '2026-11-20', earliestListedOn: '2026-12-01' },
    ],
    ['26#19', { preReviewedOn: '2026-10-31' }, { meetingDueOn: '2026-11-30' }],
    [
      '14#26',
      { meeting: { on: '2025-08-31' } },
      { approvalDueOn: '2025-11-30', approvalLatestOn: '2026-02-28' },
    ],
    [
      '14#32',
      { meeting: { on: '2023-02-28' } },
      { probationLastOn: '2024-02-27', confirmableOn: '2024-02-28' },
    ],
    [
      '26#31 in a leap year',
      { meeting: { on: '2028-02-29' } },
      { probationLastOn: '2029-02-28', confirmableOn: '2029-03-01' },
    ],
    [
      '26#31 extended: from the original end, up to the first of the next month',
      { meeting: { on: '2025-05-31' }, extension: { months: 9 } },
      { confirmableOn: '2027-03-01', probationLastOn: '2027-02-28', seniorityFromOn: '2027-03-01' },
    ],
    [
      '14#36 deferral clamps down',
      { meeting: { on: '2025-08-31' }, transfers: [{ on: '2026-01-01', direction: 'in' }] },
      { confirmableOn: '2026-08-31', deferredUntilOn: '2027-02-28' },
    ],
    [
      '26#33',
      { confirmationMeeting: { on: '2026-11-30' } },
      { confirmationApprovalDueOn: '2027-02-28' },
    ],
  ])('%s: %j computes %j', (_law, dossier, expected) => {
    expect(inspect(dossier).computed).toMatchObject(expected);
  });
});
