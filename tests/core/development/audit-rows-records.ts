import { row, type AuditRow } from './audit-row';

/** A made-up number: 测试区 000000, born on 2000-02-29, sex of the 17th digit 女; the last character is right. */
export const fictionalId = '000000200002290029';

const posts = [
  { kind: 'secretary', name: '测书记', from: '2020-01-01', until: '2025-12-31' },
  { kind: 'secretary', name: '例书记', from: '2026-01-01' },
  { kind: 'organization', name: '样组织', from: '2026-01-01' },
  { kind: 'publicity', name: '例宣传', from: '2026-01-01' },
] as const;

/** Checks of identity, posts, bodies and stated days (rules §3). */
export const recordRows: readonly AuditRow[] = [
  row(['C01', 'GB 11643'], {}, ['clear'], {
    birthOn: '2000-02-29',
    person: { idNumber: fictionalId, gender: 'female' },
  }),
  row(['C01', 'GB 11643 出生'], {}, ['unreasonable', '2000-03-01', '2000-02-29'], {
    birthOn: '2000-03-01',
    person: { idNumber: fictionalId },
  }),
  row(['C01', 'GB 11643 出生只到年月且相符'], {}, ['clear'], {
    birthOn: '2000-02',
    person: { idNumber: fictionalId },
  }),
  row(['C01', 'GB 11643 性别'], {}, ['unreasonable', '男', '女'], {
    person: { idNumber: fictionalId, gender: 'male' },
  }),
  row(['C01', 'GB 11643 校验码'], {}, ['unreasonable', '校验码'], {
    person: { idNumber: `${fictionalId.slice(0, 17)}8` },
  }),
  row(['C01', 'GB 11643 15 位'], {}, ['unknown', '15 位'], {
    person: { idNumber: '000000000229002' },
  }),
  row(
    ['C03', '档案审核通行要点'],
    { papers: [{ kind: '入党志愿书', statedName: '测一' }] },
    ['verify', '测一', '测壹'],
    { person: { name: '测壹' } },
  ),
  row(
    ['C03', '间隔号写法不同不算不一致'],
    { papers: [{ kind: '入党志愿书', statedName: '测·一' }] },
    ['clear'],
    { person: { name: '测一' } },
  ),
  row(
    ['C03', '只有两份材料互比'],
    {
      papers: [
        { kind: '入党申请书', statedName: '测一' },
        { kind: '入党志愿书', statedName: '测二' },
      ],
    },
    ['verify', '测二'],
  ),
  row(['C05', '26#6 单位注销'], { appliedOn: '2026-06-01' }, ['verify', '2026-08-01', '已注销'], {
    unit: { status: 'deregistered', statusSince: '2026-08-01' },
  }),
  row(['C05', '14#6 未写受理依据'], { appliedOn: '2025-06-01' }, ['verify', '2025-06-01', '受理'], {
    unit: { status: 'operating', hasPartyOrganization: false },
  }),
  row(
    ['C34', '26#14'],
    { introducers: [{ name: '测一', isOfSameCommittee: false }, { name: '样二' }] },
    ['verify', '测一'],
  ),
  row(['C35', '14#7'], { talkedOn: '2026-03-01', talkedBy: '样组织' }, ['clear'], {
    branch: { posts },
  }),
  row(
    ['C35', '26#7 不是书记、副书记、组织委员'],
    { talkedOn: '2026-06-01', talkedBy: '例宣传' },
    ['verify', '2026-06-01', '宣传委员'],
    { branch: { posts } },
  ),
  row(
    ['C35', '14#7 任职前一天'],
    { talkedOn: '2025-12-31', talkedBy: '样组织' },
    ['verify', '2025-12-31', '当日不在班子成员中'],
    { branch: { posts } },
  ),
  row(['C35', '14#7 任职当天'], { talkedOn: '2026-01-01', talkedBy: '样组织' }, ['clear'], {
    branch: { posts },
  }),
  row(
    ['C35', '14#24 党委谈话人'],
    { committeeTalkOn: '2025-06-01', committeeTalkBy: '测甲', committeeTalkByPost: 'organizer' },
    ['clear'],
  ),
  row(
    ['C37', '14#22 离任后签名'],
    { meeting: { on: '2026-01-01', secretary: '测书记' } },
    ['verify', '2026-01-01', '例书记'],
    { branch: { posts } },
  ),
  row(
    ['C37', '14#22 离任当天'],
    { meeting: { on: '2025-12-31', secretary: '测书记' } },
    ['clear'],
    { branch: { posts } },
  ),
  row(
    ['C38', '26#9'],
    {
      activistOn: '2025-06-01',
      mentors: [{ name: '测一', from: '2025-06-01', unfitFrom: '2026-03-01', unfitReason: '去世' }],
    },
    ['verify', '2026-03-01', '去世'],
  ),
  row(
    ['C49', '26#20 AC25'],
    { meeting: { on: '2026-06-01', should: 20, present: 15, people: 2 } },
    ['verify', '2 人', '2026-06-01'],
  ),
  row(['C49', '14#21 单独表决'], { meeting: { on: '2025-06-01', people: 1 } }, ['clear']),
  row(
    ['C50', '支部条例 恰好半数'],
    { branchDecisions: [{ step: 3, on: '2026-06-01', members: 4, present: 2 }] },
    ['verify', '2026-06-01', '4', '2'],
  ),
  row(
    ['C50', '支部条例 过半'],
    { branchDecisions: [{ step: 3, on: '2026-06-01', members: 5, present: 3 }] },
    ['clear'],
  ),
  row(
    ['C40', '14#8 不设支委会的由党员大会研究'],
    { branchDecisions: [{ step: 3, on: '2025-06-01', body: 'branchCommittee' }] },
    ['unreasonable', '2025-06-01', '党员大会'],
    { branch: { hasCommittee: false } },
  ),
  row(
    ['C40', '14#8 相符'],
    { branchDecisions: [{ step: 3, on: '2025-06-01', body: 'memberMeeting' }] },
    ['clear'],
    { branch: { hasCommittee: false } },
  ),
  row(
    ['C51', '党章第七条'],
    { meeting: { on: '2026-06-01', should: 17, present: 15, yes: 12, probationaryVoters: 2 } },
    ['unreasonable', '2 名预备党员'],
  ),
  row(
    ['C51', '应到多于正式党员'],
    { meeting: { on: '2026-06-01', should: 17 } },
    ['verify', '17', '15'],
    { branch: { fullMembers: 15 } },
  ),
  row(
    ['C43', '26#19 留党察看者不计应到 TC81'],
    { meeting: { on: '2026-06-01', should: 20 } },
    ['clear'],
    { branch: { fullMembers: 21, underDiscipline: 1 } },
  ),
  row(
    ['C43', '26#19 不计而未经同意'],
    { meeting: { on: '2026-06-01', should: 19, deducted: 2 } },
    ['verify', '19', '不计 2'],
    { branch: { fullMembers: 21 } },
  ),
  row(
    ['C43', '26#19 经同意不计'],
    { meeting: { on: '2026-06-01', should: 19, deducted: 2, isDeductionApproved: true } },
    ['clear'],
    { branch: { fullMembers: 21 } },
  ),
  row(
    ['C64', '立案审查期间'],
    {
      disciplinaryMatters: [{ kind: 'investigation', from: '2026-03-01', until: '2026-07-01' }],
      meeting: { on: '2026-06-01' },
    },
    ['verify', '2026-06-01', '2026-03-01'],
  ),
  row(
    ['C64', '暂缓期间'],
    {
      events: [
        { kind: 'onHold', on: '2026-03-01' },
        { kind: 'resumed', on: '2026-07-01' },
      ],
      activistOn: '2025-01-01',
      targetDiscussedOn: '2026-06-30',
    },
    ['verify', '2026-06-30', '2026-03-01'],
  ),
  row(
    ['C64', '恢复当天起照常'],
    {
      events: [
        { kind: 'onHold', on: '2026-03-01' },
        { kind: 'resumed', on: '2026-07-01' },
      ],
      activistOn: '2025-01-01',
      targetDiscussedOn: '2026-07-01',
    },
    ['clear'],
  ),
  row(
    ['C68', '14#32 入党时间按大会日'],
    { meeting: { on: '2025-06-14' }, printedJoinedOn: '2025-07-20' },
    ['unreasonable', '2025-06-14', '2025-07-20', '36 天'],
  ),
  row(
    ['C68', '26#33 转正时间按期满日'],
    { meeting: { on: '2025-06-14' }, printedConfirmedOn: '2026-07-20' },
    ['unreasonable', '2026-06-14', '2026-07-20', '36 天'],
  ),
  row(
    ['C68', '26#33 二月二十九日'],
    { meeting: { on: '2024-02-29' }, printedConfirmedOn: '2025-03-01' },
    ['clear'],
  ),
  row(
    ['C69', '死亡后提醒停止'],
    {
      receivedOn: '2026-06-01',
      events: [{ kind: 'deceased', on: '2026-08-01' }],
    },
    ['clear', '2026-08-01', '党组织派人谈话'],
  ),
];
