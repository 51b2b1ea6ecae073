import type { FieldId } from './fields-data';
import { checkProbation, isBefore } from './date-checks';
import { birthOnOfId, genderOfId } from './read-id-number';
import {
  addIssue,
  factOf,
  hasColumn,
  isBlank,
  listOf,
  textOf,
  valueOf,
  type CheckContext,
  type RowDraft,
} from './row-draft';
import { thresholds } from './thresholds';

export function checkPersonRow(draft: RowDraft, context: CheckContext): void {
  checkIdentity(draft);
  checkLists(draft);
  checkOwnName(draft);
  const stage = stageOf(draft);
  checkStage(draft, stage);
  checkProbation(draft, context, isOnProbation(draft, stage));
  checkMembership(draft);
  checkSample(draft);
}

function checkIdentity(draft: RowDraft): void {
  const idNumber = textOf(draft, 'idNumber') ?? '';
  const gender = textOf(draft, 'gender');
  const expected = genderOfId(idNumber);
  if (gender !== undefined && expected !== undefined && gender !== expected) {
    addIssue(draft, 'gender', 'GENDER_ID_MISMATCH', '与身份证号第 17 位不一致');
  }
  const birth = factOf(draft, 'birthOn');
  const inNumber = birthOnOfId(idNumber);
  if (birth === undefined || inNumber === undefined) return;
  if (isBefore(birth, inNumber) || isBefore(inNumber, birth)) {
    addIssue(draft, 'birthOn', 'BIRTH_ID_MISMATCH', `与身份证号中的 ${inNumber} 不一致`);
  }
}

function checkLists(draft: RowDraft): void {
  const introducers = distinct(listOf(draft, 'introducers'))?.length;
  const { value: needed } = thresholds.introducers;
  if (introducers !== undefined && introducers !== needed) {
    addIssue(
      draft,
      'introducers',
      'LIST_COUNT',
      `入党介绍人应为 ${needed} 名，现为 ${introducers} 名`,
    );
  }
  const mentors = distinct(listOf(draft, 'mentors'))?.length;
  if (mentors === undefined) return;
  const { mentorsAtLeast, mentorsAtMost } = thresholds;
  if (mentors < mentorsAtLeast.value || mentors > mentorsAtMost.value) {
    const why = `培养联系人应为 ${mentorsAtLeast.value} 至 ${mentorsAtMost.value} 名，现为 ${mentors} 名`;
    addIssue(draft, 'mentors', 'LIST_COUNT', why);
  }
}

function distinct(names: readonly string[] | undefined): readonly string[] | undefined {
  return names === undefined ? undefined : [...new Set(names)];
}

/** Nobody vouches for or accompanies themselves (14#14, 14#9). */
function checkOwnName(draft: RowDraft): void {
  const name = textOf(draft, 'name');
  for (const field of ['introducers', 'mentors'] as const) {
    if (name !== undefined && listOf(draft, field)?.includes(name) === true) {
      addIssue(draft, field, 'FIELD_CONFLICT', '填的是本人');
    }
  }
}

interface Stage {
  readonly field: FieldId;
  readonly rank: number;
}

const probationary = 4;
const fullMember = 5;
const stageRanks: Readonly<Record<string, number>> = {
  入党申请人: 1,
  入党积极分子: 2,
  发展对象: 3,
  预备党员: probationary,
  中共预备党员: probationary,
  正式党员: fullMember,
  中共党员: fullMember,
};
/** The day a stage begins. */
const stageDates: readonly (readonly [FieldId, number])[] = [
  ['activistOn', 2],
  ['developmentTargetOn', 3],
  ['receivedOn', probationary],
  ['confirmedOn', fullMember],
];

/** Claimed so; or, where no column says the stage, received and with an empty day of confirmation. */
function isOnProbation(draft: RowDraft, stage: Stage | undefined): boolean {
  if (stage !== undefined) return stage.rank === probationary;
  const isStageAsked = hasColumn(draft, 'stage') || hasColumn(draft, 'politicalStatus');
  const membership = textOf(draft, 'membershipState') ?? '正常';
  return !isStageAsked && hasColumn(draft, 'confirmedOn') && membership === '正常';
}

