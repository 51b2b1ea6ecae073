import type { CalendarDate } from '../calendar/calendar-date';
import type { Dossier } from '../records/dossier';

/** The rider's meeting record is a record of its own; the dossier points at it. */
export const riderMeetingId = 'meeting-told-01';

type Papers = NonNullable<Dossier['papers']>;

/** Papers of the file box: twenty originals, two copies, two not there. */
function riderPapers(on: (day: CalendarDate) => CalendarDate): Papers {
  const kept: readonly (readonly [string, CalendarDate])[] = [
    ['入党申请书', '2025-01-13'],
    ['入党申请人谈话记录', '2025-02-10'],
    ['推荐入党积极分子登记表', '2025-04-14'],
    ['确定入党积极分子会议记录', '2025-04-16'],
    ['入党积极分子备案表', '2025-04-28'],
    ['思想汇报', '2025-07-10'],
    ['培养教育考察登记表（第一次）', '2025-10-14'],
    ['培养教育考察登记表（第二次）', '2026-04-14'],
    ['听取意见记录', '2026-04-20'],
    ['确定发展对象会议记录', '2026-04-22'],
    ['发展对象备案报告', '2026-05-06'],
    ['发展对象备案批复', '2026-05-08'],
    ['入党介绍人登记', '2026-05-13'],
    ['自传', '2026-05-25'],
    ['政治审查函调信', '2026-06-02'],
    ['综合政审报告', '2026-06-18'],
    ['支委会审查记录', '2026-07-15'],
    ['党委预审意见', '2026-07-30'],
    ['入党志愿书', '2026-08-10'],
    ['党员大会会议记录', '2026-08-27'],
  ];
  return [
    ...kept.map(([kind, day], index) => ({
      kind,
      state: 'original' as const,
      ...{ isSigned: true, isSealed: true, datedOn: on(day) },
      storedAt: `柜 03 • ${index + 1}`,
    })),
    { kind: '政审函调回函', state: 'copy', datedOn: on('2026-06-22'), storedAt: '原件在党工委' },
    { kind: '票决汇总表', state: 'copy', datedOn: on('2026-08-27'), storedAt: '柜 03 • 21' },
    { kind: '党委派人谈话记录', state: 'absent' },
    { kind: '集中培训登记表', state: 'absent' },
  ];
}

/**
 * product.md §1: a rider who picked up rubbish on his way, accepted on 08-27 by the meeting's record and on
 * 08-28 by his form; the 综合政审 is dated before the answer it rests on. Both stay as written.
 */
export function riderDossier(on: (day: CalendarDate) => CalendarDate): Dossier {
  const mentor = { isFullMember: true, from: on('2025-04-16') };
  const introducer = { isFullMember: true, isUnderDiscipline: false };
  return {
    appliedOn: on('2025-01-13'),
    receivedOn: on('2025-01-13'),
    acceptBasis: '流动人员，由单位所在地党组织受理',
    talkedOn: on('2025-02-10'),
    talkedBy: '联甲',
    activistOn: on('2025-04-16'),
    activistFiledOn: on('2025-04-28'),
    mentors: [
      { name: '联甲', ...mentor },
      { name: '联乙', ...mentor },
    ],
    reviewedOn: [on('2025-10-14'), on('2026-04-14')],
    targetDiscussedOn: on('2026-04-22'),
    targetAgreedOn: on('2026-05-08'),
    developmentTargetOn: on('2026-05-08'),
    introducers: [
      { name: '联甲', ...introducer },
      { name: '联乙', ...introducer },
    ],
    politicalReview: { on: on('2026-06-18'), result: '合格' },
    training: {
      from: on('2026-06-09'),
      until: on('2026-06-11'),
      ...{ days: 3, hours: 24, organiser: '演练区委党校' },
    },
    committeeReviewedOn: on('2026-07-15'),
    preReviewSubmittedOn: on('2026-07-20'),
    preReviewedOn: on('2026-07-30'),
    membershipFormOn: on('2026-08-10'),
    membershipFormNumber: '演练-2026-017',
    meeting: {
      on: on('2026-08-27'),
      ...{ should: 9, present: 8, yes: 8, no: 0, abstain: 0, invalid: 0, isSecret: true },
      meetingId: riderMeetingId,
    },
    submittedOn: on('2026-09-02'),
    committeeTalkOn: on('2026-09-16'),
    papers: riderPapers(on),
    statedElsewhere: [{ form: '入党志愿书', fact: 'meeting', on: on('2026-08-28') }],
  };
}
