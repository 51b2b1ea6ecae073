import type { CalendarDate } from '../calendar/calendar-date';
import type { CoverageBlock } from './coverage-figures';
import type { FieldId } from './fields-data';
import type { Issue, Verdict } from './issue-codes';
import type { SheetState, WorkbookFormat, DelimitedStyle } from './raw-workbook';
import type { SubjectKind } from './subject-kind';
import type { TemplateId } from './templates';

export type FieldValue = string | number | boolean | readonly string[];

export type { SubjectKind } from './subject-kind';

/**
 * What one row says, ready to be laid on a record: `fields` is keyed by `FieldId` of fields-data.ts
 * (dates `YYYY-MM-DD` or `YYYY-MM`, yes/no columns booleans, lists arrays, counts numbers) and by
 * `custom.<header>` for columns nobody knows.
 */
export interface NormalisedRow {
  readonly kind: SubjectKind;
  /** Identity within the ledger: `id:…`, `no:…`, `uscc:…` or `name:…`. */
  readonly key: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

export interface ColumnReading {
  readonly column: number;
  readonly header: string;
  readonly group: string | undefined;
  /** `undefined`: kept as a custom field under its own header. */
  readonly field: FieldId | undefined;
  /** Set aside by the user. */
  readonly isIgnored: boolean;
}

export interface RowReading {
  readonly row: number;
  readonly verdict: Verdict;
  readonly issues: readonly Issue[];
  /** Absent for rows that are skipped or rejected. */
  readonly record: NormalisedRow | undefined;
}

export interface RowCounts {
  readonly rowsAfterHeader: number;
  readonly ok: number;
  readonly warn: number;
  readonly reject: number;
  readonly skip: number;
}

export interface SheetReading {
  readonly name: string;
  readonly state: SheetState;
  readonly isImported: boolean;
  /** Why it is left out, in plain Chinese. */
  readonly leftOutBecause: string | undefined;
  readonly titleRows: readonly number[];
  readonly infoRows: readonly number[];
  readonly headerRows: readonly number[];
  readonly firstDataRow: number;
  readonly lastRow: number;
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly template: TemplateId | undefined;
  readonly subject: SubjectKind | undefined;
  /** Same headers, same fingerprint: a mapping is remembered under it. */
  readonly fingerprint: string;
  /** 填表时间 of the information rows. */
  readonly filledOn: CalendarDate | undefined;
  readonly columns: readonly ColumnReading[];
  readonly rows: readonly RowReading[];
  readonly counts: RowCounts;
  /** Figures of a sheet that lists units. */
  readonly coverage: CoverageBlock | undefined;
  /** Figures of a sheet that lists instructors. */
  readonly instructors: { readonly people: number; readonly validLinks: number } | undefined;
}

/** A row whose person the ledger already has. */
export interface CrossFileMatch {
  readonly sheet: string;
  readonly row: number;
  readonly source: string;
  readonly sourceRow: number | undefined;
}

export interface Interpretation {
  readonly fileName: string;
  readonly format: WorkbookFormat;
  readonly encoding: string | undefined;
  readonly delimited: DelimitedStyle | undefined;
  readonly dateSystem: 1900 | 1904;
  readonly notices: readonly string[];
  readonly today: CalendarDate;
  readonly sheets: readonly SheetReading[];
  readonly counts: RowCounts;
  readonly crossFile: readonly CrossFileMatch[];
}

/** Choices of the user that replace what was found, by sheet name. */
export interface MappingOverride {
  readonly [sheet: string]: {
    readonly isImported?: boolean;
    readonly headerRows?: readonly number[];
    /** By 0-based column: a field, `custom`, or `ignore`. */
    readonly columns?: Readonly<Record<number, FieldId | 'custom' | 'ignore'>>;
  };
}
