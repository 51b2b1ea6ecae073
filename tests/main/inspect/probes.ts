import type { CalendarDate } from '../../../src/core/calendar/calendar-date';

/** What a probe must find of one rule; the words must stand in its message or evidence. */
export type Expected = {
  readonly rule: string;
  readonly verdict: '不合理' | '需核实' | '无法判断' | '未见异常';
  readonly at?: `${'2014' | '2026' | 'other'} ${string}`;
  readonly says?: readonly string[];
};

/** A dossier as somebody outside would write it, with answers derived by hand from rules.md. */
export type Probe = {
  readonly law: string;
  readonly dossier: Record<string, unknown>;
  readonly today?: CalendarDate;
  readonly finds?: readonly Expected[];
  /** Rules that must say nothing at all here. */
  readonly silent?: readonly string[];
};

const unreasonable = (rule: string, at: Expected['at'], ...says: string[]): Expected => ({
  rule,
  verdict: '不合理',
  ...(at === undefined ? {} : { at }),
  says,
});
const verify = (rule: string, at: Expected['at'], ...says: string[]): Expected => ({
  rule,
  verdict: '需核实',
  ...(at === undefined ? {} : { at }),
  says,
});
const unknown = (rule: string, ...says: string[]): Expected => ({
  rule,
  verdict: '无法判断',
  says,
});
const told = (rule: string, ...says: string[]): Expected => ({ rule, verdict: '未见异常', says });

const two = [{ name: '测一' }, { name: '样二' }];
const votes = { should: 24, present: 18, yes: 16, no: 1, abstain: 1, isSecret: true };

