import type { RawSheet, RawWorkbook } from '../../../core/intake/raw-workbook';
import type { ParserLimits } from '../limits';
import { RefusedFile } from '../refusal';
import { openPackage, type OfficePackage } from './package';
import { readSharedStrings } from './shared-strings';
import { readSheetPart, type SheetContext } from './sheet-part';
import { readDateStyles } from './styles';
import { readWorkbookPart, type SheetEntry } from './workbook-part';

/** Content that is never read, with the notice the user gets about it. */
const leftAside: readonly { readonly pattern: RegExp; readonly notice: string }[] = [
  { pattern: /vbaProject\.bin$/i, notice: '文件含有宏，没有读取，也不会运行。' },
  { pattern: /externalLinks\//i, notice: '文件含有指向其他文件的链接，没有读取。' },
  { pattern: /embeddings\//i, notice: '文件内嵌有其他文件，没有读取。' },
];

/** Reads a .xlsx package of any producer into raw sheets. */
export async function readXlsx(
  fileName: string,
  bytes: Buffer,
  limits: ParserLimits,
): Promise<RawWorkbook> {
  const pack = await openPackage(bytes, limits);
  const contents = await readWorkbookPart(pack);
  if (contents.sheets.length > limits.sheets) throw new RefusedFile('tooManySheets');
  const context: SheetContext = {
    strings: readSharedStrings(await readOptional(pack, contents.sharedStringsPart), limits),
    dateStyles: readDateStyles(await readOptional(pack, contents.stylesPart)),
    dateSystem: contents.dateSystem,
    limits,
  };
  const sheets: RawSheet[] = [];
  for (const entry of contents.sheets) sheets.push(await readSheet(pack, entry, context));
  return {
    fileName,
    format: 'xlsx',
    dateSystem: contents.dateSystem,
    sheets,
    notices: leftAside
      .filter(({ pattern }) => pack.names.some((name) => pattern.test(name)))
      .map(({ notice }) => notice),
  };
}

async function readSheet(
  pack: OfficePackage,
  entry: SheetEntry,
  context: SheetContext,
): Promise<RawSheet> {
  const part = await readOptional(pack, entry.part);
  const content =
    part === undefined
      ? { rows: [], merges: [], hiddenColumns: [], hiddenRows: [] }
      : readSheetPart(part, context);
  return { name: entry.name, state: entry.state, ...content };
}

async function readOptional(
  pack: OfficePackage,
  name: string | undefined,
): Promise<Buffer | undefined> {
  return name === undefined ? undefined : pack.read(name);
}
