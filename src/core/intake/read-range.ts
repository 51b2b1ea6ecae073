import type { FactDate } from '../calendar/calendar-date';
import { readDate } from './read-date';
import type { RawCell } from './raw-workbook';
import { noValue, type ValueReading } from './read-value';
import { cellText, foldText } from './text';

export interface DateRange {
  readonly from: FactDate;
  readonly until: FactDate;
}

const between = /\s*(?:至|到|~|～|—+|–|--)\s*|-(?=\d{4}\D)|(?<=日)-/;
/** `2026.1.10-1.15`: the year is said once. */
const shortEnd = /^((\d{4})\D+\d{1,2}\D+\d{1,2}日?)\s*-\s*(\d{1,2}\D\d{1,2}日?)$/;

/** Reads a period written in one cell as `from/until`; what is not plainly two days stays as text. */
export function readRange(cell: RawCell): ValueReading<string> {
  const text = foldText(cellText(cell));
  if (text === '') return noValue;
  const range = rangeOf(text);
  return { value: range === undefined ? text : `${range.from}/${range.until}`, problems: [] };
}

/** The two ends of a value `readRange` gave, or `undefined` where it kept the text. */
export function endsOf(value: string): DateRange | undefined {
  const [from, until] = value.split('/');
  return isFact(from) && isFact(until) ? { from, until } : undefined;
}

function isFact(text: string | undefined): text is FactDate {
  return text !== undefined && /^\d{4}-\d{2}(-\d{2})?$/.test(text);
}

function rangeOf(text: string): DateRange | undefined {
  const short = shortEnd.exec(text);
  const parts =
    short === null ? text.split(between) : [short[1] ?? '', `${short[2]}.${short[3] ?? ''}`];
  const [first, second, ...more] = parts;
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const from = dateOf(first);
  const rest = /^\d{4}/.test(second) ? second : `${first.slice(0, 4)}年${second}`;
  const until = dateOf(rest);
  return from === undefined || until === undefined ? undefined : { from, until };
}

function dateOf(text: string): FactDate | undefined {
  return readDate(text, { dateSystem: 1900, isMonthEnough: true }).value;
}