/** Stages 1 and 2: rules §2 AGE-18 to REPORT-Q, §3 C04–C21, C30–C38. */
export const earlyProbes: readonly Probe[] = [
  {
    law: '26#5 the day before eighteen',
    dossier: { birthOn: '2008-11-24', appliedOn: '2026-11-23' },
    finds: [unreasonable('AGE-18', '2026 第五条', '2026-11-24', '1 天')],
  },
  {
    law: '14#5 born on 29 February: eighteen on 1 March (rules §0.4, a minimum)',
    dossier: { birthOn: '2008-02-29', appliedOn: '2026-02-28' },
    finds: [unreasonable('AGE-18', '2014 第五条', '2026-03-01', '1 天')],
  },
  {
    law: '14#5 born on 29 February, applied on 1 March',
    dossier: { birthOn: '2008-02-29', appliedOn: '2026-03-01' },
    silent: ['AGE-18', 'C11'],
  },
  {
    law: 'C11 a step before eighteen, beside AGE-18',
    dossier: { birthOn: '2008-11-23', appliedOn: '2026-10-01', talkedOn: '2026-10-10' },
    finds: [
      unreasonable('AGE-18', '2026 第五条', '53 天'),
      unreasonable('C11', undefined, '2026-10-10', '2026-11-23', '44 天'),
    ],
  },
  {
    law: '14#7 the last day of February is in time',
    dossier: { receivedOn: '2026-01-31', talkedOn: '2026-02-28' },
    silent: ['TALK-1M'],
  },
  {
    law: '14#7 a day after the last of February',
    dossier: { receivedOn: '2026-01-31', talkedOn: '2026-03-01' },
    finds: [
      unreasonable('TALK-1M', '2014 第七条', '2026-01-31', '2026-03-01', '2026-02-28', '1 天'),
    ],
  },
  {
    law: 'rules §0.1 received on the last day of the old text',
    dossier: { receivedOn: '2026-05-17', talkedOn: '2026-06-20' },
    finds: [unreasonable('TALK-1M', '2014 第七条', '2026-06-17', '3 天')],
  },
  {
    law: 'rules §0.3 accepted without a day of the talk on record: unknown, nobody knows it was not held',
    dossier: { appliedOn: '2025-01-01', meeting: { on: '2026-06-01' } },
    finds: [unknown('TALK-1M', '未登记党组织派人谈话的日期')],
  },
  {
    law: 'rules §0.3 pre-reviewed without 备案 and mentors on record: unknown',
    dossier: { activistOn: '2025-01-01', preReviewedOn: '2026-11-10' },
    finds: [
      unknown('FILE-ACTIVIST', '备案'),
      unknown('CONTACT-1..2', '培养联系人'),
      unknown('TALK-1M'),
    ],
  },
  {
    law: 'rules §1.1 admitted in a special way: the year and the talk were never asked',
    dossier: {
      appliedOn: '2026-01-01',
      meeting: { on: '2026-03-01' },
      events: [{ kind: 'specialAdmission', on: '2026-03-01' }],
    },
    silent: ['C29', 'TALK-1M'],
  },
  {
    law: 'rules §0.1 received on the first day of the new one',
    dossier: { receivedOn: '2026-05-18', talkedOn: '2026-06-20' },
    finds: [unreasonable('TALK-1M', '2026 第七条', '2026-06-18', '2 天')],
  },
  {
    law: '26#7 a talk known to the month',
    dossier: { receivedOn: '2026-10-01', talkedOn: '2026-11' },
    finds: [unknown('TALK-1M', '年月')],
  },
  {
    law: '26#8 activist the day before the talk',
    dossier: { talkedOn: '2026-06-02', activistOn: '2026-06-01' },
    finds: [unreasonable('ACTIVIST-AFTER-TALK', '2026 第八条', '2026-06-02', '2026-06-01', '1 天')],
  },
  {
    law: '26#8 activist on the day of the talk',
    dossier: { talkedOn: '2026-06-01', activistOn: '2026-06-01' },
    silent: ['ACTIVIST-AFTER-TALK'],
  },
  {
    law: '26#8 备案 on the thirtieth day',
    dossier: { activistOn: '2026-06-01', activistFiledOn: '2026-07-01' },
    silent: ['FILE-ACTIVIST', 'C10'],
  },
  {
    law: '26#8 备案 on the thirty-first',
    dossier: { activistOn: '2026-06-01', activistFiledOn: '2026-07-02' },
    finds: [verify('FILE-ACTIVIST', '2026 第八条', '2026-07-01', '1 天')],
  },
  {
    law: 'C10 备案 before the decision',
    dossier: { activistOn: '2026-06-02', activistFiledOn: '2026-06-01' },
    finds: [unreasonable('C10', '2026 第八条', '2026-06-02', '2026-06-01', '1 天')],
  },
  {
    law: '14#9 three mentors one after the other are never three',
    dossier: {
      activistOn: '2025-01-01',
      mentors: [
        { name: '测一', from: '2025-01-01', until: '2025-06-30' },
        { name: '样二', from: '2025-01-01' },
        { name: '例三', from: '2025-07-01' },
      ],
    },
    silent: ['CONTACT-1..2'],
  },
  {
    law: '14#9 three of them at once for one day',
    dossier: {
      activistOn: '2025-01-01',
      mentors: [
        { name: '测一', from: '2025-01-01', until: '2025-07-01' },
        { name: '样二', from: '2025-01-01' },
        { name: '例三', from: '2025-07-01' },
      ],
    },
    finds: [unreasonable('CONTACT-1..2', '2014 第九条', '3 名')],
  },
  {
    law: '26#9 nobody at all',
    dossier: { activistOn: '2026-06-01', mentors: [] },
    finds: [unreasonable('CONTACT-1..2', '2026 第九条', '0 名')],
  },
  {
    law: '26#9 a 预备党员 as mentor (AC27)',
    dossier: { activistOn: '2026-06-01', mentors: [{ name: '测一', isFullMember: false }] },
    finds: [unreasonable('C30', '2026 第九条', '测一')],
  },
  {
    law: 'rules §0.3 nobody said whether the mentor is a formal member (C30)',
    dossier: { activistOn: '2026-06-01', mentors: two },
    finds: [unknown('C30', '测一、样二', '未登记是否为正式党员')],
  },
  {
    law: '26#9 a mentor whose day of confirmation is known needs no other word',
    dossier: {
      activistOn: '2026-06-01',
      mentors: [{ name: '测一', fullMemberSince: '2020-06-01' }],
    },
    silent: ['C30'],
  },
  {
    law: 'rules §0.1 received on the last day before the 2014 text: unknown, never passed',
    dossier: { receivedOn: '2014-05-27', talkedOn: '2014-09-01' },
    finds: [unknown('TALK-1M', '早于 2014 年细则')],
  },
  {
    law: '14#7 received on the first day of the 2014 text',
    dossier: { receivedOn: '2014-05-28', talkedOn: '2014-06-29' },
    finds: [unreasonable('TALK-1M', '2014 第七条', '2014-06-28', '1 天')],
  },
  {
    law: 'rules §0.1 an old member of a roster is asked nothing about limits of steps',
    dossier: { meeting: { on: '1995-07-01' }, approvedOn: '1995-08-01' },
    silent: ['APPROVE-3M'],
  },
  {
    law: '26#9 a mentor confirmed after the assignment',
    dossier: {
      activistOn: '2026-06-01',
      mentors: [{ name: '测一', from: '2026-06-01', fullMemberSince: '2026-06-02' }],
    },
    finds: [unreasonable('C30', '2026 第九条', '2026-06-01', '2026-06-02')],
  },
  {
    law: '14#11 fifteen days after the half-year are grace',
    dossier: { activistOn: '2026-05-08' },
    finds: [told('OBSERVE-6M', '2026-11-08', '15 天')],
  },
  {
    law: '14#11 the sixteenth day',
    dossier: { activistOn: '2026-05-07' },
    finds: [verify('OBSERVE-6M', '2014 第十一条', '2026-11-07', '16 天')],
  },
  {
    law: '14#11 the thirtieth day is still amber',
    dossier: { activistOn: '2026-04-24' },
    finds: [verify('OBSERVE-6M', '2014 第十一条', '2026-10-24', '30 天')],
  },
  {
    law: '14#11 the thirty-first is red',
    dossier: { activistOn: '2026-04-23' },
    finds: [unreasonable('OBSERVE-6M', '2014 第十一条', '2026-10-23', '31 天')],
  },
  {
    law: 'rules §2 OBSERVE-6M: due while on hold is excused',
    dossier: {
      activistOn: '2025-10-01',
      reviewedOn: ['2026-06-10'],
      events: [
        { kind: 'onHold', on: '2026-03-20' },
        { kind: 'resumed', on: '2026-05-20' },
      ],
    },
    finds: [told('OBSERVE-6M', '2026-04-01', '暂缓')],
  },
  {
    law: '14#11 eighteen months ask for three reviews',
    dossier: {
      activistOn: '2024-06-01',
      targetDiscussedOn: '2025-12-01',
      reviewedOn: ['2024-12-01', '2025-06-01'],
    },
    finds: [verify('OBSERVE-COUNT', '2014 第十一条', '考察 2 次', '3 次')],
  },
  {
    law: '14#11 seventeen months and thirty days ask for two',
    dossier: {
      activistOn: '2024-06-01',
      targetDiscussedOn: '2025-11-30',
      reviewedOn: ['2024-12-01', '2025-06-01'],
    },
    silent: ['OBSERVE-COUNT', 'C21'],
  },
  {
    law: '14#11 a review before the decision, one after the listing',
    dossier: {
      activistOn: '2024-06-01',
      reviewedOn: ['2024-05-31', '2025-06-11'],
      developmentTargetOn: '2025-06-10',
    },
    finds: [
      unreasonable('C21', '2014 第十一条', '2024-05-31', '1 天'),
      verify('C21', '2014 第十一条', '2025-06-11', '2025-06-10', '1 天'),
    ],
  },
  {
    law: 'AC09, TC17 two reports a day apart',
    dossier: { reportedOn: ['2026-03-30', '2026-03-31'] },
    finds: [told('REPORT-Q', '2026-03-30', '2026-03-31', '1 天')],
  },
];

