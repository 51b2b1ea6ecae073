import { operatingValue } from './enum-data';
import type { FieldId } from './fields-data';
import { addIssue, isBlank, numberOf, textOf, valueOf, type RowDraft } from './row-draft';
import { thresholds } from './thresholds';

export function checkOrganizationRow(draft: RowDraft): void {
  const isActive = isOperating(textOf(draft, 'operatingStatus'));
  if (!isActive)
    addIssue(draft, 'operatingStatus', 'ORG_INACTIVE', '不在正常经营，不计入实体运营总数');
  checkPartyOrganization(draft);
  checkBuilt(draft);
  checkHeadcounts(draft);
  checkSums(draft);
  if (isActive) checkShouldBuild(draft);
}

/** A sheet without the column lists running units. */
export function isOperating(status: string | undefined): boolean {
  return status === undefined || status === operatingValue;
}

/** Full members = members − probationary; `undefined` where the members are unknown. */
export function fullMembersOf(draft: RowDraft): number | undefined {
  const members = numberOf(draft, 'memberCount');
  if (members === undefined) return numberOf(draft, 'fullMemberCount');
  return members - (numberOf(draft, 'probationaryCount') ?? 0);
}

const traces: readonly FieldId[] = [
  'partyOrganizationBuiltOn',
  'partyOrganizationName',
  'partyOrganizationForm',
];

function checkPartyOrganization(draft: RowDraft): void {
  if (valueOf(draft, 'hasPartyOrganization') !== false) return;
  const found = traces.filter((field) => !isNone(textOf(draft, field)));
  if (found.length === 0) return;
  const headers = found.map((field) => draft.fields.get(field)?.header ?? '').join('、');
  addIssue(draft, 'hasPartyOrganization', 'FIELD_CONFLICT', `填“否”但填有${headers}`);
}

/** What speaks against an organisation that is said to be there, and what is missing of it. */
function checkBuilt(draft: RowDraft): void {
  if (valueOf(draft, 'hasPartyOrganization') !== true) return;
  const against = (['notBuiltReason', 'plannedBuildOn'] as const).filter(
    (field) => !isNone(textOf(draft, field)),
  );
  if (against.length > 0) {
    const headers = against.map((field) => draft.fields.get(field)?.header ?? '').join('、');
    addIssue(draft, 'hasPartyOrganization', 'FIELD_CONFLICT', `填“是”但填有${headers}`);
  }
  if (isBlank(draft, 'partyOrganizationName') && isNone(textOf(draft, 'jointBranchName'))) {
    addIssue(draft, 'partyOrganizationName', 'FIELD_REQUIRED_EMPTY', '已建立党组织但未填名称');
  }
}

export function isNone(text: string | undefined): boolean {
  return text === undefined || /^(无|未建|未组建|未建立|[-—/]+)$/.test(text);
}

/** A part cannot be larger than its whole. */
const parts: readonly (readonly [part: FieldId, whole: FieldId, why: string])[] = [
  ['probationaryCount', 'memberCount', '预备党员人数大于党员数'],
  ['memberCount', 'staffCount', '党员数大于从业人员数'],
];

function checkHeadcounts(draft: RowDraft): void {
  for (const [part, whole, why] of parts) {
    const some = numberOf(draft, part);
    const all = numberOf(draft, whole);
    if (some !== undefined && all !== undefined && some > all) {
      addIssue(draft, part, 'FIELD_CONFLICT', why);
    }
  }
}

/** Columns that together make up a total, where the sheet has all of the group that it uses. */
const sums: readonly { readonly total: FieldId; readonly parts: readonly FieldId[] }[] = [
  { total: 'memberCount', parts: ['fullMemberCount', 'probationaryCount'] },
  { total: 'memberCount', parts: ['fulltimeMemberCount', 'parttimeMemberCount'] },
  { total: 'memberCount', parts: ['maleMemberCount', 'femaleMemberCount'] },
  {
    total: 'memberCount',
    parts: [
      'membersInUnit',
      'membersInSupervisor',
      'membersInSponsor',
      'membersInLocality',
      'membersInFormerUnit',
      'membersInOtherUnit',
    ],
  },
];

export function checkSums(draft: RowDraft): void {
  for (const { total, parts: summands } of sums) {
    const stated = numberOf(draft, total);
    const present = summands.filter((field) => draft.fields.has(field));
    const counts = present.map((field) => numberOf(draft, field));
    const known = counts.filter((count) => count !== undefined);
    if (stated === undefined || present.length < 2 || known.length === 0) continue;
    const isUnreadable = present.some(
      (field) => (draft.fields.get(field)?.problems.length ?? 0) > 0,
    );
    const sum = known.reduce((all, count) => all + count, 0);
    if (!isUnreadable && sum !== stated) {
      addIssue(draft, total, 'SUM_MISMATCH', `分项合计为 ${sum}`);
    }
  }
}

function checkShouldBuild(draft: RowDraft): void {
  const members = fullMembersOf(draft);
  const isBuilt = valueOf(draft, 'hasPartyOrganization');
  // Without its own organisation but within a joint branch, a unit is covered.
  if (!isNone(textOf(draft, 'jointBranchName'))) return;
  const { value: needed } = thresholds.fullMembersToBuild;
  if (isBuilt === false && members !== undefined && members >= needed) {
    const why = `正式党员 ${members} 名，达到 ${needed} 名，应建未建`;
    addIssue(draft, 'hasPartyOrganization', 'SHOULD_BUILD_NOT_BUILT', why);
  }
}
