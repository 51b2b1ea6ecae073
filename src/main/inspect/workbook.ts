import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CalendarDate } from '../../core/calendar/calendar-date';
import type { Interpretation } from '../../core/intake/interpretation';
import { interpretWorkbook } from '../../core/intake/interpret-workbook';
import { knownAfter } from '../../core/intake/known-records';
import { parserLimits } from '../parser/limits';
import { parseFile } from '../parser/parse-file';
import { refusal } from '../parser/refusal';
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
  const outcome = await parseFile(basename(file), await readBounded(file));
  if (!outcome.ok) throw new UnusableInput(outcome.refusal.message);
  return interpretWorkbook(outcome.workbook, { today, known: knownAfter(imported) });
}

/** The size is looked at before the file is read. */
async function readBounded(file: string): Promise<Buffer> {
  const { size } = await stat(file).catch((error: NodeJS.ErrnoException) =>
    unreadable(file, error),
  );
  if (size > parserLimits.fileBytes) throw new UnusableInput(refusal('fileTooLarge').message);
  return readFile(file).catch((error: NodeJS.ErrnoException) => unreadable(file, error));
}

function unreadable(file: string, { code }: NodeJS.ErrnoException): never {
  const cause = code ?? '未知原因';
  throw new UnusableInput(`无法读取文件“${basename(file)}”（${cause}）。请检查路径后再试。`);
}