/** Stage 3: rules §2 ACTIVIST-1Y to TRAIN, §3 C10–C29, C60–C62. */
export const listingProbes: readonly Probe[] = [
  {
    law: '14#13 a day early; the period is judged by the rulebook of its first day',
    dossier: { activistOn: '2025-06-10', targetDiscussedOn: '2026-06-09' },
    finds: [
      unreasonable(
        'ACTIVIST-1Y',
        '2014 第十三条',
        '2025-06-10',
        '2026-06-09',
        '2026-06-10',
        '1 天',
      ),
    ],
  },
  {
    law: '14#13 the very day',
    dossier: { activistOn: '2025-06-10', targetDiscussedOn: '2026-06-10' },
    silent: ['ACTIVIST-1Y', 'C29'],
  },
  {
    law: '14#13 from 29 February a year ends on 1 March',
    dossier: { activistOn: '2024-02-29', developmentTargetOn: '2025-02-28' },
    finds: [
      unreasonable('ACTIVIST-1Y', '2014 第十三条', '2025-03-01', '1 天', '以列为发展对象之日计'),
    ],
  },
  {
    law: '14#13 the activist known to the month',
    dossier: { activistOn: '2024-06', developmentTargetOn: '2025-06-10' },
    finds: [unknown('ACTIVIST-1Y', '2024-06')],
  },
  {
    law: 'AC03 a day short of a year from application to acceptance',
    dossier: { appliedOn: '2025-06-01', meeting: { on: '2026-05-31' } },
    finds: [unreasonable('C29', '2014 第十三条', '2025-06-01', '2026-05-31', '11 个月', '1 天')],
  },
  {
    law: 'C29 a year to the day proves nothing, and what is missing is named',
    dossier: { appliedOn: '2025-06-01', meeting: { on: '2026-06-01' } },
    finds: [unknown('ACTIVIST-1Y', '积极分子')],
    silent: ['C29'],
  },
  {
    law: 'C29 from the activist to the meeting, with nothing between',
    dossier: { activistOn: '2025-06-01', meeting: { on: '2026-03-01' } },
    finds: [unreasonable('C29', '2014 第十三条', '9 个月', '2026-06-01')],
  },
  {
    law: '14#13 备案 is what the old text asks',
    dossier: { developmentTargetOn: '2026-05-17' },
    finds: [unknown('DEV-AGREE', '备案')],
    silent: ['PUBLICITY-5WD'],
  },
  {
    law: '26#13 同意 and 公示 are what the new one asks',
    dossier: { developmentTargetOn: '2026-05-18' },
    finds: [unknown('DEV-AGREE', '同意'), unknown('PUBLICITY-5WD', '公示')],
  },
  {
    law: '26#13 公示 before 同意 (TC33)',
    dossier: { targetAgreedOn: '2026-06-23', notice: { from: '2026-06-22' } },
    finds: [unreasonable('DEV-AGREE', '2026 第十三条', '2026-06-23', '2026-06-22', '1 天')],
  },
  {
    law: '26#13 同意 before the branch discussed',
    dossier: { targetDiscussedOn: '2026-06-10', targetAgreedOn: '2026-06-09' },
    finds: [unreasonable('DEV-AGREE', '2026 第十三条', '2026-06-10', '2026-06-09', '1 天')],
  },
  {
    law: 'rules §0.1 posted under the old text, listed on the first day of the new one',
    dossier: {
      notice: { from: '2026-05-13', until: '2026-05-15' },
      developmentTargetOn: '2026-05-18',
    },
    finds: [unreasonable('PUBLICITY-5WD', '2026 第十三条', '3 个工作日', '2026-05-19')],
  },
  {
    law: 'rules §0.1 the same listed a day earlier is no matter of the new text',
    dossier: {
      notice: { from: '2026-05-13', until: '2026-05-15' },
      developmentTargetOn: '2026-05-17',
    },
    silent: ['PUBLICITY-5WD'],
  },
  {
    law: '26#13 across National Day: four working days by 8 October',
    dossier: {
      notice: { from: '2026-09-28', until: '2026-10-08' },
      developmentTargetOn: '2026-10-09',
    },
    finds: [unreasonable('PUBLICITY-5WD', '2026 第十三条', '4 个工作日', '2026-10-09')],
  },
  {
    law: '26#13 across National Day, long enough',
    dossier: {
      notice: { from: '2026-09-28', until: '2026-10-09' },
      developmentTargetOn: '2026-10-10',
    },
    silent: ['PUBLICITY-5WD', 'C10'],
  },
  {
    law: '26#13 listed on the last day of the notice',
    dossier: {
      notice: { from: '2026-11-02', until: '2026-11-06' },
      developmentTargetOn: '2026-11-06',
    },
    finds: [unreasonable('PUBLICITY-5WD', '2026 第十三条', '2026-11-06', '早 1 天')],
  },
  {
    law: 'TC31 seven days of the old time',
    dossier: {
      notice: { from: '2026-02-13', until: '2026-02-19' },
      developmentTargetOn: '2026-02-24',
    },
    silent: ['PUBLICITY-5WD'],
  },
  {
    law: '26#13 an objection that nobody cleared',
    dossier: {
      notice: { from: '2026-06-22', until: '2026-06-26', hasObjection: true },
      developmentTargetOn: '2026-06-29',
    },
    finds: [unreasonable('C61', '2026 第十三条', '2026-06-26', '2026-06-29')],
  },
  {
    law: '26#14 an introducer under 留党察看',
    dossier: {
      developmentTargetOn: '2026-06-29',
      introducers: [
        { name: '测一', isFullMember: true, isUnderDiscipline: true },
        { name: '样二' },
      ],
    },
    finds: [unreasonable('INTRODUCER-2', '2026 第十四条', '测一', '留党察看')],
  },
  {
    law: '14#14 a 预备党员, and only one',
    dossier: {
      developmentTargetOn: '2025-06-29',
      introducers: [{ name: '测一', isFullMember: false }],
    },
    finds: [
      unreasonable('INTRODUCER-2', '2014 第十四条', '1 名'),
      unreasonable('INTRODUCER-2', '2014 第十四条', '不是正式党员'),
    ],
  },
  {
    law: 'rules §0.3 nobody said whether the introducers are formal members (C31)',
    dossier: {
      developmentTargetOn: '2025-06-01',
      introducers: [{ name: '测一' }, { name: '样二', isFullMember: true }],
    },
    finds: [unknown('INTRODUCER-2', '测一', '未登记是否为正式党员')],
  },
  {
    law: '14#14 an introducer settled the day after the form was filled in',
    dossier: {
      developmentTargetOn: '2025-06-01',
      membershipFormOn: '2025-07-01',
      introducers: [
        { name: '测一', isFullMember: true, from: '2025-07-02' },
        { name: '样二', isFullMember: true, from: '2025-06-02' },
      ],
    },
    finds: [unreasonable('INTRODUCER-2', '2014 第十四条', '2025-07-02', '2025-07-01')],
  },
  {
    law: '26#14 the same person twice',
    dossier: {
      developmentTargetOn: '2026-06-29',
      introducers: [{ name: '测一' }, { name: '测一' }],
    },
    finds: [unreasonable('INTRODUCER-2', '2026 第十四条', '同一人')],
  },
  {
    law: '26#16 a review that failed and a pre-review after it',
    dossier: {
      politicalReview: { on: '2026-07-01', result: '不合格' },
      preReviewedOn: '2026-07-20',
    },
    finds: [unreasonable('REVIEW-DONE', '2026 第十六条', '不合格', '2026-07-20')],
  },
  {
    law: '14#16 a review without a result',
    dossier: { politicalReview: { on: '2025-07-01' }, preReviewedOn: '2025-07-20' },
    finds: [unknown('REVIEW-DONE', '结论')],
  },
  {
    law: '26#17 three days without hours are enough',
    dossier: { training: { from: '2026-07-01', until: '2026-07-03', days: 3 } },
    silent: ['TRAIN-3D24H'],
  },
  {
    law: '26#17 two days and 23 hours are not',
    dossier: { training: { from: '2026-07-01', until: '2026-07-02', days: 2, hours: 23 } },
    finds: [unreasonable('TRAIN-3D24H', '2026 第十七条', '2 天/23 学时')],
  },
  {
    law: '26#17 two days of unknown hours stay open',
    dossier: { training: { from: '2026-07-01', until: '2026-07-02', days: 2 } },
    finds: [unknown('TRAIN-3D24H', '学时')],
  },
  {
    law: 'C10 TC93: review before 支委会 was over',
    dossier: {
      committeeReviewedOn: '2021-04-02',
      politicalReview: { on: '2021-04-12', result: '合格' },
    },
    finds: [unreasonable('C10', '2014 第十九条', '2021-04-12', '2021-04-02', '10 天')],
  },
  {
    law: 'C10 TC93: 推优 after the decision',
    dossier: { recommendedOn: '2019-10-25', activistOn: '2018-05-11' },
    finds: [unreasonable('C10', '2014 第八条', '2019-10-25', '2018-05-11', '532 天')],
  },
  {
    law: 'C10 only the two ends are on record, and they are reversed',
    dossier: { appliedOn: '2026-03-01', approvedOn: '2026-02-01' },
    finds: [unreasonable('C10', '2014 第二十六条', '2026-03-01', '2026-02-01', '28 天')],
  },
  {
    law: 'C10 months that are reversed need no day',
    dossier: { appliedOn: '2026-05', talkedOn: '2026-03-10' },
    finds: [unreasonable('C10', '2014 第七条', '2026-05', '2026-03-10')],
  },
  {
    law: 'C10 the same month says nothing either way',
    dossier: { appliedOn: '2026-05', talkedOn: '2026-05-10' },
    finds: [unknown('C10', '2026-05', '2026-05-10')],
  },
  {
    law: 'C11 next month is the future, this month may be not',
    dossier: { appliedOn: '2026-12', talkedOn: '2026-11' },
    finds: [unreasonable('C11', undefined, '2026-12', '2026-11-23')],
  },
  {
    law: 'C16 a month that holds the day contradicts nothing',
    dossier: {
      activistOn: '2025-06-10',
      statedElsewhere: [{ form: '考察登记表', fact: '确定为入党积极分子', on: '2025-06' }],
    },
    finds: [unknown('C16', '2025-06-10', '2025-06')],
  },
];

