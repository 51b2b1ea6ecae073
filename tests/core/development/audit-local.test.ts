import { describe, expect, it } from 'vitest';
import { auditDossier } from '../../../src/core/development/audit';
import { recurringDuties } from '../../../src/core/deadlines/recurring';
import type { EngineOptions } from '../../../src/core/deadlines/types';
import type { Verdict } from '../../../src/core/development/audit-types';
import type { Dossier } from '../../../src/core/records/dossier';
import type { OverlayEntry } from '../../../src/core/regulations/local-overlay';
import { findRule } from '../../../src/core/regulations/development-rules';

const today = '2026-11-23';
const source = '例〔2020〕1 号';
const withEntry = (rule: string, patch: Partial<OverlayEntry> = {}): EngineOptions => ({
  today,
  overlay: {
    name: '例',
    issuedBy: '例',
    entries: [{ act: 'switchOn', rule, from: '2020-01-01', source, ...patch }],
  },
});

type Row = readonly [string, string, Dossier, Verdict, string];

/** Local rules of rules §2 (L), each at its limit and a day beyond it. */
const rows: readonly Row[] = [
  [
    'APPLY-ACTIVIST-WAIT',
    'TC11 三个月当日',
    { appliedOn: '2026-03-01', activistOn: '2026-06-01' },
    'clear',
    '2026-06-01',
  ],
  [
    'APPLY-ACTIVIST-WAIT',
    'TC11 早一天',
    { appliedOn: '2026-03-01', activistOn: '2026-05-31' },
    'verify',
    '2026-06-01',
  ],
  [
    'PREREVIEW-1M',
    '收到材料一个月当日',
    { preReviewSubmittedOn: '2026-08-31', preReviewedOn: '2026-09-30' },
    'clear',
    '2026-09-30',
  ],
  [
    'PREREVIEW-1M',
    '晚一天',
    { preReviewSubmittedOn: '2026-08-31', preReviewedOn: '2026-10-01' },
    'verify',
    '2026-09-30',
  ],
  [
    'TRAIN-VALID',
    '十二个月当日',
    { training: { until: '2025-06-10' }, meeting: { on: '2026-06-10' } },
    'clear',
    '2026-06-10',
  ],
  [
    'TRAIN-VALID',
    '晚一天',
    { training: { until: '2025-06-10' }, meeting: { on: '2026-06-11' } },
    'verify',
    '2026-06-10',
  ],
  [
    'REVIEW-1Y',
    'TC35 当日',
    { politicalReview: { on: '2025-11-10' }, meeting: { on: '2026-11-10' } },
    'clear',
    '2026-11-10',
  ],
  [
    'REVIEW-1Y',
    'TC35',
    { politicalReview: { on: '2025-11-10' }, meeting: { on: '2026-11-23' } },
    'verify',
    '2026-11-10',
  ],
  [
    'DEV-TO-MEETING-3M',
    '只提示',
    { developmentTargetOn: '2026-06-10', meeting: { on: '2026-10-10' } },
    'clear',
    '2026-09-10',
  ],
  [
    'PUB-ACTIVIST',
    '五个工作日',
    {
      activistOn: '2026-06-09',
      localNotices: [{ kind: 'activist', from: '2026-06-01', until: '2026-06-05' }],
    },
    'clear',
    '2026-06-05',
  ],
  [
    'PUB-ACTIVIST',
    '跨端午少一天',
    {
      activistOn: '2026-06-23',
      localNotices: [{ kind: 'activist', from: '2026-06-15', until: '2026-06-19' }],
    },
    'verify',
    '2026-06-22',
  ],
  ['PUB-PREACCEPT', '缺起止', { meeting: { on: '2026-06-09' } }, 'unknown', '接收前公示'],
  [
    'PUB-CONFIRM',
    '少一天',
    {
      confirmationMeeting: { on: '2026-06-09' },
      localNotices: [{ kind: 'confirm', from: '2026-06-01', until: '2026-06-04' }],
    },
    'verify',
    '2026-06-05',
  ],
  ['REPORT-Q', '间隔五十九天', { reportedOn: ['2026-01-01', '2026-03-01'] }, 'verify', '59 天'],
  ['REPORT-Q', '间隔六十天', { reportedOn: ['2026-01-01', '2026-03-02'] }, 'clear', ''],
];

describe('local practice holds where the district switched it on, and cites its paper', () => {
  it.each(rows.map((row) => [`${row[0]} ${row[1]}`, row] as const))('%s', (_title, row) => {
    const [rule, , dossier, verdict, says] = row;
    const found = auditDossier({ dossier }, withEntry(rule)).filter(
      (finding) => finding.rule === rule && finding.severity !== 'INFO',
    );
    const worst = found.find((finding) => finding.verdict === verdict);
    if (verdict === 'clear') expect(found.filter((each) => each.verdict !== 'clear')).toEqual([]);
    else {
      expect(worst?.message).toContain(says);
      expect(worst?.citation).toMatchObject({ edition: 'local', article: source, tag: 'L' });
    }
    expect(findRule(rule)).toMatchObject({ scope: 'local', isOn: false });
    const silent = auditDossier({ dossier }, { today }).filter((finding) => finding.rule === rule);
    expect(silent.every((finding) => finding.severity === 'INFO')).toBe(true);
  });

  it('PROB-OBSERVE asks each quarter of probation', () => {
    const dossier: Dossier = { meeting: { on: '2026-05-31' }, approvedOn: '2026-06-20' };
    const dueOn = (options: EngineOptions) =>
      recurringDuties({ dossier }, options).flatMap((duty) =>
        duty.rule === 'PROB-OBSERVE' ? [duty.dueOn] : [],
      );
    expect(dueOn({ today })).toEqual([]);
    expect(dueOn(withEntry('PROB-OBSERVE'))).toEqual(['2026-08-31', '2026-11-30']);
  });

  it('a tightened national number is what the audit measures: fourteen months of training', () => {
    const dossier: Dossier = { activistOn: '2025-06-10', targetDiscussedOn: '2026-08-09' };
    const tighter = withEntry('ACTIVIST-1Y', { act: 'tighten', offset: { months: 14 } });
    const [finding] = auditDossier({ dossier }, tighter).filter(
      ({ rule }) => rule === 'ACTIVIST-1Y',
    );
    expect(finding).toMatchObject({ verdict: 'unreasonable' });
    expect(finding?.message).toContain('2026-08-10');
  });
});
