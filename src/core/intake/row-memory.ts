import type { FieldId } from './fields-data';
import type { NormalisedRow } from './interpretation';
import type { Issue } from './issue-codes';
import type { KnownRecords } from './known-records';
import type { RawRow } from './raw-workbook';
import type { SkippedRow } from './read-rows';
import type { RowDraft } from './row-draft';

/** What came of a row by itself. */
export interface JudgedRow {
  /** Of its fields, only those that rows and figures are compared by. */
  readonly fields: RowDraft['fields'];
  readonly isFilledDown: boolean;
  readonly record: NormalisedRow;
  /** Its issues, by where it stands among the others. */
  readonly issues: Map<Standing, readonly Issue[]>;
}

/** What other rows make of a row before it is judged. */
export type Standing = 'alone' | 'superseded' | 'pastTerm' | 'both';

export type RowMemo = JudgedRow | SkippedRow;

/** Fields that a row is compared with others by, or counted by: only they are kept beyond its own judgement. */
const comparedFields: ReadonlySet<FieldId> = new Set<FieldId>([
  ...(['idNumber', 'personNumber', 'volunteerBookNumber', 'name', 'instructorName'] as const),
  ...(['creditCode', 'phone', 'submittedOn', 'termNumber', 'lastElectedOn'] as const),
  ...(['committeeName', 'superiorPartyOrganization', 'branchName'] as const),
  ...(['partyOrganizationName', 'partyOrganizationForm', 'partyOrganizationLevel'] as const),
  ...(['operatingStatus', 'town', 'socialKind', 'hasPartyOrganization'] as const),
  ...(['jointBranchName', 'memberCount', 'fullMemberCount', 'probationaryCount'] as const),
  ...(['staffCount', 'hasInstructor', 'hasUnion', 'hasYouthLeague', 'massOrganizations'] as const),
  'targetOrganizations',
]);

export function comparedFieldsOf({ fields }: RowDraft): RowDraft['fields'] {
  return new Map([...fields].filter(([field]) => comparedFields.has(field)));
}

/**
 * Rows judged before, by the very row object: an edit makes a new one of its row and leaves all others as they are.
 * It forgets a sheet as soon as anything changes by which its rows are read.
 */
export class RowMemory {
  readonly #sheets = new Map<
    number,
    { readonly key: string; readonly known: KnownRecords; readonly rows: WeakMap<RawRow, RowMemo> }
  >();

  /** @param key all that the rows are judged by, beside their cells and the ledger */
  rowsOf(sheet: number, key: string, known: KnownRecords): WeakMap<RawRow, RowMemo> {
    const kept = this.#sheets.get(sheet);
    if (kept?.key === key && kept.known === known) return kept.rows;
    const rows = new WeakMap<RawRow, RowMemo>();
    this.#sheets.set(sheet, { key, known, rows });
    return rows;
  }
}
