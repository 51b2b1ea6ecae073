import { basename } from 'node:path';
import type { CalendarDate } from '../../core/calendar/calendar-date';
import type { Interpretation } from '../../core/intake/interpretation';
import { interpretWorkbook } from '../../core/intake/interpret-workbook';
import { knownAfter } from '../../core/intake/known-records';
import { readForeignFile } from '../parser/read-foreign-file';
import { UnusableInput } from './unusable-input';
import { workbookDocument, type WorkbookDocument } from './workbook-document';

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
  for (const earlier of after) imported.push(await interpretFile(earlier, today, imported));
  const last = await interpretFile(file, today, imported);
  if (!last.sheets.some((sheet) => sheet.isImported)) {
    throw new UnusableInput(`“${basename(file)}”中没有可以导入的工作表。`);
  }
  return workbookDocument(last);
}

async function interpretFile(
  file: string,
  today: CalendarDate,
  imported: readonly Interpretation[],
): Promise<Interpretation> {
  const outcome = await readForeignFile(file);
  if (outcome.ok) {
    return interpretWorkbook(outcome.workbook, { today, known: knownAfter(imported) });
  }
  const { reason, message } = outcome.refusal;
  const isMissing = reason === 'unreadable';
  throw new UnusableInput(isMissing ? `无法读取文件“${file}”，请检查路径后再试。` : message);
}
