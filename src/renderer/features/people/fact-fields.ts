import type { Ballot, Dossier } from '../../../core/records/dossier';
import type { FactDate } from '../../../core/calendar/calendar-date';

export type FactValues = Readonly<Record<string, string>>;

type DateKey = {
  [Key in keyof Dossier]-?: NonNullable<Dossier[Key]> extends FactDate ? Key : never;
}[keyof Dossier];

export type FactField = {
  readonly id: string;
  readonly label: string;
  readonly phase: number;
  readonly kind: 'date' | 'text';
  readonly hint?: string;
};

const date = (id: DateKey, label: string, phase: number): FactField => ({
  id,
  label,
  phase,
  kind: 'date',
});

/** One field per fact, in the order of the 25 steps. */
export const factFields: readonly FactField[] = [
  date('appliedOn', '1 递交入党申请书', 1),
  date('receivedOn', '收到入党申请书', 1),
  date('talkedOn', '2 党组织派人谈话', 1),
  { id: 'talkedBy', label: '谈话人', phase: 1, kind: 'text' },
  date('activistOn', '3 确定为入党积极分子', 2),
  date('activistFiledOn', '4 上级党委备案', 2),
  { id: 'mentors', label: '5 培养联系人', phase: 2, kind: 'text', hint: '一至两名，用顿号分开' },
  { id: 'reviewedOn', label: '6 半年考察日期', phase: 2, kind: 'text', hint: '多次用顿号分开' },
  date('targetDiscussedOn', '7 研究确定发展对象人选', 3),
  date('targetAgreedOn', '8 上级党委同意（备案）', 3),
  { id: 'notice.from', label: '公示开始', phase: 3, kind: 'date' },
  { id: 'notice.until', label: '公示结束', phase: 3, kind: 'date' },
  date('developmentTargetOn', '列为发展对象', 3),
  { id: 'introducers', label: '9 入党介绍人', phase: 3, kind: 'text', hint: '两名，用顿号分开' },
  { id: 'politicalReview.on', label: '10 政审结论日期', phase: 3, kind: 'date' },
  {
    id: 'politicalReview.result',
    label: '政审结论',
    phase: 3,
    kind: 'text',
    hint: '合格 / 不合格',
  },
  { id: 'training.from', label: '11 集中培训开始', phase: 3, kind: 'date' },
  { id: 'training.until', label: '集中培训结束', phase: 3, kind: 'date' },
  { id: 'training.days', label: '培训天数', phase: 3, kind: 'text' },
  { id: 'training.hours', label: '培训学时', phase: 3, kind: 'text' },
  date('committeeReviewedOn', '12 支委会审查', 4),
  date('preReviewedOn', '13 上级党委预审合格', 4),
  date('expectedLeaveOn', '预计离开日期', 4),
  date('membershipFormOn', '14 填写入党志愿书', 4),
  { id: 'meeting.on', label: '15 党员大会日期', phase: 4, kind: 'date' },
  { id: 'meeting.should', label: '应到人数', phase: 4, kind: 'text' },
  { id: 'meeting.present', label: '实到人数', phase: 4, kind: 'text' },
  { id: 'meeting.yes', label: '赞成票', phase: 4, kind: 'text' },
  date('committeeTalkOn', '16 上级党委派人谈话', 4),
  date('approvedOn', '17 上级党委审批', 4),
  date('filedUpOn', '18 组织部门备案', 4),
  date('groupAssignedOn', '19 编入党小组', 5),
  date('oathOn', '20 入党宣誓', 5),
  date('confirmationAppliedOn', '22 提出转正申请', 5),
  { id: 'confirmationMeeting.on', label: '23 讨论转正大会', phase: 5, kind: 'date' },
  { id: 'extension.resolvedOn', label: '延长决议日期', phase: 5, kind: 'date' },
  { id: 'extension.months', label: '延长月数', phase: 5, kind: 'text', hint: '六至十二' },
  date('confirmationApprovedOn', '24 转正审批', 5),
  date('archivedOn', '25 材料归档', 5),
];

const separator = /[、，,;；\s]+/;
const splitList = (text: string) => text.split(separator).filter((piece) => piece !== '');

/** The dossier as the form's texts. */
export function readFacts(dossier: Dossier): FactValues {
  const { training = {}, extension = {} } = dossier;
  const nested: Record<string, unknown> = {
    'notice.from': dossier.notice?.from,
    'notice.until': dossier.notice?.until,
    'politicalReview.on': dossier.politicalReview?.on,
    'politicalReview.result': dossier.politicalReview?.result,
    'training.from': training.from,
    'training.until': training.until,
    'training.days': training.days,
    'training.hours': training.hours,
    'meeting.on': dossier.meeting?.on,
    'meeting.should': dossier.meeting?.should,
    'meeting.present': dossier.meeting?.present,
    'meeting.yes': dossier.meeting?.yes,
    'confirmationMeeting.on': dossier.confirmationMeeting?.on,
    'extension.resolvedOn': extension.resolvedOn,
    'extension.months': extension.months,
    mentors: dossier.mentors?.map(({ name }) => name).join('、'),
    introducers: dossier.introducers?.map(({ name }) => name).join('、'),
    reviewedOn: dossier.reviewedOn?.join('、'),
  };
  return Object.fromEntries(
    factFields.map(({ id }) => {
      const value = id in nested ? nested[id] : dossier[id as keyof Dossier];
      return [id, value === undefined ? '' : String(value as string | number)];
    }),
  );
}

