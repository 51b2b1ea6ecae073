import { asDay, type CalendarDate, type FactDate } from '../calendar/calendar-date';
import type { FieldId } from './fields-data';
import type { FieldValue } from './interpretation';
import { issueCodes, type Issue, type IssueCode, type Problem, type RawValue } from './issue-codes';

/** One mapped cell of a row after reading. */
export interface FieldReading {
  readonly column: number;
  readonly header: string;
  readonly raw: RawValue;
  readonly value?: FieldValue;
  readonly problems: readonly Problem[];
}

/** A data row on its way to a verdict. */
export interface RowDraft {
  readonly sheet: string;
  readonly row: number;
  readonly fields: ReadonlyMap<FieldId, FieldReading>;
  readonly custom: Readonly<Record<string, FieldValue>>;
  /** Repeats a merged subject from above instead of naming a new one. */
  readonly isFilledDown: boolean;
  readonly issues: Issue[];
}

/** What a check may know beside the row. */
export interface CheckContext {
  readonly today: CalendarDate;
  readonly filledOn: CalendarDate | undefined;
  /** The sheet proposes people for the next stage (拟发展…名册). */
  readonly isProposal: boolean;
  readonly monthEnd: MonthEnd;
}

/**
 * What is meant where the month of the last day is too short: as rules.md §0.4 has it, or the other way, which many
 * offices use as well.
 */
export type MonthEnd = 'asRuled' | 'otherWay';

export function hasColumn(draft: RowDraft, field: FieldId): boolean {
  return draft.fields.has(field);
}

export function valueOf(draft: RowDraft, field: FieldId): FieldValue | undefined {
  return draft.fields.get(field)?.value;
}

export function textOf(draft: RowDraft, field: FieldId): string | undefined {
  const value = valueOf(draft, field);
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(draft: RowDraft, field: FieldId): number | undefined {
  const value = valueOf(draft, field);
  return typeof value === 'number' ? value : undefined;
}

export function listOf(draft: RowDraft, field: FieldId): readonly string[] | undefined {
  const value = valueOf(draft, field);
  return typeof value === 'object' ? value : undefined;
}

/** A date column's value, possibly known to the month only. */
export function factOf(draft: RowDraft, field: FieldId): FactDate | undefined {
  return textOf(draft, field) as FactDate | undefined;
}

/** A date column's value where its day is known. */
export function dayOf(draft: RowDraft, field: FieldId): CalendarDate | undefined {
  return asDay(factOf(draft, field));
}

/** The column exists and the cell is empty: not merely unreadable. */
export function isBlank(draft: RowDraft, field: FieldId): boolean {
  const reading = draft.fields.get(field);
  return reading !== undefined && reading.value === undefined && reading.problems.length === 0;
}

/** Places a problem on a field of the row. */
export function issueAt(draft: RowDraft, field: FieldId, found: Problem): Issue {
  const reading = draft.fields.get(field);
  return {
    code: found.code,
    col: reading?.header ?? null,
    column: reading?.column ?? null,
    raw: reading?.raw ?? null,
    why: found.why,
    severity: found.severity ?? issueCodes[found.code].severity,
  };
}

export function addIssue(draft: RowDraft, field: FieldId, code: IssueCode, why: string): void {
  draft.issues.push(issueAt(draft, field, { code, why }));
}

export function hasIssue(draft: RowDraft, code: IssueCode): boolean {
  return draft.issues.some((issue) => issue.code === code);
}

export function isRejected(draft: RowDraft): boolean {
  return draft.issues.some((issue) => issue.severity === 'reject');
}
