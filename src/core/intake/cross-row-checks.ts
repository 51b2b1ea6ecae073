import type { FieldId } from './fields-data';
import type { CrossFileMatch, SubjectKind } from './interpretation';
import type { Issue, IssueCode } from './issue-codes';
import type { KnownRecords } from './known-records';
import { partyOrganizationNameField } from './required-checks';
import { addIssue, listOf, textOf, type RowDraft } from './row-draft';
import { partyOrganizationKey } from './term-checks';

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly idNumber: string | undefined;
}

/** What earlier rows of the workbook have already claimed. */
export interface SeenRows {
  readonly claims: ReadonlyMap<string, Place>;
  readonly matches: readonly CrossFileMatch[];
  readonly check: (draft: RowDraft, about: RowContext) => void;
}

export interface RowContext {
  readonly subject: SubjectKind;
  /** Rows of one layout must not repeat each other; another layout may speak of the same person. */
  readonly layoutKey: string;
  readonly isSuperseded: boolean;
}

/** Compares every row with those above it and with the ledger. */
export function trackRows(known: KnownRecords): SeenRows {
  const claims = new Map<string, Place>();
  const matches: CrossFileMatch[] = [];
  const claim = (key: string, draft: RowDraft): Place | undefined => {
    const earlier = claims.get(key);
    if (earlier === undefined) {
      const { sheet, row } = draft;
      claims.set(key, { sheet, row, idNumber: textOf(draft, 'idNumber') });
    }
    return earlier;
  };
  const checkUnique = (
    draft: RowDraft,
    field: FieldId,
    code: IssueCode,
    layout: string,
  ): boolean => {
    const value = textOf(draft, field);
    const earlier = value === undefined ? undefined : claim(`${layout}/${field}:${value}`, draft);
    if (earlier !== undefined) addIssue(draft, field, code, `与${placeText(earlier, draft)}重复`);
    return earlier !== undefined;
  };
  return {
    claims,
    matches,
    check(draft, { subject, layoutKey, isSuperseded }) {
      if (draft.isFilledDown || isSuperseded) return;
      if (subject === 'person' || subject === 'instructor') {
        const isRepeated =
          checkUnique(draft, 'idNumber', 'DUP_ID_IN_FILE', layoutKey) ||
          checkUnique(draft, 'personNumber', 'DUP_KEY_IN_FILE', layoutKey);
        if (isRepeated) return;
        checkUnique(draft, 'volunteerBookNumber', 'DUP_VOLUNTEER_NO', layoutKey);
        checkNamesake(draft, claim);
        if (subject === 'person') matchKnown(draft, known, matches);
      }
      if (subject === 'organization') {
        checkUnique(draft, 'creditCode', 'DUP_USCC_IN_FILE', layoutKey);
      }
      if (subject === 'partyOrganization') checkBranch(draft, claim, layoutKey);
    },
  };
}

function placeText(place: Place, draft: RowDraft): string {
  return place.sheet === draft.sheet
    ? `第${place.row}行`
    : `工作表“${place.sheet}”第${place.row}行`;
}

type Claim = (key: string, draft: RowDraft) => Place | undefined;

/** Only two sure ID numbers prove that two people share a name. */
function checkNamesake(draft: RowDraft, claim: Claim): void {
  const field: FieldId = draft.fields.has('name') ? 'name' : 'instructorName';
  const name = textOf(draft, field);
  const idNumber = textOf(draft, 'idNumber');
  if (name === undefined || idNumber === undefined) return;
  const earlier = claim(`namesake:${name}`, draft);
  if (earlier?.idNumber !== undefined && earlier.idNumber !== idNumber) {
    addIssue(draft, field, 'SAME_NAME_DIFF_ID', `与${placeText(earlier, draft)}同名不同证`);
  }
}

/** More namesakes than anybody would check one by one are the way of a large list, not a doubt. */
const fewNamesakes = 20;

