import { basename } from 'node:path';
import type { CalendarDate } from '../../core/calendar/calendar-date';
import type { Interpretation } from '../../core/intake/interpretation';
import { interpretWorkbook } from '../../core/intake/interpret-workbook';
import { knownAfter } from '../../core/intake/known-records';
import type { RawWorkbook } from '../../core/intake/raw-workbook';
import { readForeignFile } from '../parser/read-foreign-file';
import { UnusableInput } from './unusable-input';
import { extraCounts, normalizedSamples, performancePart, storedDates } from './workbook-samples';
import { alternativesPart, workbookDocument, type WorkbookDocument } from './workbook-document';

export interface InspectWorkbookOptions {
  /** Files imported into an empty ledger before, in this order. */
  readonly after: readonly string[];
  readonly today: CalendarDate;
}

/**
 * What the importer makes of a file after others have been imported (spec inspect.md, workbook).
 * @throws UnusableInput with one Chinese sentence where a file cannot be read as a workbook.
 */
export async function inspectWorkbook(
  file: string,
  { after, today }: InspectWorkbookOptions,
): Promise<WorkbookDocument> {
  const imported: Interpretation[] = [];
  for (const earlier of after) {
    imported.push((await interpretFile(earlier, today, imported)).interpretation);
  }
  const last = await interpretFile(file, today, imported);
  const sheets = last.interpretation.sheets.filter((sheet) => sheet.isImported);
  if (sheets.length === 0) {
    throw new UnusableInput(`“${basename(file)}”中没有可以导入的工作表。`);
  }
  const known = knownAfter(imported);
  const otherWay = interpretWorkbook(last.workbook, { today, known, monthEnd: 'otherWay' });
  return {
    ...workbookDocument(last.interpretation),
    ...alternativesPart(last.interpretation, otherWay),
    normalized_samples: normalizedSamples(sheets, sheets.length === 1),
    dates: storedDates(last.workbook, sheets),
    extra_counts: extraCounts(last.interpretation),
    performance: performancePart(last.workbook, last),
  };
}

interface Read {
  readonly interpretation: Interpretation;
  readonly workbook: RawWorkbook;
  readonly readMs: number;
  readonly examineMs: number;
}

async function interpretFile(
  file: string,
  today: CalendarDate,
  imported: readonly Interpretation[],
): Promise<Read> {
  const started = performance.now();
  const outcome = await readForeignFile(file);
  if (outcome.ok) {
    const { workbook } = outcome;
    const parsed = performance.now();
    const interpretation = interpretWorkbook(workbook, { today, known: knownAfter(imported) });
    const readMs = Math.round(parsed - started);
    return { interpretation, workbook, readMs, examineMs: Math.round(performance.now() - parsed) };
  }
  const { reason, message } = outcome.refusal;
  const isMissing = reason === 'unreadable';
  throw new UnusableInput(isMissing ? `无法读取文件“${file}”，请检查路径后再试。` : message);
}
