import { describe, expect, it } from 'vitest';
import auditCases from '../../fixtures/cases/audit_cases.json';
import timeCases from '../../fixtures/cases/timecases.json';
import { inspectDossier } from '../../../src/main/inspect/dossier';
import { UnusableInput } from '../../../src/main/inspect/unusable-input';

type Report = {
  id: string | null;
  computed: Record<string, unknown>;
  deadlines: { rule: string; status: string; provisional: boolean }[];
  findings: { rule: string; verdict: string; edition: string; article: string; message: string }[];
};
const inspect = (json: unknown) => inspectDossier(json, '2026-11-23') as Report;

/** `data` of a time case, by its id: the expected values are read from the shared file, not typed again. */
function dataOf(id: string): Record<string, unknown> {
  const found = timeCases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found.data;
}

describe('computed days answer the shared time cases', () => {
  it.each<[string, object, string, string]>([
    ['TC01', { receivedOn: '2026-01-31' }, 'talkDueOn', 'talk_deadline'],
    ['TC03', { receivedOn: '2024-01-31' }, 'talkDueOn', 'talk_deadline'],
    ['TC05', { receivedOn: '2026-10-20' }, 'talkDueOn', 'talk_deadline'],
    ['TC13', { activistOn: '2025-03-10' }, 'earliestTargetOn', 'earliest'],
    ['TC15', { activistOn: '2026-01-15' }, 'reviewDueOn', 'a'],
    ['TC15', { activistOn: '2026-08-31' }, 'reviewDueOn', 'b'],
    ['TC23', { activistOn: '2024-02-29' }, 'earliestTargetOn', 'earliest'],
    ['TC25', { notice: { from: '2027-02-22' } }, 'noticeLastOn', 'end'],
    ['TC27', { notice: { from: '2026-11-20' } }, 'noticeLastOn', 'end'],
    ['TC29', { notice: { from: '2026-09-29' } }, 'noticeLastOn', 'end'],
    ['TC33', { notice: { from: '2026-06-22' } }, 'noticeLastOn', 'pub_end'],
    ['TC39', { preReviewedOn: '2026-04-10' }, 'meetingDueOn', 'deadline'],
    ['TC41', { meeting: { on: '2026-08-31' } }, 'approvalDueOn', 'normal'],
    ['TC41', { meeting: { on: '2026-08-31' } }, 'approvalLatestOn', 'mx'],
    ['TC43', { meeting: { on: '2025-10-10' } }, 'approvalLatestOn', 'mx'],
    ['TC43', { meeting: { on: '2026-05-08' } }, 'confirmableOn', 'end'],
    ['TC45', { approvedOn: '2026-07-01' }, 'oathDueOn', 'a'],
    ['TC45', { approvedOn: '2026-01-31' }, 'oathDueOn', 'b'],
    ['TC47', { meeting: { on: '2024-02-29' } }, 'confirmableOn', 'end'],
    ['TC49', { meeting: { on: '2023-06-30' } }, 'confirmableOn', 'calc'],
    ['TC49', { meeting: { on: '2023-06-30' } }, 'probationLastOn', 'alt'],
    ['TC53', { meeting: { on: '2024-05-06' } }, 'seniorityFromOn', 'full'],
    ['TC57', { meeting: { on: '2024-11-30' }, extension: { months: 12 } }, 'confirmableOn', 'end'],
    ['TC59', { meeting: { on: '2025-08-31' }, extension: { months: 6 } }, 'confirmableOn', 'end'],
    [
      'TC63',
      { confirmationMeeting: { on: '2028-05-03' } },
      'confirmationApprovalDueOn',
      'deadline',
    ],
  ])('%s: %j → %s', (id, dossier, field, expected) => {
    expect(inspect(dossier).computed[field]).toEqual(dataOf(id)[expected]);
  });

  it('TC25: a notice in a year without an arrangement is 暂算', () => {
    const report = inspect({ notice: { from: '2027-02-22' } });
    expect(report.computed['noticeIsProvisional']).toBe(true);
    expect(report.deadlines[0]?.provisional).toBe(true);
  });

  it('TC61: seniority counts from the end of probation', () => {
    const { computed } = inspect({ meeting: { on: '2015-06-30' } });
    expect(computed['seniorityFromOn']).toBe('2016-06-30');
  });

  it('a date to the month stays partial: nothing of the day follows from it', () => {
    expect(inspect({ receivedOn: '2026-10' }).computed['talkDueOn']).toBeNull();
  });
});