/** Stage 4: rules §2 PREDEPART-3M to OATH-1M, §3 C40–C51, C63–C66. */
export const admissionProbes: readonly Probe[] = [
  {
    law: '26#18 leaving on the last day of the three months',
    dossier: { meeting: { on: '2026-06-01' }, expectedLeaveOn: '2026-09-01' },
    finds: [unreasonable('PREDEPART-3M', '2026 第十八条', '2026-06-01', '2026-09-01')],
  },
  {
    law: '26#18 leaving the day after',
    dossier: { meeting: { on: '2026-06-01' }, expectedLeaveOn: '2026-09-02' },
    silent: ['PREDEPART-3M'],
  },
  {
    law: '14#19 from a month end',
    dossier: { preReviewedOn: '2025-11-30', expectedLeaveOn: '2026-02-28' },
    finds: [unreasonable('PREDEPART-3M', '2014 第十九条', '2026-02-28')],
  },
  {
    law: '26#19 the last day of the month is in time',
    dossier: { preReviewedOn: '2026-08-31', meeting: { on: '2026-09-30' } },
    silent: ['MEET-1M'],
  },
  {
    law: '26#19 the day after',
    dossier: { preReviewedOn: '2026-08-31', meeting: { on: '2026-10-01' } },
    finds: [
      unreasonable(
        'MEET-1M',
        '2026 第十九条',
        '2026-08-31',
        '2026-10-01',
        '2026-09-30',
        '1 天',
        '重新预审',
      ),
      told('C15', '2026-10-01'),
    ],
  },
  {
    law: 'TC39 pre-review on the last day of the old text',
    dossier: { preReviewedOn: '2026-05-17', meeting: { on: '2026-06-30' } },
    finds: [told('MEET-1M', '跨版本', '2026-06-17')],
  },
  {
    law: '14 no limit at all',
    dossier: { preReviewedOn: '2025-05-17', meeting: { on: '2025-09-30' } },
    silent: ['MEET-1M'],
  },
  {
    law: '26#19 still not met',
    dossier: { preReviewedOn: '2026-10-20' },
    finds: [unreasonable('MEET-1M', '2026 第十九条', '2026-11-20', '3 天')],
  },
  {
    law: '26#19–20 exactly half is neither quorum nor majority',
    dossier: { meeting: { on: '2026-06-01', should: 24, present: 12, yes: 12, no: 0, abstain: 0 } },
    finds: [
      unreasonable('QUORUM', '2026 第十九条', '应到 24', '实到 12'),
      unreasonable('PASS', '2026 第二十条', '赞成 12'),
    ],
  },
  {
    law: '14#20–21 in the old numbering, with 实到 as denominator it would have passed',
    dossier: { meeting: { on: '2025-06-01', should: 25, present: 13, yes: 12, no: 1, abstain: 0 } },
    finds: [unreasonable('PASS', '2014 第二十一条', '赞成 12', '25')],
    silent: ['QUORUM', 'C45'],
  },
  {
    law: 'rules §0.1 before 2014 the arithmetic of C44 and C46 still holds',
    dossier: { meeting: { on: '2010-05-27', should: 10, present: 5, yes: 5, no: 0, abstain: 0 } },
    finds: [
      unreasonable('QUORUM', 'other 票数逻辑', '应到 10', '实到 5'),
      unreasonable('PASS', 'other 票数逻辑', '赞成 5'),
    ],
    silent: ['BALLOT'],
  },
  {
    law: '26#19–20 three full members: two who came and agreed are enough (TC85)',
    dossier: { meeting: { on: '2026-06-01', should: 3, present: 2, yes: 2, no: 0, abstain: 0 } },
    silent: ['QUORUM', 'PASS', 'C44', 'C45'],
  },
  {
    law: '26#20 written opinions are votes and no attendance (TC79)',
    dossier: {
      meeting: {
        on: '2026-06-01',
        should: 20,
        present: 11,
        yes: 8,
        no: 2,
        abstain: 1,
        written: { yes: 3 },
      },
    },
    silent: ['QUORUM', 'PASS', 'C44', 'C45'],
  },
  {
    law: 'C45 counts that already hold the written ones are not counted twice',
    dossier: {
      meeting: {
        on: '2026-06-01',
        should: 20,
        present: 9,
        yes: 10,
        no: 1,
        abstain: 0,
        written: { yes: 2 },
      },
    },
    finds: [
      unreasonable('QUORUM', '2026 第十九条', '9'),
      unreasonable('PASS', '2026 第二十条', '赞成 10'),
    ],
    silent: ['C45'],
  },
  {
    law: 'C45 too few votes, a negative, and more letters than members away',
    dossier: {
      meeting: {
        on: '2026-06-01',
        should: 20,
        present: 15,
        yes: 12,
        no: 1,
        abstain: -1,
        written: { yes: 6 },
      },
    },
    finds: [
      unreasonable('C45', undefined, '负数'),
      unreasonable('C45', undefined, '小于实到 15'),
      unreasonable('C45', undefined, '大于应到 20'),
    ],
  },
  {
    law: 'C44 nobody ought to come',
    dossier: { meeting: { on: '2026-06-01', should: 0, present: 3 } },
    finds: [
      unreasonable('C44', undefined, '应到人数为 0'),
      unreasonable('C44', undefined, '实到 3'),
    ],
  },
  {
    law: '26#20 not secret',
    dossier: { meeting: { on: '2026-06-01', ...votes, isSecret: false } },
    finds: [unreasonable('BALLOT', '2026 第二十条', '无记名')],
  },
  {
    law: '14#21 not secret: by general knowledge only (C47)',
    dossier: { meeting: { on: '2025-06-01', ...votes, isSecret: false } },
    finds: [verify('BALLOT', '2014 第二十一条', '无记名')],
  },
  {
    law: '14#24 the committee talked after it had approved',
    dossier: {
      meeting: { on: '2025-03-10' },
      committeeTalkOn: '2025-05-11',
      approvedOn: '2025-05-10',
    },
    finds: [unreasonable('PARTYTALK', '2014 第二十四条', '2025-05-11', '2025-05-10', '1 天')],
  },
  {
    law: '26#23 the talk before the meeting, by inference',
    dossier: { meeting: { on: '2026-06-10' }, committeeTalkOn: '2026-06-09' },
    finds: [verify('PARTYTALK', '2026 第二十三条', '2026-06-10', '2026-06-09', '1 天')],
  },
  {
    law: '26#25 three months to the day',
    dossier: { meeting: { on: '2026-05-31' }, approvedOn: '2026-08-31' },
    silent: ['APPROVE-3M'],
  },
  {
    law: '26#25 a day more',
    dossier: { meeting: { on: '2026-05-31' }, approvedOn: '2026-09-01' },
    finds: [
      verify('APPROVE-3M', '2026 第二十五条', '2026-05-31', '2026-09-01', '2026-08-31', '1 天'),
    ],
  },
  {
    law: '14#26 six months to the day are amber',
    dossier: { meeting: { on: '2025-11-30' }, approvedOn: '2026-05-30' },
    finds: [verify('APPROVE-3M', '2014 第二十六条', '2026-02-28', '91 天')],
  },
  {
    law: '14#26 a day more is red',
    dossier: { meeting: { on: '2025-11-30' }, approvedOn: '2026-05-31' },
    finds: [unreasonable('APPROVE-3M', '2014 第二十六条', '2026-05-30', '重新办理')],
  },
  {
    law: '26#25 the six months of the new text are second-hand: amber (rules §0.3)',
    dossier: { meeting: { on: '2026-05-18' }, approvedOn: '2026-11-19' },
    finds: [verify('APPROVE-3M', '2026 第二十五条', '2026-11-18', '重新办理')],
  },
  {
    law: '26#25 with the special case written down',
    dossier: {
      meeting: { on: '2026-05-31' },
      approvedOn: '2026-09-01',
      approvalDelayReason: '测试说明',
    },
    finds: [told('APPROVE-3M', '特殊情况')],
  },
  {
    law: 'AC29 treated as a member without an approval',
    dossier: { meeting: { on: '2026-08-01' }, oathOn: '2026-10-01' },
    finds: [unknown('APPROVE-3M', '审批意见')],
  },
  {
    law: 'C66 refused and approved nevertheless',
    dossier: {
      meeting: { on: '2026-06-01', should: 24, present: 18, yes: 12 },
      approvedOn: '2026-07-01',
    },
    finds: [unreasonable('C66', '2026 第十九条', '2026-06-01', '2026-07-01')],
  },
  {
    law: 'C41 a general branch cannot approve (14#23, by general knowledge)',
    dossier: { approvedOn: '2025-07-01', approverLevel: 'generalBranch' },
    finds: [verify('C41', '2014 第二十三条', '党总支', '2025-07-01')],
  },
  {
    law: 'C40 eight full members and no committee',
    dossier: { meeting: { on: '2026-06-01' }, branch: { fullMembers: 8, hasCommittee: false } },
    finds: [unreasonable('C40', undefined, '8 名')],
  },
  {
    law: 'C40 six full members decide in a members’ meeting',
    dossier: { meeting: { on: '2026-06-01' }, branch: { fullMembers: 6, hasCommittee: false } },
    silent: ['C40'],
  },
  {
    law: 'C42 a 临时 branch accepts nobody, also in Chinese words',
    dossier: { meeting: { on: '2026-06-01' }, branch: { form: '临时党支部' } },
    finds: [unreasonable('C42', undefined, '2026-06-01')],
  },
  {
    law: 'C43, C51 应到 above the roster of full members',
    dossier: { meeting: { on: '2026-06-01', should: 17 }, branch: { fullMembers: 15 } },
    finds: [
      verify('C43', '2026 第十九条', '17', '15'),
      verify('C51', undefined, '17', '15', '2 人'),
    ],
  },
  {
    law: 'C82 the form before the pre-review (AC20)',
    dossier: { preReviewedOn: '2026-06-10', membershipFormOn: '2026-06-09' },
    finds: [unreasonable('C82', '2026 第十八条', '2026-06-10', '2026-06-09', '1 天')],
  },
  {
    law: '26#29 an oath the day before the approval',
    dossier: { approvedOn: '2026-07-10', oathOn: '2026-07-09' },
    finds: [unreasonable('C10', '2026 第二十九条', '2026-07-10', '2026-07-09', '1 天')],
  },
  {
    law: '26#29 on the last day',
    dossier: { approvedOn: '2026-07-31', oathOn: '2026-08-31' },
    silent: ['OATH-1M'],
  },
  {
    law: '26#29 a day later (AC45)',
    dossier: { approvedOn: '2026-07-31', oathOn: '2026-09-01' },
    finds: [verify('OATH-1M', '2026 第二十九条', '2026-07-31', '2026-09-01', '2026-08-31', '1 天')],
  },
  {
    law: 'AC05 activist without any minutes in the list of papers',
    dossier: {
      activistOn: '2026-06-01',
      papers: [{ kind: '入党积极分子名单' }, { kind: '入党申请书' }, { kind: '思想汇报' }],
    },
    finds: [verify('C80', undefined, '会议记录', '2026-06-01')],
  },
];

