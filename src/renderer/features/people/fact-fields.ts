import { approverLevelWords, postKindWords } from '../../../core/labels/labels';
import { steps } from '../../../core/development/steps';

/** How a fact is typed: one day, days, a number, words, names, one of a few, or yes and no with "not on record". */
export type FactKind = 'date' | 'dates' | 'number' | 'text' | 'names' | 'choice' | 'flag';

export type FactField = {
  /** Where it stands in the dossier: `notice.from`. */
  readonly id: string;
  readonly label: string;
  readonly step: number;
  readonly phase: number;
  readonly kind: FactKind;
  readonly hint?: string;
  /** Words of a choice by their stored value. */
  readonly choices?: Readonly<Record<string, string>>;
  /** A choice that is stored as a number. */
  readonly isNumber?: true;
};

type Row = readonly [
  step: number,
  kind: FactKind,
  id: string,
  label: string,
  more?: string | Readonly<Record<string, string>>,
];

const ballotOf = (step: number, key: 'meeting' | 'confirmationMeeting', name: string): Row[] => [
  [step, 'number', `${key}.should`, `${name}应到人数`],
  [step, 'number', `${key}.present`, `${name}实到人数`],
  [step, 'number', `${key}.yes`, `${name}赞成票`],
  [step, 'number', `${key}.no`, `${name}反对票`],
  [step, 'number', `${key}.abstain`, `${name}弃权票`],
  [step, 'number', `${key}.written.yes`, `${name}书面赞成`],
  [step, 'flag', `${key}.isSecret`, `${name}无记名投票`],
  [step, 'number', `${key}.deducted`, `${name}不计入应到`],
  [step, 'flag', `${key}.isDeductionApproved`, `${name}不计入经上级同意`],
  [step, 'text', `${key}.secretary`, `${name}决议签名书记`],
];

/** One field per fact, in the order of the 25 steps. */
const rows: readonly Row[] = [
  [1, 'date', 'appliedOn', '1 递交入党申请书'],
  [1, 'date', 'receivedOn', '收到入党申请书'],
  [1, 'text', 'acceptedBy', '接收申请的党组织'],
  [1, 'text', 'acceptBasis', '受理依据', '工作单位、居住地、流动党员党组织'],
  [2, 'date', 'talkedOn', '2 党组织派人谈话'],
  [2, 'text', 'talkedBy', '谈话人'],
  [2, 'choice', 'talkedByPost', '谈话人职务', postKindWords],
  [3, 'date', 'recommendedOn', '推荐（推优）'],
  [3, 'date', 'activistOn', '3 确定为入党积极分子'],
  [4, 'date', 'activistFiledOn', '4 上级党委备案'],
  [5, 'names', 'mentors', '5 培养联系人', '一至两名，用顿号分开'],
  [6, 'dates', 'reviewedOn', '6 半年考察日期', '多次用顿号分开'],
  [6, 'dates', 'reportedOn', '思想汇报日期', '多次用顿号分开'],
  [7, 'date', 'targetDiscussedOn', '7 研究确定发展对象人选'],
  [8, 'date', 'targetAgreedOn', '8 上级党委同意（备案）'],
  [8, 'date', 'notice.from', '公示开始'],
  [8, 'date', 'notice.until', '公示结束'],
  [8, 'flag', 'notice.hasObjection', '公示有未了结的异议'],
  [8, 'date', 'developmentTargetOn', '列为发展对象'],
  [9, 'names', 'introducers', '9 入党介绍人', '两名，用顿号分开'],
  [10, 'date', 'politicalReview.on', '10 政审结论日期'],
  [10, 'text', 'politicalReview.result', '政审结论', '合格 / 不合格'],
  [11, 'date', 'training.from', '11 集中培训开始'],
  [11, 'date', 'training.until', '集中培训结束'],
  [11, 'number', 'training.days', '培训天数'],
  [11, 'number', 'training.hours', '培训学时'],
  [11, 'text', 'training.organiser', '培训主办单位'],
  [11, 'text', 'training.exemption', '个别特殊情况说明', '未经或未足培训的'],
  [12, 'date', 'committeeReviewedOn', '12 支委会审查'],
  [13, 'date', 'preReviewSubmittedOn', '报送预审'],
  [13, 'date', 'preReviewedOn', '13 上级党委预审合格'],
  [13, 'date', 'expectedLeaveOn', '预计离开日期'],
  [14, 'date', 'membershipFormOn', '14 填写入党志愿书'],
  [14, 'text', 'membershipFormNumber', '志愿书编号'],
  [15, 'date', 'meeting.on', '15 党员大会日期'],
  ...ballotOf(15, 'meeting', '接收大会'),
  [16, 'date', 'committeeTalkOn', '16 上级党委派人谈话'],
  [16, 'text', 'committeeTalkBy', '党委谈话人'],
  [16, 'choice', 'committeeTalkByPost', '党委谈话人职务', postKindWords],
  [17, 'date', 'approvedOn', '17 上级党委审批'],
  [17, 'text', 'approvedBy', '审批的党组织'],
  [17, 'choice', 'approverLevel', '审批组织层级', approverLevelWords],
  [17, 'date', 'submittedOn', '决议上报'],
  [17, 'date', 'generalBranchReviewedOn', '党总支审议'],
  [17, 'text', 'approvalDelayReason', '审批延长的特殊情况'],
  [18, 'date', 'filedUpOn', '18 组织部门备案'],
  [19, 'date', 'groupAssignedOn', '19 编入党小组'],
  [20, 'date', 'oathOn', '20 入党宣誓'],
  [21, 'dates', 'probationReviewedOn', '21 预备期考察日期', '多次用顿号分开'],
  [21, 'date', 'printedProbation.from', '志愿书所写预备期自'],
  [21, 'date', 'printedProbation.until', '志愿书所写预备期至'],
  [21, 'date', 'extension.resolvedOn', '延长决议日期'],
  [21, 'number', 'extension.months', '延长月数', '六至十二'],
  [21, 'date', 'extension.from', '所写延长期自'],
  [21, 'date', 'extension.until', '所写延长期至'],
  [22, 'date', 'confirmationAppliedOn', '22 提出转正申请'],
  [23, 'date', 'confirmationMeeting.on', '23 讨论转正大会'],
  ...ballotOf(23, 'confirmationMeeting', '转正大会'),
  [24, 'date', 'confirmationApprovedOn', '24 转正审批'],
  [24, 'date', 'printedJoinedOn', '所写入党时间'],
  [24, 'date', 'printedConfirmedOn', '所写转正时间'],
  [24, 'date', 'printedSeniorityFrom', '所写党龄起算日'],
  [25, 'date', 'archivedOn', '25 材料归档'],
  [25, 'text', 'archivedAt', '档案存放处'],
];

const phaseOf = (step: number) => steps.find((each) => each.step === step)?.phase ?? 1;

export const factFields: readonly FactField[] = rows.map(([step, kind, id, label, more]) => ({
  id,
  label,
  step,
  phase: phaseOf(step),
  kind,
  ...(typeof more === 'string' ? { hint: more } : {}),
  ...(typeof more === 'object' ? { choices: more } : {}),
}));

export const fieldsOfStep = (step: number): readonly FactField[] =>
  factFields.filter((field) => field.step === step);