const optionalDate = (text: string | undefined) => (text ? { value: text as FactDate } : undefined);
const optionalNumber = (text: string | undefined) =>
  text !== undefined && /^\d+(\.\d+)?$/.test(text.trim()) ? { value: Number(text) } : undefined;

function withField<Target extends object>(
  target: Target,
  key: keyof Target,
  found: { value: unknown } | undefined,
): Target {
  const { [key]: _old, ...rest } = target;
  return (found === undefined ? rest : { ...rest, [key]: found.value }) as Target;
}

/** Fields made of several inputs, or of a list in one. */
const builtFields: Readonly<Record<string, (dossier: Dossier, values: FactValues) => unknown>> = {
  reviewedOn: (_dossier, values) => splitList(values['reviewedOn'] ?? ''),
  mentors: (dossier, values) => namesOf(dossier.mentors, values['mentors']),
  introducers: (dossier, values) => namesOf(dossier.introducers, values['introducers']),
  notice: (dossier, values) => periodOf(dossier.notice ?? {}, values, 'notice'),
  politicalReview: (dossier, values) => reviewOf(dossier.politicalReview ?? {}, values),
  training: (dossier, values) => trainingOf(dossier.training ?? {}, values),
  meeting: (dossier, values) => ballotOf(dossier.meeting ?? {}, values, 'meeting'),
  extension: (dossier, values) => extensionOf(dossier.extension ?? {}, values),
  confirmationMeeting: (dossier, values) =>
    ballotOf(dossier.confirmationMeeting ?? {}, values, 'confirmationMeeting'),
};

/** Names as typed; what was known of a name stays with it. */
function namesOf(old: readonly { readonly name: string }[] | undefined, text: string | undefined) {
  const known = new Map((old ?? []).map((each) => [each.name, each]));
  return splitList(text ?? '').map((name) => known.get(name) ?? { name });
}

/** What the form changed, as a patch of whole fields; emptied fields are named in `clears`. */
export function applyFacts(
  dossier: Dossier,
  values: FactValues,
): { patch: Partial<Dossier>; clears: string[] } {
  const before = readFacts(dossier);
  const changed = new Set(
    factFields.map(({ id }) => id).filter((id) => (values[id] ?? '') !== before[id]),
  );
  const patch: Record<string, unknown> = {};
  const clears: string[] = [];
  const put = (key: string, value: unknown, isEmpty: boolean) => {
    if (isEmpty) clears.push(key);
    else patch[key] = value;
  };
  for (const id of changed) {
    const text = (values[id] ?? '').trim();
    if (!id.includes('.') && !['mentors', 'introducers', 'reviewedOn'].includes(id))
      put(id, text, text === '');
  }
  for (const [key, build] of Object.entries(builtFields)) {
    if (![...changed].some((id) => id === key || id.startsWith(`${key}.`))) continue;
    const value = build(dossier, values);
    const isEmpty = Array.isArray(value)
      ? value.length === 0
      : key === 'extension' && isBlank(value);
    put(key, value, isEmpty);
  }
  return { patch: patch as Partial<Dossier>, clears };
}

function periodOf(old: NonNullable<Dossier['notice']>, values: FactValues, prefix: string) {
  return withField(
    withField(old, 'from', optionalDate(values[`${prefix}.from`])),
    'until',
    optionalDate(values[`${prefix}.until`]),
  );
}

function reviewOf(old: NonNullable<Dossier['politicalReview']>, values: FactValues) {
  const result = values['politicalReview.result']?.trim();
  return withField(
    withField(old, 'on', optionalDate(values['politicalReview.on'])),
    'result',
    result ? { value: result } : undefined,
  );
}

function trainingOf(old: NonNullable<Dossier['training']>, values: FactValues) {
  const dated = withField(
    withField(old, 'from', optionalDate(values['training.from'])),
    'until',
    optionalDate(values['training.until']),
  );
  return withField(
    withField(dated, 'days', optionalNumber(values['training.days'])),
    'hours',
    optionalNumber(values['training.hours']),
  );
}

/** An extension emptied in both fields is no extension: its mere presence would move 期满日. */
const isBlank = (value: unknown) => Object.keys(value as object).length === 0;

function extensionOf(old: NonNullable<Dossier['extension']>, values: FactValues) {
  return withField(
    withField(old, 'resolvedOn', optionalDate(values['extension.resolvedOn'])),
    'months',
    optionalNumber(values['extension.months']),
  );
}

function ballotOf(old: Ballot, values: FactValues, prefix: string): Ballot {
  const dated = withField(old, 'on', optionalDate(values[`${prefix}.on`]));
  if (prefix === 'confirmationMeeting') return dated;
  return (['should', 'present', 'yes'] as const).reduce(
    (ballot, key) => withField(ballot, key, optionalNumber(values[`${prefix}.${key}`])),
    dated,
  );
}