/** Stage 5: rules §2 PROBATION-1Y to LAPSE-6M, §1.1, §3 C22–C24, C67–C70, C84. */
export const probationProbes: readonly Probe[] = [
  {
    law: 'TC49 the last day and 期满日 are both right',
    dossier: {
      meeting: { on: '2025-06-10' },
      printedProbation: { from: '2025-06-10', until: '2026-06-09' },
    },
    silent: ['C22'],
  },
  {
    law: '14#32 the day after 期满 is neither',
    dossier: {
      meeting: { on: '2025-06-10' },
      printedProbation: { from: '2025-06-10', until: '2026-06-11' },
    },
    finds: [unreasonable('C22', '2014 第三十二条', '2026-06-09', '2026-06-10', '2026-06-11')],
  },
  {
    law: '26#31 counted from the approval (AC31)',
    dossier: {
      meeting: { on: '2026-05-20' },
      approvedOn: '2026-06-20',
      printedProbation: { from: '2026-06-20', until: '2027-06-19' },
    },
    finds: [
      unreasonable('C22', '2026 第三十一条', '2026-05-20', '2026-06-20', '31 天'),
      unreasonable('C22', '2026 第三十一条', '2027-06-19', '2027-05-19'),
    ],
  },
  {
    law: '26#31 confirmed a day early',
    dossier: { meeting: { on: '2025-09-01' }, confirmationMeeting: { on: '2026-08-31' } },
    finds: [
      unreasonable('CONFIRM-NOT-EARLY', '2026 第三十一条', '2026-09-01', '2026-08-31', '1 天'),
    ],
  },
  {
    law: '14#32 from 29 February, on 28 February',
    dossier: { meeting: { on: '2024-02-29' }, confirmationMeeting: { on: '2025-02-28' } },
    finds: [
      unreasonable('CONFIRM-NOT-EARLY', '2014 第三十二条', '2025-03-01', '2025-02-28', '1 天'),
    ],
  },
  {
    law: '14#32 from 29 February, on 1 March',
    dossier: { meeting: { on: '2024-02-29' }, confirmationMeeting: { on: '2025-03-01' } },
    silent: ['CONFIRM-NOT-EARLY', 'CONFIRM-PROMPT'],
  },
  {
    law: '26#32 thirty days before',
    dossier: { meeting: { on: '2025-06-14' }, confirmationAppliedOn: '2026-05-15' },
    silent: ['CONFIRM-APPLY'],
  },
  {
    law: '14#33 thirty-one days before',
    dossier: { meeting: { on: '2025-05-14' }, confirmationAppliedOn: '2026-04-13' },
    finds: [verify('CONFIRM-APPLY', '2014 第三十三条', '2026-05-14', '2026-04-13', '31 天')],
  },
  {
    law: '26#32 sixteen days after',
    dossier: { meeting: { on: '2025-06-14' }, confirmationAppliedOn: '2026-06-30' },
    finds: [verify('CONFIRM-APPLY', '2026 第三十二条', '2026-06-14', '2026-06-30', '16 天')],
  },
  {
    law: 'AC37 thirty days after 期满',
    dossier: { meeting: { on: '2025-10-24' } },
    finds: [told('CONFIRM-PROMPT', '2026-10-24', '30 天')],
  },
  {
    law: 'AC37 thirty-one',
    dossier: { meeting: { on: '2025-10-23' } },
    finds: [verify('CONFIRM-PROMPT', '2026 第三十一条', '2026-10-23', '31 天')],
  },
  {
    law: 'AC37 ninety',
    dossier: { meeting: { on: '2025-08-25' } },
    finds: [verify('CONFIRM-PROMPT', '2026 第三十一条', '2026-08-25', '90 天')],
  },
  {
    law: 'AC37 ninety-one',
    dossier: { meeting: { on: '2025-08-24' } },
    finds: [unreasonable('CONFIRM-PROMPT', '2026 第三十一条', '2026-08-24', '91 天')],
  },
  {
    law: 'AC37 half a year',
    dossier: { meeting: { on: '2025-05-26' } },
    finds: [unreasonable('CONFIRM-PROMPT', '2026 第三十一条', '2026-05-26', '181 天', '半年')],
  },
  {
    law: 'TC53 while an investigation lasts nobody is late',
    dossier: {
      meeting: { on: '2025-05-06' },
      disciplinaryMatters: [{ kind: 'investigation', from: '2026-04-01' }],
    },
    finds: [told('CONFIRM-PROMPT', '2026-05-06', '立案审查')],
  },
  {
    law: 'TC55 confirmed by the committee without any meeting',
    dossier: {
      appliedOn: '2023-01-01',
      meeting: { on: '2024-05-06' },
      confirmationApprovedOn: '2026-01-20',
    },
    finds: [unknown('CONFIRM-NOT-EARLY', '程序')],
  },
  ...([5, 13] as const).map((months): Probe => ({
    law: `26#31 extended by ${months} months`,
    dossier: { meeting: { on: '2025-06-14' }, extension: { resolvedOn: '2026-06-20', months } },
    finds: [unreasonable('EXTEND-ONCE', '2026 第三十一条', '2026-06-20', `${months} 个月`)],
  })),
  ...([6, 12] as const).map((months): Probe => ({
    law: `26#31 extended by ${months} months`,
    dossier: { meeting: { on: '2025-06-14' }, extension: { resolvedOn: '2026-06-20', months } },
    silent: ['EXTEND-ONCE'],
  })),
  {
    law: '26#31 an extension decided before 期满',
    dossier: { meeting: { on: '2025-06-14' }, extension: { resolvedOn: '2026-06-10', months: 6 } },
    finds: [verify('EXTEND-ONCE', '2026 第三十一条', '2026-06-14', '2026-06-10', '4 天')],
  },
  {
    law: '26#31 confirmed a day before the end of the extension',
    dossier: {
      meeting: { on: '2025-02-28' },
      extension: { resolvedOn: '2026-03-01', months: 6 },
      confirmationMeeting: { on: '2026-08-27' },
    },
    finds: [
      unreasonable('CONFIRM-NOT-EARLY', '2026 第三十一条', '2026-08-28', '2026-08-27', '1 天'),
    ],
  },
  {
    law: '26#33 three months to the day from a month end',
    dossier: { confirmationMeeting: { on: '2026-05-31' }, confirmationApprovedOn: '2026-08-31' },
    silent: ['CONFIRM-3M'],
  },
  {
    law: '26#33 a day more',
    dossier: { confirmationMeeting: { on: '2026-05-31' }, confirmationApprovedOn: '2026-09-01' },
    finds: [unreasonable('CONFIRM-3M', '2026 第三十三条', '2026-08-31', '2026-09-01', '1 天')],
  },
  {
    law: '14#34 begun under the old text',
    dossier: { confirmationMeeting: { on: '2026-05-17' }, confirmationApprovedOn: '2026-08-18' },
    finds: [unreasonable('CONFIRM-3M', '2014 第三十四条', '2026-08-17', '1 天')],
  },
  {
    law: '14#36 transferred in: six months to discuss',
    dossier: {
      meeting: { on: '2025-05-23' },
      transfers: [{ on: '2026-01-05', direction: 'in', hasPapers: true }],
    },
    finds: [told('TRANSFER-DEFER-6M', '2026-05-23', '2026-11-23')],
    silent: ['CONFIRM-PROMPT'],
  },
  {
    law: '14#36 the day after them (M: amber)',
    dossier: {
      meeting: { on: '2025-05-22' },
      transfers: [{ on: '2026-01-05', direction: 'in', hasPapers: true }],
    },
    finds: [verify('TRANSFER-DEFER-6M', '2026 第三十五条', '2026-11-22', '1 天')],
  },
  {
    law: '14#36 transferred in and confirmed within them is no lateness',
    dossier: {
      meeting: { on: '2025-05-22' },
      transfers: [{ on: '2026-01-05', direction: 'in', hasPapers: true }],
      confirmationMeeting: { on: '2026-11-20' },
    },
    silent: ['CONFIRM-PROMPT', 'TRANSFER-DEFER-6M'],
  },
  {
    law: '26#33 党龄 from the approval',
    dossier: {
      meeting: { on: '2025-06-14' },
      confirmationApprovedOn: '2026-07-20',
      printedSeniorityFrom: '2026-07-20',
    },
    finds: [unreasonable('SENIORITY', '2026 第三十三条', '2026-06-14', '2026-07-20', '36 天')],
  },
  {
    law: '14#12 transferred in without papers (AC43)',
    dossier: {
      activistOn: '2025-03-10',
      transfers: [{ on: '2025-09-01', direction: 'in', hasPapers: false }],
    },
    finds: [unreasonable('C70', '2014 第十二条', '2025-03-10', '2025-09-01')],
  },
  {
    law: '26#12 nobody said whether the papers came',
    dossier: { activistOn: '2025-03-10', transfers: [{ on: '2026-09-01', direction: 'in' }] },
    finds: [unknown('C70', '2026-09-01')],
  },
  {
    law: 'TC65 transferred out after 期满',
    dossier: { meeting: { on: '2025-10-20' }, transfers: [{ on: '2026-11-05', direction: 'out' }] },
    finds: [verify('TRANSFER-OUT-CONFIRM', '2026 第三十四条', '2026-10-20', '2026-11-05', '16 天')],
  },
  {
    law: 'TC65 transferred out before 期满 is in order',
    dossier: { meeting: { on: '2025-12-20' }, transfers: [{ on: '2026-11-05', direction: 'out' }] },
    silent: ['TRANSFER-OUT-CONFIRM'],
  },
  {
    law: '26#36 thirty days to the archive',
    dossier: { confirmationApprovedOn: '2026-06-01', archivedOn: '2026-07-02' },
    finds: [verify('ARCHIVE', '2026 第三十六条', '2026-07-01', '1 天')],
  },
  {
    law: '流动党员 six months away to the day',
    dossier: { membership: { awayFrom: '2026-05-23' } },
    silent: ['FLOAT-6M'],
  },
  {
    law: '流动党员 a day more',
    dossier: { membership: { awayFrom: '2026-05-22' } },
    finds: [verify('FLOAT-6M', undefined, '2026-05-22', '2026-11-22', '1 天')],
  },
  {
    law: '党章第九条 any one of the three for six months',
    dossier: { membership: { lastActivityOn: '2026-10-01', lastDuesOn: '2026-05-22' } },
    finds: [verify('LAPSE-6M', undefined, '2026-05-22', '2026-11-22', '1 天')],
  },
  {
    law: '党章第九条 with a 正当理由 nobody is struck off',
    dossier: { membership: { lastDuesOn: '2026-01-22', excuse: '测试：住院' } },
    silent: ['LAPSE-6M'],
  },
  {
    law: 'rules §1.1 death stops what was open, and C69 says so once',
    dossier: {
      meeting: { on: '2025-06-14' },
      approvedOn: '2025-07-01',
      closure: { kind: 'deceased', on: '2026-08-01' },
    },
    finds: [told('C69', '2026-08-01')],
    silent: ['CONFIRM-PROMPT', 'OATH-1M', 'ARCHIVE'],
  },
  {
    law: 'C66 a step after the withdrawal',
    dossier: {
      activistOn: '2026-06-01',
      events: [{ kind: 'applicationWithdrawn', on: '2026-05-20' }],
    },
    finds: [unreasonable('C66', '2026 第十九条', '2026-05-20', '2026-06-01')],
  },
];

