import type { CalendarDate } from '../calendar/calendar-date';
import { trackRows } from './cross-row-checks';
import { countRows, interpretSheet } from './interpret-sheet';
import type { Interpretation, MappingOverride } from './interpretation';
import { nothingKnown, type KnownRecords } from './known-records';
import type { RawWorkbook } from './raw-workbook';
import type { MonthEnd } from './row-draft';
import { RowMemory } from './row-memory';

export interface InterpretOptions {
  readonly today: CalendarDate;
  /** What the ledger holds already; without it nothing is compared with it. */
  readonly known?: KnownRecords;
  /** The user's own choices; the same workbook is simply interpreted again. */
  readonly mapping?: MappingOverride;
  readonly monthEnd?: MonthEnd;
  /** Of earlier readings of the same workbook: only rows that changed are judged by themselves again. */
  readonly memory?: RowMemory;
}

/**
 * What the importer makes of a workbook: which sheets, which columns, and for every row under a
 * header its verdict, its issues and its normalised values. Nothing is changed or repaired by guess.
 */
export function interpretWorkbook(raw: RawWorkbook, options: InterpretOptions): Interpretation {
  const { today, known = nothingKnown, mapping = {}, memory = new RowMemory() } = options;
  const { monthEnd = 'asRuled' } = options;
  const seen = trackRows(known);
  const sheets = raw.sheets.map((sheet, index) =>
    interpretSheet({
      sheet,
      dateSystem: raw.dateSystem,
      today,
      known,
      monthEnd,
      seen,
      memoryOf: (measure) => memory.rowsOf(index, measure, known),
      override: Object.hasOwn(mapping, sheet.name) ? mapping[sheet.name] : undefined,
    }),
  );
  return {
    fileName: raw.fileName,
    format: raw.format,
    encoding: raw.encoding,
    delimited: raw.delimited,
    dateSystem: raw.dateSystem,
    notices: raw.notices,
    today,
    sheets,
    counts: countRows(sheets.flatMap((sheet) => sheet.rows)),
    crossFile: seen.matches,
  };
}
