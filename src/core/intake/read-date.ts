import { daysInMonth, type FactDate } from '../calendar/calendar-date';
import { dayNumberOf, fromDayNumber } from '../calendar/day-number';
import { dateOfSerial } from './date-serial';
import type { Problem } from './issue-codes';
import type { RawCell } from './raw-workbook';
import { problem, type ValueReading } from './read-value';
import { cellText, foldText, fullWidthProblem, hasFullWidth } from './text';

export interface DateOptions {
  readonly dateSystem: 1900 | 1904;
  /** Columns such as 出生年月 or 组建年月 are filled by the month: no day is missing there. */
  readonly isMonthEnough: boolean;
}

type DateReading = ValueReading<FactDate>;

const placeholders =
  /^(待定|未定|不详|未知|暂无|暂缺|待补|待补充|待核|待核实|无|空|[-—–/\\]+|\?+|n\/?a)$/i;
const timePart = /[T\s]*\d{1,2}[:时]\d{1,2}分?([:]?\d{1,2}(\.\d+)?秒?)?$/;
const dayText = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const monthText = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?(?:份)?$/;
const twoDigitYear = /^(\d{2})\s*[-/.年]\s*(\d{1,2})(\s*[-/.月]\s*(\d{1,2})\s*日?|月?)$/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/;
const serialRange = [20_000, 80_000] as const;

/** Reads a date a person or a spreadsheet wrote; partial dates stay partial, nothing is repaired. */
export function readDate(cell: RawCell, options: DateOptions): DateReading {
  if (typeof cell === 'number') return readNumber(cell, options);
  if (typeof cell !== 'string') {
    if (cell.kind === 'date') return readDateCell(cell);
    return problem('DATE_INVALID', `“${cellText(cell)}”不是日期`);
  }
  const reading = readText(foldText(cell), options);
  return hasFullWidth(cell) ? withProblem(reading, fullWidthProblem) : reading;
}

function readDateCell(cell: Extract<RawCell, { kind: 'date' }>): DateReading {
  if (cell.on === undefined) return problem('DATE_INVALID', `日期序列号 ${cell.serial} 不成日期`);
  return { value: cell.on, problems: cell.hasTime ? [timeProblem] : [] };
}

const timeProblem: Problem = { code: 'TIME_PART', why: '带有时刻，只取日期' };

function readText(text: string, options: DateOptions): DateReading {
  if (placeholders.test(text)) return problem('DATE_PLACEHOLDER', `“${text}”是占位文字`);
  const time = timePart.exec(text);
  if (time !== null && time.index >= 8) {
    return withProblem(readText(text.slice(0, time.index).trim(), options), timeProblem);
  }
  const day = dayText.exec(text);
  if (day !== null) return dayOf(Number(day[1]), Number(day[2]), Number(day[3]));
  const month = monthText.exec(text);
  if (month !== null) return monthOf(Number(month[1]), Number(month[2]), options);
  if (/^\d+$/.test(text)) return readNumber(Number(text), options);
  return unreadable(text);
}

function unreadable(text: string): DateReading {
  const last = yearLast.exec(text);
  if (last !== null && isMonthDayYear(last)) {
    return problem('DATE_AMBIGUOUS_MDY', '年月日次序不明，不猜测');
  }
  if (twoDigitYear.test(text)) return problem('DATE_TWO_DIGIT_YEAR', '年份只有两位，不猜测');
  return problem('DATE_INVALID', `“${text}”无法识别为日期`);
}

/** `03-15-98`: the year stands last; `98.3.5` keeps its short year in front. */
function isMonthDayYear([, first, second, last]: RegExpExecArray): boolean {
  if ((last ?? '').length === 4) return true;
  return Number(first) <= 12 && (Number(second) > 12 || Number(last) > 31);
}

function readNumber(value: number, options: DateOptions): DateReading {
  if (!Number.isInteger(value)) return readDecimal(value, options);
  const [firstSerial, lastSerial] = serialRange;
  if (value >= firstSerial && value <= lastSerial) return readSerial(value, options);
  if (value >= 190_001 && value <= 210_012) {
    return monthOf(Math.floor(value / 100), value % 100, options);
  }
  if (value >= 19_000_101 && value <= 21_001_231) {
    const reading = dayOf(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
    if (reading.value === undefined) return reading;
    return withProblem(reading, { code: 'DATE_8DIGIT', why: `8 位数字=${reading.value}` });
  }
  return problem('DATE_INVALID', `“${value}”无法识别为日期`);
}

function readSerial(value: number, options: DateOptions): DateReading {
  const on = dateOfSerial(value, options.dateSystem);
  if (on === undefined) return problem('DATE_INVALID', `日期序列号 ${value} 不成日期`);
  return {
    value: on,
    problems: [{ code: 'DATE_SERIAL_GENERAL', why: `常规格式的日期序列号=${on}，请确认` }],
  };
}

/** `2023.07` typed as a number; `2023.1` may have been 2023.10. Serials may carry a time of day. */
function readDecimal(value: number, options: DateOptions): DateReading {
  const year = Math.floor(value);
  if (year >= serialRange[0] && year <= serialRange[1]) {
    return withProblem(readSerial(year, options), timeProblem);
  }
  const hundredths = Math.round((value - year) * 100);
  const isExact = Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
  if (year < 1900 || year > 2100 || !isExact) {
    return problem('DATE_INVALID', `“${value}”无法识别为日期`);
  }
  if (hundredths === 10)
    return problem('DATE_AMBIGUOUS_1_10', `${value} 可能是 1 月也可能是 10 月`);
  const month = hundredths % 10 === 0 ? hundredths / 10 : hundredths;
  return monthOf(year, month, options);
}

function dayOf(year: number, month: number, day: number): DateReading {
  const exists = isYear(year) && isMonth(month) && day >= 1 && day <= daysInMonth(year, month);
  if (!exists) return problem('DATE_INVALID', '不存在的日期');
  return { value: fromDayNumber(dayNumberOf(year, month, day)), problems: [] };
}

function monthOf(year: number, month: number, { isMonthEnough }: DateOptions): DateReading {
  if (!isYear(year) || !isMonth(month)) return problem('DATE_INVALID', '不存在的年月');
  const value = fromDayNumber(dayNumberOf(year, month, 1)).slice(0, 7) as FactDate;
  if (isMonthEnough) return { value, problems: [] };
  return { value, problems: [{ code: 'DATE_MONTH_PRECISION', why: '只有年月，不能推算到日' }] };
}

function isYear(year: number): boolean {
  return year >= 1900 && year <= 2100;
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}

function withProblem(reading: DateReading, extra: Problem): DateReading {
  const isReadable = reading.value !== undefined;
  return isReadable || extra.code === 'FULLWIDTH'
    ? { ...reading, problems: [...reading.problems, extra] }
    : reading;
}
