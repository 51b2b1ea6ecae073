import type { DelimitedStyle, RawRow, RawWorkbook } from '../../core/intake/raw-workbook';
import { decodeText } from './decode-text';
import type { ParserLimits } from './limits';
import { RefusedFile } from './refusal';

const delimiters = [',', '\t', ';'] as const;
const sniffCharacters = 64 * 1024;

/** Reads .csv and pasted text; every field is text, rows are numbered by record. */
export function readDelimited(fileName: string, bytes: Buffer, limits: ParserLimits): RawWorkbook {
  const { text, encoding, hasByteOrderMark } = decodeText(bytes);
  if (text.includes('\0')) throw new RefusedFile('notAWorkbook');
  const declared = /^sep=([,;\t])\r?\n/i.exec(text);
  const body = declared === null ? text : text.slice(declared[0].length);
  const delimiter = (declared?.[1] as DelimitedStyle['delimiter'] | undefined) ?? sniff(body);
  const rows = readRecords(body, delimiter, limits);
  if (rows.length === 0) throw new RefusedFile('empty');
  return {
    fileName,
    format: 'csv',
    encoding,
    delimited: { delimiter, newline: newlineOf(body), hasByteOrderMark },
    dateSystem: 1900,
    sheets: [
      { name: 'CSV', state: 'visible', rows, merges: [], hiddenColumns: [], hiddenRows: [] },
    ],
    notices: [],
  };
}

/** The delimiter that occurs most often outside quotes in the opening of the text. */
function sniff(text: string): DelimitedStyle['delimiter'] {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const character of text.slice(0, sniffCharacters)) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return delimiters.reduce<DelimitedStyle['delimiter']>(
    (best, next) => ((counts.get(next) ?? 0) > (counts.get(best) ?? 0) ? next : best),
    ',',
  );
}

function newlineOf(text: string): DelimitedStyle['newline'] {
  const outsideQuotes = text.replace(/"[^"]*"/g, '');
  if (outsideQuotes.includes('\r\n')) return '\r\n';
  return outsideQuotes.includes('\n') || !outsideQuotes.includes('\r') ? '\n' : '\r';
}

/** RFC 4180 with the liberties spreadsheets take: bare quotes inside fields are kept as they are. */
function readRecords(text: string, delimiter: string, limits: ParserLimits): RawRow[] {
  const rows: RawRow[] = [];
  let record = 0;
  let at = 0;
  while (at < text.length) {
    const fields: (string | null)[] = [];
    let isLast = false;
    while (!isLast) {
      const field = readField(text, at, delimiter);
      if (field.value.length > limits.cellCharacters) throw new RefusedFile('cellTooLong');
      fields.push(field.value === '' ? null : field.value);
      at = field.next;
      isLast = field.endsRecord;
    }
    record += 1;
    if (fields.length > limits.columns) throw new RefusedFile('tooManyColumns');
    if (record > limits.rows) throw new RefusedFile('tooManyRows');
    rows.push({ row: record, cells: fields });
  }
  return rows;
}

interface Field {
  readonly value: string;
  readonly next: number;
  readonly endsRecord: boolean;
}

function readField(text: string, start: number, delimiter: string): Field {
  if (text[start] !== '"') return finishField(text, start, delimiter, '');
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new RefusedFile('damaged');
    value += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') return finishField(text, at, delimiter, value);
    value += '"';
    at += 1;
  }
}

/** Takes the text up to the next delimiter or line end. */
function finishField(text: string, start: number, delimiter: string, before: string): Field {
  let at = start;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') {
    at += 1;
  }
  const value = before + text.slice(start, at);
  if (text[at] === delimiter) return { value, next: at + 1, endsRecord: false };
  const isPair = text[at] === '\r' && text[at + 1] === '\n';
  return { value, next: at + (isPair ? 2 : 1), endsRecord: true };
}