/** A dossier across the boundary in which nothing is wrong: begun under the old text, listed under the new. */
export const cleanDossier = {
  id: 'clean',
  birthOn: '2000-02-29',
  appliedOn: '2024-03-01',
  receivedOn: '2024-03-01',
  talkedOn: '2024-04-01',
  activistOn: '2024-06-12',
  activistFiledOn: '2024-06-20',
  mentors: [{ name: '测一', isFullMember: true, from: '2024-06-12' }],
  reviewedOn: ['2024-12-12', '2025-06-12', '2025-12-12'],
  targetDiscussedOn: '2026-05-20',
  targetAgreedOn: '2026-05-25',
  notice: { from: '2026-05-26', until: '2026-06-01' },
  developmentTargetOn: '2026-06-02',
  introducers: two.map(({ name }) => ({ name, isFullMember: true, isUnderDiscipline: false })),
  politicalReview: { on: '2026-06-10', result: '合格' },
  training: { from: '2026-06-15', until: '2026-06-17', days: 3, hours: 24 },
  preReviewedOn: '2026-06-30',
  meeting: {
    on: '2026-07-30',
    should: 12,
    present: 10,
    yes: 10,
    no: 0,
    abstain: 0,
    isSecret: true,
  },
  committeeTalkOn: '2026-08-10',
  approvedOn: '2026-08-20',
  filedUpOn: '2026-09-01',
  groupAssignedOn: '2026-08-21',
  oathOn: '2026-09-20',
  printedProbation: { from: '2026-07-30', until: '2027-07-29' },
};
