import { checkReferences, findSuperseded, noteSuperseded } from './cross-row-checks';
import { checkDates } from './date-checks';
import type { SheetLayout } from './find-layout';
import type { NormalisedRow, SubjectKind } from './interpretation';
import type { Issue } from './issue-codes';
import type { KnownRecords } from './known-records';
import { normaliseRow } from './normalise-row';
import { checkOrganizationRow } from './organization-checks';
import { checkPersonRow } from './person-checks';
import type { RawRow } from './raw-workbook';
import type { RowReader, SkippedRow } from './read-rows';
import { checkProposal, checkRequired } from './required-checks';
import { isRejected, type CheckContext, type RowDraft } from './row-draft';
import { comparedFieldsOf, type JudgedRow, type RowMemo, type Standing } from './row-memory';
import type { SheetGrid } from './sheet-grid';
import type { TemplateId } from './templates';
import { checkPartyOrganizationRow, findPastTerms } from './term-checks';

export interface Judging {
  readonly grid: SheetGrid;
  readonly layout: SheetLayout;
  readonly reader: RowReader;
  readonly template: TemplateId;
  readonly subject: SubjectKind;
  readonly context: CheckContext;
  readonly known: KnownRecords;
  /** Rows judged before under the same circumstances. */
  readonly memory: WeakMap<RawRow, RowMemo>;
}

/** A row with the issues it has by itself; `draft` keeps the fields it is compared by. */
export interface StandingRow {
  readonly draft: RowDraft;
  readonly record: NormalisedRow;
  readonly isSuperseded: boolean;
}

/** Judges each row of a table by itself, where it was not judged before. */
export function judgeRows(judging: Judging): { rows: StandingRow[]; skipped: SkippedRow[] } {
  const skipped: SkippedRow[] = [];
  const judged = new Map<RowDraft, JudgedRow>();
  const { firstDataRow, lastRow } = judging.layout;
  for (let row = firstDataRow; row <= lastRow; row += 1) {
    const memo = recall(judging, row);
    if ('issue' in memo) skipped.push(memo);
    else judged.set(draftOf(judging, row, memo), memo);
  }
  const drafts = [...judged.keys()];
  const superseded = findSuperseded(drafts);
  const pastTerms = findPastTerms(drafts);
  const rows = [...judged].map(([draft, memo]) => {
    const isSuperseded = superseded.has(draft);
    const standing = standingOf(isSuperseded, pastTerms.has(draft));
    for (const issue of issuesAt(judging, draft.row, memo, standing)) draft.issues.push(issue);
    return { draft, record: memo.record, isSuperseded };
  });
  return { rows, skipped };
}

function standingOf(isSuperseded: boolean, isPastTerm: boolean): Standing {
  if (isSuperseded) return isPastTerm ? 'both' : 'superseded';
  return isPastTerm ? 'pastTerm' : 'alone';
}

function draftOf({ grid }: Judging, row: number, memo: JudgedRow): RowDraft {
  const { fields, isFilledDown } = memo;
  return { sheet: grid.sheet.name, row, fields, custom: {}, isFilledDown, issues: [] };
}

/** A row within a merge hangs on the rows above it and is read each time. */
function recall(judging: Judging, row: number): RowMemo {
  const { grid, memory } = judging;
  const raw = grid.isMerged(row) ? undefined : grid.rowAt(row);
  const known = raw === undefined ? undefined : memory.get(raw);
  if (known !== undefined) return known;
  const memo = judge(judging, row);
  if (raw !== undefined) memory.set(raw, memo);
  return memo;
}

function judge(judging: Judging, row: number): RowMemo {
  const draft = judging.reader.read(row);
  if ('issue' in draft) return draft;
  check(draft, judging, 'alone');
  return {
    fields: comparedFieldsOf(draft),
    isFilledDown: draft.isFilledDown,
    record: normaliseRow(draft, judging.subject),
    issues: new Map([['alone', draft.issues]]),
  };
}

function issuesAt(
  judging: Judging,
  row: number,
  { issues }: JudgedRow,
  standing: Standing,
): readonly Issue[] {
  const known = issues.get(standing);
  if (known !== undefined) return known;
  const draft = judging.reader.read(row);
  if ('issue' in draft) return [];
  check(draft, judging, standing);
  issues.set(standing, draft.issues);
  return draft.issues;
}

function check(draft: RowDraft, judging: Judging, standing: Standing): void {
  const { template, subject, context, known } = judging;
  const isPastTerm = standing === 'pastTerm' || standing === 'both';
  if (standing === 'superseded' || standing === 'both') noteSuperseded(draft);
  checkRequired(draft, template, subject);
  checkProposal(draft, context);
  checkDates(draft, context);
  if (subject === 'person') checkPersonRow(draft, context);
  if (subject === 'organization' && !isRejected(draft)) checkOrganizationRow(draft);
  if (subject === 'partyOrganization') checkPartyOrganizationRow(draft, context, isPastTerm);
  if (subject === 'instructor') checkReferences(draft, known);
}