describe('findings of the shared audit cases that a machine can see', () => {
  it.each<[string, object, string, [string, ...string[]]]>([
    [
      'AC03',
      { appliedOn: '2025-06-01', meeting: { on: '2026-03-10' } },
      'C29',
      ['不合理', '9 个月'],
    ],
    [
      'AC07',
      { activistOn: '2024-03-01', developmentTargetOn: '2025-02-10' },
      'ACTIVIST-1Y',
      ['不合理', '2025-03-01', '19 天'],
    ],
    ['AC17', { training: { days: 2, hours: 12 } }, 'TRAIN-3D24H', ['不合理', '2 天/12 学时']],
    [
      'AC19',
      { notice: { until: '2026-06-15' }, papers: [{ kind: '审查表', datedOn: '2026-06-10' }] },
      'C81',
      ['需核实', '2026-06-10', '2026-06-15'],
    ],
    [
      'AC21',
      { preReviewedOn: '2027-03-31', meeting: { on: '2027-05-02' } },
      'MEET-1M',
      ['不合理', '2027-05-02', '2027-04-30', '2 天'],
    ],
    [
      'AC23',
      { meeting: { should: 16, present: 10, yes: 6, no: 4, abstain: 3 } },
      'C45',
      ['不合理', '13', '10'],
    ],
    [
      'AC27',
      { mentors: [{ name: '测一' }, { name: '样二' }, { name: '例三' }] },
      'CONTACT-1..2',
      ['不合理', '3 名'],
    ],
    [
      'AC31',
      { meeting: { on: '2026-03-10' }, printedProbation: { from: '2026-05-08' } },
      'C22',
      ['不合理', '2026-05-08', '2026-03-10'],
    ],
    [
      'AC37',
      { meeting: { on: '2025-06-14' }, approvedOn: '2025-07-14' },
      'CONFIRM-PROMPT',
      ['不合理', '2026-06-14', '162 天'],
    ],
    [
      'AC45',
      { approvedOn: '2026-07-10', oathOn: '2026-09-01' },
      'OATH-1M',
      ['需核实', '2026-09-01', '2026-08-10'],
    ],
  ])('%s: %j', (id, dossier, rule, [verdict, ...says]) => {
    expect(auditCases.map((one) => one.id)).toContain(id);
    const found = inspect(dossier).findings.filter((one) => one.rule === rule);
    expect(found.map((one) => one.verdict)).toEqual([verdict]);
    for (const part of says) expect(found[0]?.message).toContain(part);
  });

  it('TC93: the demonstration dossier shows every one of its breaks, at their own dates', () => {
    const { findings } = inspect({
      appliedOn: '2018-01-12',
      talkedOn: '2019-10-05',
      activistOn: '2018-05-11',
      developmentTargetOn: '2018-12-01',
      training: { from: '2018-02-01', until: '2018-03-02' },
      politicalReview: { on: '2021-04-12', result: '合格' },
      preReviewedOn: '2021-04-18',
      notice: { from: '2021-05-01' },
      meeting: { on: '2018-05-02' },
      committeeTalkOn: '2021-05-04',
      approvedOn: '2021-05-05',
    });
    const messages = findings.filter((one) => one.verdict === '不合理').map((one) => one.message);
    const pairs = [
      ['2019-10-05', '2018-02-12'],
      ['2018-05-11', '2019-10-05'],
      ['2018-12-01', '2019-05-11'],
      ['2018-02-01', '2018-12-01'],
      ['2018-05-02', '2018-12-01'],
      ['2018-05-02', '2018-05-11'],
      ['2018-05-02', '2021-04-18'],
      ['2018-05-02', '2021-05-01'],
      ['2021-05-05', '2018-11-02'],
    ];
    for (const pair of pairs) {
      expect(messages.filter((text) => pair.every((day) => text.includes(day)))).toHaveLength(1);
    }
  });
});

describe('the document itself', () => {
  it('keeps the id, cites edition and article, and lists nothing that is in order', () => {
    const report = inspect({ id: 'd1', receivedOn: '2026-06-01', talkedOn: '2026-06-20' });
    expect(report.id).toBe('d1');
    expect(report.findings).toEqual([]);
    expect(report.deadlines[0]).toMatchObject({
      rule: 'TALK-1M',
      status: 'met',
      dueOn: '2026-07-01',
      edition: 'regulation2026',
      article: '第七条',
      tag: 'V26',
    });
  });

  it.each([[{ appliedOn: '2026.1.5' }], [{ appliedOn: '2026-02-30' }], [{ nosuch: 1 }], ['text']])(
    'refuses %j in Chinese words',
    (json) => {
      expect(() => inspect(json)).toThrow(UnusableInput);
      // The words of the schema are Chinese too (inspect.md).
      expect(() => inspect(json)).not.toThrow(/Invalid|Unrecognized|expected/);
    },
  );
});