/** In a large list namesakes are ordinary: they are still told, but no row is held up for it. */
export function easeNamesakes(drafts: readonly RowDraft[]): void {
  const isNamesake = ({ code }: Issue) => code === 'SAME_NAME_DIFF_ID';
  const found = drafts.filter(({ issues }) => issues.some(isNamesake));
  if (found.length <= fewNamesakes) return;
  for (const { issues } of found) {
    issues.forEach((issue, index) => {
      if (isNamesake(issue)) issues[index] = { ...issue, severity: 'info' };
    });
  }
}

/** One row for each branch, or for each of its terms. */
function checkBranch(draft: RowDraft, claim: Claim, layout: string): void {
  const field = partyOrganizationNameField(draft);
  const name = textOf(draft, field);
  if (name === undefined) return;
  const term = textOf(draft, 'termNumber') ?? '';
  const earlier = claim(`${layout}/branch:${partyOrganizationKey(draft)}|${term}`, draft);
  if (earlier !== undefined) {
    addIssue(draft, field, 'DUP_KEY_IN_FILE', `与${placeText(earlier, draft)}重复`);
  }
}

function matchKnown(draft: RowDraft, known: KnownRecords, matches: CrossFileMatch[]): void {
  const idNumber = textOf(draft, 'idNumber');
  const match = idNumber === undefined ? undefined : known.byKey.get(`id:${idNumber}`);
  if (match?.kind !== 'person') return;
  const place = match.sourceRow === undefined ? '台账' : `“${match.source}”第${match.sourceRow}行`;
  addIssue(draft, 'idNumber', 'CROSS_FILE_DUP', `已在${place}，应合并而不是新建`);
  matches.push({
    sheet: draft.sheet,
    row: draft.row,
    source: match.source,
    sourceRow: match.sourceRow,
  });
}

/** Units an instructor looks after must be in the ledger, once the ledger has units at all. */
export function checkReferences(draft: RowDraft, known: KnownRecords): void {
  const names = known.organizationNames;
  const missing = (listOf(draft, 'targetOrganizations') ?? []).filter((name) => !names?.has(name));
  if (names !== undefined && missing.length > 0) {
    addIssue(draft, 'targetOrganizations', 'REF_NOT_FOUND', `台账中没有：${missing.join('、')}`);
  }
}

/**
 * Rows of a form export that the same person answered again later: the last answer counts.
 * Sheets without a time of submission have none.
 */
export function findSuperseded(drafts: readonly RowDraft[]): ReadonlySet<RowDraft> {
  const latest = new Map<string, RowDraft>();
  const superseded = new Set<RowDraft>();
  for (const draft of drafts) {
    const key = personKey(draft);
    if (key === undefined || textOf(draft, 'submittedOn') === undefined) continue;
    const other = latest.get(key);
    const isLater = other === undefined || submissionOrder(draft) >= submissionOrder(other);
    if (other !== undefined) superseded.add(isLater ? other : draft);
    if (isLater) latest.set(key, draft);
  }
  return superseded;
}

export function noteSuperseded(draft: RowDraft): void {
  const field = keyFields.find((each) => textOf(draft, each) !== undefined) ?? 'name';
  addIssue(draft, field, 'LATEST_WINS', '同一人后来又提交，以后一份为准');
}

const keyFields: readonly FieldId[] = ['idNumber', 'personNumber', 'phone'];

/** Whoever answers a form: by ID number, else by staff number, else by name and telephone. */
function personKey(draft: RowDraft): string | undefined {
  const number = textOf(draft, 'idNumber') ?? textOf(draft, 'personNumber');
  if (number !== undefined) return number;
  const [name, phone] = [textOf(draft, 'name'), textOf(draft, 'phone')];
  return name === undefined || phone === undefined ? undefined : `${name}/${phone}`;
}

/** Sortable text of the moment of submission. */
function submissionOrder(draft: RowDraft): string {
  const reading = draft.fields.get('submittedOn');
  const time = /(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?/.exec(String(reading?.raw ?? ''));
  const clock = (time ?? []).slice(1).map((part) => (part ?? '0').padStart(2, '0'));
  return `${textOf(draft, 'submittedOn')} ${clock.join(':')}`;
}
