import { isCalendarDate, type CalendarDate } from '../calendar/calendar-date';
import type { Problem } from './issue-codes';
import type { RawCell } from './raw-workbook';
import { problem, type ValueReading } from './read-value';
import { cellText, foldText, fullWidthProblem, hasFullWidth, withoutSpaces } from './text';

/** GB 11643—1999: ISO 7064 MOD 11-2 over 17 digits. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/** The check character of the first 17 digits. */
export function idCheckCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return checkCharacters[sum % 11] ?? '';
}

/** Day of birth in an 18-character number; `undefined` where it does not exist. */
export function birthOnOfId(idNumber: string): CalendarDate | undefined {
  const text = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  return idNumber.length === 18 && isCalendarDate(text) ? text : undefined;
}

/** 男 for an odd 17th digit, 女 for an even one (GB 11643). */
export function genderOfId(idNumber: string): '男' | '女' | undefined {
  if (idNumber.length !== 18) return undefined;
  return Number(idNumber[16]) % 2 === 1 ? '男' : '女';
}

/** Reads a citizen's number. A number cell has lost its last digits and is refused, whatever it shows. */
export function readIdNumber(cell: RawCell): ValueReading<string> {
  if (typeof cell !== 'string') {
    return typeof cell === 'number'
      ? problem('ID_PRECISION_LOST', '数值型，仅 15 位有效数字，末几位已丢失')
      : problem('ID_LENGTH', `“${cellText(cell)}”不是身份证号`);
  }
  const { text, notes } = tidy(cell);
  const verdict = examine(text);
  return { ...verdict, problems: [...notes, ...verdict.problems] };
}

function tidy(raw: string): { text: string; notes: Problem[] } {
  const notes: Problem[] = [];
  if (hasFullWidth(raw)) notes.push(fullWidthProblem);
  let text = foldText(raw);
  if (/^['‘’`]/.test(text)) {
    notes.push({ code: 'ID_APOSTROPHE', why: '文本内含前导撇号，入库去除' });
    text = text.slice(1);
  }
  if (withoutSpaces(raw) !== raw) notes.push({ code: 'ID_SPACE', why: '含空格，入库去除' });
  text = withoutSpaces(text);
  if (/^\d{17}x$/.test(text)) {
    notes.push({ code: 'ID_LOWER_X', why: '末位小写 x，入库转大写' });
    text = text.toUpperCase();
  }
  return { text, notes };
}

function examine(text: string): ValueReading<string> {
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) return problem('ID_SCI_TEXT', '科学计数法文本，无法还原');
  if (text.includes('*')) return problem('ID_MASKED', '脱敏号码，不能作为唯一标识');
  if (/^\d{15}$/.test(text)) {
    return { value: text, problems: [{ code: 'ID_15', why: '15 位旧号，请换填 18 位' }] };
  }
  if (!/^\d{17}[\dX]$/.test(text)) return problem('ID_LENGTH', '位数或字符不符');
  if (idCheckCharacter(text) !== text[17]) return problem('ID_CHECKSUM', checksumWhy(text));
  if (birthOnOfId(text) === undefined) {
    return problem('ID_BIRTHDATE', `校验码正确但出生日期 ${text.slice(6, 14)} 不存在`);
  }
  return { value: text, problems: [] };
}

function checksumWhy(text: string): string {
  return text.endsWith('000') ? '校验码不符，末尾的 000 像是被表格软件改坏的' : '校验码不符';
}
