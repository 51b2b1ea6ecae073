import { row, type AuditRow } from './audit-row';

const two = [{ name: '测一' }, { name: '样二' }];

/** One row per defect, and one beside it that has none: today is 2026-11-23. */
export const auditRows: readonly AuditRow[] = [
  row(['AGE-18', '26#5 TC07'], { appliedOn: '2026-11-23' }, ['clear'], { birthOn: '2008-11-23' }),
  row(['AGE-18', '26#5'], { appliedOn: '2026-11-22' }, ['unreasonable', '2026-11-23', '1 天'], {
    birthOn: '2008-11-23',
  }),
  row(['AGE-18', '26#5 TC09'], { appliedOn: '2026-11-23' }, ['unknown', '出生日期'], {
    birthOn: '2008-11',
  }),
  row(['TALK-1M', '26#7 TC05'], { receivedOn: '2026-10-20' }, [
    'unreasonable',
    '2026-11-20',
    '3 天',
  ]),
  row(['TALK-1M', '14#7'], { receivedOn: '2026-01-31', talkedOn: '2026-02-28' }, ['clear']),
  row(['ACTIVIST-AFTER-TALK', '14#8 TC93'], { talkedOn: '2019-10-05', activistOn: '2018-05-11' }, [
    'unreasonable',
    '2018-05-11',
    '2019-10-05',
    '512 天',
  ]),
  row(['FILE-ACTIVIST', '26#8'], { activistOn: '2026-06-01', activistFiledOn: '2026-07-03' }, [
    'verify',
    '2026-07-01',
    '2 天',
  ]),
  row(
    ['CONTACT-1..2', '26#9 AC27'],
    { activistOn: '2026-06-01', mentors: [...two, { name: '例三' }] },
    ['unreasonable', '3 名'],
  ),
  row(['CONTACT-1..2', '26#9'], { activistOn: '2026-06-01', mentors: two }, ['clear']),
  row(['CONTACT-1..2', '26#9 期限'], { activistOn: '2026-06-01' }, ['verify', '2026-07-01']),
  row(['C30', '26#9 AC27'], { mentors: [{ name: '测一', isFullMember: false }] }, [
    'unreasonable',
    '测一',
  ]),
  row(['OBSERVE-6M', '26#11 宽限内'], { activistOn: '2026-01-15', reviewedOn: ['2026-07-20'] }, [
    'clear',
    '2026-07-15',
    '在宽限期内（至 2026-07-30），不作为问题',
  ]),
  row(['OBSERVE-6M', '26#11'], { activistOn: '2026-01-15', reviewedOn: ['2026-08-05'] }, [
    'verify',
    '21 天',
  ]),
  row(['OBSERVE-6M', '26#11 三十天后'], { activistOn: '2026-01-15' }, ['unreasonable', '131 天']),
  row(
    ['OBSERVE-COUNT', '26#11'],
    { activistOn: '2024-06-01', targetDiscussedOn: '2026-06-10', reviewedOn: ['2024-12-01'] },
    ['verify', '考察 1 次', '4 次'],
  ),
  row(
    ['ACTIVIST-1Y', '14#13 AC07'],
    { activistOn: '2024-03-01', developmentTargetOn: '2025-02-10' },
    ['unreasonable', '2025-03-01', '19 天'],
  ),
  row(
    ['ACTIVIST-1Y', '26#13 TC19'],
    { activistOn: '2025-11-10', targetDiscussedOn: '2026-11-01' },
    ['unreasonable', '2026-11-10', '9 天'],
  ),
  row(
    ['ACTIVIST-1Y', '14#13 TC21'],
    { activistOn: '2023-09-01', developmentTargetOn: '2024-09-01' },
    ['clear'],
  ),
  row(
    ['ACTIVIST-1Y', '26#13 只有年月'],
    { activistOn: '2024-09', developmentTargetOn: '2026-09-01' },
    ['unknown'],
  ),
  row(['DEV-AGREE', '26#13 TC33 缺同意'], { developmentTargetOn: '2026-06-27' }, [
    'unknown',
    '同意',
  ]),
  row(['DEV-AGREE', '14#13 备案'], { developmentTargetOn: '2025-06-27' }, ['unknown', '备案']),
  row(
    ['DEV-AGREE', '26#13 TC33 公示早于同意'],
    { targetAgreedOn: '2026-06-25', notice: { from: '2026-06-22' } },
    ['unreasonable', '2026-06-22', '2026-06-25', '3 天'],
  ),
  row(
    ['PUBLICITY-5WD', '26#13 TC25'],
    { notice: { from: '2026-06-22' }, developmentTargetOn: '2026-06-26' },
    ['unreasonable', '2026-06-26'],
  ),
  row(
    ['PUBLICITY-5WD', '26#13 TC31'],
    { notice: { from: '2026-09-29', until: '2026-10-05' }, developmentTargetOn: '2026-10-12' },
    ['unreasonable', '2 个工作日', '2026-10-10'],
  ),
  row(['PUBLICITY-5WD', '26#13 缺公示'], { developmentTargetOn: '2026-06-27' }, ['unknown']),
  row(['INTRODUCER-2', '26#14'], { introducers: [{ name: '测一' }] }, ['unreasonable', '1 名']),
  row(['INTRODUCER-2', '26#14'], { introducers: two }, ['unknown', '测一、样二']),
  row(
    ['INTRODUCER-2', '26#14'],
    { introducers: two.map((each) => ({ ...each, isFullMember: true })) },
    ['clear'],
  ),
  row(
    ['INTRODUCER-2', '14#14'],
    {
      developmentTargetOn: '2025-03-01',
      introducers: [{ name: '测一', isUnderDiscipline: true }, { name: '样二' }],
    },
    ['unreasonable', '留党察看'],
  ),
  row(
    ['REVIEW-DONE', '26#16'],
    { politicalReview: { on: '2026-07-01', result: '不合格' }, preReviewedOn: '2026-08-01' },
    ['unreasonable', '不合格'],
  ),
  row(['REVIEW-DONE', '26#16 缺'], { preReviewedOn: '2026-08-01' }, ['unknown']),
  row(['TRAIN-3D24H', '26#17 AC17'], { training: { days: 2, hours: 12 } }, [
    'unreasonable',
    '2 天/12 学时',
  ]),
  row(['TRAIN-3D24H', '26#17 或'], { training: { days: 2, hours: 24 } }, ['clear']),
  row(['TRAIN-3D24H', '26#17 缺'], { preReviewedOn: '2026-08-01' }, ['unknown']),
  row(
    ['PREDEPART-3M', '14#19 TC37①'],
    { preReviewedOn: '2026-04-15', expectedLeaveOn: '2026-07-01' },
    ['unreasonable', '2026-07-15', '2026-07-01'],
  ),
  row(
    ['PREDEPART-3M', '14#19 TC37②'],
    { preReviewedOn: '2026-03-31', expectedLeaveOn: '2026-07-01' },
    ['clear'],
  ),
  row(['MEET-1M', '26#19'], { preReviewedOn: '2026-08-31', meeting: { on: '2026-10-02' } }, [
    'unreasonable',
    '2026-09-30',
    '2 天',
  ]),
  row(['MEET-1M', 'TC39 跨版本'], { preReviewedOn: '2026-04-10', meeting: { on: '2026-06-01' } }, [
    'clear',
    '跨版本',
    '2026-05-10',
  ]),
  row(['QUORUM', '26#19'], { meeting: { should: 24, present: 12 } }, ['unreasonable', '12', '24']),
  row(['PASS', '26#20 TC69'], { meeting: { should: 24, present: 18, yes: 12 } }, [
    'unreasonable',
    '12',
    '24',
  ]),
  row(['BALLOT', '26#20'], { meeting: { isSecret: false } }, ['unreasonable', '无记名']),
  row(['PARTYTALK', '14#24'], { meeting: { on: '2025-03-10' }, committeeTalkOn: '2025-03-01' }, [
    'unreasonable',
    '2025-03-01',
    '9 天',
  ]),
  row(['APPROVE-3M', '26#25'], { meeting: { on: '2026-05-31' }, approvedOn: '2026-09-01' }, [
    'verify',
    '2026-08-31',
    '1 天',
  ]),
  row(['APPROVE-3M', '14#26 TC43'], { meeting: { on: '2025-10-10' }, approvedOn: '2026-04-15' }, [
    'unreasonable',
    '2026-04-10',
  ]),
  row(['APPROVE-3M', '14#26 TC93'], { meeting: { on: '2018-05-02' }, approvedOn: '2021-05-05' }, [
    'unreasonable',
    '2018-11-02',
  ]),
  row(
    ['APPROVE-3M', '26#25 AC29'],
    { meeting: { on: '2025-10-10' }, confirmationMeeting: { on: '2026-10-10' } },
    ['unknown', '上级党委审批意见'],
  ),
  row(['FILE-UP', '26#25'], { approvedOn: '2026-06-01', filedUpOn: '2026-07-05' }, [
    'verify',
    '4 天',
  ]),
  row(['GROUP-ASSIGN', '26#28'], { approvedOn: '2026-06-01', groupAssignedOn: '2026-07-05' }, [
    'verify',
    '4 天',
  ]),
  row(['OATH-1M', '26#29 AC45'], { approvedOn: '2026-07-10', oathOn: '2026-09-01' }, [
    'verify',
    '2026-08-10',
    '22 天',
  ]),
  row(['OATH-1M', '26#29 AC45 缺'], { approvedOn: '2026-07-10' }, [
    'verify',
    '2026-08-10',
    '105 天',
  ]),
  row(
    ['CONFIRM-NOT-EARLY', '26#31'],
    { meeting: { on: '2025-08-10' }, confirmationMeeting: { on: '2026-08-01' } },
    ['unreasonable', '2026-08-10', '9 天'],
  ),
  row(
    ['CONFIRM-NOT-EARLY', '26#31 TC51'],
    { meeting: { on: '2024-12-08' }, confirmationMeeting: { on: '2025-12-08' } },
    ['clear'],
  ),
  row(['CONFIRM-PROMPT', '26#31 AC37'], { meeting: { on: '2025-06-14' } }, [
    'unreasonable',
    '2026-06-14',
    '162 天',
  ]),
  row(['CONFIRM-PROMPT', '26#31 TC65'], { meeting: { on: '2025-10-20' } }, [
    'verify',
    '2026-10-20',
    '34 天',
  ]),
  row(['CONFIRM-PROMPT', '26#31 三十天内'], { meeting: { on: '2025-11-10' } }, ['clear', '13 天']),
  row(
    ['CONFIRM-PROMPT', '26#31 开晚了'],
    { meeting: { on: '2025-06-14' }, confirmationMeeting: { on: '2026-08-14' } },
    ['verify', '2026-07-14', '31 天'],
  ),
  row(
    ['CONFIRM-3M', '14#34 TC63'],
    { confirmationMeeting: { on: '2025-05-03' }, confirmationApprovedOn: '2025-08-04' },
    ['unreasonable', '2025-08-03', '1 天'],
  ),
  row(
    ['EXTEND-ONCE', '26#31'],
    { meeting: { on: '2025-06-14' }, extension: { resolvedOn: '2026-06-20', months: 3 } },
    ['unreasonable', '3 个月'],
  ),
  row(
    ['TRANSFER-DEFER-6M', '26#35'],
    { meeting: { on: '2025-08-14' }, transfers: [{ on: '2026-03-01', direction: 'in' }] },
    ['clear', '2027-02-14'],
  ),
  row(
    ['TRANSFER-DEFER-6M', '14#36'],
    { meeting: { on: '2025-03-14' }, transfers: [{ on: '2025-09-01', direction: 'in' }] },
    ['verify', '2026-09-14', '70 天'],
  ),
  row(
    ['SENIORITY', '26#33'],
    { meeting: { on: '2025-06-14' }, printedSeniorityFrom: '2026-07-20' },
    ['unreasonable', '2026-06-14', '2026-07-20'],
  ),
  row(['ARCHIVE', '26#36'], { confirmationApprovedOn: '2026-06-01' }, ['verify', '2026-07-01']),
  row(
    ['C10', '14 次序 TC93'],
    { developmentTargetOn: '2018-12-01', training: { from: '2018-02-01' } },
    ['unreasonable', '2018-02-01', '2018-12-01'],
  ),
  row(['C11', '日期逻辑'], { talkedOn: '2026-12-01' }, ['unreasonable', '2026-12-01']),
  row(['C11', '早于出生'], { appliedOn: '1990-01-01' }, ['unreasonable', '2000-01-01'], {
    birthOn: '2000-01-01',
  }),
  row(
    ['C14', '同日集中'],
    {
      appliedOn: '2026-06-01',
      talkedOn: '2026-06-01',
      activistOn: '2026-06-01',
      activistFiledOn: '2026-06-01',
    },
    ['clear', '4 个步骤'],
  ),
  row(
    ['C16', '各表一致'],
    {
      activistOn: '2025-06-01',
      statedElsewhere: [{ form: '考察登记表', fact: 'activist', on: '2025-06-10' }],
    },
    ['verify', '2025-06-01', '2025-06-10'],
  ),
  row(
    ['C22', '14#32 AC31'],
    {
      meeting: { on: '2026-03-10' },
      printedProbation: { from: '2026-05-08', until: '2027-03-09' },
    },
    ['unreasonable', '2026-05-08', '2026-03-10', '59 天'],
  ),
  row(
    ['C22', '14#32 TC49 止日前一天'],
    {
      meeting: { on: '2023-06-30' },
      printedProbation: { from: '2023-06-30', until: '2024-06-29' },
    },
    ['clear'],
  ),
  row(
    ['C22', '14#32 TC49 止日当天'],
    {
      meeting: { on: '2023-06-30' },
      printedProbation: { from: '2023-06-30', until: '2024-06-30' },
    },
    ['clear'],
  ),
  row(['C29', '14#13 AC03'], { appliedOn: '2025-06-01', meeting: { on: '2026-03-10' } }, [
    'unreasonable',
    '9 个月',
    '2026-06-01',
  ]),
  row(['C40', '支部工作条例'], {}, ['unreasonable', '8 名'], {
    branch: { fullMembers: 8, hasCommittee: false },
  }),
  row(['C41', '26#22'], { approvedOn: '2026-06-01' }, ['verify', '2026-06-01'], {
    branch: { canApprove: false },
  }),
  row(
    ['C42', '支部工作条例第八条'],
    { meeting: { on: '2026-06-01' } },
    ['unreasonable', '2026-06-01', '临时党支部'],
    { branch: { form: 'temporary' } },
  ),
  row(
    ['C42', '功能型, by general knowledge (M)'],
    { meeting: { on: '2026-06-01' } },
    ['verify', '功能型党支部'],
    { branch: { form: 'functional' } },
  ),
  row(
    ['C43', '26#19 TC81'],
    { meeting: { on: '2026-06-01', should: 20 } },
    ['verify', '20', '21'],
    {
      branch: { fullMembers: 21 },
    },
  ),
  row(['C44', 'TC77①'], { meeting: { should: 10, present: 11 } }, ['unreasonable', '11', '10']),
  row(['C44', 'TC77③'], { meeting: { should: 0 } }, ['unreasonable', '0']),
  row(['C45', 'TC77② AC23'], { meeting: { should: 16, present: 10, yes: 6, no: 4, abstain: 3 } }, [
    'unreasonable',
    '13',
    '10',
  ]),
  row(
    ['C61', '26#13'],
    {
      notice: { from: '2026-06-22', until: '2026-06-26', hasObjection: true },
      developmentTargetOn: '2026-06-29',
    },
    ['unreasonable', '异议'],
  ),
  row(
    ['C70', '14#12 AC43'],
    { transfers: [{ on: '2025-09-01', direction: 'in', hasPapers: false }] },
    ['unreasonable', '培养考察材料'],
  ),
  row(['C80', '材料齐备'], { papers: [{ kind: '政审报告', state: 'absent' }] }, [
    'verify',
    '政审报告',
  ]),
  row(['C81', 'AC01'], { papers: [{ kind: '入党申请书', isSigned: false }] }, ['verify', '签名']),
  row(['C81', 'AC39'], { papers: [{ kind: '转正决议', isSealed: false }] }, ['verify', '印章']),
  row(
    ['C81', 'AC19'],
    {
      notice: { from: '2026-06-08', until: '2026-06-15' },
      papers: [{ kind: '审查登记表', datedOn: '2026-06-10' }],
    },
    ['verify', '2026-06-10', '2026-06-15', '5 天'],
  ),
  row(
    ['C12', '26#16 AC12'],
    {
      politicalReview: { on: '2026-03-01' },
      papers: [
        { kind: '函调回函（父）', datedOn: '2026-03-20' },
        { kind: '函调回函（母）', datedOn: '2026-02-20' },
      ],
    },
    ['verify', '2026-03-01', '2026-03-20', '19 天'],
  ),
  row(
    ['C80', 'AC11'],
    {
      politicalReview: { on: '2026-03-01' },
      papers: [{ kind: '函调回函', datedOn: '2026-02-20' }],
    },
    ['verify', '仅 1 份', '2 份'],
  ),
  row(
    ['C13', '26#13'],
    {
      targetDiscussedOn: '2026-06-01',
      papers: [{ kind: '群众座谈会记录', datedOn: '2026-06-02' }],
    },
    ['verify', '2026-06-02', '2026-06-01', '1 天'],
  ),
  row(['C15', '核查经验'], { meeting: { on: '2026-10-01' } }, [
    'clear',
    '2026-10-01',
    '法定节假日',
  ]),
  row(
    ['C21', '26#11: none before 积极分子'],
    { activistOn: '2026-01-15', reviewedOn: ['2026-01-10'] },
    ['unreasonable', '2026-01-10', '5 天'],
  ),
  row(
    ['C21', '26#11: none after 发展对象'],
    {
      activistOn: '2024-01-15',
      reviewedOn: ['2024-07-15', '2025-01-15', '2025-06-01'],
      developmentTargetOn: '2025-03-01',
    },
    ['verify', '2025-06-01', '2025-03-01'],
  ),
  row(
    ['C21', '26#11: sixteen days after the half-year'],
    { activistOn: '2026-01-15', reviewedOn: ['2026-07-31'] },
    ['verify', '2026-07-15', '16 天'],
  ),
  row(
    ['C21', '14#11: more than thirty days after, from a month end'],
    { activistOn: '2025-08-31', reviewedOn: ['2026-03-31'] },
    ['unreasonable', '2026-02-28', '31 天'],
  ),
  row(
    ['C32', '近亲属报告制'],
    { activistOn: '2026-06-01', mentors: [{ name: '测一', isRelative: true }] },
    ['verify', '测一'],
  ),
  row(['C36', '26#20'], { introducers: [{ name: '测一', hasSpoken: false }, { name: '样二' }] }, [
    'verify',
    '测一',
  ]),
  row(
    ['C48', '14#22'],
    { meeting: { on: '2025-06-01', should: 20, yes: 15, resolution: { should: 20, yes: 16 } } },
    ['verify', '16', '15'],
  ),
  row(
    ['C66', '26#19'],
    { meeting: { on: '2026-06-01', should: 24, present: 18, yes: 12 }, approvedOn: '2026-07-01' },
    ['unreasonable', '2026-07-01'],
  ),
  row(
    ['C82', '26#18'],
    { preReviewedOn: '2026-06-10', papers: [{ kind: '入党志愿书', datedOn: '2026-06-09' }] },
    ['unreasonable', '2026-06-09', '2026-06-10', '1 天'],
  ),
  row(['C83', '档案审核通行要点'], { papers: [{ kind: '入党申请书', isHandwritten: false }] }, [
    'clear',
    '不是本人手写',
  ]),
  row(
    ['C84', '14#37'],
    {
      archivedOn: '2026-05-17',
      papers: [{ kind: '入党志愿书' }, { kind: '入党申请书' }, { kind: '转正申请书' }],
    },
    ['unreasonable', '政治审查材料', '培养教育考察材料'],
  ),
  row(['C84', '26#36, no list'], { archivedOn: '2026-06-01' }, ['unknown', '材料清单']),
  row(
    ['C16', 'AC02: the letter is dated otherwise'],
    { appliedOn: '2026-06-01', papers: [{ kind: '入党申请书', datedOn: '2026-06-10' }] },
    ['verify', '2026-06-01', '2026-06-10'],
  ),
  row(
    ['CONFIRM-APPLY', '26#32: thirty-one days early'],
    { meeting: { on: '2025-06-14' }, confirmationAppliedOn: '2026-05-14' },
    ['verify', '2026-06-14', '31 天'],
  ),
  row(
    ['CONFIRM-APPLY', '26#32: sixteen days late'],
    { meeting: { on: '2025-06-14' }, confirmationAppliedOn: '2026-06-30' },
    ['verify', '2026-06-14', '16 天'],
  ),
  row(
    ['TRANSFER-OUT-CONFIRM', 'TC65'],
    { meeting: { on: '2025-06-14' }, transfers: [{ on: '2026-06-14', direction: 'out' }] },
    ['verify', '2026-06-14'],
  ),
  row(['TALK-1M', '26#7: not on record'], { appliedOn: '2026-06-01', activistOn: '2026-09-01' }, [
    'unknown',
    '谈话',
  ]),
  row(
    ['INTRODUCER-2', '26#14: not on record'],
    { appliedOn: '2024-06-01', meeting: { on: '2026-06-01' } },
    ['unknown', '入党介绍人'],
  ),
];
