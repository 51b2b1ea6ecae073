import type { FieldId } from './fields-data';
import type { SubjectKind } from './interpretation';
import type { IssueCode } from './issue-codes';
import { isMarkedRequired } from './map-header';
import {
  addIssue,
  hasColumn,
  isBlank,
  valueOf,
  type CheckContext,
  type RowDraft,
} from './row-draft';
import type { TemplateId } from './templates';

/** Sheets on which a person without an ID number cannot be told apart from another. */
const idKeyed: ReadonlySet<TemplateId> = new Set([
  'developmentRoster',
  'memberRoster',
  'personRoster',
]);

/** What must be there for the row to name its subject, and what should be. */
export function checkRequired(draft: RowDraft, template: TemplateId, subject: SubjectKind): void {
  const check = {
    person: () => checkPerson(draft, template),
    instructor: () => checkInstructor(draft),
    organization: () => checkOrganization(draft),
    partyOrganization: () => checkPartyOrganization(draft),
  }[subject];
  check();
  checkStarred(draft);
}

function checkPerson(draft: RowDraft, template: TemplateId): void {
  reportMissing(draft, 'name', 'NAME_EMPTY', '姓名为空');
  checkPersonKey(draft, template);
  if (isBlank(draft, 'branchName')) addIssue(draft, 'branchName', 'BRANCH_EMPTY', '所在党支部为空');
}

function checkPersonKey(draft: RowDraft, template: TemplateId): void {
  const hasNumberColumn = hasColumn(draft, 'personNumber');
  const isNumberBlank = isBlank(draft, 'personNumber');
  const idHeader = draft.fields.get('idNumber')?.header;
  if (idHeader === undefined) {
    if (isNumberBlank) addIssue(draft, 'personNumber', 'KEY_EMPTY', '学工号为空');
    return;
  }
  if (!isBlank(draft, 'idNumber')) return;
  if (hasNumberColumn && isNumberBlank) {
    addIssue(draft, 'personNumber', 'KEY_EMPTY', '学工号和身份证号都为空');
  } else if (isMarkedRequired(idHeader) || (!hasNumberColumn && idKeyed.has(template))) {
    addIssue(draft, 'idNumber', 'ID_EMPTY', '身份证号为空');
  } else if (!hasNumberColumn) {
    addIssue(draft, 'idNumber', 'FIELD_REQUIRED_EMPTY', '身份证号为空，无法与他人区分');
  }
}

function checkInstructor(draft: RowDraft): void {
  reportMissing(draft, 'instructorName', 'NAME_EMPTY', '指导员姓名为空');
  if (isBlank(draft, 'targetOrganizations')) {
    addIssue(draft, 'targetOrganizations', 'FIELD_REQUIRED_EMPTY', '未填指导企业');
  }
}

function checkOrganization(draft: RowDraft): void {
  reportMissing(draft, 'organizationName', 'ORG_NAME_EMPTY', '单位名称为空');
  if (isBlank(draft, 'creditCode')) {
    addIssue(draft, 'creditCode', 'USCC_EMPTY', '空，可凭名称暂存');
  }
}

/** The field that names a party organisation on its own list. */
export function partyOrganizationNameField(draft: RowDraft): FieldId {
  return hasColumn(draft, 'branchName') ? 'branchName' : 'partyOrganizationName';
}

function checkPartyOrganization(draft: RowDraft): void {
  const field = partyOrganizationNameField(draft);
  reportMissing(draft, field, 'ORG_NAME_EMPTY', '党组织名称为空');
}

/** A name that could not be read is as good as none, unless the reason already refuses the row. */
function reportMissing(draft: RowDraft, field: FieldId, code: IssueCode, why: string): void {
  if (valueOf(draft, field) !== undefined) return;
  const isRefused = draft.issues.some(
    (issue) => issue.severity === 'reject' && issue.column === draft.fields.get(field)?.column,
  );
  if (!isRefused) addIssue(draft, field, code, why);
}

const checkedElsewhere: ReadonlySet<FieldId> = new Set([
  'name',
  'idNumber',
  'personNumber',
  'branchName',
  'instructorName',
  'organizationName',
  'partyOrganizationName',
  'creditCode',
  'targetOrganizations',
]);

/** Columns the form marks with a star should be filled. */
function checkStarred(draft: RowDraft): void {
  for (const [field, reading] of draft.fields) {
    if (checkedElsewhere.has(field) || !isMarkedRequired(reading.header)) continue;
    if (isBlank(draft, field)) addIssue(draft, field, 'FIELD_REQUIRED_EMPTY', '必填项为空');
  }
}

/** People proposed for the next stage need the day they became activists. */
export function checkProposal(draft: RowDraft, context: CheckContext): void {
  if (context.isProposal && isBlank(draft, 'activistOn')) {
    addIssue(draft, 'activistOn', 'FIELD_REQUIRED_EMPTY', '拟发展名册中积极分子时间为空');
  }
}
