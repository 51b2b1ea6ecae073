import type { RawWorkbook } from '../../core/intake/raw-workbook';
import { readBiff8 } from './biff/read-biff8';
import { decodeText } from './decode-text';
import { readHtmlTables } from './html/read-html-tables';
import { parserLimits, type ParserLimits } from './limits';
import { readDelimited } from './read-delimited';
import { refusal, RefusedFile, type Refusal } from './refusal';
import { readXmlSpreadsheet, xmlSpreadsheetMark } from './read-xml-spreadsheet';
import { readXlsx } from './xlsx/read-xlsx';

export type ParseOutcome =
  | { readonly ok: true; readonly workbook: RawWorkbook }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads a foreign file by what it is, not by what it is called. Every expected failure is a coded
 * refusal; nothing of the file is kept then.
 */
export async function parseFile(
  fileName: string,
  bytes: Uint8Array,
  limits: ParserLimits = parserLimits,
): Promise<ParseOutcome> {
  try {
    return { ok: true, workbook: await read(fileName, asBuffer(bytes), limits) };
  } catch (error) {
    if (error instanceof RefusedFile) return { ok: false, refusal: refusal(error.reason) };
    throw error;
  }
}

async function read(fileName: string, bytes: Buffer, limits: ParserLimits): Promise<RawWorkbook> {
  if (bytes.length > limits.fileBytes) throw new RefusedFile('fileTooLarge');
  if (bytes.length === 0) throw new RefusedFile('empty');
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(fileName, bytes, limits);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return readBiff8(fileName, bytes, limits);
  return isMarkup(bytes)
    ? readMarkup(fileName, bytes, limits)
    : readDelimited(fileName, bytes, limits);
}

const opening = 4096;

function isMarkup(bytes: Buffer): boolean {
  const text = bytes.subarray(0, opening).toString('latin1').replace(/\0/g, '');
  return /^[^\x21-\x7e]*(?:ï»¿|ÿþ|þÿ)?\s*<(?:\?xml|!doctype|html|head|meta|table|div|style|body)/i.test(
    text,
  );
}

/** Web pages and XML that were saved under .xls. */
function readMarkup(fileName: string, bytes: Buffer, limits: ParserLimits): RawWorkbook {
  const head = bytes.subarray(0, opening).toString('latin1').replace(/\0/g, '');
  const isWorkbook = /<(\w+:)?Workbook\b/.test(head) && !/<html\b/i.test(head);
  if (head.includes(xmlSpreadsheetMark) && isWorkbook) {
    return readXmlSpreadsheet(fileName, bytes, limits);
  }
  return readHtmlTables(fileName, decodeText(bytes), limits);
}

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
