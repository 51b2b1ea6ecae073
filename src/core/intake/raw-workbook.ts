import type { CalendarDate } from '../calendar/calendar-date';

/** A cell that is neither plain text nor a plain number. */
export type SpecialCell =
  | {
      readonly kind: 'date';
      /** Absent for serials outside the calendar (0, 60 in the 1900 system, negative). */
      readonly on: CalendarDate | undefined;
      readonly serial: number;
      readonly hasTime: boolean;
    }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `#REF!`, `#VALUE!` … as cached by the spreadsheet. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula that was never calculated; it is not calculated here either. */
  | { readonly kind: 'formulaWithoutCache' };

/**
 * What one cell holds. Text and plain numbers stand for themselves, because a large workbook has a
 * million of them; a formula appears as its cached value.
 */
export type RawCell = string | number | SpecialCell;

/** Cells by column (0 = A); a missing or `null` element is an empty cell. */
export interface RawRow {
  /** 1-based row of the sheet; for delimited text the number of the record. */
  readonly row: number;
  readonly cells: readonly (RawCell | null)[];
}

/** Merged range; rows 1-based, columns 0-based, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type SheetState = 'visible' | 'hidden' | 'veryHidden';

export interface RawSheet {
  readonly name: string;
  readonly state: SheetState;
  /** Rows with at least one cell that has content, in order. */
  readonly rows: readonly RawRow[];
  readonly merges: readonly MergedRange[];
  /** 0-based columns. */
  readonly hiddenColumns: readonly number[];
  /** 1-based rows. */
  readonly hiddenRows: readonly number[];
}

export const workbookFormats = ['xlsx', 'csv', 'html-as-xls', 'xml-as-xls', 'xls-biff8'] as const;
export type WorkbookFormat = (typeof workbookFormats)[number];

/** How delimited text was written. */
export interface DelimitedStyle {
  readonly delimiter: ',' | ';' | '\t';
  readonly newline: '\r\n' | '\n' | '\r';
  readonly hasByteOrderMark: boolean;
}

/** A foreign file as it is, before anybody decides what it means. */
export interface RawWorkbook {
  readonly fileName: string;
  readonly format: WorkbookFormat;
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030`; absent for binary and zipped formats. */
  readonly encoding?: string;
  readonly delimited?: DelimitedStyle;
  /** Epoch of date serials. */
  readonly dateSystem: 1900 | 1904;
  readonly sheets: readonly RawSheet[];
  /** Plain Chinese notices about content that was left aside (macros, external links). */
  readonly notices: readonly string[];
}

/** `0` → `A`, `26` → `AA`. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