/** The stage the row claims; a person who is neither member nor on the way ranks 0. */
function stageOf(draft: RowDraft): Stage | undefined {
  for (const field of ['stage', 'membershipState', 'politicalStatus'] as const) {
    const value = textOf(draft, field);
    if (value === undefined) continue;
    const rank = stageRanks[value];
    if (rank !== undefined) return { field, rank };
    // 群众 and 共青团员 say nothing about applying, only that membership has not begun.
    if (field === 'politicalStatus' && !hasColumn(draft, 'stage')) {
      return { field, rank: probationary - 1 };
    }
  }
  return undefined;
}

function checkStage(draft: RowDraft, stage: Stage | undefined): void {
  if (stage === undefined) return;
  const beyond = stageDates.find(
    ([field, rank]) => rank > stage.rank && valueOf(draft, field) !== undefined,
  );
  if (beyond !== undefined) {
    const header = draft.fields.get(beyond[0])?.header ?? '';
    addIssue(draft, stage.field, 'STAGE_DATE_CONFLICT', `已填“${header}”，与所填阶段矛盾`);
    return;
  }
  const own = stageDates.find(([, rank]) => rank === stage.rank);
  const isClaimed = stageRanks[textOf(draft, stage.field) ?? ''] !== undefined;
  if (own !== undefined && isClaimed && isBlank(draft, own[0])) {
    reportMissingStart(draft, stage.field, own[0]);
  }
}

/** A stage without its first day: a contradiction where the sheet is about stages, a gap elsewhere. */
function reportMissingStart(draft: RowDraft, claim: FieldId, start: FieldId): void {
  if (claim === 'politicalStatus') {
    addIssue(draft, start, 'FIELD_REQUIRED_EMPTY', '所填政治面貌的起始日期为空');
    return;
  }
  const header = draft.fields.get(start)?.header ?? '';
  addIssue(draft, claim, 'STAGE_DATE_CONFLICT', `“${header}”为空，与所填阶段矛盾`);
}

const outsiders = new Set(['群众', '共青团员']);

/** Whoever is no member has neither a floating membership nor a branch that keeps their papers. */
function checkMembership(draft: RowDraft): void {
  const status = textOf(draft, 'politicalStatus') ?? '';
  if (!outsiders.has(status)) return;
  if (valueOf(draft, 'isFloating') === true) {
    addIssue(draft, 'isFloating', 'FIELD_CONFLICT', `政治面貌为“${status}”却填为流动党员`);
  } else if (!isEmptyOrNone(textOf(draft, 'relationBranch'))) {
    addIssue(
      draft,
      'relationBranch',
      'FIELD_CONFLICT',
      `政治面貌为“${status}”却填有组织关系所在党组织`,
    );
  }
}

function isEmptyOrNone(text: string | undefined): boolean {
  return text === undefined || /^(无|否|[-—/]+)$/.test(text);
}

const sampleNames =
  /^(张三|李四|王五|赵六|某某|张某某?|李某某?|x{2,}|示例|样例|范例|例|例如|测试|姓名)$/i;
const sampleMarks = /^[(（]?(示例|样例|范例|例|填写示例|样表)[)）:：]?/;

const sampleRemark = /示例|样例行|范例|填写样例|请删除|可删除|仅供参考/;

/** A template's own example left in the sheet. */
function checkSample(draft: RowDraft): void {
  const name = textOf(draft, 'name') ?? '';
  const sequence = draft.fields.get('sequence')?.raw;
  const isMarked = typeof sequence === 'string' && sampleMarks.test(sequence);
  const isRemarked = sampleRemark.test(textOf(draft, 'remark') ?? '');
  if (sampleNames.test(name) || isMarked || isRemarked || /^[(（]?(示例|样例行|范例)/.test(name)) {
    addIssue(draft, 'name', 'SAMPLE_ROW_SUSPECT', '疑似模板自带的示例行，请确认后删除');
  }
}
