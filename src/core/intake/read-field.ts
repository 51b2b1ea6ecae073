import { definitionOf, type FieldDefinition, type FieldId } from './fields-data';
import type { FieldValue } from './interpretation';
import type { Problem } from './issue-codes';
import type { RawCell } from './raw-workbook';
import { readCount } from './read-count';
import { readCreditCode } from './read-credit-code';
import { readDate } from './read-date';
import { readEnum } from './read-enum';
import { readIdNumber } from './read-id-number';
import { readName, splitList } from './read-name';
import { readRange } from './read-range';
import { noValue, problem, type ValueReading } from './read-value';
import {
  cellText,
  foldText,
  fullWidthProblem,
  hasContent,
  hasFullWidth,
  hasFullWidthDigits,
} from './text';

type Reading = ValueReading<FieldValue>;

/** Reads one cell as the field its column stands for; `undefined` = a custom column. */
export function readField(
  cell: RawCell | null,
  field: FieldId | undefined,
  dateSystem: 1900 | 1904,
  isDayAsked = false,
): Reading {
  if (cell === null) return noValue;
  const definition = field === undefined ? undefined : definitionOf(field);
  const isStored = definition !== undefined && definition.kind !== 'derived';
  const formula = readFormulaTrouble(cell, isStored);
  if (formula !== undefined) return formula;
  if (!hasContent(cell)) return noValue;
  const reading = readContent(cell, field, { dateSystem, isDayAsked });
  if (!looksLikeFormula(cell)) return reading;
  // Kept as the text it is where the column takes any text; elsewhere it is judged like any other value.
  return { ...reading, problems: [injection, ...reading.problems] };
}

interface Column {
  readonly dateSystem: 1900 | 1904;
  /** The column is filled by the day, though such columns often are by the month. */
  readonly isDayAsked: boolean;
}

function readContent(cell: RawCell, field: FieldId | undefined, column: Column): Reading {
  if (field === undefined) return { value: foldText(cellText(cell)), problems: [] };
  if (mayNameNobody.has(field) && nobody.test(foldText(cellText(cell)))) return noValue;
  const definition = definitionOf(field);
  return definition.kind === 'date'
    ? readDateField(cell, field, column)
    : readKind(cell, definition);
}

/** A unit without an instructor or an organisation often says so in the cell of its name: 无, / and the like. */
const nobody = /^(无|暂无|没有|否|待定|未定|未建|未建立|未派|未派驻|未选派|[-—–/\\]+)$/;
const mayNameNobody: ReadonlySet<FieldId> = new Set([
  'instructorName',
  'secretaryName',
  'partyOrganizationName',
  'partyOrganizationForm',
  'partyOrganizationLevel',
  'jointBranchName',
]);

const injection: Problem = {
  code: 'FORMULA_INJECTION',
  why: '以 = + @ 开头的文本，按纯文本处理，导出时转义',
};

/** 86-style telephone numbers start with a plus and are nothing to run. */
function looksLikeFormula(cell: RawCell): boolean {
  return (
    typeof cell === 'string' && /^\s*[=+@＝＋＠]/.test(cell) && !/^\s*[+＋][\d\s()-]+$/.test(cell)
  );
}

/** What a formula, an error value or a text that looks like a formula means for the import. */
function readFormulaTrouble(cell: RawCell, isStored: boolean): Reading | undefined {
  if (typeof cell === 'string') {
    if (errorText.test(cell)) return readError(isStored);
    return undefined;
  }
  if (typeof cell === 'number') return undefined;
  if (cell.kind === 'formulaWithoutCache') {
    return problem('FORMULA_NO_CACHE', '公式没有保存结果：不执行公式，请在表格软件中重新保存');
  }
  return cell.kind === 'error' ? readError(isStored) : undefined;
}

/** An error value as web pages and delimited text carry it. */
const errorText = /^\s*#(?:REF!|VALUE!|N\/A|DIV\/0!|NAME\?|NUM!|NULL!)\s*$/;

function readError(isStored: boolean): Reading {
  const why = isStored ? '单元格是公式错误值' : '推算列的错误值：忽略，由系统自行计算';
  const found: Problem = { code: 'FORMULA_ERROR', why };
  return { problems: [isStored ? found : { ...found, severity: 'warn' }] };
}

function readDateField(cell: RawCell, field: FieldId, { dateSystem, isDayAsked }: Column): Reading {
  const isMonthEnough = definitionOf(field).isMonthEnough === true && !isDayAsked;
  const reading = readDate(cell, { dateSystem, isMonthEnough });
  if (field !== 'submittedOn') return reading;
  // A form notes the time of every answer; that is no remark about the row.
  return { ...reading, problems: reading.problems.filter(({ code }) => code !== 'TIME_PART') };
}

function readKind(cell: RawCell, definition: FieldDefinition): Reading {
  const text = cellText(cell);
  switch (definition.kind) {
    case 'name':
      return readName(text);
    case 'idNumber':
      return readIdNumber(cell);
    case 'creditCode':
      return readCreditCode(cell);
    case 'code':
      return readCode(cell, text);
    case 'count':
      return readCount(cell);
    case 'enum':
      return readListed(text, definition);
    case 'people':
    case 'units':
      return readList(text);
    case 'range':
      return readRange(cell);
    case 'derived':
      return readDerived(cell, text);
    case 'text':
    case 'date':
      return {
        value: foldText(text),
        problems: hasFullWidthDigits(text) ? [fullWidthProblem] : [],
      };
  }
}

/** 无 and strokes say that nobody is named. */
function readList(text: string): Reading {
  const named = splitList(text).filter((each) => !/^(无|暂无|没有|待定|[-—–/\\]+)$/.test(each));
  return named.length === 0 ? noValue : { value: named, problems: [] };
}

function readCode(cell: RawCell, text: string): Reading {
  if (typeof cell === 'number') {
    const why = '编码存成了数值，可能丢了前面的 0';
    return { value: text, problems: [{ code: 'CODE_NUMERIC', why }] };
  }
  const value = foldText(text).replace(/^['‘’]/, '');
  const problems: Problem[] = hasFullWidth(text) ? [fullWidthProblem] : [];
  const why = '编码首尾有空格，入库去除';
  if (text !== text.trim()) problems.push({ code: 'CODE_SPACE', why });
  return { value, problems };
}

function readListed(text: string, { enumName }: FieldDefinition): Reading {
  if (enumName === undefined) return { value: foldText(text), problems: [] };
  const reading = readEnum(text, enumName);
  const isAnswer = enumName === 'yesNo' || enumName === 'builtState';
  if (!isAnswer || reading.value === undefined) return reading;
  return { value: reading.value === '是', problems: reading.problems };
}

/** Derived columns are compared, never stored. */
function readDerived(cell: RawCell, text: string): Reading {
  if (typeof cell === 'number') return { value: cell, problems: [] };
  const number = Number(foldText(text).replace(/[年岁天]$/, ''));
  return Number.isFinite(number) && text.trim() !== '' ? { value: number, problems: [] } : noValue;
}
