import type { RawSheet, RawWorkbook, SheetState } from '../../../core/intake/raw-workbook';
import type { ParserLimits } from '../limits';
import { RefusedFile } from '../refusal';
import { isBuiltInDate, showsDay } from '../xlsx/styles';
import { readCompoundFile } from './compound-file';
import { plainString, readStringTable, recordsFrom, recordType, type BiffRecord } from './records';
import { readBiffSheet, type BiffContext } from './sheet';

const biff8 = 0x600;
const states: readonly SheetState[] = ['visible', 'hidden', 'veryHidden'];

/** Reads a binary .xls of Excel 97–2003 and WPS. */
export function readBiff8(fileName: string, bytes: Buffer, limits: ParserLimits): RawWorkbook {
  const streams = readCompoundFile(bytes);
  if (streams.has('ENCRYPTEDPACKAGE')) throw new RefusedFile('encrypted');
  const stream = (streams.get('WORKBOOK') ?? streams.get('BOOK'))?.();
  if (stream === undefined) throw new RefusedFile('notAWorkbook');
  try {
    const globals = readGlobals(stream);
    if (globals.sheets.length > limits.sheets) throw new RefusedFile('tooManySheets');
    const context: BiffContext = { ...globals, limits };
    const sheets = globals.sheets.map(({ name, state, offset }): RawSheet => ({
      name,
      state,
      ...readBiffSheet(stream, offset, context),
    }));
    const hasMacros = [...streams.keys()].some((name) => name.includes('VBA'));
    const notices = hasMacros ? ['文件含有宏，没有读取，也不会运行。'] : [];
    return { fileName, format: 'xls-biff8', dateSystem: globals.dateSystem, sheets, notices };
  } catch (error) {
    if (error instanceof RangeError) throw new RefusedFile('damaged');
    throw error;
  }
}

interface BoundSheet {
  readonly name: string;
  readonly state: SheetState;
  readonly offset: number;
}

interface Globals {
  readonly sheets: BoundSheet[];
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly dateSystem: 1900 | 1904;
}

function readGlobals(stream: Buffer): Globals {
  const sheets: BoundSheet[] = [];
  const customDates = new Map<number, boolean>();
  const formats: number[] = [];
  let strings: readonly string[] = [];
  let dateSystem: 1900 | 1904 = 1900;
  for (const { type, data, parts } of recordsFrom(stream, 0)) {
    if (type === recordType.filePass) throw new RefusedFile('encrypted');
    if (type === recordType.beginning && data.readUInt16LE(0) !== biff8) {
      throw new RefusedFile('notAWorkbook');
    }
    if (type === recordType.dateMode && data.readUInt16LE(0) === 1) dateSystem = 1904;
    if (type === recordType.boundSheet) sheets.push(...boundSheet(data));
    if (type === recordType.sharedStrings) strings = readStringTable(parts);
    if (type === recordType.cellFormat) formats.push(data.readUInt16LE(2));
    if (type === recordType.numberFormat) addFormat(data, customDates);
  }
  const dateStyles = formats.map((format) => customDates.get(format) ?? isBuiltInDate(format));
  return { sheets, strings, dateStyles, dateSystem };
}

function addFormat(data: BiffRecord['data'], customDates: Map<number, boolean>): void {
  customDates.set(data.readUInt16LE(0), showsDay(plainString(data, 2)));
}

/** Charts and macro sheets hold no rows. */
function boundSheet(data: Buffer): BoundSheet[] {
  const isWorksheet = data[5] === 0;
  if (!isWorksheet) return [];
  const length = data[6] ?? 0;
  const isWide = ((data[7] ?? 0) & 1) === 1;
  const name = isWide
    ? data.toString('utf16le', 8, 8 + length * 2)
    : data.toString('latin1', 8, 8 + length);
  return [{ name, state: states[(data[4] ?? 0) & 3] ?? 'visible', offset: data.readUInt32LE(0) }];
}
